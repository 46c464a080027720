import Foundation
package import RulePacks

/// The kinds of events.
///
/// Raw values are stored; none is ever renamed.
package enum EventKind: String, CaseIterable, Hashable, Sendable, Codable {
  case opened
  case takenOver = "taken_over"
  case numbered
  case facts
  case acted
  case proceeding
  case judged
  case waiver
  case departed
  case attached
  case assigned
  case contact
  case note
  case undone
  case reopened
  case restated
  case redacted
  case migrated
  case user
  case practice
  case calendar
  case pack
  case campaign
  case office
  case verification
  case law
}

/// The content of an event.
///
/// Stage, due date, clock and results are in it, so that a new calendar, pack text or program never
/// changes what happened.
package enum EventPayload: Hashable, Sendable {
  case opened(CaseOpened)
  case takenOver(CaseTakenOver)
  case numbered(CaseNumbered)
  case facts(FactsSet)
  case acted(Acted)
  case proceeding(ProceedingOpened)
  case judged(Judged)
  case waiver(WaiverStep)
  case departed(Departed)
  case attached(Attached)
  case assigned(Assigned)
  case contact(Contact)
  case note(Note)
  case undone(Undone)
  case reopened(Reopened)
  case restated(DeadlinesRestated)
  case redacted(Redacted)
  case migrated(Migrated)
  case user(User)
  case practice(PracticeSet)
  case calendar(CalendarSet)
  case pack(PackAdopted)
  case campaign(Campaign)
  case office(OfficeSettings)
  case verification(InForceVerification)
  case law(LawTextLoaded)

  /// The kind.
  package var kind: EventKind {
    switch self {
    case .opened: .opened
    case .takenOver: .takenOver
    case .numbered: .numbered
    case .facts: .facts
    case .acted: .acted
    case .proceeding: .proceeding
    case .judged: .judged
    case .waiver: .waiver
    case .departed: .departed
    case .attached: .attached
    case .assigned: .assigned
    case .contact: .contact
    case .note: .note
    case .undone: .undone
    case .reopened: .reopened
    case .restated: .restated
    case .redacted: .redacted
    case .migrated: .migrated
    case .user: .user
    case .practice: .practice
    case .calendar: .calendar
    case .pack: .pack
    case .campaign: .campaign
    case .office: .office
    case .verification: .verification
    case .law: .law
    }
  }

  private var content: any Codable {
    switch self {
    case .opened(let content): content
    case .takenOver(let content): content
    case .numbered(let content): content
    case .facts(let content): content
    case .acted(let content): content
    case .proceeding(let content): content
    case .judged(let content): content
    case .waiver(let content): content
    case .departed(let content): content
    case .attached(let content): content
    case .assigned(let content): content
    case .contact(let content): content
    case .note(let content): content
    case .undone(let content): content
    case .reopened(let content): content
    case .restated(let content): content
    case .redacted(let content): content
    case .migrated(let content): content
    case .user(let content): content
    case .practice(let content): content
    case .calendar(let content): content
    case .pack(let content): content
    case .campaign(let content): content
    case .office(let content): content
    case .verification(let content): content
    case .law(let content): content
    }
  }

  /// The content's bytes, without its kind, which the header has.
  package func encoded() throws -> [UInt8] { try EventJSON.bytes(of: content) }

  /// Reads the content of an event of a known kind.
  ///
  /// - Parameter isForFold: leaves out of actions what the fold does not read: what the conditions
  ///   came to, and the practice that was used.
  package init(kind: EventKind, bytes: [UInt8], isForFold: Bool = false) throws {
    func read<Content: Decodable>(_ type: Content.Type) throws -> Content {
      if let content = try? EventJSON.read(type, from: bytes) { return content }
      return try JSONDecoder().decode(type, from: Data(bytes))
    }
    switch kind {
    case .opened: self = .opened(try read(CaseOpened.self))
    case .takenOver: self = .takenOver(try read(CaseTakenOver.self))
    case .numbered: self = .numbered(try read(CaseNumbered.self))
    case .facts: self = .facts(try read(FactsSet.self))
    case .acted:
      let acted = try? EventJSON.read(from: bytes) { try $0.acted(isForFold: isForFold) }
      self = .acted(try acted ?? read(Acted.self))
    case .proceeding:
      let opened = try? EventJSON.read(from: bytes) { try $0.proceedingOpened() }
      self = .proceeding(try opened ?? read(ProceedingOpened.self))
    case .judged: self = .judged(try read(Judged.self))
    case .waiver: self = .waiver(try read(WaiverStep.self))
    case .departed: self = .departed(try read(Departed.self))
    case .attached: self = .attached(try read(Attached.self))
    case .assigned: self = .assigned(try read(Assigned.self))
    case .contact: self = .contact(try read(Contact.self))
    case .note: self = .note(try read(Note.self))
    case .undone: self = .undone(try read(Undone.self))
    case .reopened: self = .reopened(try read(Reopened.self))
    case .restated: self = .restated(try read(DeadlinesRestated.self))
    case .redacted: self = .redacted(try read(Redacted.self))
    case .migrated: self = .migrated(try read(Migrated.self))
    case .user: self = .user(try read(User.self))
    case .practice: self = .practice(try read(PracticeSet.self))
    case .calendar: self = .calendar(try read(CalendarSet.self))
    case .pack: self = .pack(try read(PackAdopted.self))
    case .campaign: self = .campaign(try read(Campaign.self))
    case .office: self = .office(try read(OfficeSettings.self))
    case .verification: self = .verification(try read(InForceVerification.self))
    case .law: self = .law(try read(LawTextLoaded.self))
    }
  }
}
