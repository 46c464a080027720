package import Casework
package import Quantities
package import RulePacks

/// Who looks at the queue, and on which day: nothing of this is kept in the tables.
package struct QueueViewer: Hashable, Sendable {
  /// The user's name; nil where nobody is known.
  package var user: String?
  /// The user's roles.
  package var roles: Set<Role>
  /// The user's department, for clerks.
  package var department: String?
  /// The users in whose place the viewer stands today.
  package var standsInFor: Set<String>
  /// Today, in the office's calendar.
  package var today: CalendarDate
  /// The working days, for filters such as `due<3wd`.
  package var calendar: WorkingCalendar
  /// The names of departments by id, so that a filter may name them.
  package var departments: [String: Bilingual]
  /// The names of users that screens show, by the name of commands.
  package var users: [String: String]

  /// A viewer.
  package init(
    user: String?, roles: Set<Role>, department: String?, standsInFor: Set<String> = [],
    today: CalendarDate,
    calendar: WorkingCalendar = WorkingCalendar(), departments: [String: Bilingual] = [:],
    users: [String: String] = [:]
  ) {
    self.user = user
    self.roles = roles
    self.department = department
    self.standsInFor = standsInFor
    self.today = today
    self.calendar = calendar
    self.departments = departments
    self.users = users
  }

  /// The one department whose cases the viewer may see; nil for all.
  package var onlyDepartment: String? { roles == [.clerk] ? department : nil }

  /// Whether the viewer has a case that stands so, or stands in for who has it.
  func has(_ standing: Standing) -> Bool {
    if let deputy = standing.deputy, deputy == user, (standing.deputyUntil ?? today) >= today {
      return true
    }
    guard let assignee = standing.assignee else { return false }
    return assignee == user || standsInFor.contains(assignee)
  }
}

extension OfficeState {
  /// A user as one who looks at the queue on a day.
  package func viewer(
    _ user: User, today: CalendarDate, departments: [String: Bilingual] = [:]
  ) -> QueueViewer {
    let absent = users.values.filter { other in
      other.deputy == user.name && (other.deputyUntil ?? today) >= today
    }
    return QueueViewer(
      user: user.name, roles: Set(user.roles), department: user.department,
      standsInFor: Set(absent.map(\.name)), today: today, calendar: calendar,
      departments: departments, users: users.mapValues(\.display))
  }
}
