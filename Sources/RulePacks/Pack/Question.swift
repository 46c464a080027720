/// A question about the other cases of the store; its answer, a count, is bound as `others.<id>`.
package struct Question: Hashable, Sendable, Codable {
  /// The id.
  package var id: String
  /// Facts that must be equal in the other case; a case lacking one of them is not counted.
  package var same: [FactPath]
  /// Facts whose first characters must be equal, with how many (GB/T 4754: 3 for 中类, 4 for 小类).
  package var samePrefix: [FactPath: Int]
  /// Facts that must have a given value in the other case.
  package var having: [FactPath: Value]
  /// Stages of the main procedure that the other case must have entered at some time; empty for any.
  package var reached: [String]
  /// Whether only cases whose main proceeding has not ended are counted.
  package var isLiveOnly: Bool
  /// Whether only cases under the same pack are counted.
  package var isSamePackOnly: Bool

  /// A question.
  package init(
    id: String, same: [FactPath], samePrefix: [FactPath: Int], having: [FactPath: Value],
    reached: [String], isLiveOnly: Bool, isSamePackOnly: Bool
  ) {
    self.id = id
    self.same = same
    self.samePrefix = samePrefix
    self.having = having
    self.reached = reached
    self.isLiveOnly = isLiveOnly
    self.isSamePackOnly = isSamePackOnly
  }
}
