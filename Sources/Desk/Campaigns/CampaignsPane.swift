import CaseStore
import Casework
import Quantities
import RulePacks
package import TerminalUI
import Wording

/// The list of campaigns: intakes under a guide, and notices over cohorts.
package struct CampaignsPane: DeskPane {
  private var lines: [CampaignLine]?
  private var list = ListView([])

  /// The list.
  package init() {}

  package var contexts: [KeyContext] {
    [CampaignKeymap.context, DeskKeymap.list, DeskKeymap.screen, DeskKeymap.everywhere]
  }
  package var isOverlay: Bool { false }

  package mutating func appear(in circumstances: Circumstances) -> [DeskStep] {
    [.effect(.vocabulary), .effect(.errand(ListCampaignsErrand()))]
  }

  package mutating func receive(
    _ answer: DeskAnswer, in circumstances: Circumstances
  ) -> [DeskStep] {
    switch answer {
    case .errand(_, let result as Result<[CampaignLine], any Error>):
      switch result {
      case .success(let lines):
        self.lines = lines
        list.count = lines.count
        return []
      case .failure(let error):
        return [.toast(Speech.line(for: DeskTrouble(error), in: circumstances), isDanger: true)]
      }
    case .storeChanged: return [.effect(.errand(ListCampaignsErrand())), .quiet]
    default: return [.quiet]
    }
  }

  package mutating func take(
    _ input: DeskInput, in circumstances: Circumstances
  ) -> [DeskStep]? {
    let rows = max(3, circumstances.size.rows - 4)
    switch input {
    case .action(let action):
      if list.follow(action, rows: rows) { return [] }
      switch action {
      case .open, CampaignKeymap.notice, CampaignKeymap.launch, CampaignKeymap.close: return open()
      case .nextTab, .previousTab, CampaignKeymap.narrow: return [.quiet]
      default: return nil
      }
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
    guard let lines, lines.indices.contains(list.cursor) else { return [] }
    return [.push(CampaignPane(lines[list.cursor]))]
  }

  package func hints(of keymap: [Hint], in circumstances: Circumstances) -> [Hint] {
    keymap.filter {
      [.open, .back, .help, .palette].contains($0.action)
    }
  }

  package func draw(
    into frame: inout Frame, _ area: Rect, in circumstances: Circumstances
  ) {
    var body = area
    let head = body.takeTop(1)
    frame.fill(head, style: Style(.header))
    frame.put(
      " " + circumstances.say(zh: "批次：申报指南与评价通知", en: "Campaigns: intakes and notices"),
      at: head.origin, style: Style(.header), maxWidth: head.columns)
    let rule = body.takeTop(1)
    frame.hline(at: rule.origin, columns: rule.columns)
    guard let lines else { return }
    guard !lines.isEmpty else {
      let text = circumstances.say(
        zh: "没有批次，数据目录里也没有通知。", en: "No campaigns, and no notices in the data folder.")
      frame.put(text, at: Position(body.row, body.column + 2), style: Style(.dim))
      return
    }
    var shown = list
    let isWide = body.columns >= Self.wide
    let states = lines.map { state(of: $0, circumstances).columns(frame.widths) }.max() ?? 0
    shown.columns =
      (isWide ? [ListColumn(circumstances.say(zh: "批次", en: "Campaign"), minimum: 26)] : [])
      + [
        ListColumn(circumstances.say(zh: "名称", en: "Title"), minimum: 14, weight: 1),
        ListColumn(circumstances.say(zh: "期限", en: "Window"), minimum: 23),
        ListColumn(circumstances.say(zh: "状态", en: "State"), minimum: max(10, states)),
      ]
    shown.draw(into: &frame, body, details: isWide ? 0 : 1, hits: { Region.row.id($0) }) { index in
      guard lines.indices.contains(index) else { return nil }
      var row = row(lines[index], circumstances)
      if !isWide {
        row.cells.removeFirst()
        row.details = [StyledText("  " + lines[index].id, .dim)]
      }
      return row
    }
  }

  /// From how many columns on the id has a column of its own; below, it stands under its row.
  private static let wide = 100

  private func row(_ line: CampaignLine, _ circumstances: Circumstances) -> ListRow {
    let from = line.campaign?.from ?? line.notice?.from
    let to = line.campaign?.to ?? line.notice?.to
    let days = from.flatMap { from in to.map { "\(from)–\($0)" } } ?? ""
    return ListRow([
      StyledText(line.id), StyledText(line.title[circumstances.language]), StyledText(days, .dim),
      state(of: line, circumstances),
    ])
  }

  private func state(of line: CampaignLine, _ circumstances: Circumstances) -> StyledText {
    line.campaign.map {
      StyledText(
        circumstances.wording.state(of: $0, on: circumstances.today), $0.isClosed ? .dim : .ok)
    } ?? StyledText(circumstances.say(zh: "未启动", en: "not opened"), .dim)
  }
}

extension ListView {
  /// Moves as an action of lists says.
  ///
  /// - Returns: whether it is one.
  mutating func follow(_ action: DeskAction, rows: Int) -> Bool {
    let keys: [DeskAction: Key] = [
      .up: .up, .down: .down, .pageUp: .pageUp, .pageDown: .pageDown, .first: .home, .last: .end,
    ]
    guard let key = keys[action] else { return false }
    _ = update(key, rows: rows, letters: false)
    return true
  }
}
