/// A run of a procedure that has come to one of some ends: `formal_review: [passed]`.
package struct EndedRun: Hashable, Sendable, Codable {
  /// The procedure.
  package var procedure: String
  /// The ends, by their stages.
  package var stages: [String]

  /// A run that has ended.
  package init(procedure: String, stages: [String]) {
    self.procedure = procedure
    self.stages = stages
  }
}
