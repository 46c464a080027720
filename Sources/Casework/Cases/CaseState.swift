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
