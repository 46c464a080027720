import Casework
import Foundation
import Glibc
import Quantities
import RulePacks
import Synchronization
import Testing

@testable import CaseStore

@Suite("Documents and their files")
struct AttachmentTests {
  private func write(_ text: String) throws -> String {
    let path = TrainingStore.freePath()
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Makes a stored file as old as an orphan.
  private func age(_ path: String) {
    var times = [timespec(tv_sec: 1, tv_nsec: 0), timespec(tv_sec: 1, tv_nsec: 0)]
    utimensat(AT_FDCWD, path, &times, 0)
  }

  private var now: Int64 { Int64(time(nil)) * 1000 }

  @Test("A document that is put on file is the fact that conditions read, until it is undone")
  func fact() throws {
    let office = try TrainingStore()
    let number = try office.receive(
      "甲", more: ["materials[0].kind": .value(.text("application_form"))])
    let material = Material(
      kind: "audit_report", title: "2025 年度审计报告", year: 2025, isSealed: true,
      received: InventedPack.day(2026, 4, 1))
    let done = try office.store.perform(
      .attach(material), on: .text(number), by: TrainingStore.session("wang"))
    let expected: Facts = [
      "materials[1].kind": .value(.text("audit_report")),
      "materials[1].file": .value(.text("2025 年度审计报告")),
      "materials[1].year": .value(.count(2025, .year)),
      "materials[1].sealed": .value(.boolean(true)),
      "materials[1].received": .value(.date(InventedPack.day(2026, 4, 1))),
    ]
    #expect(done.after.facts.filter { $0.key.hasPrefix("materials[1]") } == expected)
    #expect(try office.store.verify().problems == [])
    let undone = try office.store.perform(
      .undo(proceeding: nil, reason: nil), on: .text(number), by: TrainingStore.session("wang"))
    #expect(!undone.after.facts.keys.contains { $0.hasPrefix("materials[1]") })
    #expect(undone.after.materials.isEmpty)
  }

  @Test("A list that was known to be empty is so no longer")
  func emptyList() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲", more: ["materials": .absent])
    let done = try office.store.perform(
      .attach(Material(kind: "k", title: "t")), on: .text(number),
      by: TrainingStore.session("wang"))
    #expect(done.after.facts["materials"] == nil)
    #expect(done.after.facts["materials[0].kind"] == .value(.text("k")))
  }

  @Test("An old orphan is not collected between being kept again and being named by an event")
  func orphan() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲")
    let file = try write("旧文件")
    defer { TrainingStore.remove(file) }
    let kept = try office.store.keep(fileAt: file)
    let path = try #require(office.store.path(ofFile: kept.sha256))
    age(path)
    #expect(try office.store.keep(fileAt: file) == kept)
    _ = try office.store.examine(isFixing: true, moment: now)
    #expect(office.store.path(ofFile: kept.sha256) == path)
    let material = Material(kind: "k", title: "t", sha256: kept.sha256, size: kept.size)
    _ = try office.store.perform(
      .attach(material), on: .text(number), by: TrainingStore.session("wang"))
    age(path)
    _ = try office.store.examine(isFixing: true, moment: now)
    #expect(try office.store.verify().problems == [])
  }

  @Test("While documents are put on file and the doctor collects orphans, no file is lost")
  func race() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲")
    let files = try (0..<12).map { try write("文件 \($0)") }
    defer { for file in files { TrainingStore.remove(file) } }
    // All of them lie there as old orphans already.
    for file in files {
      let hash = try office.store.keep(fileAt: file).sha256
      age(try #require(office.store.path(ofFile: hash)))
    }
    let isOver = Mutex(false)
    let trouble = Mutex<[String]>([])
    let group = DispatchGroup()
    let doctor = try CaseStore.open(at: office.path)
    let moment = now
    Thread {
      group.enter()
      defer { group.leave() }
      while !isOver.withLock({ $0 }) {
        do { _ = try doctor.examine(isFixing: true, moment: moment) } catch {
          trouble.withLock { $0.append("\(error)") }
        }
      }
    }.start()
    for file in files {
      _ = try office.store.attach(
        fileAt: file, as: Material(kind: "k", title: "t"), on: .text(number),
        by: TrainingStore.session("wang"))
    }
    isOver.withLock { $0 = true }
    group.wait()
    #expect(trouble.withLock { $0 } == [])
    #expect(try office.store.state(of: .text(number)).materials.count == 12)
    #expect(try office.store.verify().problems == [])
  }

  @Test("A file that cannot be looked at is not called gone")
  func unreadable() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲")
    let file = try write("扫描件")
    defer { TrainingStore.remove(file) }
    let done = try office.store.attach(
      fileAt: file, as: Material(kind: "k", title: "表.pdf"), on: .text(number),
      by: TrainingStore.session("wang"))
    let hash = try #require(done.after.materials.first?.sha256)
    let folder = office.store.directory.files + "/" + hash.prefix(2)
    // A folder that leads back to itself stands for one that may not be entered: it binds root too.
    #expect(rename(folder, folder + ".away") == 0)
    symlink(folder, folder)
    #expect(try office.store.verify().problems.map(\.code) == ["verify.file_unreadable"])
    let found = try office.store.examine(moment: now).ailments.map(\.problem.code)
    #expect(found.contains("doctor.file_unreadable"))
    #expect(!found.contains("doctor.file_missing"))
    let copy = TrainingStore.freePath()
    defer { TrainingStore.remove(copy) }
    #expect(throws: Problem.self) { try office.store.backUp(to: copy) }
    #expect(FileStatus(copy) == nil)
    unlink(folder)
    #expect(rename(folder + ".away", folder) == 0)
    #expect(try office.store.verify().problems == [])
  }
}
