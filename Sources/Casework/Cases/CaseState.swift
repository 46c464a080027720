package import Quantities
package import RulePacks

/// One case as its events have made it.
package struct CaseState: Hashable, Sendable {
  /// The stream.
  package let id: StreamID
  /// The number, once allotted.
  package internal(set) var number: String?
  /// Other names of it.
  package internal(set) var aliases: [String] = []
  /// The pack's id.
  package internal(set) var pack: String
  /// The hash of the law that it is pinned to.
  package internal(set) var law: String
  /// The facts on record.
  package internal(set) var facts: Facts = [:]
  /// The event that last set each fact.
  package internal(set) var factSources: [FactPath: EventID] = [:]
  /// The proceedings, the main one first, then in the order of opening.
  package internal(set) var proceedings: [Proceeding] = []
  /// The last judgement of each condition.
  package internal(set) var judgements: [String: JudgementRecord] = [:]
  /// The last waiver step of each condition.
  package internal(set) var waivers: [String: WaiverRecord] = [:]
  /// The departures, by condition.
  package internal(set) var departures: [String: DepartureRecord] = [:]
  /// The documents on file.
  package internal(set) var materials: [Material] = []
  /// The person who has the case.
  package internal(set) var assignee: String?
  /// Who stands in, and until when.
  package internal(set) var deputy: Assigned?
  /// The log of contacts, oldest first.
  package internal(set) var contacts: [ContactRecord] = []
  /// Whether it was taken over from a roster.
  package internal(set) var isTakenOver = false
  /// The fingerprint of the application or row it came from.
  package internal(set) var fingerprint = ""
  /// The day of the first event.
  package internal(set) var openedOn: CalendarDate
  /// The ids of events that no later event has as a parent.
  package internal(set) var heads: [EventID] = []
  /// How many events were folded.
  package internal(set) var version = 0
  /// Every step in order, for undo and for the separation of duties.
  package internal(set) var steps: [Step] = []

  /// The main proceeding.
  package var main: Proceeding? { proceedings.first { $0.isMain } }

  /// A proceeding by its id.
  package func proceeding(_ id: ProceedingID) -> Proceeding? {
    proceedings.first { $0.id == id }
  }

  /// The text of a fact; nil where it is not on record or no text.
  package func text(_ path: FactPath) -> String? {
    switch facts[path] {
    case .value(.text(let text)), .value(.choice(let text)): text
    default: nil
    }
  }

  /// The date of a fact; nil where it is not on record or no date.
  package func date(_ path: FactPath) -> CalendarDate? {
    if case .value(.date(let date)) = facts[path] { return date }
    return nil
  }

  init(id: StreamID, pack: String, law: String, openedOn: CalendarDate) {
    self.id = id
    self.pack = pack
    self.law = law
    self.openedOn = openedOn
  }
}

/// One run of a procedure.
package struct Proceeding: Hashable, Sendable {
  /// The id.
  package let id: ProceedingID
  /// The procedure.
  package internal(set) var procedure: String
  /// What tells it from other runs.
  package let key: String?
  /// Whether it is the case's main one.
  package let isMain: Bool
  /// The day of opening.
  package let openedOn: CalendarDate
  /// Its opening's place among the events of the case, from 1.
  package let openedAt: Int
  /// What was given when it was opened.
  package let openingInputs: [String: Value]
  /// Where it stands.
  package internal(set) var entry: StageEntry
  /// The day on which it entered that stage.
  package internal(set) var enteredOn: CalendarDate
  /// Its entry's place among the events of the case, from 1.
  package internal(set) var enteredAt: Int
  /// Clocks that are paused, by stage.
  package internal(set) var paused: [String: PausedClock] = [:]
  /// How many rounds of correction there were.
  package internal(set) var round = 0
  /// The defects of the last return, one an item.
  package internal(set) var defects: [String] = []
  /// The stages that it has entered, in order.
  package internal(set) var visited: [String]
  /// What actions of this proceeding were given, the latest by input.
  package internal(set) var inputs: [String: Value]
  /// The proceeding that it is about; nil where it is about the case.
  package internal(set) var about: ProceedingID?
  /// How many times each action took effect in it.
  package internal(set) var taken: [String: Int] = [:]
  /// Who has agreed so far to actions of the present stage that several decide, by action.
  package internal(set) var consents: [String: [ConsentRecord]] = [:]

  /// The stage.
  package var stage: String { entry.stage }
  /// Whether it has ended.
  package var isEnded: Bool { entry.ends != nil }
}

/// A judgement with who gave it and when.
package struct JudgementRecord: Hashable, Sendable {
  /// The judgement.
  package var judged: Judged
  /// Who recorded it.
  package var actor: String
  /// The official date.
  package var on: CalendarDate
  /// Its place among the events of the case, from 1.
  package var place: Int
}

/// A departure with who took it and when.
package struct DepartureRecord: Hashable, Sendable {
  /// The departure.
  package var departed: Departed
  /// Who took it.
  package var actor: String
  /// The official date.
  package var on: CalendarDate
  /// Its place among the events of the case, from 1.
  package var place: Int

  /// Why.
  package var reason: String { departed.reason }
}

/// The last step of a waiver, with who took it.
package struct WaiverRecord: Hashable, Sendable {
  /// The step.
  package var step: WaiverStep
  /// The person who requested it.
  package var requestedBy: String
  /// Who took the step.
  package var actor: String
  /// The official date.
  package var on: CalendarDate
  /// Its place among the events of the case, from 1.
  package var place: Int
}

/// An agreement with who gave it.
package struct ConsentRecord: Hashable, Sendable {
  /// The owner for whom it was given.
  package var owner: String
  /// Who gave it.
  package var actor: String
  /// The official date.
  package var on: CalendarDate
}

/// A contact with who logged it.
package struct ContactRecord: Hashable, Sendable {
  /// The contact.
  package var contact: Contact
  /// Who logged it.
  package var actor: String
  /// The official date.
  package var on: CalendarDate
}

/// One event of the case as a step that may be undone.
package struct Step: Hashable, Sendable {
  /// The event.
  package var event: EventID
  /// Its kind.
  package var kind: EventKind
  /// The proceeding that it belongs to, where it belongs to one.
  package var proceeding: ProceedingID?
  /// The action, for actions.
  package var action: String?
  /// The actor.
  package var actor: String
  /// The role.
  package var role: Role
  /// The official date.
  package var on: CalendarDate
  /// The facts that it set.
  package var facts: [FactPath]
  /// Whether it may never be undone.
  package var isFinal: Bool
  /// The moment, which events of one decision share.
  package var moment: Int64
}
