import CaseStore
import Casework
import Quantities
import RulePacks

/// What is said of a user.
enum UserAnswer {
  /// A user as JSON.
  static func json(_ user: User) -> JSON {
    [
      "name": .text(user.name), "display": .text(user.display), "login": .text(user.login),
      "roles": JSON(user.roles.map(\.rawValue)), "department": JSON(user.department),
      "active": .flag(user.isActive), "deputy": JSON(user.deputy),
      "deputy_until": JSON(user.deputyUntil),
    ]
  }

  /// Records a user and says so.
  static func record(_ user: User, in store: CaseStore, by errand: Errand) throws {
    try store.perform(.user(user), by: try errand.session(in: store))
    if errand.shared.json { errand.say(json(user)) }
    let roles = user.roles.map(\.rawValue).joined(separator: ", ")
    errand.say(zh: "已登记用户 \(user.name)（\(roles)）", en: "Recorded the user \(user.name) (\(roles))")
  }

  /// The user of a name.
  static func user(_ name: String, in store: CaseStore) throws -> User {
    let users = try store.office().users
    guard let user = users[name] else {
      throw UsageProblem(
        "usage.user_unknown", zh: "没有用户“\(name)”", en: "There is no user “\(name)”",
        remedy: (
          zh: "现有：\(users.keys.sorted().joined(separator: "、"))",
          en: "There are: \(users.keys.sorted().joined(separator: ", "))"
        ), status: .notFound)
    }
    return user
  }
}
