import Foundation
import Quantities
import TerminalUI
import Testing

@testable import Desk

@Suite("Drafts on disk")
struct DraftShelfTests {
  private let folder = NSTemporaryDirectory() + "desk-drafts-\(UUID().uuidString)"
  private var file: String { folder + "/drafts.json" }

  private func draft(_ key: String, of user: String = "wangmin") -> Draft {
    Draft(
      key: key, user: user, stream: nil, title: key, values: ["note": "意见"], moment: 1)
  }

  private func lay(_ text: String) { SmallFile.write(Array(text.utf8), to: file) }

  @Test("Drafts come back as they were put there")
  func roundTrip() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try DraftShelf(file).save([draft("b"), draft("a")], of: "wangmin")
    #expect(try DraftShelf(file).takeDown().drafts == [draft("a"), draft("b")])
  }

  @Test("One draft that cannot be read takes no other with it, and the file is set aside whole")
  func oneDamaged() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let good = try String(decoding: JSONEncoder().encode(draft("a")), as: UTF8.self)
    let text = "[\(good), {\"key\": 7}]"
    lay(text)
    let shelved = try DraftShelf(file).takeDown()
    #expect(shelved.drafts == [draft("a")])
    #expect(
      shelved.damage
        == Problem("drafts.damaged", at: Problem.Place(file: file + ".damaged")))
    #expect(SmallFile.text(of: file + ".damaged") == text)
    #expect(try DraftShelf(file).takeDown() == ShelvedDrafts(drafts: [draft("a")]))
  }

  @Test("Files that were set aside keep their place")
  func asideTwice() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    lay("first")
    _ = try DraftShelf(file).takeDown()
    lay("second")
    #expect(try DraftShelf(file).takeDown().drafts.isEmpty)
    #expect(SmallFile.text(of: file + ".damaged") == "first")
    #expect(SmallFile.text(of: file + ".damaged-2") == "second")
  }

  @Test("What one user keeps leaves the drafts of another alone")
  func others() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try DraftShelf(file).save([draft("a", of: "liqiang")], of: "liqiang")
    try DraftShelf(file).save([draft("b")], of: "wangmin")
    try DraftShelf(file).save([], of: "wangmin")
    #expect(try DraftShelf(file).takeDown().drafts == [draft("a", of: "liqiang")])
  }

  @Test("What cannot be written is said")
  func unwritable() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    lay("a file where a folder should be")
    let inside = file + "/drafts.json"
    #expect(throws: Problem("drafts.not_kept", at: Problem.Place(file: inside))) {
      try DraftShelf(inside).save([draft("a")], of: "wangmin")
    }
  }

  /// A desk on a store, with a shelf of its own, and what it shows.
  private func desk(on bench: FormBench, shelf name: String) -> (DeskRunner, () -> String) {
    var options = DeskOptions(language: .zh) { 1_776_042_000_000 }
    options.isTodayFixed = true
    options.draftsFile = bench.folder + "/" + name
    let terminal = MemoryTerminal(size: Size(rows: 24, columns: 80))
    let tools = DeskTools(
      store: bench.store, terminal: terminal, session: bench.session, options: options)
    let circumstances = DeskProgram.circumstances(bench.session, options, terminal)
    let runner = DeskRunner(DeskState(circumstances), tools: tools)
    runner.start()
    return (runner, { FrameText(Desk.view(runner.state)).text })
  }

  @Test("Who leaves with drafts that cannot be kept is told before, once")
  func leaving() throws {
    let bench = try FormBench()
    try FileManager.default.createDirectory(
      atPath: bench.folder + "/drafts", withIntermediateDirectories: false)
    let (runner, screen) = desk(on: bench, shelf: "drafts")
    runner.send(.answer(.drafts(ShelvedDrafts(drafts: [draft("a")]))))
    runner.send(.input(.key(.character("q"))))
    #expect(!runner.state.isDone)
    #expect(screen().contains("文件无法读取"))
    runner.send(.input(.key(.character("q"))))
    #expect(runner.state.isDone)
  }

  @Test("Drafts that could not be read are named at the start")
  func announced() throws {
    let bench = try FormBench()
    SmallFile.write(Array("[{}]".utf8), to: bench.folder + "/drafts.json")
    let (_, screen) = desk(on: bench, shelf: "drafts.json")
    #expect(screen().contains("以前未提交的内容有读不出的"))
    #expect(SmallFile.names(in: bench.folder).contains("drafts.json.damaged"))
  }
}
