import ArgumentParser

/// The users of the store.
struct UserVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user", abstract: "用户与角色 / Users and roles",
    discussion: """
      EXAMPLE
        dossier user list
      """,
    subcommands: [ListUsers.self, AddUser.self, ChangeUser.self, RetireUser.self],
    defaultSubcommand: ListUsers.self)
}
