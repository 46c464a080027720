import Foundation
import Glibc
import Testing

@Suite("The desk in a terminal")
struct TerminalTests {
  @Test("It opens on the queue, and leaves the terminal as it was", arguments: ["q", "f10"])
  func opens(key: String) throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    let desk = try SeatedDesk(store, "clerk", on: "2026-03-02", rows: 24, columns: 80)
    #expect(desk.terminal.screen.isAlternate)
    #expect(!desk.terminal.isCooked)
    #expect(desk.terminal.text.contains("青岛市海洋传感技术创新中心"))
    desk.terminal.press(key)
    #expect(desk.terminal.end() == .exited(0))
    desk.terminal.expectRestored()
  }

  @Test("It moves in the queue, opens a case, goes through its tabs and comes back")
  func moves() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    try store.program.copySample("qingdao-university.yaml")
    try store.program.json(
      "import", "qingdao-university.yaml", "--as", "officer", "--today", "2026-03-03")
    let desk = try SeatedDesk(store, "officer", on: "2026-03-03")
    let terminal = desk.terminal
    #expect(terminal.shows("QD-2026-002"))
    terminal.press("v")
    terminal.press("esc")
    terminal.press("home")
    terminal.press("down")
    terminal.press("enter")
    #expect(terminal.wait { $0.text.contains("Conditions") })
    let second = terminal.text
    #expect(second.contains("QD-2026-002") || second.contains("QD-2026-001"))
    var seen: Set<String> = [second]
    for _ in 0..<5 {
      terminal.press("tab")
      seen.insert(terminal.text)
    }
    #expect(seen.count == 6)
    terminal.press("esc")
    #expect(terminal.wait { $0.text.contains("QD-2026-001") && $0.text.contains("QD-2026-002") })
    terminal.press("f1")
    terminal.press("esc")
    desk.leave()
  }

  @Test("A clerk submits and recommends by keys alone, with the dialog's word beforehand")
  func submitAndRecommend() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    var desk = try SeatedDesk(store, "clerk", on: "2026-03-02")
    desk.openCase()
    try desk.choose("Submit the application")
    #expect(desk.terminal.shows("Preliminary review"))
    #expect(desk.terminal.shows("2026-03-16"))
    #expect(try store.program.json("show", store.number).stage == "applying")
    try desk.confirm()
    #expect(try store.program.json("show", store.number).stage == "preliminary")
    desk.leave()

    desk = try SeatedDesk(store, "clerk", on: "2026-03-06")
    desk.openCase()
    try desk.take("Recommend", ["同意推荐，条件齐备"])
    desk.leave()
    let events = try store.program.json("history", store.number).events.items
    #expect(events.last?.action == "recommend")
    #expect(events.last?.inputs.opinion == "同意推荐，条件齐备")
    #expect(events.last?.actor == "clerk")
    try store.expectSound()
  }

  @Test("Esc leaves the dialog and nothing is written; what was typed is offered again")
  func cancel() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    try store.act("submit", by: "clerk", on: "2026-03-02", to: "preliminary")
    let before = try store.eventCount()
    let desk = try SeatedDesk(store, "clerk", on: "2026-03-06")
    desk.openCase()
    try desk.choose("Recommend")
    desk.fill(["半句话"])
    desk.terminal.press("esc")
    #expect(desk.terminal.hides(SeatedDesk.dialog))
    try desk.choose("Recommend")
    #expect(desk.terminal.shows("半句话"))
    desk.terminal.press("esc")
    desk.leave()
    #expect(try store.eventCount() == before)
  }

  @Test("A dropped line leaves a draft, which is there when the person comes back")
  func hangUp() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    try store.act("submit", by: "clerk", on: "2026-03-02", to: "preliminary")
    var desk = try SeatedDesk(store, "clerk", on: "2026-03-06")
    desk.openCase()
    try desk.choose("Recommend")
    desk.fill(["写到一半断线"])
    desk.terminal.hangUp()
    #expect(desk.terminal.end() != nil)

    desk = try SeatedDesk(store, "clerk", on: "2026-03-06")
    desk.openCase()
    try desk.choose("Recommend")
    #expect(desk.terminal.shows("写到一半断线"), "\(desk.terminal.text)")
    try desk.confirm()
    desk.leave()
    #expect(try store.program.json("show", store.number).stage == "formal_review")
  }

  @Test("A signal to end gives the terminal back", arguments: [SIGTERM, SIGHUP])
  func signals(number: Int32) throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    let desk = try SeatedDesk(store, "clerk", on: "2026-03-06")
    desk.terminal.signal(number)
    #expect(desk.terminal.end() != nil)
    desk.terminal.expectRestored()
  }

  @Test("It takes every size while it runs, and says when there is too little room")
  func resize() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    let desk = try SeatedDesk(store, "officer", on: "2026-03-06")
    for (rows, columns) in [(24, 80), (60, 200), (4, 20), (24, 80)] {
      desk.terminal.resize(rows: rows, columns: columns)
      desk.terminal.settle()
      #expect(desk.terminal.wait { !$0.text.allSatisfy(\.isWhitespace) }, "\(rows)×\(columns)")
    }
    #expect(desk.terminal.shows(store.number))
    desk.leave()
  }

  @Test("Two desks on one store: what one decides the other shows, and no longer offers")
  func twoDesks() throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    try store.act("submit", by: "clerk", on: "2026-03-02", to: "preliminary")
    let first = try SeatedDesk(store, "clerk", on: "2026-03-06")
    first.openCase()
    try first.choose("Recommend")
    first.fill(["同意"])
    try store.act("withdraw", by: "clerk", on: "2026-03-06", ["reason=单位撤回"], to: "withdrawn")
    let before = try store.eventCount()
    first.terminal.press("f2")
    first.terminal.press("f2")
    #expect(try store.eventCount() == before)
    #expect(try store.program.json("show", store.number).stage == "withdrawn")
    first.terminal.press("esc")
    first.leave()
  }
}
