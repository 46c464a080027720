import ArgumentParser
import CaseStore
import Casework

/// Retires a user.
struct RetireUser: Verb {
  static let configuration = CommandConfiguration(
    commandName: "retire", abstract: "停用用户 / Retire a user",
    discussion: """
      EXAMPLE
        dossier user retire lilei
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "用户名 / The user", completion: Completions.users)
  var name: String

  func carryOut(_ errand: Errand) throws {
    let store = try errand.openStore(for: .writing)
    var user = try UserAnswer.user(name, in: store)
    user.isActive = false
    try UserAnswer.record(user, in: store, by: errand)
  }
}
