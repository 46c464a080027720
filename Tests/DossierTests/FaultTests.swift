import Foundation
import Glibc
import Testing

@Suite("Upkeep that is cut off")
struct FaultTests {
  /// The names in the program's folder.
  private func names(_ program: Program) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: program.folder).sorted()
  }

  @Test("Where the disk is full, backup, restore and attach leave nothing half done: 73")
  func full() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    try store.program.json("backup", "copy.dossier")
    let before = try store.eventCount()
    try store.program.write(String(repeating: "页", count: 400_000), to: "long.pdf")
    let known = try names(store.program)
    var writer = store.program
    // A limit of the size of files stands for the disk: it binds root as well.
    writer.prefix = ["/bin/sh", "-c", "trap '' XFSZ; ulimit -f 256; exec \"$@\"", "sh"]
    for words in [
      ["backup", "second.dossier"], ["restore", "copy.dossier", "third.dossier"],
      [
        "attach", store.number, "long.pdf", "--kind", "k", "--as", "clerk", "--today", "2026-03-03",
      ],
    ] {
      let reply = try writer.run(words + ["--json"])
      #expect(reply.status == 73, "\(words): \(reply.status) \(reply.complaint)")
      #expect(try reply.json.problems[0].code == "store.full", "\(words): \(reply.output)")
    }
    #expect(try names(store.program) == known)
    let files = store.program.folder + "/training.dossier/files"
    #expect(try FileManager.default.contentsOfDirectory(atPath: files) == [])
    #expect(try store.eventCount() == before)
    try store.expectSound()
  }

  @Test("Killed at any moment, a backup or a restore is whole or not there")
  func killed() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    try store.program.json("backup", "copy.dossier")
    var cut = 0
    for number in 0..<12 {
      let name = "try-\(number).dossier"
      let words =
        number.isMultiple(of: 2) ? ["backup", name] : ["restore", "copy.dossier", name]
      let process = store.program.process(words)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32.random(in: 1_000...120_000))
      if process.isRunning { Glibc.kill(process.processIdentifier, SIGKILL) }
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal {
        cut += 1
      } else {
        #expect(process.terminationStatus == 0)
      }
      if FileManager.default.fileExists(atPath: store.program.folder + "/" + name) {
        #expect(try store.program.json("verify", "--store", name).ok == true)
      } else {
        let again = try store.program.run(words)
        #expect(again.status == 0, "\(again.complaint)")
      }
    }
    #expect(cut > 0)
    // What was cut off is cleared away by the next one at the same place.
    #expect(try names(store.program).filter { $0.contains(".new-") } == [])
    try store.expectSound()
  }

  @Test("Killed while cases pass to another form of their pack, all have passed or none")
  func killedPassing() throws {
    let store = try TrainingStore(withCase: false)
    defer { store.program.clean() }
    var program = store.program
    for kind in ["enterprise", "institution", "university"] {
      try program.copySample("qingdao-\(kind).yaml")
      try program.json(
        "import", "qingdao-\(kind).yaml", "--as", "officer", "--today", "2026-03-06")
    }
    try FileManager.default.copyItem(
      atPath: Program.repository + "/data", toPath: program.folder + "/data")
    program.environment["DOSSIER_DATA"] = program.folder + "/data"
    let file = program.folder + "/data/packs/qingdao-2024/procedures/establishment.yaml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try program.write(
      """
      from: qingdao-2024
      to: qingdao-2024
      basis: { zh: 勘误, en: Correction }
      deadlines: carried
      others: same
      stages: { }
      """, to: "map.yaml")
    let numbers = try program.json("queue").rows.items.compactMap { $0["case"].string }
    #expect(numbers.count == 3)
    // Whether the cases are under the form of the data folder, or under the other one.
    var isOriginal = true
    func adoptOther() throws {
      let cites = isOriginal ? "\"9.4\"" : "\"9.5\""
      try text.replacingOccurrences(of: "\"9.5\"", with: cites)
        .write(toFile: file, atomically: true, encoding: .utf8)
      try program.json("pack", "adopt", "qingdao-2024")
    }
    func laws() throws -> Set<String?> {
      Set(try numbers.map { try program.json("show", $0).law.string })
    }
    let words = ["pack", "migrate", "qingdao-2024", "qingdao-2024", "--map", "map.yaml"]
    // One run to its end: it changes the law, and shows how long there is to cut it off.
    var before = try laws()
    try adoptOther()
    let start = ContinuousClock.now
    let whole = try program.run(words)
    let length = (ContinuousClock.now - start).components
    #expect(whole.status == 0, "\(whole.complaint)")
    #expect(try laws().isDisjoint(with: before))
    isOriginal.toggle()
    let microseconds = UInt32(length.seconds * 1_000_000 + length.attoseconds / 1_000_000_000_000)
    var cut = 0
    let rounds = 8
    for round in 1...rounds {
      before = try laws()
      try adoptOther()
      let process = program.process(words)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(microseconds / UInt32(rounds) * UInt32(round - 1) + 1_000)
      if process.isRunning { Glibc.kill(process.processIdentifier, SIGKILL) }
      process.waitUntilExit()
      let after = try laws()
      #expect(after.count == 1, "\(after)")
      if after != before { isOriginal.toggle() }
      if process.terminationReason == .uncaughtSignal {
        cut += 1
      } else {
        #expect(process.terminationStatus == 0)
        #expect(after.isDisjoint(with: before), "a run that ended changed nothing")
      }
    }
    #expect(cut > 0)
    try store.expectSound()
  }

  @Test(
    "Files that may not be read are called that, and not gone",
    .enabled(if: geteuid() == 0, "needs another user to read as"))
  func unreadable() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    try store.program.write("扫描件", to: "form.pdf")
    let done = try store.program.run(
      "attach", store.number, "form.pdf", "--kind", "application_form", "--as", "clerk", "--today",
      "2026-03-03")
    #expect(done.status == 0, "\(done.complaint)")
    try store.open(folder: 0o555, files: 0o444)
    let files = store.program.folder + "/training.dossier/files"
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: files)
    defer { try? store.open(folder: 0o755, files: 0o644) }
    var reader = store.program
    reader.prefix = [
      "/usr/bin/setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups",
    ]
    for (verb, code) in [
      ("verify", "verify.file_unreadable"), ("doctor", "doctor.file_unreadable"),
    ] {
      let reply = try reader.run(verb, "--json")
      #expect(reply.status == 74, "\(verb): \(reply.status)")
      let codes = try reply.json.problems.items.compactMap(\.code.string)
      #expect(codes.contains(code), "\(codes)")
      #expect(!codes.contains { $0.hasSuffix("file_missing") }, "\(codes)")
    }
  }
}
