import Casework
import Foundation
import GRDB
import Quantities
import RulePacks
import Testing

@testable import CaseStore

@Suite("What a redaction removes, wherever it stands")
struct RedactAgainTests {
  private let name = "张三丰一三八零零零零"
  private let phone = "一三八一二三四五六七八"

  /// The files of a store whose bytes hold a text.
  private func files(holding text: String, under path: String) -> [String] {
    let needle = Data(text.utf8)
    if FileStatus(path)?.kind == .folder {
      return SystemFile.names(in: path).flatMap { files(holding: text, under: path + "/" + $0) }
    }
    guard let bytes = SystemFile.bytes(of: path) else { return [] }
    return Data(bytes).range(of: needle) == nil ? [] : [path]
  }

  private func redact(
    _ id: EventID, _ paths: [FactPath], in office: TrainingStore
  ) throws -> Redacting {
    try office.store.redact(
      id, removing: paths, reason: "本人申请", basis: "个人信息保护法第47条",
      by: TrainingStore.session("root"))
  }

  @Test("An event is redacted again for what was left, and no record keeps it")
  func again() throws {
    let office = try TrainingStore()
    let number = try office.receive(
      "甲",
      more: ["contact.name": .value(.text(name)), "contact.phone": .value(.text(phone))])
    let opened = try #require(try office.store.events(of: .text(number)).first)
    let first = try redact(opened.id, ["contact.name"], in: office)
    #expect(files(holding: name, under: office.path).isEmpty)
    #expect(!files(holding: phone, under: office.path).isEmpty)
    #expect(first.remaining.isEmpty)
    let second = try redact(opened.id, ["contact.phone"], in: office)
    #expect(second.isErased)
    #expect(files(holding: phone, under: office.path).isEmpty)
    let state = try office.store.state(of: .text(number))
    #expect(state.facts["contact.name"] == nil)
    #expect(state.facts["contact.phone"] == nil)
    #expect(state.text("name") == "甲")
    let third = try redact(opened.id, ["field"], in: office)
    #expect(third.isErased)
    let report = try office.store.verify()
    #expect(report.problems == [])
    #expect(report.redacted == 3)
    try office.store.rebuild()
    #expect(try office.store.verify().problems == [])
    #expect(try office.store.state(of: .text(number)).text("field") == nil)
    #expect(
      problemCode { _ = try redact(opened.id, ["contact.phone"], in: office) }
        == "redact.path_unknown")
    let copy = TrainingStore.freePath()
    defer { TrainingStore.remove(copy) }
    #expect(try office.store.backUp(to: copy).isSound)
  }

  @Test("Explanations of later decisions that name what was removed go with it")
  func explanations() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲", more: ["director.name": .value(.text(name))])
    let opened = try #require(try office.store.events(of: .text(number)).first)
    try office.act("submit", on: number, by: "li")
    let done = try office.act("recommend", on: number, by: "li")
    // The decision is written once more with an explanation that shows the fact.
    var finding = Finding(
      id: "director", cites: ["8"], force: .mandatory, moment: .application, result: .met)
    finding.value = .text(name)
    let bytes = try #require(Basis.bytes(of: [finding]))
    guard case .acted(var acted) = done.events.first?.payload else {
      Issue.record("no action")
      return
    }
    acted.basis = SealedEvent.hash(bytes)
    acted.from = acted.entry.stage
    let payload = EventPayload.acted(acted)
    try office.store.writing { db in
      let desk = try DecisionDesk(office.store, db, TrainingStore.session("li"))
      let history = try Journal(db: db).events(of: done.after.id)
      _ = try desk.carryOut(
        Decision(
          drafts: [EventDraft(payload: payload, role: .clerk, on: TrainingStore.today)],
          basis: bytes), on: try CaseState.folded(history), history)
    }
    let hash = SealedEvent.hash(bytes)
    #expect(try office.store.basis(hash) != nil)
    // Lost by accident, an explanation is missed.
    try office.store.writing { db in
      try db.execute(
        sql: "DELETE FROM blobs WHERE hash = ?", arguments: [Hexadecimal.blob(of: hash)])
    }
    #expect(try office.store.verify().problems.map(\.code) == ["verify.basis_missing"])
    _ = try office.store.writing { try Journal(db: $0).keep(bytes, as: .basis) }
    #expect(try office.store.verify().problems == [])
    _ = try redact(opened.id, ["director.name"], in: office)
    #expect(try office.store.basis(hash) == nil)
    #expect(files(holding: name, under: office.path).isEmpty)
    #expect(try office.store.verify().problems == [])
  }

  @Test("Events that hold the same text themselves are named, and go one by one")
  func remaining() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲", more: ["contact.name": .value(.text(name))])
    let opened = try #require(try office.store.events(of: .text(number)).first)
    let note = try #require(
      try office.store.perform(
        .note("来电：" + name), on: .text(number), by: TrainingStore.session("wang")
      ).events.first)
    let done = try redact(opened.id, ["contact.name"], in: office)
    #expect(done.remaining == [note.id])
    #expect(try redact(note.id, ["text"], in: office).remaining.isEmpty)
    #expect(files(holding: name, under: office.path).isEmpty)
  }

  @Test("Another case is named where its facts or its remarks have the text")
  func elsewhere() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲", more: ["contact.name": .value(.text(name))])
    let other = try office.receive("乙", more: ["contact.name": .value(.text(name))])
    let third = try office.receive("丙")
    let note = try #require(
      try office.store.perform(
        .note("同一联系人：" + name), on: .text(third), by: TrainingStore.session("wang")
      ).events.first)
    let opened = try #require(try office.store.events(of: .text(number)).first)
    let same = try #require(try office.store.events(of: .text(other)).first)
    let remaining = try redact(opened.id, ["contact.name"], in: office).remaining
    #expect(Set(remaining) == [same.id, note.id])
  }

  @Test("What a person gave with a step goes, and the step stays")
  func input() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲")
    try office.act("submit", on: number, by: "li")
    let step = try #require(
      try office.act(
        "return", on: number, by: "li", inputs: ["defects": .text("缺身份证\n" + name)]
      ).events.first)
    _ = try redact(step.id, ["inputs.defects"], in: office)
    #expect(files(holding: name, under: office.path).isEmpty)
    let state = try office.store.state(of: .text(number))
    #expect(state.main?.stage == "correcting")
    #expect(state.main?.defects == [Redaction.mark])
    #expect(try office.store.verify().problems == [])
  }

  @Test("A copy that was made within the store before its schema changed goes too")
  func copies() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲", more: ["contact.name": .value(.text(name))])
    let opened = try #require(try office.store.events(of: .text(number)).first)
    try SystemFile.makeFolder(office.store.directory.backups, mode: 0o700)
    let copy = office.store.directory.backups + "/version-1.sqlite"
    try office.store.database.writeWithoutTransaction {
      try $0.execute(sql: "VACUUM INTO ?", arguments: [copy])
    }
    #expect(!files(holding: name, under: copy).isEmpty)
    let done = try redact(opened.id, ["contact.name"], in: office)
    #expect(done.removedCopies == [copy])
    #expect(files(holding: name, under: office.path).isEmpty)
  }

  @Test("A copy that somebody has open is named and stays; what is no database goes")
  func copyInUse() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲", more: ["contact.name": .value(.text(name))])
    let opened = try #require(try office.store.events(of: .text(number)).first)
    let folder = office.store.directory.backups
    try SystemFile.makeFolder(folder, mode: 0o700)
    let copy = folder + "/version-1.sqlite"
    try office.store.database.writeWithoutTransaction {
      try $0.execute(sql: "VACUUM INTO ?", arguments: [copy])
    }
    let scrap = folder + "/version-2.sqlite"
    try Data(repeating: 7, count: 8192).write(to: URL(fileURLWithPath: scrap))
    let other = try DatabaseQueue(path: copy)
    let done = try other.writeWithoutTransaction { db in
      var done: Redacting?
      try db.inTransaction(.exclusive) {
        done = try redact(opened.id, ["contact.name"], in: office)
        return .rollback
      }
      return try #require(done)
    }
    #expect(done.removedCopies == [scrap])
    #expect(done.uncheckedCopies.map(\.code) == ["redact.copy_unchecked"])
    #expect(done.uncheckedCopies.map(\.place.file) == [copy])
    #expect(files(holding: name, under: office.path) == [copy])
  }

  @Test("The title of a listed document goes from the list and from the facts")
  func listed() throws {
    let office = try TrainingStore()
    let application = Application(
      facts: [
        "name": .value(.text("甲")), "department": .value(.text("d1")),
        "materials[0].kind": .value(.text("application_form")),
        "materials[0].file": .value(.text(name)),
      ],
      materials: [Material(kind: "application_form", title: name)], fingerprint: "x")
    let number = try #require(
      try office.store.open(
        application, under: InventedPack.id, by: TrainingStore.session("wang")
      ).after.number)
    let opened = try #require(try office.store.events(of: .text(number)).first)
    _ = try redact(opened.id, ["materials[0].file"], in: office)
    #expect(files(holding: name, under: office.path).isEmpty)
    let state = try office.store.state(of: .text(number))
    #expect(state.materials.map(\.title) == [Redaction.mark])
    #expect(state.facts["materials[0].file"] == nil)
  }

  @Test("A step is undone after a redaction, also where its own content was redacted")
  func undo() throws {
    let office = try TrainingStore()
    let number = try office.receive("甲", more: ["contact.name": .value(.text(name))])
    let opened = try #require(try office.store.events(of: .text(number)).first)
    let act = try office.store.perform(
      .act(action: "submit", proceeding: nil, inputs: [:], note: "联系人" + name), on: .text(number),
      by: TrainingStore.session("li"))
    _ = try redact(opened.id, ["contact.name"], in: office)
    _ = try redact(try #require(act.events.first).id, ["note"], in: office)
    #expect(files(holding: name, under: office.path).isEmpty)
    let undone = try office.store.perform(
      .undo(proceeding: nil, reason: nil), on: .text(number), by: TrainingStore.session("li"))
    #expect(undone.after.main?.stage == "applying")
    #expect(try office.store.verify().problems == [])
  }
}
