import Casework
import GRDB
import Glibc
import Quantities
import Testing

@testable import CaseStore

@Suite("Restoring")
struct RestoreTests {
  /// A store with one case, and its backup.
  private func saved() throws -> (office: TrainingStore, number: String, copy: String) {
    let office = try TrainingStore()
    let number = try office.receive("甲")
    let copy = TrainingStore.freePath()
    try office.store.backUp(to: copy)
    return (office, number, copy)
  }

  private func patch(_ store: String, _ sql: String) throws {
    let queue = try DatabaseQueue(path: store + "/journal.sqlite")
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  @Test("A backup whose derived tables are of an earlier form is restored; it stays as it is")
  func earlierProjection() throws {
    let (_, number, copy) = try saved()
    let place = TrainingStore.freePath()
    defer { for path in [copy, place] { TrainingStore.remove(path) } }
    try patch(copy, "UPDATE meta SET value = 0 WHERE key = 'projection'; DELETE FROM names")
    let restored = try CaseStore.restore(from: copy, to: place)
    #expect(try restored.state(of: .text(number)).text("name") == "甲")
    #expect(try restored.verify().problems == [])
    #expect(
      problemCode { _ = try CaseStore.open(at: copy, access: .reading) }
        == "store.earlier_version")
  }

  @Test("A backup of an earlier schema is brought up to date in the copy")
  func earlierSchema() throws {
    let (_, number, copy) = try saved()
    let place = TrainingStore.freePath()
    defer { for path in [copy, place] { TrainingStore.remove(path) } }
    let later = Schema(
      version: 2, create: Schema.current.create,
      steps: [1: { try $0.execute(sql: "CREATE TABLE step_two (x)") }])
    let restored = try CaseStore.restore(
      from: copy, to: place, sharing: .personal, schema: later)
    let version = try restored.reading { try Int.fetchOne($0, sql: "PRAGMA user_version") }
    #expect(version == 2)
    #expect(try restored.state(of: .text(number)).number == number)
    #expect(FileStatus(restored.directory.backups) == nil)
    #expect(try CaseStore.open(at: copy, access: .reading).state(of: .text(number)).version > 0)
  }

  @Test("A backup of a later program is refused, and nothing stays at the place")
  func later() throws {
    let (_, _, copy) = try saved()
    let place = TrainingStore.freePath()
    defer { for path in [copy, place] { TrainingStore.remove(path) } }
    try patch(copy, "UPDATE meta SET value = 99 WHERE key = 'projection'")
    var found: Problem?
    do { _ = try CaseStore.restore(from: copy, to: place) } catch let problem as Problem {
      found = problem
    }
    #expect(found?.code == "store.later_version")
    #expect(found?.place.file == copy)
    #expect(FileStatus(place) == nil)
    let beside = SystemFile.names(in: TrainingStore.folder).filter {
      $0.hasPrefix(String(place.dropFirst(TrainingStore.folder.count + 1)))
    }
    #expect(beside == [])
  }

  @Test("An empty folder is filled, whatever it is called and by whom it is linked")
  func emptyFolder() throws {
    let (_, number, copy) = try saved()
    let place = TrainingStore.freePath()
    let link = TrainingStore.freePath()
    defer {
      unlink(link)
      for path in [copy, place] { TrainingStore.remove(path) }
    }
    mkdir(place, 0o755)
    symlink(place, link)
    let inode = FileStatus(place)?.inode
    let restored = try CaseStore.restore(from: copy, to: link + "/")
    #expect(try restored.state(of: .text(number)).number == number)
    #expect(FileStatus(place)?.inode == inode)
    #expect(FileStatus(place)?.mode == 0o700)
    let names = SystemFile.names(in: place).filter { !$0.hasPrefix("journal") }
    #expect(names == ["files", "lock"])
    _ = try restored.perform(.note("x"), on: .text(number), by: TrainingStore.session("wang"))
    #expect(try restored.verify().problems == [])
  }

  @Test("A folder with other things in it is refused and named, a store as well")
  func taken() throws {
    let (office, _, copy) = try saved()
    let place = TrainingStore.freePath()
    defer { for path in [copy, place] { TrainingStore.remove(path) } }
    mkdir(place, 0o755)
    mkdir(place + "/letters", 0o755)
    var found: Problem?
    do { _ = try CaseStore.restore(from: copy, to: place) } catch let problem as Problem {
      found = problem
    }
    #expect(found?.code == "store.not_empty")
    #expect(found?.arguments["found"] == "letters")
    #expect(
      problemCode { _ = try CaseStore.restore(from: copy, to: office.path) } == "store.exists")
    #expect(problemCode { try office.store.backUp(to: place) } == "store.not_empty")
    #expect(problemCode { _ = try CaseStore.create(at: place) } == "store.not_empty")
    #expect(SystemFile.names(in: place) == ["letters"])
  }

  @Test("What is restored writes as an incarnation of its own")
  func incarnation() throws {
    let (office, number, copy) = try saved()
    let place = TrainingStore.freePath()
    defer { for path in [copy, place] { TrainingStore.remove(path) } }
    let restored = try CaseStore.restore(from: copy, to: place)
    let there = try restored.perform(
      .note("x"), on: .text(number), by: TrainingStore.session("wang"))
    let here = try office.store.perform(
      .note("x"), on: .text(number), by: TrainingStore.session("wang"))
    #expect(there.events.first?.header.device != here.events.first?.header.device)
  }
}
