import Casework
import Foundation
import GRDB
import Glibc
import Quantities
import RulePacks
import Testing

@testable import CaseStore

@Suite("Redaction, attachments, doctor")
struct RedactTests {
  private let secret = "张三丰一三八零零零零"

  private func holdsSecret(_ office: TrainingStore) -> Bool {
    let needle = Array(secret.utf8)
    return ["", "-wal"].contains { suffix in
      guard let bytes = SystemFile.bytes(of: office.store.directory.journal + suffix) else {
        return false
      }
      return Data(bytes).range(of: Data(needle)) != nil
    }
  }

  @Test("A fact that is redacted is gone from the file, and the chain still verifies")
  func fact() throws {
    let office = try TrainingStore()
    let number = try office.receive(
      "甲", more: ["contact.name": .value(.text(secret)), "contact.phone": .value(.text("138"))])
    let printed = try office.store.checkpoint()
    let opened = try #require(try office.store.events(of: .text(number)).first)
    #expect(holdsSecret(office))
    let done = try office.store.redact(
      opened.id, removing: ["contact.name"], reason: "本人申请", basis: "个人信息保护法第47条",
      by: TrainingStore.session("root"))
    #expect(done.isErased)
    #expect(!holdsSecret(office))
    let state = try office.store.state(of: .text(number))
    #expect(state.facts["contact.name"] == nil)
    #expect(state.facts["contact.phone"] == .value(.text("138")))
    #expect(state.text("name") == "甲")
    let report = try office.store.verify(checkpoint: printed)
    #expect(report.problems == [])
    #expect(report.redacted == 1)
    try office.store.rebuild()
    #expect(try office.store.verify().problems == [])
  }

  @Test("A name that is redacted is no longer found by any of its parts")
  func searched() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲", more: ["field": .value(.text(secret))])
    let opened = try #require(try office.store.events(of: .text(number)).first)
    _ = try office.store.redact(
      opened.id, removing: ["field"], reason: "误录", basis: "更正单",
      by: TrainingStore.session("root"))
    #expect(!holdsSecret(office))
    let found = try office.store.page(
      QueueQuery(view: .all, filter: try QueueFilter(parsing: "三丰")),
      for: office.viewer("wang"))
    #expect(found.rows.isEmpty)
  }

  @Test("Texts of notes and contacts become a mark; who redacts and why stays on record")
  func text() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲")
    let note = try #require(
      try office.store.perform(
        .contact(
          Contact(
            with: secret, channel: "phone", text: "家庭住址", waitingFor: nil, until: nil)),
        on: .text(number), by: TrainingStore.session("wang")
      ).events.first)
    _ = try office.store.redact(
      note.id, removing: ["with"], reason: "本人申请", basis: "申请书",
      by: TrainingStore.session("root"))
    #expect(!holdsSecret(office))
    let contact = try office.store.state(of: .text(number)).contacts.first?.contact
    #expect(contact?.with == "█")
    #expect(contact?.text == "家庭住址")
    #expect(try office.store.verify().problems == [])
  }

  @Test("Only an administrator redacts, with a reason, and only what is there")
  func refused() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲")
    let events = try office.store.events(of: .text(number))
    let opened = try #require(events.first)
    func code(_ id: EventID, _ paths: [String], _ reason: String) -> String? {
      problemCode {
        _ = try office.store.redact(
          id, removing: paths, reason: reason, basis: "依据", by: TrainingStore.session("root"))
      }
    }
    #expect(throws: Refusals.self) {
      try office.store.redact(
        opened.id, removing: ["name"], reason: "r", basis: "b", by: TrainingStore.session("wang"))
    }
    #expect(code(opened.id, ["name"], " ") == "redact.reason_missing")
    #expect(code(opened.id, ["no.such.fact"], "r") == "redact.path_unknown")
    #expect(code(opened.id, ["pack.zzz"], "r") == "redact.path_unknown")
    #expect(code("00", ["name"], "r") == "redact.unknown_event")
    let numbered = try #require(events.last)
    #expect(code(numbered.id, ["number"], "r") == "redact.not_possible")
    #expect(try office.store.verify().redacted == 0)
  }

  @Test("An attachment is kept by its hash, once, and its loss or change is noticed")
  func attachments() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲")
    let file = TrainingStore.freePath()
    defer { TrainingStore.remove(file) }
    try Data("盖章扫描件（虚构）".utf8).write(to: URL(fileURLWithPath: file))
    let material = Material(kind: "application_form", title: "表.pdf")
    let done = try office.store.attach(
      fileAt: file, as: material, on: .text(number), by: TrainingStore.session("wang"))
    let kept = try #require(done.after.materials.first)
    let hash = try #require(kept.sha256)
    #expect(hash == SealedEvent.hash("盖章扫描件（虚构）".utf8))
    #expect(kept.size == 27)
    let path = try #require(office.store.path(ofFile: hash))
    #expect(path.hasSuffix("/files/\(hash.prefix(2))/\(hash.dropFirst(2))"))
    #expect(FileStatus(path)?.mode == 0o400)
    #expect(try office.store.keep(fileAt: file).sha256 == hash)
    #expect(try office.store.verify().problems == [])
    chmod(path, 0o600)
    try Data("别的内容".utf8).write(to: URL(fileURLWithPath: path))
    #expect(try office.store.verify().problems.map(\.code) == ["verify.file_hash"])
    unlink(path)
    #expect(try office.store.verify().problems.map(\.code) == ["verify.file_missing"])
    #expect(
      try office.store.examine(moment: 0).ailments.contains {
        $0.problem.code == "doctor.file_missing"
      })
  }

  @Test("Links, folders, devices and files that are too large are refused")
  func strangers() throws {
    let office = try TrainingStore()
    let link = TrainingStore.freePath()
    defer { unlink(link) }
    symlink("/etc/hostname", link)
    func code(_ path: String, limit: Int64 = 100) -> String? {
      problemCode { _ = try office.store.keep(fileAt: path, limit: limit) }
    }
    #expect(code(link) == "attachment.not_a_file")
    #expect(code("/tmp") == "attachment.not_a_file")
    #expect(code("/dev/null") == "attachment.not_a_file")
    #expect(code("/nowhere") == "attachment.not_found")
    #expect(code(office.store.directory.journal) == "attachment.too_large")
    #expect(SystemFile.names(in: office.store.directory.files).isEmpty)
  }

  @Test("Doctor finds wrong modes and orphans, and mends them")
  func doctor() throws {
    let office = try TrainingStore()
    let file = TrainingStore.freePath()
    defer { TrainingStore.remove(file) }
    try Data("没有事件的文件".utf8).write(to: URL(fileURLWithPath: file))
    let orphan = try office.store.keep(fileAt: file)
    chmod(office.store.directory.journal, 0o644)
    func codes(_ checkup: Checkup) -> Set<String> { Set(checkup.ailments.map(\.problem.code)) }
    let now = Int64(time(nil)) * 1000
    #expect(!codes(try office.store.examine(moment: now)).contains("doctor.orphan"))
    let later = now + 2 * CaseStore.orphanAge * 1000
    let found = try office.store.examine(moment: later)
    #expect(codes(found).isSuperset(of: ["doctor.mode", "doctor.orphan"]))
    let fixed = try office.store.examine(isFixing: true, moment: later)
    let unmended = fixed.ailments.filter { $0.isFixable && !$0.isFixed }
    #expect(unmended == [])
    #expect(office.store.path(ofFile: orphan.sha256) == nil)
    #expect(FileStatus(office.store.directory.journal)?.mode == 0o600)
    #expect(try office.store.examine(moment: later).ailments.filter(\.isFixable).isEmpty)
  }

  @Test("The versions of SQLite that can lose commits are known")
  func defect() {
    for version: Int32 in [3_007_000, 3_040_001, 3_044_005, 3_050_006, 3_051_002, 3_045_000] {
      #expect(SQLiteVersion.hasLogDefect(version))
    }
    for version: Int32 in [3_006_023, 3_044_006, 3_050_007, 3_051_003, 3_052_000] {
      #expect(!SQLiteVersion.hasLogDefect(version))
    }
    #expect(SQLiteVersion.text(3_040_001) == "3.40.1")
  }
}
