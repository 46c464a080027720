/// A question about the other cases of the store; its answer is bound as `others.<id>`.
package struct Question: Hashable, Sendable, Codable {
  /// What is asked of the cases that fit.
  package enum Subject: String, CaseIterable, Hashable, Sendable, Codable {
    /// How many there are.
    case count
    /// On which day the main proceeding of the latest of them ended; no answer where none has.
    case latestEnd = "latest_end"
  }

  /// The id.
  package var id: String
  /// What is asked.
  package var subject: Subject
  /// Facts that must be equal in the other case; a case lacking one of them is not counted.
  package var same: [FactPath]
  /// Facts whose first characters must be equal, with how many (GB/T 4754: 3 for 中类, 4 for 小类).
  package var samePrefix: [FactPath: Int]
  /// Facts that must have a given value in the other case.
  package var having: [FactPath: Value]
  /// Facts, dates or counts, that must be less in the other case than in this one.
  package var before: [FactPath]
  /// Stages of the main procedure that the other case must have entered at some time; empty for any.
  package var reached: [String]
  /// Stages of the main procedure at one of which the other case must stand; empty for any.
  package var standing: [String]
  /// Ends of which the other case's main proceeding must have come to one; empty for any or none.
  package var ended: [EndKind]
  /// Whether only cases whose main proceeding has not ended are counted.
  package var isLiveOnly: Bool
  /// Whether only cases under the same pack are counted.
  package var isSamePackOnly: Bool

  /// A question.
  package init(
    id: String, subject: Subject = .count, same: [FactPath], samePrefix: [FactPath: Int],
    having: [FactPath: Value], before: [FactPath] = [], reached: [String],
    standing: [String] = [], ended: [EndKind] = [], isLiveOnly: Bool, isSamePackOnly: Bool
  ) {
    self.id = id
    self.subject = subject
    self.same = same
    self.samePrefix = samePrefix
    self.having = having
    self.before = before
    self.reached = reached
    self.standing = standing
    self.ended = ended
    self.isLiveOnly = isLiveOnly
    self.isSamePackOnly = isSamePackOnly
  }

  /// Decodes a question; what a form written by an earlier program lacks is not asked.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    subject = try container.decodeIfPresent(Subject.self, forKey: .subject) ?? .count
    same = try container.decode([FactPath].self, forKey: .same)
    samePrefix = try container.decode([FactPath: Int].self, forKey: .samePrefix)
    having = try container.decode([FactPath: Value].self, forKey: .having)
    before = try container.decodeIfPresent([FactPath].self, forKey: .before) ?? []
    reached = try container.decode([String].self, forKey: .reached)
    standing = try container.decodeIfPresent([String].self, forKey: .standing) ?? []
    ended = try container.decodeIfPresent([EndKind].self, forKey: .ended) ?? []
    isLiveOnly = try container.decode(Bool.self, forKey: .isLiveOnly)
    isSamePackOnly = try container.decode(Bool.self, forKey: .isSamePackOnly)
  }
}
