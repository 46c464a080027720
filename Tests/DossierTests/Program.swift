import Foundation
import Testing

/// The built program, run as a person or a script would run it.
struct Program: Sendable {
  /// What a run came to.
  struct Reply: Sendable {
    /// The code with which it ended.
    var status: Int32
    /// What it printed.
    var output: String
    /// What it printed to standard error.
    var complaint: String

    /// What it printed, as JSON.
    var json: JSONValue {
      get throws { try JSONDecoder().decode(JSONValue.self, from: Data(output.utf8)) }
    }
  }

  /// The program's file: beside the test bundle.
  static let path: String = {
    let bundle =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let beside = (bundle as NSString).deletingLastPathComponent + "/dossier"
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    return Self.repository + "/.build/debug/dossier"
  }()

  /// The folder of the package.
  static let repository: String = {
    var folder = #filePath as NSString
    for _ in 0..<3 { folder = folder.deletingLastPathComponent as NSString }
    return folder as String
  }()

  /// The folder in which it is run.
  let folder: String
  /// The environment, besides what every run has.
  var environment: [String: String] = [:]
  /// What stands before the program's path, such as a change of user.
  var prefix: [String] = []

  /// The program in a folder of its own, which is made.
  init(_ name: String = #function) throws {
    let plain = name.filter { $0.isLetter && $0.isASCII || $0.isNumber }
    folder = NSTemporaryDirectory() + "dossier-tests-\(plain.prefix(40))-\(UUID().uuidString)"
    // Another test may have changed the umask at this moment.
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
  }

  /// The program in a folder that exists.
  init(in folder: String) { self.folder = folder }

  /// Removes the folder.
  func clean() { try? FileManager.default.removeItem(atPath: folder) }

  /// A process that has not been started.
  func process(_ arguments: [String]) -> Process {
    let process = Process()
    let words = prefix + [Self.path] + arguments
    process.executableURL = URL(fileURLWithPath: words[0])
    process.arguments = Array(words.dropFirst())
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var all = [
      "PATH": "/usr/bin:/bin", "HOME": folder, "DOSSIER_DATA": Self.repository + "/data",
      "DOSSIER_LANG": "en", "LANG": "C.UTF-8",
    ]
    all.merge(environment) { _, own in own }
    process.environment = all
    process.standardInput = FileHandle.nullDevice
    return process
  }

  /// Runs the program to its end.
  @discardableResult
  func run(_ arguments: String...) throws -> Reply { try run(arguments) }

  /// Runs the program to its end.
  @discardableResult
  func run(_ arguments: [String]) throws -> Reply {
    let process = process(arguments)
    let base = NSTemporaryDirectory() + "dossier-run-\(UUID().uuidString)"
    let files = [base + ".out", base + ".err"]
    defer { for file in files { try? FileManager.default.removeItem(atPath: file) } }
    for file in files { _ = FileManager.default.createFile(atPath: file, contents: nil) }
    process.standardOutput = FileHandle(forWritingAtPath: files[0])
    process.standardError = FileHandle(forWritingAtPath: files[1])
    try process.run()
    process.waitUntilExit()
    return Reply(
      status: process.terminationStatus, output: try text(files[0]), complaint: try text(files[1]))
  }

  /// Runs the program, expects it to end well, and reads what it printed as JSON.
  @discardableResult
  func json(_ arguments: String..., at place: SourceLocation = #_sourceLocation) throws -> JSONValue
  {
    let reply = try run(arguments + ["--json"])
    #expect(
      reply.status == 0, "\(arguments.joined(separator: " ")): \(reply.complaint)",
      sourceLocation: place)
    return try reply.json
  }

  /// Writes a file into the folder.
  func write(_ text: String, to name: String) throws {
    try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
  }

  /// Copies a sample application into the folder.
  func copySample(_ name: String = "qingdao-enterprise.yaml", as copy: String? = nil) throws {
    try FileManager.default.copyItem(
      atPath: Self.repository + "/data/samples/" + name, toPath: folder + "/" + (copy ?? name))
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }
}
