package import Casework
package import Quantities
package import RulePacks

/// Who sits there, in whose name, and on which day.
///
/// All of it comes from the edge; the store checks it against the office's users and settings.
package struct Session: Hashable, Sendable {
  /// The operating-system login.
  package var login: String
  /// The user in whose name it is done; nil for the user of the login.
  package var actor: String?
  /// Today, in the office's calendar.
  package var today: CalendarDate
  /// The official date of the step; nil for today.
  package var on: CalendarDate?
  /// Milliseconds since 1970-01-01 UTC.
  package var moment: Int64
  /// The role in which to act, where several would do.
  package var role: Role?

  /// A session.
  package init(
    login: String, actor: String? = nil, today: CalendarDate, on: CalendarDate? = nil,
    moment: Int64, role: Role? = nil
  ) {
    self.login = login
    self.actor = actor
    self.today = today
    self.on = on
    self.moment = moment
    self.role = role
  }

  /// The day of a moment, so many minutes east of UTC.
  package static func day(of moment: Int64, utcOffsetMinutes: Int) -> CalendarDate {
    let shifted = moment + Int64(utcOffsetMinutes) * 60_000
    let day = shifted >= 0 ? shifted / 86_400_000 : (shifted - 86_399_999) / 86_400_000
    return CalendarDate(ordinal: Int32(clamping: day))
  }
}

extension OfficeState {
  /// The user of a session.
  ///
  /// In a real store the user is the one of the login and today is the day of the moment; in one
  /// made for training both may be chosen.
  ///
  /// - Throws: `session.unknown_login`, `session.unknown_user`, `session.inactive`,
  ///   `session.not_yourself`, `session.not_today`.
  package func user(of session: Session) throws(Problem) -> User {
    let isTraining = settings?.allowsActingAs ?? false
    let day = Session.day(
      of: session.moment, utcOffsetMinutes: settings?.utcOffsetMinutes ?? 480)
    guard isTraining || session.today == day else {
      throw Problem("session.not_today", ["today": "\(session.today)", "day": "\(day)"])
    }
    let own = users.values.filter { $0.login == session.login }.sorted { $0.name < $1.name }
    guard let name = session.actor else {
      guard let user = own.first(where: \.isActive) else {
        throw Problem(
          own.isEmpty ? "session.unknown_login" : "session.inactive", ["login": session.login])
      }
      return user
    }
    guard let user = users[name] else {
      throw Problem(
        "session.unknown_user",
        ["user": name, "known": users.keys.sorted().joined(separator: ", ")])
    }
    guard user.isActive else { throw Problem("session.inactive", ["user": name]) }
    guard isTraining || user.login == session.login else {
      throw Problem("session.not_yourself", ["user": name, "login": session.login])
    }
    return user
  }

  /// The person of a session as a decision sees them.
  package func actor(of session: Session) throws(Problem) -> Actor {
    let user = try user(of: session)
    return Actor(
      name: user.name, login: session.login, roles: Set(user.roles), department: user.department,
      preferredRole: session.role)
  }
}
