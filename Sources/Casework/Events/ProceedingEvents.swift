package import RulePacks

/// An action was taken.
package struct Acted: Hashable, Sendable, Codable {
  /// The proceeding.
  package var proceeding: ProceedingID
  /// The action's id.
  package var action: String
  /// The stage that it left.
  package var from: String
  /// The stage that it entered.
  package var entry: StageEntry
  /// What the person gave.
  package var inputs: [String: Value]
  /// A free note.
  package var note: String?
  /// The facts that it set.
  package var sets: Facts
  /// Each condition relied on, with what it came to.
  package var findings: [String: FindingResult]
  /// The hash of the blob with the full explanation.
  package var basis: String?
  /// The practice that it used.
  package var practice: [String: Value]
  /// Time that was left at the stage it paused.
  package var paused: PausedClock?
  /// The number of the correction round that it began.
  package var round: Int?
  /// Where the main proceeding was moved, for actions of other procedures.
  package var main: StageEntry?
  /// Whether it can be undone at all.
  package var isPublic: Bool

  /// An action taken.
  package init(
    proceeding: ProceedingID, action: String, from: String, entry: StageEntry,
    inputs: [String: Value], note: String?, sets: Facts, findings: [String: FindingResult],
    basis: String?, practice: [String: Value], paused: PausedClock?, round: Int?,
    main: StageEntry?, isPublic: Bool
  ) {
    self.proceeding = proceeding
    self.action = action
    self.from = from
    self.entry = entry
    self.inputs = inputs
    self.note = note
    self.sets = sets
    self.findings = findings
    self.basis = basis
    self.practice = practice
    self.paused = paused
    self.round = round
    self.main = main
    self.isPublic = isPublic
  }
}

/// A proceeding was opened beside the main one.
package struct ProceedingOpened: Hashable, Sendable, Codable {
  /// Its id.
  package var proceeding: ProceedingID
  /// The procedure.
  package var procedure: String
  /// What tells it from other runs, such as a year.
  package var key: String?
  /// Where it begins.
  package var entry: StageEntry
  /// What the person gave.
  package var inputs: [String: Value]
  /// A free note.
  package var note: String?
  /// The facts that it set.
  package var sets: Facts
  /// The practice that it used.
  package var practice: [String: Value]

  /// An opening.
  package init(
    proceeding: ProceedingID, procedure: String, key: String?, entry: StageEntry,
    inputs: [String: Value], note: String?, sets: Facts, practice: [String: Value]
  ) {
    self.proceeding = proceeding
    self.procedure = procedure
    self.key = key
    self.entry = entry
    self.inputs = inputs
    self.note = note
    self.sets = sets
    self.practice = practice
  }
}

/// An ended proceeding was taken up again.
package struct Reopened: Hashable, Sendable, Codable {
  /// The proceeding.
  package var proceeding: ProceedingID
  /// The end that it leaves.
  package var from: String
  /// Where it stands again.
  package var entry: StageEntry
  /// Why.
  package var reason: String
  /// The document that withdraws a published decision.
  package var basis: String?
  /// A reopening.
  package init(
    proceeding: ProceedingID, from: String, entry: StageEntry, reason: String, basis: String?
  ) {
    self.proceeding = proceeding
    self.from = from
    self.entry = entry
    self.reason = reason
    self.basis = basis
  }
}

/// Due dates moved because a calendar or a practice changed.
package struct DeadlinesRestated: Hashable, Sendable, Codable {
  /// The new due date by proceeding.
  package var deadlines: [ProceedingID: Deadline]
  /// What each takes the place of; a proceeding that has another by now keeps it.
  ///
  /// Nil in events of programs that did not say.
  package var instead: [ProceedingID: Deadline]?
  /// Why.
  package var reason: String
  /// What it rests on, such as the notice with the year's schedule.
  package var basis: String?
  /// The years whose schedule was put in.
  package var years: [Int]?
  /// A restatement.
  package init(
    deadlines: [ProceedingID: Deadline], instead: [ProceedingID: Deadline]? = nil,
    reason: String, basis: String? = nil, years: [Int]? = nil
  ) {
    self.deadlines = deadlines
    self.instead = instead
    self.reason = reason
    self.basis = basis
    self.years = years
  }
}
