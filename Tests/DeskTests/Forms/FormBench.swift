import CaseStore
import Casework
import Exchange
import Foundation
import Quantities
import RulePacks
import Synchronization
import TerminalUI
import Testing

@testable import Desk

/// A desk on a store of its own, driven by actions and keys; an application lies on it.
final class FormBench {
  let runner: DeskRunner
  let terminal: MemoryTerminal
  let store: CaseStore
  let stream: StreamID
  let folder: String
  private let tools: DeskTools
  private let clock: Clock

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
  static let today = CalendarDate(parsing: "2026-04-13")

  /// The shelf of the project's own data.
  static var shelf: DataShelf { DataShelf(root + "/data") }

  init(
    rows: Int = 24, columns: Int = 80, language: Language = .zh, settings: String? = nil,
    hasStore: Bool = true, hurries: Bool = true, roles: [RulePacks.Role] = RulePacks.Role.allCases
  ) throws {
    let folder = NSTemporaryDirectory() + "desk-forms-\(UUID().uuidString)"
    self.folder = folder
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    let today = try #require(Self.today)
    let moment: Int64 = 1_776_042_000_000
    let clock = Clock(moment, step: hurries ? 0 : 1_000)
    self.clock = clock
    let session = Session(login: "wangmin", today: today, moment: moment)
    let vocabulary = try Self.shelf.vocabulary()
    var store: CaseStore?
    var stream: StreamID?
    if hasStore {
      let made = try CaseStore.create(at: folder + "/office.dossier")
      let pack = try Self.shelf.pack("qingdao-2024", vocabulary)
      try made.establish(
        [
          .settings(
            OfficeSettings(
              name: pack.issuer, utcOffsetMinutes: 480, allowsActingAs: true,
              defaultPack: pack.id)),
          .user(
            User(
              name: "wangmin", display: "王敏（虚构）", login: "wangmin", roles: roles,
              department: nil)), .adopt(pack),
        ], by: session)
      let report = try Importer(store: made, vocabulary: vocabulary, departments: []).run(
        files: [Self.root + "/data/samples/qingdao-enterprise.yaml"], by: session)
      let number = try #require(report.imported.first?.number)
      stream = try made.situation(of: .text(number), for: session).state.id
      store = made
    }
    terminal = MemoryTerminal(size: Size(rows: rows, columns: columns))
    var options = DeskOptions(language: language) { clock.now() }
    options.isTodayFixed = true
    options.vocabulary = { vocabulary }
    options.dataFolder = hasStore ? Self.root + "/data" : try Self.dataOfOneCity(in: folder)
    options.settingsFile = settings.map { folder + "/" + $0 }
    options.themesFolder = Self.root + "/themes"
    let names = Self.shelf.departments().map { ($0.id, $0.name) }
    options.departments = { Dictionary(names) { first, _ in first } }
    tools = DeskTools(store: store, terminal: terminal, session: session, options: options)
    let circumstances = DeskProgram.circumstances(session, options, terminal)
    runner = DeskRunner(DeskState(circumstances), tools: tools)
    self.store = try store ?? CaseStore.create(at: folder + "/spare.dossier")
    self.stream = stream ?? StreamID.office
    runner.start()
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The case as its page has it.
  func caseFolder() throws -> CaseFolder {
    let (state, context) = try store.situation(of: .stream(stream), for: session)
    return CaseFolder(
      state: state, context: context, events: try store.events(of: .stream(stream), at: .now))
  }

  var session: Session { runner.state.circumstances.session }

  /// Lets time pass as far as it has come.
  func tick() { runner.send(.time(clock.now(), today: session.today)) }

  /// Takes invented centres over from a roster, as many as there are numbers.
  func takeOver(_ numbers: Range<Int>) throws {
    let departments = ["qd-shinan", "qd-laoshan", "qd-huangdao"]
    let entries = try numbers.map { number in
      let year = 2020 + number % 4
      var facts: Facts = [
        "name": .value(.text("青岛市虚构第\(number + 1)号技术创新中心")),
        "host.name": .value(.text("虚构第\(number + 1)号有限公司（虚构）")),
        "department": .value(.text(departments[number % 3])),
        "approval.date": .value(
          .date(try #require(CalendarDate(year: year, month: 6, day: 15)))),
        "batch.year": .value(.count(Int64(year), .year)),
      ]
      if number != 10 { facts["batch.number"] = .value(.count(Int64(1 + number % 3), .plain)) }
      return Arrival.rosterEntry(
        RosterEntry(
          facts: facts, stage: "on_roster", since: nil, source: "roster.csv",
          fingerprint: "centre-\(number)"), pack: "qingdao-2024")
    }
    var session = session
    session.today = try #require(CalendarDate(parsing: "2026-03-20"))
    _ = try store.admit(entries, by: session)
  }

  /// Opens a pane as an action of the screen below would.
  func open(_ pane: some DeskPane) { runner.push(pane) }

  /// Presses keys by their names; other texts are typed.
  func press(_ keys: String...) {
    for name in keys {
      if name.count > 1 || name == " ", let key = Key(name: name) {
        runner.send(.input(.key(key)))
      } else {
        type(name)
      }
    }
  }

  /// A copy of the data with the pack of one city, so that a first run looks the same however many
  /// packs there are.
  private static func dataOfOneCity(in folder: String) throws -> String {
    let files = FileManager.default
    let data = folder + "/data"
    try files.createDirectory(atPath: data + "/packs", withIntermediateDirectories: true)
    for name in try files.contentsOfDirectory(atPath: root + "/data") where name != "packs" {
      try files.copyItem(atPath: root + "/data/" + name, toPath: data + "/" + name)
    }
    let pack = "/packs/qingdao-2024"
    try files.copyItem(atPath: root + "/data" + pack, toPath: data + pack)
    return data
  }

  /// Types a text, as an input method commits it.
  func type(_ text: String) {
    for character in text { runner.send(.input(.key(.character(character)))) }
  }

  /// Pastes a text.
  func paste(_ text: String) { runner.send(.input(.paste(text))) }

  /// Presses and lets go a button of the mouse where a text shows.
  func click(
    _ text: String, _ action: MouseEvent.Action = .press,
    from source: SourceLocation = #_sourceLocation
  ) throws {
    let position = try #require(place(of: text), "\(screen)", sourceLocation: source)
    for action in [action, .release] {
      let event = MouseEvent(action, at: position)
      runner.send(.mouse(event, region: frame.hit(at: position)))
    }
  }

  /// Where a text begins.
  private func place(of text: String) -> Position? {
    let picture = frame
    for row in 0..<picture.size.rows {
      for column in 0..<picture.size.columns {
        var rest = text.unicodeScalars.map(\.value)[...]
        var here = column
        while let next = rest.first, picture[row, here].scalar == next {
          rest.removeFirst()
          here += picture[row, here + 1].isContinuation ? 2 : 1
        }
        if rest.isEmpty { return Position(row, column) }
      }
    }
    return nil
  }

  /// The picture, made anew; what is kept from the picture before must not make another of it.
  var frame: Frame {
    let new = Desk.view(runner.state)
    let next = Desk.view(runner.state, after: last)
    #expect(FrameText(next).golden == FrameText(new).golden)
    #expect(next.cells == new.cells && next.hits == new.hits)
    #expect(next.cursor == new.cursor && next.cursorVisible == new.cursorVisible)
    last = next
    return new
  }
  private var last: Frame?
  /// The text of the picture.
  var screen: String { FrameText(frame).text }

  /// The form on top.
  var form: FactsPane? { runner.state.top as? FactsPane }

  /// The facts on record.
  func facts() throws -> Facts { try caseFolder().state.facts }

  /// Compares the picture with a golden file.
  func expectGolden(_ name: String) throws {
    let file = URL(fileURLWithPath: Self.root + "/Tests/DeskTests/Golden/\(name).txt")
    let actual = FrameText(frame).golden
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try actual.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(actual == (try String(contentsOf: file, encoding: .utf8)))
  }
}

/// A clock that stands, or goes on by a step each time it is looked at.
private final class Clock: Sendable {
  private let moment: Mutex<Int64>
  private let step: Int64

  init(_ moment: Int64, step: Int64) {
    self.moment = Mutex(moment)
    self.step = step
  }

  func now() -> Int64 {
    moment.withLock {
      $0 += step
      return $0
    }
  }
}
