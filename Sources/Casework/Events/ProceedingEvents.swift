package import RulePacks

/// An action was taken.
package struct Acted: Hashable, Sendable, Codable {
  /// The proceeding at whose stage it was taken.
  package var proceeding: ProceedingID
  /// The id of the action in the stage that it left.
  package var action: String
  /// The stage that it left.
  package var from: String
  /// The stage that it entered.
  package var entry: StageEntry
  /// What the person gave, by the id of the input.
  package var inputs: [String: Value]
  /// A remark of the person; nil for none.
  package var note: String?
  /// The facts that it set, as the pack says for the action.
  package var sets: Facts
  /// Each condition relied on, with what it came to.
  package var findings: [String: FindingResult]
  /// The hash of the blob with the full explanation; nil where it rested on no condition.
  package var basis: String?
  /// The values of the practice (本局约定) that it used, by item.
  package var practice: [String: Value]
  /// Time that was left at the stage it paused; nil where it paused none.
  package var paused: PausedClock?
  /// The number of the correction round that it began, from 1; nil where it began none.
  package var round: Int?
  /// Where the main proceeding was moved, for actions of other procedures.
  package var main: StageEntry?
  /// Whether it can be undone at all.
  package var isPublic: Bool
  /// For whom one of several agreed, where it takes effect only when all have; else nil.
  package var consent: Consent?
  /// Open proceedings that it stopped; nil for none.
  package var closed: [ProceedingID]?

  /// An action taken.
  package init(
    proceeding: ProceedingID, action: String, from: String, entry: StageEntry,
    inputs: [String: Value], note: String?, sets: Facts, findings: [String: FindingResult],
    basis: String?, practice: [String: Value], paused: PausedClock?, round: Int?,
    main: StageEntry?, isPublic: Bool, consent: Consent? = nil, closed: [ProceedingID]? = nil
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
    self.consent = consent
    self.closed = closed
  }
}

/// The agreement of one of several owners who decide together.
package struct Consent: Hashable, Sendable, Codable {
  /// The id of the owner for whom it was given.
  package var owner: String
  /// The owners who have still to agree; empty where the action took effect with it.
  package var awaits: [String]
  /// An agreement.
  package init(owner: String, awaits: [String]) {
    self.owner = owner
    self.awaits = awaits
  }
}

/// A proceeding was opened beside the main one.
package struct ProceedingOpened: Hashable, Sendable, Codable {
  /// The id under which the case knows it from now on, `procedure` or `procedure-key`.
  package var proceeding: ProceedingID
  /// The id of the procedure in the pack.
  package var procedure: String
  /// What tells it from other runs, such as a year; nil where there is one run at a time.
  package var key: String?
  /// The first stage, with its owner and the deadline as it was counted then.
  package var entry: StageEntry
  /// What the person gave, by the id of the input.
  package var inputs: [String: Value]
  /// A remark of the person; nil for none.
  package var note: String?
  /// The facts that it set, as the pack says for the opening.
  package var sets: Facts
  /// The values of the practice (本局约定) that it used, by item.
  package var practice: [String: Value]
  /// The proceeding that it is about; nil where it is about the case.
  package var about: ProceedingID?

  /// An opening.
  package init(
    proceeding: ProceedingID, procedure: String, key: String?, entry: StageEntry,
    inputs: [String: Value], note: String?, sets: Facts, practice: [String: Value],
    about: ProceedingID? = nil
  ) {
    self.proceeding = proceeding
    self.procedure = procedure
    self.key = key
    self.entry = entry
    self.inputs = inputs
    self.note = note
    self.sets = sets
    self.practice = practice
    self.about = about
  }
}

/// An ended proceeding was taken up again.
package struct Reopened: Hashable, Sendable, Codable {
  /// The ended proceeding.
  package var proceeding: ProceedingID
  /// The id of the end that it leaves.
  package var from: String
  /// The stage where it stands again, the one before that end.
  package var entry: StageEntry
  /// The reason, without which nothing is taken up again.
  package var reason: String
  /// The document that withdraws a published decision; nil where nothing was published.
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
  /// A remark; empty in what the program writes by itself, where basis and years say why.
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
