import Casework
import GRDB
import Glibc
import Quantities
import Testing

@testable import CaseStore

@Suite("Opening and creating stores")
struct OpeningTests {
  private func mode(_ path: String) -> UInt32? { FileStatus(path)?.mode }

  @Test("A personal store is the owner's alone, whatever the umask")
  func personalModes() throws {
    let path = TrainingStore.freePath()
    defer { TrainingStore.remove(path) }
    let before = umask(0)
    defer { umask(before) }
    let store = try CaseStore.create(at: path)
    #expect(mode(path) == 0o700)
    #expect(mode(store.directory.files) == 0o700)
    for file in [store.directory.journal, store.directory.lock] { #expect(mode(file) == 0o600) }
    try store.establish(
      TrainingStore.founding(allowsActingAs: true, packs: []), by: TrainingStore.session("root"))
    #expect(mode(store.directory.journal + "-wal") == 0o600)
  }

  @Test("A shared store is its group's, whatever the umask")
  func sharedModes() throws {
    let path = TrainingStore.freePath()
    defer { TrainingStore.remove(path) }
    let before = umask(0o077)
    defer { umask(before) }
    let group = getgrgid(getegid()).map { String(cString: $0.pointee.gr_name) }
    let store = try CaseStore.create(at: path, sharing: .group(try #require(group)))
    try store.establish(
      TrainingStore.founding(allowsActingAs: true, packs: []), by: TrainingStore.session("root"))
    #expect(mode(path) == 0o2770)
    #expect(mode(store.directory.files) == 0o2770)
    for suffix in ["", "-wal", "-shm"] { #expect(mode(store.directory.journal + suffix) == 0o660) }
    #expect(mode(store.directory.lock) == 0o660)
    #expect(
      problemCode { _ = try CaseStore.create(at: path + "x", sharing: .group("no-such-group")) }
        == "store.group_unknown")
  }

  @Test("A decision that was confirmed survives a power cut: the settings are those asked for")
  func durability() throws {
    let office = try TrainingStore()
    let found = try office.store.reading { db in
      [
        try Int.fetchOne(db, sql: "PRAGMA synchronous"),
        try Int.fetchOne(db, sql: "PRAGMA wal_autocheckpoint"),
        try Int.fetchOne(db, sql: "PRAGMA secure_delete"),
        try Int.fetchOne(db, sql: "PRAGMA busy_timeout"),
      ]
    }
    #expect(found == [2, 0, 1, 10_000])
    let journalMode = try office.store.reading {
      try String.fetchOne($0, sql: "PRAGMA journal_mode")
    }
    #expect(journalMode == "wal")
  }

  @Test("A place that is taken is refused, and an empty folder is not")
  func taken() throws {
    let office = try TrainingStore()
    #expect(problemCode { _ = try CaseStore.create(at: office.path) } == "store.exists")
    let path = TrainingStore.freePath()
    defer { TrainingStore.remove(path) }
    mkdir(path, 0o755)
    _ = try CaseStore.create(at: path)
    #expect(mode(path) == 0o700)
  }

  @Test("What is no store says so")
  func strangers() throws {
    #expect(problemCode { _ = try CaseStore.open(at: "/nowhere/at/all") } == "store.missing")
    #expect(problemCode { _ = try CaseStore.open(at: "/tmp") } == "store.missing")
    let path = TrainingStore.freePath()
    defer { TrainingStore.remove(path) }
    mkdir(path, 0o700)
    let queue = try DatabaseQueue(path: path + "/journal.sqlite")
    try queue.write { try $0.execute(sql: "CREATE TABLE t (x); PRAGMA application_id = 7") }
    try queue.close()
    #expect(problemCode { _ = try CaseStore.open(at: path) } == "store.foreign")
  }

  @Test("A damaged database says so", arguments: [0, 4096])
  func damaged(offset: Int) throws {
    let path = TrainingStore.freePath()
    defer { TrainingStore.remove(path) }
    do {
      let store = try CaseStore.create(at: path)
      try store.establish(
        TrainingStore.founding(allowsActingAs: true, packs: [InventedPack.make()]),
        by: TrainingStore.session("root"))
      try store.close()
    }
    unlink(path + "/journal.sqlite-wal")
    unlink(path + "/journal.sqlite-shm")
    let descriptor = open(path + "/journal.sqlite", O_RDWR)
    var noise = [UInt8](repeating: 0xA5, count: 4096)
    let size = FileStatus(path + "/journal.sqlite")?.size ?? 0
    for place in stride(from: offset, to: Int(size), by: 4096) {
      pwrite(descriptor, &noise, noise.count, place)
    }
    close(descriptor)
    let code = problemCode {
      let store = try CaseStore.open(at: path)
      _ = try store.office()
    }
    #expect(code == "store.damaged")
  }

  @Test("A network share is refused by its magic number, or by its type under FUSE")
  func network() {
    #expect(FileSystemKind(magic: 0x6969, mountType: "") == .network("nfs"))
    #expect(FileSystemKind(magic: 0xFE53_4D42, mountType: "") == .network("smb2"))
    #expect(FileSystemKind(magic: 0xFFFF_FFFF_FF53_4D42, mountType: "") == .network("cifs"))
    #expect(
      FileSystemKind(magic: 0x6573_5546, mountType: "fuse.sshfs") == .network("fuse.sshfs"))
    #expect(FileSystemKind(magic: 0x6573_5546, mountType: "fuseblk") == .local)
    #expect(FileSystemKind(magic: 0xEF53, mountType: "") == .local)
    #expect(FileSystemKind(at: "/tmp") == .local)
  }

  @Test("A store of a later program is refused, also by a desk that was open before")
  func laterVersion() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲")
    let other = try DatabaseQueue(path: office.store.directory.journal)
    try other.write { try $0.execute(sql: "PRAGMA user_version = 99") }
    #expect(problemCode { try office.act("submit", on: number, by: "li") } == "store.later_version")
    try other.write {
      try $0.execute(sql: "PRAGMA user_version = 1")
      try $0.execute(sql: "UPDATE meta SET value = 99 WHERE key = 'projection'")
    }
    #expect(problemCode { try office.act("submit", on: number, by: "li") } == "store.later_version")
    #expect(problemCode { _ = try CaseStore.open(at: office.path) } == "store.later_version")
  }

  @Test("An earlier version is brought up to date after a backup")
  func migration() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲")
    let later = Schema(
      version: 3, create: Schema.current.create,
      steps: [
        1: { try $0.execute(sql: "CREATE TABLE step_two (x)") },
        2: { try $0.execute(sql: "CREATE TABLE step_three (x)") },
      ])
    #expect(
      problemCode {
        _ = try CaseStore.open(at: office.path, access: .reading, schema: later)
      } == "store.earlier_version")
    let store = try CaseStore.open(at: office.path, access: .writing, schema: later)
    let found = try store.reading { db in
      (
        try Int.fetchOne(db, sql: "PRAGMA user_version"),
        try db.tableExists("step_two"), try db.tableExists("step_three")
      )
    }
    #expect(found.0 == 3 && found.1 && found.2)
    #expect(try store.state(of: .text(number)).number == number)
    let backup = try DatabaseQueue(path: office.path + "/backups/version-1.sqlite")
    let copied = try backup.read { db in
      (
        try Int.fetchOne(db, sql: "PRAGMA user_version"),
        try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM events")
      )
    }
    #expect(copied.0 == 1)
    #expect(copied.1 ?? 0 > 5)
    #expect(problemCode { try office.act("submit", on: number, by: "li") } == "store.later_version")
  }

  @Test("A store on a read-only disk is read as it lies, with no file made beside it")
  func sealed() throws {
    let path = TrainingStore.freePath()
    defer { TrainingStore.remove(path) }
    do {
      let store = try CaseStore.create(at: path)
      try store.establish(
        TrainingStore.founding(allowsActingAs: true, packs: []), by: TrainingStore.session("root"))
      try store.close()
    }
    for suffix in ["-wal", "-shm"] { unlink(path + "/journal.sqlite" + suffix) }
    let queue = try Connection.reading(StoreDirectory(path), isSealed: true)
    #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM events") } == 7)
    #expect(FileStatus(path + "/journal.sqlite-shm") == nil)
  }

  @Test("A store that is opened for reading writes nothing")
  func reading() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲")
    let reader = try CaseStore.open(at: office.path, access: .reading)
    #expect(try reader.state(of: .text(number)).main?.stage == "applying")
    #expect(
      problemCode {
        _ = try reader.perform(
          .note("x"), on: .text(number), by: TrainingStore.session("wang"))
      } == "store.read_only")
    try office.act("submit", on: number, by: "li")
    #expect(try reader.state(of: .text(number)).main?.stage == "preliminary")
  }
}
