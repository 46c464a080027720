package import Quantities
package import RulePacks

/// A user of the store; each event of this kind states the user anew.
package struct User: Hashable, Sendable, Codable {
  /// The name by which commands and events call the user; it never changes.
  package var name: String
  /// The name that papers and screens show.
  package var display: String
  /// The operating-system login by which the user is recognised.
  package var login: String
  /// What the user may do in this store.
  package var roles: [Role]
  /// The id of the supervising department, for clerks; nil for everybody else.
  package var department: String?
  /// Whether the user may still act; a retired one stays on record.
  package var isActive: Bool
  /// The name of the user who stands in; nil for nobody.
  package var deputy: String?
  /// The last day of the deputy; nil for no end.
  package var deputyUntil: CalendarDate?

  /// A user.
  package init(
    name: String, display: String, login: String, roles: [Role], department: String?,
    isActive: Bool = true, deputy: String? = nil, deputyUntil: CalendarDate? = nil
  ) {
    self.name = name
    self.display = display
    self.login = login
    self.roles = roles
    self.department = department
    self.isActive = isActive
    self.deputy = deputy
    self.deputyUntil = deputyUntil
  }
}
