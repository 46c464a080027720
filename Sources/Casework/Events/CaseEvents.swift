package import Quantities
package import RulePacks

/// A stage that a proceeding entered, with everything the fold needs to know of it.
package struct StageEntry: Hashable, Sendable, Codable {
  /// The stage's id.
  package var stage: String
  /// The owner's id; nil for ends.
  package var owner: String?
  /// The due date and how it was counted; nil where nothing is due.
  package var deadline: Deadline?
  /// Whose clock runs.
  package var clock: ClockState
  /// The end, where the stage is one.
  package var ends: EndKind?

  /// An entered stage.
  package init(
    stage: String, owner: String?, deadline: Deadline?, clock: ClockState, ends: EndKind?
  ) {
    self.stage = stage
    self.owner = owner
    self.deadline = deadline
    self.clock = clock
    self.ends = ends
  }
}

/// Whose time runs.
package enum ClockState: String, CaseIterable, Hashable, Sendable, Codable {
  /// The office's own: it can be overdue.
  case running
  /// The host's: the office's clock is paused.
  case host
  /// Nobody's: nothing is due (roster).
  case none
  /// The proceeding has ended.
  case ended
}

/// An application was received.
package struct CaseOpened: Hashable, Sendable, Codable {
  /// The pack's id.
  package var pack: String
  /// The facts of the application.
  package var facts: Facts
  /// The materials that it lists.
  package var materials: [Material]
  /// The main proceeding's procedure.
  package var procedure: String
  /// Where it begins.
  package var entry: StageEntry
  /// A content hash of the application, by which a second import of it is recognised.
  package var fingerprint: String

  /// An opening.
  package init(
    pack: String, facts: Facts, materials: [Material], procedure: String, entry: StageEntry,
    fingerprint: String
  ) {
    self.pack = pack
    self.facts = facts
    self.materials = materials
    self.procedure = procedure
    self.entry = entry
    self.fingerprint = fingerprint
  }
}

/// A centre that existed already was taken over; no earlier decision is simulated.
package struct CaseTakenOver: Hashable, Sendable, Codable {
  /// The pack's id.
  package var pack: String
  /// What is on record.
  package var facts: Facts
  /// The main proceeding's procedure.
  package var procedure: String
  /// Where it stands.
  package var entry: StageEntry
  /// The day on which it entered that stage, as far as known.
  package var since: CalendarDate?
  /// Where the record comes from.
  package var source: String
  /// A content hash of the row.
  package var fingerprint: String

  /// A take-over.
  package init(
    pack: String, facts: Facts, procedure: String, entry: StageEntry, since: CalendarDate?,
    source: String, fingerprint: String
  ) {
    self.pack = pack
    self.facts = facts
    self.procedure = procedure
    self.entry = entry
    self.since = since
    self.source = source
    self.fingerprint = fingerprint
  }
}

/// The office allotted a number.
package struct CaseNumbered: Hashable, Sendable, Codable {
  /// The number, such as `QD-2026-014`.
  package var number: String
  /// Names under which the case was known before.
  package var aliases: [String]
  /// A numbering.
  package init(number: String, aliases: [String] = []) {
    self.number = number
    self.aliases = aliases
  }
}

/// Facts were put on record, corrected or taken off.
package struct FactsSet: Hashable, Sendable, Codable {
  /// New values by path.
  package var changes: Facts
  /// Paths that are unknown again.
  package var cleared: [FactPath]
  /// The material that shows it.
  package var source: String?
  /// Why.
  package var note: String?
  /// A change of facts.
  package init(changes: Facts, cleared: [FactPath] = [], source: String?, note: String?) {
    self.changes = changes
    self.cleared = cleared
    self.source = source
    self.note = note
  }
}

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

/// The time that was left when a stage was paused.
package struct PausedClock: Hashable, Sendable, Codable {
  /// The stage.
  package var stage: String
  /// What was left, in the unit of its deadline; 0 where it was used up.
  package var remaining: Period
  /// A paused clock.
  package init(stage: String, remaining: Period) {
    self.stage = stage
    self.remaining = remaining
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

/// A person judged a condition.
package struct Judged: Hashable, Sendable, Codable {
  /// The condition.
  package var condition: String
  /// Whether it is met; nil where the host has to supplement first.
  package var answer: Bool?
  /// Why.
  package var note: String
  /// The owner for whom it was recorded.
  package var owner: String
  /// The stage at which it was given.
  package var stage: String
  /// A judgement.
  package init(condition: String, answer: Bool?, note: String, owner: String, stage: String) {
    self.condition = condition
    self.answer = answer
    self.note = note
    self.owner = owner
    self.stage = stage
  }
}

/// A waiver was requested, granted or refused.
package struct WaiverStep: Hashable, Sendable, Codable {
  /// The steps of a waiver.
  package enum Step: String, CaseIterable, Hashable, Sendable, Codable {
    case requested
    case granted
    case refused
  }

  /// The condition.
  package var condition: String
  /// The step.
  package var step: Step
  /// Why.
  package var reason: String
  /// The document that it rests on.
  package var basis: String?
  /// The article that allows waivers.
  package var cites: Citation
  /// A step.
  package init(
    condition: String, step: Step, reason: String, basis: String?, cites: Citation
  ) {
    self.condition = condition
    self.step = step
    self.reason = reason
    self.basis = basis
    self.cites = cites
  }
}

/// A default was departed from, with a reason.
package struct Departed: Hashable, Sendable, Codable {
  /// The condition.
  package var condition: String
  /// Why.
  package var reason: String
  /// A departure.
  package init(condition: String, reason: String) {
    self.condition = condition
    self.reason = reason
  }
}

/// A document was put on file.
package struct Attached: Hashable, Sendable, Codable {
  /// The document.
  package var material: Material
  /// An attachment.
  package init(material: Material) { self.material = material }
}

/// A document on file, or listed by an application.
package struct Material: Hashable, Sendable, Codable {
  /// The kind, as the pack's list has it.
  package var kind: String
  /// The name of the file or the document.
  package var title: String
  /// The year it is about, for yearly documents.
  package var year: Int?
  /// Whether it bears a seal.
  package var isSealed: Bool
  /// The day on which it was received.
  package var received: CalendarDate?
  /// The SHA-256 of the stored file; nil where only the paper exists.
  package var sha256: String?
  /// The file's size in bytes.
  package var size: Int64?

  /// A document.
  package init(
    kind: String, title: String, year: Int? = nil, isSealed: Bool = false,
    received: CalendarDate? = nil, sha256: String? = nil, size: Int64? = nil
  ) {
    self.kind = kind
    self.title = title
    self.year = year
    self.isSealed = isSealed
    self.received = received
    self.sha256 = sha256
    self.size = size
  }
}

/// A proceeding, or the whole case, was given to a person.
package struct Assigned: Hashable, Sendable, Codable {
  /// The proceeding; nil for the case.
  package var proceeding: ProceedingID?
  /// The user; nil to leave it to nobody.
  package var assignee: String?
  /// Who stands in, and until when.
  package var deputy: String?
  /// The last day of the deputy.
  package var until: CalendarDate?
  /// What the next person has to know.
  package var note: String?
  /// An assignment.
  package init(
    proceeding: ProceedingID?, assignee: String?, deputy: String?, until: CalendarDate?,
    note: String?
  ) {
    self.proceeding = proceeding
    self.assignee = assignee
    self.deputy = deputy
    self.until = until
    self.note = note
  }
}

/// Somebody was called, written to or met.
package struct Contact: Hashable, Sendable, Codable {
  /// Who was spoken to.
  package var with: String
  /// How: phone, message, letter, visit.
  package var channel: String
  /// What was said.
  package var text: String
  /// For whom the office now waits.
  package var waitingFor: String?
  /// When to ask again.
  package var until: CalendarDate?
  /// A contact.
  package init(
    with: String, channel: String, text: String, waitingFor: String?, until: CalendarDate?
  ) {
    self.with = with
    self.channel = channel
    self.text = text
    self.waitingFor = waitingFor
    self.until = until
  }
}

/// A remark.
package struct Note: Hashable, Sendable, Codable {
  /// The remark.
  package var text: String
  /// A remark.
  package init(text: String) { self.text = text }
}

/// The last step of a proceeding was undone: the fold skips it.
package struct Undone: Hashable, Sendable, Codable {
  /// The events that are skipped: the step, and what it opened.
  package var events: [EventID]
  /// Why.
  package var reason: String?
  /// An undoing.
  package init(events: [EventID], reason: String?) {
    self.events = events
    self.reason = reason
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
  /// Why.
  package var reason: String
  /// A restatement.
  package init(deadlines: [ProceedingID: Deadline], reason: String) {
    self.deadlines = deadlines
    self.reason = reason
  }
}

/// The payload of an event was removed; what has to stay known stands here instead.
package struct Redacted: Hashable, Sendable, Codable {
  /// The event.
  package var event: EventID
  /// Its kind.
  package var kind: EventKind
  /// The payload without what was removed, as its JSON text.
  package var replacement: String
  /// The paths that were removed.
  package var removed: [FactPath]
  /// Why.
  package var reason: String
  /// What it rests on (a request, a law).
  package var basis: String
  /// A redaction.
  package init(
    event: EventID, kind: EventKind, replacement: String, removed: [FactPath], reason: String,
    basis: String
  ) {
    self.event = event
    self.kind = kind
    self.replacement = replacement
    self.removed = removed
    self.reason = reason
    self.basis = basis
  }
}
