import Casework
import Quantities
import RulePacks
package import TerminalUI
import Wording

/// The picture of a campaign.
extension CampaignPane {
  /// The windows that show: all where there is room, else those that are not over.
  func windows(_ circumstances: Circumstances) -> [CampaignWindow] {
    let all = line.notice?.windows ?? []
    let room = max(3, circumstances.size.rows / 3)
    guard all.count > room else { return all }
    let current = all.filter { $0.place(of: circumstances.today) != .over }
    return Array((current.isEmpty ? all : current).prefix(room))
  }

  /// The rows of the list below.
  func listRows(_ circumstances: Circumstances) -> Int {
    max(3, circumstances.size.rows - 5 - windows(circumstances).count)
  }

  package func draw(
    into frame: inout Frame, _ area: Rect, in circumstances: Circumstances
  ) {
    var body = area
    drawHead(into: &frame, body.takeTop(1), circumstances)
    drawWindows(into: &frame, &body, circumstances)
    let rule = body.takeTop(1)
    frame.hline(at: rule.origin, columns: rule.columns)
    guard line.notice?.cohort != nil else { return drawQuotas(into: &frame, body, circumstances) }
    guard answer != nil else {
      frame.put(
        circumstances.say(zh: "正在读取…", en: "Reading…"),
        at: Position(body.row, body.column + 2), style: Style(.dim))
      return
    }
    let bar = body.takeTop(1)
    Tabs(tabs.map { title(of: $0, circumstances) }, selected: tabs.firstIndex(of: tab) ?? 0)
      .draw(into: &frame, bar, hitBase: Region.tab.id(0))
    guard count > 0 else {
      frame.put(
        circumstances.say(zh: "没有案卷", en: "No cases"),
        at: Position(body.row, body.column + 2), style: Style(.dim))
      return
    }
    var shown = list
    shown.columns = columns(circumstances)
    let details = row(list.cursor, circumstances)?.details.count ?? 0
    shown.draw(into: &frame, body, details: details, hits: { Region.row.id($0) }) { index in
      row(index, circumstances)
    }
  }

  private func title(of tab: Tab, _ circumstances: Circumstances) -> String {
    let name =
      switch tab {
      case .departments: circumstances.say(zh: "主管部门", en: "Departments")
      case .members: circumstances.say(zh: "参加", en: "In")
      case .late: circumstances.say(zh: "未完成申报", en: "Late")
      case .outside: circumstances.say(zh: "不参加", en: "Out")
      case .unknown: circumstances.say(zh: "无法判断", en: "Unknown")
      }
    let not = tab == .members && answer?.progress != nil ? waiting.count : 0
    let waits =
      not > 0 ? circumstances.say(zh: "（\(not) 未启动）", en: " (\(not) not opened)") : ""
    return "\(name) \(count(of: tab))\(waits)"
  }

  private func drawHead(
    into frame: inout Frame, _ head: Rect, _ circumstances: Circumstances
  ) {
    frame.fill(head, style: Style(.header))
    let state =
      answer?.progress.map {
        circumstances.wording.state(of: $0.campaign.campaign, on: circumstances.today)
      }
      ?? line.campaign.map { circumstances.wording.state(of: $0, on: circumstances.today) }
      ?? circumstances.say(zh: "未启动", en: "not opened")
    var right = " \(state)  \(circumstances.today) "
    if let department { right = " \(circumstances.department(department)) ·" + right }
    let room = frame.widths.columns(of: right)
    frame.put(
      " " + line.title[circumstances.language], at: head.origin, style: Style(.header),
      maxWidth: max(10, head.columns - room - 1))
    frame.put(
      right, at: Position(head.row, max(head.column, head.right - room)), style: Style(.header),
      maxWidth: room)
  }

  private func drawWindows(
    into frame: inout Frame, _ body: inout Rect, _ circumstances: Circumstances
  ) {
    let wording = circumstances.wording(under: answer?.pack)
    let rule = frame.widths
    let shown = windows(circumstances)
    let isWide = body.columns >= 100
    let days = shown.map {
      wording.days(of: $0, beside: isWide ? nil : circumstances.today)
    }
    let labels = shown.map { $0.label[circumstances.language] }
    let places = shown.map { wording.place(of: circumstances.today, in: $0) }
    let owners = shown.map { window in window.owner.map { wording.name(ofOwner: $0) } ?? "" }
    func widest(_ texts: [String]) -> Int { texts.map { rule.columns(of: $0) }.max() ?? 0 }
    let (dayRoom, placeRoom) = (widest(days), widest(places))
    let labelRoom = min(isWide ? 36 : 28, widest(labels))
    // On narrow screens the owner gives way, so that how it stands shows.
    let free = body.columns - 10 - dayRoom - labelRoom - placeRoom
    let ownerRoom = min(24, max(8, free), widest(owners))
    for (index, window) in shown.enumerated() {
      let line = body.takeTop(1)
      let place = window.place(of: circumstances.today)
      let role: TerminalUI.Role =
        switch place {
        case .ahead: .text
        case .open: window.to == circumstances.today ? .warning : .ok
        case .over: .dim
        }
      let sign =
        switch place {
        case .ahead: circumstances.isPlain ? "-" : "○"
        case .open: circumstances.isPlain ? ">" : "●"
        case .over: circumstances.isPlain ? "x" : "✓"
        }
      var column = line.column + 1
      func put(_ text: String, _ room: Int, _ style: TerminalUI.Role) {
        frame.put(
          rule.clip(text, to: room), at: Position(line.row, column), style: Style(style),
          maxWidth: max(0, min(room, line.right - column)))
        column += room + 2
      }
      put(sign, 1, role)
      put(days[index], dayRoom, .text)
      put(owners[index], ownerRoom, .dim)
      put(labels[index], labelRoom, role == .dim ? .dim : .strong)
      put(places[index], placeRoom, role)
      put(
        window.cites.map(wording.noticeArticle).first ?? "", max(0, line.right - column - 1),
        .cite)
    }
  }

  /// An intake has quotas, not cases of its own.
  private func drawQuotas(into frame: inout Frame, _ area: Rect, _ circumstances: Circumstances) {
    var body = area
    let quotas = line.campaign?.quotas ?? line.notice?.quotas ?? [:]
    if line.notice == nil, let campaign = line.campaign {
      let days = body.takeTop(1)
      frame.put(
        "\(campaign.from) – \(campaign.to)", at: Position(days.row, days.column + 2),
        style: Style(.strong))
    }
    let head = body.takeTop(1)
    frame.put(
      quotas.isEmpty
        ? circumstances.say(zh: "各部门不限额", en: "No quotas")
        : circumstances.say(zh: "各部门推荐限额", en: "Quotas of the departments"),
      at: Position(head.row, head.column + 2), style: Style(.label))
    for (department, quota) in quotas.sorted(by: { $0.key < $1.key }) {
      let row = body.takeTop(1)
      guard !row.isEmpty else { return }
      frame.put(
        "\(circumstances.department(department))  \(quota)",
        at: Position(row.row, row.column + 4), maxWidth: row.columns - 4)
    }
  }
}
