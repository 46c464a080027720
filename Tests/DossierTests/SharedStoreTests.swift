import Foundation
import Testing

@Suite("Two people of one system in one store", .enabled(if: TwoUsers.areToBeHad))
struct SharedStoreTests {
  @Test("They work in turn, whatever their umask", arguments: ["022", "077"])
  func inTurn(umask: String) throws {
    let users = try TwoUsers()
    defer { users.remove() }
    let program = try Program("shared\(umask)")
    defer { program.clean() }
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o777], ofItemAtPath: program.folder)
    let first = users.program(users.first, umask, like: program)
    let second = users.program(users.second, umask, like: program)
    let store = program.folder + "/shared.dossier"
    try first.json(
      "init", store, "--pack", "qingdao-2024", "--group", users.group, "--store", store)
    let words = ["--store", store, "--json"]
    let both = try first.run(
      ["user", "change", users.first, "--role", "administrator", "officer"] + words)
    #expect(both.status == 0, "\(both.complaint)")
    let added = try first.run(
      [
        "user", "add", "boris", "--role", "clerk", "--department", "qd-laoshan", "--login",
        users.second,
      ] + words)
    #expect(added.status == 0, "\(added.complaint)")
    try program.copySample()
    let imported = try second.run(["import", "qingdao-enterprise.yaml"] + words)
    #expect(imported.status == 0, "\(imported.complaint)")
    // The second opens first and leaves the log files behind; the first must still be able to write.
    for turn in 0..<4 {
      let who = turn.isMultiple(of: 2) ? second : first
      #expect(try who.run(["queue"] + words).status == 0)
      let note = try who.run(["note", "QD-2026-001", "turn \(turn)"] + words)
      #expect(note.status == 0, "\(turn): \(note.complaint)")
    }
    #expect(try first.run(["verify"] + words).json.ok == true)
    #expect(try second.run(["verify"] + words).json.ok == true)
    let modes = try FileManager.default.attributesOfItem(atPath: store)
    #expect(modes[.posixPermissions] as? Int == 0o2770)
    let foreign = try second.run(["user", "retire", "boris"] + words)
    #expect(foreign.status == 77)
  }
}

/// Two invented users of the system with a group of their own; only where the tests run as root.
struct TwoUsers {
  /// The first user.
  let first: String
  /// The second user.
  let second: String
  /// Their group.
  let group: String

  /// Whether users can be made here.
  static var areToBeHad: Bool {
    let tools = ["/usr/sbin/useradd", "/usr/sbin/groupadd", "/usr/bin/setpriv"]
    return geteuid() == 0 && tools.allSatisfy(FileManager.default.isExecutableFile(atPath:))
  }

  /// Makes them.
  init() throws {
    let mark = String(UUID().uuidString.prefix(6)).lowercased()
    group = "dsg\(mark)"
    first = "dsa\(mark)"
    second = "dsb\(mark)"
    try Self.call("/usr/sbin/groupadd", [group])
    for user in [first, second] {
      try Self.call("/usr/sbin/useradd", ["--no-create-home", "--groups", group, user])
    }
  }

  /// Removes them.
  func remove() {
    for user in [first, second] { try? Self.call("/usr/sbin/userdel", [user]) }
    try? Self.call("/usr/sbin/groupdel", [group])
  }

  /// The program as one of them runs it, under a umask.
  func program(_ user: String, _ umask: String, like program: Program) -> Program {
    var own = Program(in: program.folder)
    own.prefix = [
      "/usr/bin/setpriv", "--reuid", user, "--regid", user, "--init-groups", "/bin/sh", "-c",
      "umask \(umask); exec \"$@\"", "sh",
    ]
    return own
  }

  private static func call(_ tool: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(tool) \(arguments)")
  }
}
