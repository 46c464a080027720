import Foundation
import Glibc
import Testing

@Suite("Stores in trouble")
struct BadStoreTests {
  @Test("A store in a folder that may not be written to is read, and says why it is not written")
  func readOnly() throws {
    let store = try TrainingStore()
    defer {
      try? store.open(folder: 0o755, files: 0o644)
      store.program.clean()
    }
    let before = try store.eventCount()
    try store.open(folder: 0o555, files: 0o444)
    var reader = store.program
    if geteuid() == 0 {
      // Modes do not bind root.
      reader.prefix = [
        "/usr/bin/setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups",
      ]
    }
    let queue = try reader.run("queue", "--json")
    #expect(queue.status == 0, "\(queue.complaint)")
    #expect(try queue.json.total == 1)
    for words in [
      ["note", store.number, "x"], ["act", store.number, "submit"],
      ["user", "add", "third", "--role", "officer"], ["rebuild"],
    ] {
      let reply = try reader.run(words + ["--as", "officer", "--json"])
      #expect(reply.status == 73, "\(words): \(reply.status) \(reply.complaint)")
      #expect(reply.complaint.contains("only be read"), "\(reply.complaint)")
    }
    try store.open(folder: 0o755, files: 0o644)
    #expect(try store.eventCount() == before)
    try store.expectSound()
  }

  @Test("A database of another program is left alone: 74")
  func foreign() throws {
    let store = try TrainingStore(withCase: false)
    defer { store.program.clean() }
    try store.patch(at: 68, with: [0, 0, 0, 1])
    let bytes = try store.journalBytes()
    for words in [["queue"], ["verify"], ["note", "QD-2026-001", "x"], ["doctor"], ["rebuild"]] {
      let reply = try store.program.run(words)
      #expect(reply.status == 74, "\(words): \(reply.status)")
      #expect(!reply.complaint.isEmpty)
      #expect(!reply.complaint.contains("Problem "), "\(reply.complaint)")
    }
    #expect(try store.journalBytes() == bytes)
    try store.patch(at: 68, with: Array("Doss".utf8))
    try store.expectSound()
  }

  @Test("A store of a later version is left alone, with a word about a newer program: 74")
  func later() throws {
    let store = try TrainingStore(withCase: false)
    defer { store.program.clean() }
    try store.patch(at: 60, with: [0, 0, 0, 99])
    let bytes = try store.journalBytes()
    for words in [["queue"], ["verify"], ["user", "list"], ["backup", "copy.dossier"]] {
      let reply = try store.program.run(words + ["--json"])
      #expect(reply.status == 74, "\(words): \(reply.status)")
      #expect(try reply.json.problems[0].code == "store.later_version")
      #expect(reply.complaint.contains("99"), "\(reply.complaint)")
    }
    #expect(try store.journalBytes() == bytes)
  }

  @Test("A journal that was cut off or emptied is called damaged: 74", arguments: [0, 50, 5_000])
  func cut(length: Int) throws {
    let store = try TrainingStore(withCase: false)
    defer { store.program.clean() }
    #expect(truncate(store.journal, length) == 0)
    for words in [["queue"], ["verify"]] {
      let reply = try store.program.run(words + ["--json"])
      #expect(reply.status == 74, "\(words): \(reply.status) \(reply.output)")
      #expect(try reply.json.problems[0].code == "store.damaged", "\(reply.output)")
      #expect(!reply.complaint.isEmpty)
    }
  }

  @Test("Damaged pages are found by verify, and the backup has everything")
  func damagedPages() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    try store.submitAndRecommend()
    let before = try store.eventCount()
    let copied = try store.program.run("backup", "copy.dossier")
    #expect(copied.status == 0, "\(copied.complaint)")
    let size = try store.journalBytes().count
    try store.patch(at: 8_192, with: Array(repeating: 0xA5, count: size - 8_192))
    let verified = try store.program.run("verify")
    #expect(verified.status == 74, "\(verified.status) \(verified.output)")
    #expect(!verified.complaint.isEmpty)
    let read = try store.program.run("history", store.number)
    #expect(read.status == 74, "\(read.status) \(read.complaint)")
    #expect(!read.complaint.isEmpty)
    let written = try store.program.run("note", store.number, "x")
    #expect(written.status == 74, "\(written.status) \(written.complaint)")

    let restored = try store.program.run("restore", "copy.dossier", "new.dossier")
    #expect(restored.status == 0, "\(restored.complaint)")
    var other = store.program
    other.environment["DOSSIER_STORE"] = other.folder + "/new.dossier"
    let report = try other.json("verify")
    #expect(report.ok == true)
    #expect(try #require(report.events.number) >= before)
    #expect(try other.json("show", store.number).stage == "formal_review")
  }

  @Test("One bit turned over in a recorded event is found by verify: 74")
  func oneBit() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    let remark = "remark-to-be-altered"
    try store.program.json("note", store.number, remark)
    try store.program.json("rebuild")
    var bytes = try store.journalBytes()
    let found = try #require(bytes.firstRange(of: Data(remark.utf8)))
    bytes[found.lowerBound] ^= 1
    try store.patch(at: found.lowerBound, with: [bytes[found.lowerBound]])
    let verified = try store.program.run("verify", "--json")
    #expect(verified.status == 74)
    #expect(try verified.json.ok == false)
    #expect(try !verified.json.problems.items.isEmpty)
  }

  @Test("On a full disk nothing that was recorded is lost and nothing is half written: 73")
  func fullDisk() throws {
    let limited = try TrainingStore()
    defer { limited.program.clean() }
    let before = try limited.eventCount()
    var writer = limited.program
    // A limit of the size of files stands for the disk: it binds root as well.
    let blocks = try limited.journalBytes().count / 512
    writer.prefix = ["/bin/sh", "-c", "trap '' XFSZ; ulimit -f \(blocks); exec \"$@\"", "sh"]
    var confirmed = 0
    var last: Program.Reply?
    for number in 0..<40 {
      let remark = String(repeating: "备注\(number)", count: 3_000)
      let reply = try writer.run("note", limited.number, remark, "--json")
      last = reply
      if reply.status != 0 { break }
      confirmed += 1
    }
    #expect(last?.status == 73, "\(String(describing: last))")
    #expect(try last?.json.problems[0].code == "store.full")
    #expect(last?.complaint.isEmpty == false)
    try limited.expectSound()
    #expect(try limited.eventCount() == before + confirmed)
    try limited.program.json("note", limited.number, "there is room again")
    try limited.expectSound()
  }

  @Test(
    "On a small file system that is full the store waits for room",
    .enabled(if: SmallDisk.isToBeHad, "needs root and mount"))
  func smallDisk() throws {
    let disk = try SmallDisk(kilobytes: 2_048)
    defer { disk.remove() }
    var program = Program(in: disk.folder)
    program.environment["DOSSIER_STORE"] = disk.folder + "/t.dossier"
    try program.json("init", "t.dossier", "--pack", "qingdao-2024", "--allow-as")
    try program.copySample()
    try program.json("import", "qingdao-enterprise.yaml")
    let before = try #require(try program.json("verify").events.number)
    disk.fill()
    let words = ["note", "QD-2026-001", String(repeating: "满", count: 20_000), "--json"]
    let refused = try program.run(words)
    #expect(refused.status == 73, "\(refused.status) \(refused.complaint)")
    #expect(try refused.json.problems[0].code == "store.full")
    #expect(try program.run("queue").status == 0)
    disk.makeRoom()
    let report = try program.json("verify")
    #expect(report.ok == true)
    #expect(report.events.number == before)
    try program.json("note", "QD-2026-001", "there is room again")
  }
}
