import Casework
import Foundation
import GRDB
import Glibc
import Quantities
import RulePacks
import Testing

@testable import CaseStore

@Suite("What happens to stores by accident")
struct MishapTests {
  private func write(_ text: String) throws -> String {
    let path = TrainingStore.freePath()
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test("A stored file that was altered is replaced when the same file is put on file again")
  func altered() throws {
    let office = try TrainingStore()
    let file = try write("盖章扫描件（虚构）")
    defer { TrainingStore.remove(file) }
    let hash = try office.store.keep(fileAt: file).sha256
    let path = try #require(office.store.path(ofFile: hash))
    chmod(path, 0o600)
    try Data("盖章扫描件（损坏）".utf8).write(to: URL(fileURLWithPath: path))
    #expect(FileHash.of(path) != hash)
    _ = try office.store.keep(fileAt: file)
    #expect(FileHash.of(path) == hash)
  }

  @Test(
    "A store whose file was redacted verifies and can be backed up",
    arguments: ["material", "material.sha256"])
  func redactedFile(path: String) throws {
    let office = try TrainingStore()
    let number = try office.receive("甲")
    let file = try write("身份证复印件（虚构）")
    let copy = TrainingStore.freePath()
    defer { for place in [file, copy] { TrainingStore.remove(place) } }
    let done = try office.store.attach(
      fileAt: file, as: Material(kind: "application_form", title: "张三.pdf"),
      on: .text(number), by: TrainingStore.session("wang"))
    let kept = try #require(done.after.materials.first?.sha256)
    let event = try #require(done.events.first)
    _ = try office.store.redact(
      event.id, removing: [path], reason: "本人申请", basis: "个人信息保护法第47条",
      by: TrainingStore.session("root"))
    #expect(office.store.path(ofFile: kept) == nil)
    let material = try #require(try office.store.state(of: .text(number)).materials.first)
    #expect(material.sha256 == nil)
    #expect((material.title == Redaction.mark) == (path == "material"))
    #expect(try office.store.verify().problems == [])
    #expect(try office.store.backUp(to: copy).isSound)
  }

  @Test("A store that lost an attachment can still be backed up and restored, and says so")
  func lostFile() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲")
    let file = try write("盖章扫描件（虚构）")
    let copy = TrainingStore.freePath()
    let again = TrainingStore.freePath()
    defer { for place in [file, copy, again] { TrainingStore.remove(place) } }
    let done = try office.store.attach(
      fileAt: file, as: Material(kind: "application_form", title: "表.pdf"),
      on: .text(number), by: TrainingStore.session("wang"))
    let hash = try #require(done.after.materials.first?.sha256)
    unlink(try #require(office.store.path(ofFile: hash)))
    #expect(try office.store.backUp(to: copy).problems.map(\.code) == ["verify.file_missing"])
    let restored = try CaseStore.restore(from: copy, to: again)
    #expect(try restored.verify().problems.map(\.code) == ["verify.file_missing"])
    #expect(try restored.state(of: .text(number)).text("name") == "甲")
  }

  @Test("A copy cannot be made within the store that it is of")
  func inside() throws {
    let office = try TrainingStore()
    for place in ["/copy", "/files/deep/er"] {
      let path = office.store.directory.path + place
      #expect(problemCode { try office.store.backUp(to: path) } == "store.inside")
      #expect(FileStatus(path) == nil)
    }
  }

  @Test("A corrected value that is redacted does not give way to the value before it")
  func resurrection() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲", more: ["contact.phone": .value(.text("138"))])
    let done = try office.store.perform(
      .setFacts(
        changes: ["contact.phone": .value(.text("139"))], cleared: [], source: nil, note: nil),
      on: .text(number), by: TrainingStore.session("wang"))
    let event = try #require(done.events.first)
    _ = try office.store.redact(
      event.id, removing: ["contact.phone"], reason: "本人申请", basis: "个人信息保护法第47条",
      by: TrainingStore.session("root"))
    #expect(try office.store.state(of: .text(number)).facts["contact.phone"] == nil)
    #expect(try office.store.verify().problems == [])
  }

  @Test("Events that were cut off are missed, even after others were written")
  func cutOff() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲")
    try office.act("submit", on: number, by: "li")
    try office.store.writing { db in
      try db.execute(
        sql: """
          DELETE FROM ledger WHERE position = (SELECT MAX(position) FROM ledger);
          DELETE FROM events WHERE seq = (SELECT MAX(seq) FROM events);
          """)
    }
    #expect(try office.store.verify().problems.map(\.code).contains("verify.events_lost"))
    try office.store.rebuild()
    try office.receive("乙")
    #expect(try office.store.verify().problems.map(\.code) == ["verify.events_lost"])
  }

  @Test("Nothing is written into a store that was moved away and replaced")
  func replaced() throws {
    let office = try TrainingStore()
    let copy = TrainingStore.freePath()
    let old = TrainingStore.freePath()
    let place = office.store.directory.path
    defer { for path in [copy, old] { TrainingStore.remove(path) } }
    try office.store.backUp(to: copy)
    #expect(rename(place, old) == 0)
    #expect(problemCode { try office.receive("甲") } == "store.moved")
    #expect(rename(copy, place) == 0)
    #expect(problemCode { try office.receive("甲") } == "store.moved")
    #expect(try CaseStore.open(at: old, access: .reading).size().cases == 0)
  }

  @Test("Doctor misses the lock file, and makes it again")
  func lockGone() throws {
    let office = try TrainingStore()
    unlink(office.store.directory.lock)
    #expect(problemCode { try office.receive("甲") } == "store.moved")
    let place = office.store.directory.path
    let reader = try CaseStore.open(at: place)
    #expect(reader.access == .reading)
    let found = try reader.examine(isFixing: true, moment: 0).ailments.filter {
      $0.problem.code == "doctor.lock_missing"
    }
    #expect(found.map(\.isFixed) == [true])
    #expect(FileStatus(office.store.directory.lock)?.mode == 0o600)
    #expect(try CaseStore.open(at: place).access == .writing)
  }
}
