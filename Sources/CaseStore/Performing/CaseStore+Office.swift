package import Casework
import Foundation
import GRDB
import Quantities
package import RulePacks
import Synchronization

/// What an administrator asks of the office's own stream.
package enum OfficeCommand: Sendable {
  /// States a user anew.
  case user(User)
  /// Sets a value on which the regulation is silent.
  case practice(PracticeSet)
  /// Puts a year's schedule of working days in.
  case calendar(CalendarSet)
  /// Adopts a rule pack in this form.
  case adopt(RulePack)
  /// Records that a regulation was verified to be in force; officers may do this too.
  case verify(InForceVerification)
  /// States a campaign anew; officers may do this too.
  case campaign(Campaign)
  /// States a campaign that carries out a notice, which is kept beside the journal.
  case notice(CampaignNotice, isClosed: Bool)
  /// States the office's settings anew.
  case settings(OfficeSettings)
  /// Loads the official text of a pack; officers may do this too.
  case law(NewLawText)

  /// The roles that may give the command.
  package var roles: [Role] {
    switch self {
    case .campaign, .notice, .verify, .law: [.officer, .administrator]
    default: [.administrator]
    }
  }
}

extension CaseStore {
  /// Writes the first events of a new store; the caller's user is among the commands.
  ///
  /// - Throws: `store.established` where it has events already.
  package func establish(_ commands: [OfficeCommand], by session: Session) throws {
    try writing { db in
      guard try Journal(db: db).head().position == 0 else {
        throw StoreProblem.make("established", at: directory.path)
      }
      let user = commands.lazy.compactMap { command -> User? in
        if case .user(let user) = command, user.login == session.login { user } else { nil }
      }.first
      let actor = Actor(
        name: user?.name ?? session.login, login: session.login, roles: [.administrator],
        department: nil)
      try record(commands, by: actor, as: .administrator, session, in: db)
    }
  }

  /// Does what an administrator asks of the office.
  ///
  /// - Throws: `Refusals` for the role; `office.practice_unknown`, `office.user_invalid`,
  ///   `office.clerk_department`, `office.last_administrator`.
  package func perform(_ command: OfficeCommand, by session: Session) throws {
    try perform([command], by: session)
  }

  /// Does several things at once: all of them or none.
  ///
  /// A year's schedule moves the deadlines that it touches; `load` says which.
  package func perform(_ commands: [OfficeCommand], by session: Session) throws {
    try writing { _ = try perform(commands, by: session, in: $0) }
  }

  /// Does it within a write transaction that is under way.
  ///
  /// - Returns: the cases whose deadlines moved.
  func perform(
    _ commands: [OfficeCommand], by session: Session, in db: Database
  ) throws -> [CaseRestatement] {
    let office = try office(in: db)
    let actor = try office.actor(of: session)
    var calendars: [CalendarSet] = []
    for command in commands {
      guard let role = command.roles.first(where: actor.roles.contains) else {
        throw Refusals([
          Refusal(
            .role, "role.missing",
            arguments: [
              "actor": actor.name,
              "roles": command.roles.map(\.rawValue).joined(separator: ", "),
            ])
        ])
      }
      try check(command, office, in: db)
      try record([command], by: actor, as: role, session, in: db)
      if case .calendar(let set) = command { calendars.append(set) }
    }
    return try restateDeadlines(for: calendars, by: actor, session, in: db)
  }

  /// The office as it stands.
  package func office() throws -> OfficeState { try reading { try office(in: $0) } }

  func office(in db: Database) throws -> OfficeState {
    let length =
      try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT MAX(seq) FROM events WHERE stream = ?"),
        arguments: [StreamID.office.blob]) ?? 0
    if let known = memory.withLock({ $0.office }), known.length == length { return known.state }
    let state = OfficeState(folding: try Journal(db: db).events(of: .office))
    memory.withLock { $0.office = (length, state) }
    return state
  }

  func record(
    _ commands: [OfficeCommand], by actor: Actor, as role: Role, _ session: Session,
    in db: Database
  ) throws {
    var recorder = try Recorder(db, of: self, actor: actor, moment: session.moment)
    var heads = try office(in: db).heads
    for command in commands {
      let draft = EventDraft(
        payload: try payload(of: command, recorder.journal), role: role,
        on: session.on ?? session.today)
      let events = try recorder.record([draft], on: .office, after: heads, law: nil)
      heads = events.map(\.id)
      if case .adopt = command { for event in events { try Projector(db: db).take(event) } }
    }
    try recorder.finish()
  }

  private func payload(
    of command: OfficeCommand, _ journal: Journal
  ) throws -> EventPayload {
    switch command {
    case .user(let user): return .user(user)
    case .practice(let set): return .practice(set)
    case .calendar(let set): return .calendar(set)
    case .campaign(let campaign): return .campaign(campaign)
    case .verify(let verification): return .verification(verification)
    case .settings(let settings): return .office(settings)
    case .law(let new): return try self.payload(of: new, journal)
    case .notice(let notice, let isClosed):
      let hash = try journal.keep(try notice.compiled(), as: .pack)
      guard let campaign = Campaign(notice, contentHash: hash, isClosed: isClosed) else {
        throw Problem("campaign.no_window", ["id": notice.id])
      }
      return .campaign(campaign)
    case .adopt(let pack):
      let bytes = try pack.compiled()
      return .pack(
        PackAdopted(
          pack: pack.id, lawHash: pack.lawHash,
          contentHash: try journal.keep(bytes, as: .pack)))
    }
  }

  private func check(
    _ command: OfficeCommand, _ office: OfficeState, in db: Database
  ) throws {
    switch command {
    case .practice(let set):
      let pack = try pack(set.pack, law: nil, in: db)
      guard let item = pack.practiceItem(set.item) else {
        throw Problem(
          "office.practice_unknown",
          ["item": set.item, "known": pack.practice.map(\.id).joined(separator: ", ")])
      }
      guard set.value.hasKind(of: item.suggested) else {
        throw Problem("office.practice_type", ["item": set.item])
      }
    case .user(let user):
      guard !user.name.isEmpty, !user.login.isEmpty else {
        throw Problem("office.user_invalid", ["user": user.name])
      }
      let isTraining = office.settings?.allowsActingAs ?? false
      guard isTraining || !user.isDepartmentless else {
        throw Problem("office.clerk_department", ["user": user.name])
      }
      var users = office.users
      users[user.name] = user
      guard users.values.contains(where: { $0.isActive && $0.roles.contains(.administrator) })
      else { throw Problem("office.last_administrator", ["user": user.name]) }
    case .verify(let verification):
      _ = try pack(verification.pack, law: nil, in: db)
    case .calendar, .adopt, .campaign, .notice, .settings, .law: break
    }
  }
}

extension User {
  /// Whether the user would act for every department as none of them, being a clerk of none.
  fileprivate var isDepartmentless: Bool {
    isActive && department == nil && roles.contains(.clerk) && !roles.contains(.officer)
  }
}

extension Value {
  /// Whether two values are of the same kind, counts of the same unit.
  fileprivate func hasKind(of other: Value) -> Bool {
    switch (self, other) {
    case (.count(_, let unit), .count(_, let expected)): unit == expected
    default: canonical.prefix(2) == other.canonical.prefix(2)
    }
  }
}
