import CaseStore
import Casework
import Quantities
package import TerminalUI
import Wording

/// The page of a host: its cases, platforms and earlier failures.
package struct HostPane: DeskPane {
  private let creditCode: String
  private var page: HostPage?
  private var list = ListView([])

  /// The page of the host with a credit code.
  package init(creditCode: String) { self.creditCode = creditCode }

  package var contexts: [KeyContext] {
    [DeskKeymap.host, DeskKeymap.list, DeskKeymap.screen, DeskKeymap.everywhere]
  }
  package var isOverlay: Bool { false }

  package mutating func appear(in circumstances: Circumstances) -> [DeskStep] {
    [.effect(.host(creditCode))]
  }

  package mutating func receive(
    _ answer: DeskAnswer, in circumstances: Circumstances
  ) -> [DeskStep] {
    switch answer {
    case .host(let page) where page.creditCode == creditCode.uppercased():
      self.page = page
      list.count = page.entries.count
      return []
    case .storeChanged: return [.effect(.host(creditCode)), .quiet]
    default: return [.quiet]
    }
  }

  package mutating func take(
    _ input: DeskInput, in circumstances: Circumstances
  ) -> [DeskStep]? {
    let rows = max(3, circumstances.size.rows - 6)
    func move(_ key: Key) -> [DeskStep] {
      _ = list.update(key, rows: rows, letters: false)
      return []
    }
    switch input {
    case .action(.up): return move(.up)
    case .action(.down): return move(.down)
    case .action(.pageUp): return move(.pageUp)
    case .action(.pageDown): return move(.pageDown)
    case .action(.first): return move(.home)
    case .action(.last): return move(.end)
    case .action(.open): return open()
    case .mouse(let mouse, let region):
      guard mouse.action == .press, case (.row, let index)? = Region.read(region) else {
        return nil
      }
      let isAgain = list.cursor == index
      list.cursor = index
      return isAgain ? open() : []
    default: return nil
    }
  }

  private func open() -> [DeskStep] {
    guard let entries = page?.entries, entries.indices.contains(list.cursor) else { return [] }
    return [.push(CasePane(entries[list.cursor].row.stream))]
  }

  package func draw(
    into frame: inout Frame, _ area: Rect, in circumstances: Circumstances
  ) {
    var body = area
    let head = body.takeTop(1)
    frame.fill(head, style: Style(.header))
    let name = page?.names.first ?? ""
    frame.put(
      " " + circumstances.say(zh: "依托单位", en: "Host") + "  " + name + "  " + creditCode,
      at: head.origin, style: Style(.header), maxWidth: head.columns)
    guard let page else { return }
    drawNotes(page, into: &frame, &body, circumstances)
    let rule = body.takeTop(1)
    frame.hline(at: rule.origin, columns: rule.columns)
    var shown = list
    let columns = QueueColumns(
      of: list, in: body, sights: Set(page.entries.map { StageSight(of: $0.row) }), circumstances)
    shown.columns = columns.columns
    shown.draw(into: &frame, body, hits: { Region.row.id($0) }) { index in
      page.entries.indices.contains(index)
        ? columns.row(page.entries[index].row, isMarked: false) : nil
    }
  }

  private func drawNotes(
    _ page: HostPage, into frame: inout Frame, _ body: inout Rect, _ circumstances: Circumstances
  ) {
    let platforms = page.entries.reduce(0) { $0 + $1.platforms.count }
    var text = circumstances.say(
      zh: " 案卷 \(page.entries.count) 件 · 平台 \(platforms) 个",
      en: " \(page.entries.count.counted("case")) · \(platforms.counted("platform"))")
    if page.names.count > 1 {
      let others = circumstances.wording.list(Array(page.names.dropFirst()))
      text += circumstances.say(zh: " · 曾用名 \(others)", en: " · also \(others)")
    }
    let line = body.takeTop(1)
    frame.put(text, at: line.origin, style: Style(.dim), maxWidth: line.columns)
    let wording = circumstances.wording
    let failures = page.failures.compactMap { entry in
      entry.failure.map { (entry.row.number ?? "") + " " + wording.name(of: $0) }
    }
    guard !failures.isEmpty else { return }
    let below = body.takeTop(1)
    frame.put(
      circumstances.say(zh: " 此前未成：", en: " Earlier failures: ") + wording.list(failures),
      at: below.origin, style: Style(.warning), maxWidth: below.columns)
  }
}
