import Foundation
import Synchronization
import Testing

/// A training store with a cast of invented people and one application on file.
struct TrainingStore: Sendable {
  /// The program, with the store as its own.
  let program: Program
  /// The case.
  let number = "QD-2026-001"

  /// The people of the cast: name, role, department.
  static let cast = [
    ("clerk", "clerk", "qd-laoshan"), ("other", "clerk", "qd-shinan"), ("officer", "officer", ""),
    ("second", "officer", ""), ("agency", "agency", ""), ("secretary", "expert_secretary", ""),
    ("leader", "leader", ""), ("auditor", "auditor", ""),
  ]

  /// A store with its people and its case, a copy of one that was made once.
  init(_ name: String = #function, withCase: Bool = true) throws {
    let template = try (withCase ? Self.withCase : Self.withoutCase).get()
    var program = try Program(name)
    program.environment["DOSSIER_STORE"] = program.folder + "/training.dossier"
    self.program = program
    try FileManager.default.copyItem(
      atPath: template + "/training.dossier", toPath: program.folder + "/training.dossier")
  }

  private static let withoutCase = Result { try made(withCase: false) }
  private static let withCase = Result { try made(withCase: true) }

  /// Makes a store in a folder that is removed when the tests end.
  private static func made(withCase: Bool) throws -> String {
    var program = try Program(withCase ? "template-case" : "template")
    Leftovers.remove(program.folder)
    program.environment["DOSSIER_STORE"] = program.folder + "/training.dossier"
    try program.json("init", "training.dossier", "--pack", "qingdao-2024", "--allow-as")
    for (name, role, department) in cast {
      let more = department.isEmpty ? [] : ["--department", department]
      let reply = try program.run(["user", "add", name, "--role", role, "--login", name] + more)
      #expect(reply.status == 0, "\(reply.complaint)")
    }
    guard withCase else { return program.folder }
    try program.copySample()
    let imported = try program.json(
      "import", "qingdao-enterprise.yaml", "--as", "clerk", "--today", "2026-03-02")
    #expect(imported.imported[0]["case"] == "QD-2026-001")
    return program.folder
  }

  /// Takes an action in somebody's name on a day, and expects where it leads.
  @discardableResult
  func act(
    _ action: String, by user: String, on date: String, _ inputs: [String] = [],
    proceeding: String? = nil, to stage: String, at place: SourceLocation = #_sourceLocation
  ) throws -> JSONValue {
    var words = ["act", number, action, "--as", user, "--today", date, "--json"]
    if let proceeding { words += ["--proceeding", proceeding] }
    if !inputs.isEmpty { words += ["--set"] + inputs }
    let reply = try program.run(words)
    #expect(
      reply.status == 0, "\(action) on \(date): \(reply.complaint)", sourceLocation: place)
    let answer = try reply.json
    #expect(answer.to.string == stage, sourceLocation: place)
    #expect(!answer.events.items.isEmpty, sourceLocation: place)
    return answer
  }

  /// Expects the store to be sound.
  func expectSound(at place: SourceLocation = #_sourceLocation) throws {
    let report = try program.json("verify")
    #expect(report.ok == true, sourceLocation: place)
    #expect(report.problems.items.isEmpty, sourceLocation: place)
  }
}

/// Folders that are removed when the tests end.
enum Leftovers {
  private static let folders = Mutex<[String]>([])

  /// Removes a folder at the end.
  static func remove(_ folder: String) {
    let isFirst = folders.withLock { folders in
      folders.append(folder)
      return folders.count == 1
    }
    guard isFirst else { return }
    atexit {
      for folder in Leftovers.folders.withLock({ $0 }) {
        try? FileManager.default.removeItem(atPath: folder)
      }
    }
  }
}

extension TrainingStore {
  /// Writes `roster.yaml` into the program's folder: one centre, on the roster since 2024.
  func writeRosterOfOne() throws {
    try """
    - name: 青岛市甲技术创新中心
      stage: on_roster
      department: qd-laoshan
      host: { kind: enterprise }
      approval: { date: 2021-11-18 }
      roster: { included_on: 2024-11-28 }
    """.write(toFile: program.folder + "/roster.yaml", atomically: true, encoding: .utf8)
  }
}
