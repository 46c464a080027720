import Casework
import Quantities
import RulePacks
import TerminalUI
import Wording

/// What stands in the lists of a case page.
struct CaseTable {
  let pane: CasePane
  let folder: CaseFolder
  let width: Int
  let circumstances: Circumstances
  let wording: Wording
  private let materials: [MaterialLine]

  init(pane: CasePane, folder: CaseFolder, width: Int, _ circumstances: Circumstances) {
    self.pane = pane
    self.folder = folder
    self.width = width
    self.circumstances = circumstances
    wording = circumstances.wording(under: folder.pack)
    materials = pane.tab == .materials ? MaterialLine.lines(of: folder) : []
  }

  private var isWide: Bool { width >= 66 }

  private func say(_ zh: String, _ en: String) -> String { circumstances.say(zh: zh, en: en) }

  /// The columns of the list that shows.
  var columns: [ListColumn] {
    let zh = circumstances.language == .zh
    switch pane.tab {
    case .conditions:
      let result = ListColumn(
        say("结果", "Result"),
        minimum: widest(from: zh ? 8 : 6, to: isWide ? 14 : 10) {
          wording.mark(of: $0.result)
        })
      let label = ListColumn(
        say("条件 · ", "Condition · ") + wording.name(of: pane.shownMoment(folder))
          + (pane.showsOpenOnly ? say(" · 只看待处理", " · open ones") : ""), minimum: 14,
        weight: 1)
      let value = ListColumn(
        say("申报值", "Declared"),
        minimum: widest(from: 8, to: zh ? 12 : 15, wording.value(of:)))
      guard isWide else { return [result, label, value] }
      return [
        result, label, ListColumn(say("条款", "Art."), minimum: zh ? 7 : 5), value,
        ListColumn(
          say("要求", "Required"),
          minimum: widest(from: 8, to: zh ? 14 : 15, wording.demand(sign:))),
      ]
    case .materials:
      return [
        ListColumn("", minimum: 2), ListColumn(say("材料", "Document"), minimum: 16, weight: 1),
        ListColumn(say("条款", "Article"), minimum: 7),
        ListColumn(say("收到", "Received"), minimum: 10),
      ]
    case .proceedings:
      return [
        ListColumn(say("事项", "Proceeding"), minimum: 12, weight: 1),
        ListColumn(say("环节", "Stage"), minimum: 12, weight: 1),
        ListColumn(
          say("期限", "Due"), minimum: zh ? (isWide ? 17 : 15) : (isWide ? 21 : 12)),
      ]
    case .history:
      return [
        ListColumn(say("日期", "Date"), minimum: 10),
        ListColumn(say("办理人", "By"), minimum: 12),
        ListColumn(say("内容", "What"), minimum: 16, weight: 1),
      ]
    case .articles:
      return [
        ListColumn(say("条款", "Article"), minimum: zh ? 14 : 10),
        ListColumn(say("要点", "Gist"), minimum: 20, weight: 1),
      ]
    case .overview: return []
    }
  }

  /// The columns that the longest text of the conditions takes, within bounds; what others do not
  /// need the label has.
  private func widest(from least: Int, to most: Int, _ text: (Finding) -> String) -> Int {
    let longest = pane.findings.map { circumstances.widths.columns(of: text($0)) }.max() ?? 0
    return min(most, max(least, longest))
  }

  /// The row at a place.
  func row(_ index: Int) -> ListRow? {
    switch pane.tab {
    case .conditions:
      return pane.findings.indices.contains(index) ? row(of: pane.findings[index]) : nil
    case .materials:
      return materials.indices.contains(index) ? row(of: materials[index]) : nil
    case .proceedings:
      let proceedings = folder.state.proceedings
      return proceedings.indices.contains(index) ? row(of: proceedings[index]) : nil
    case .history:
      let place = folder.events.count - 1 - index
      return folder.events.indices.contains(place) ? row(of: folder.events[place]) : nil
    case .articles:
      guard folder.pack.articles.indices.contains(index) else { return nil }
      let article = folder.pack.articles[index]
      return ListRow([
        StyledText(wording.article(article.key), .cite),
        StyledText(article.gist[circumstances.language]),
      ])
    case .overview: return nil
    }
  }

  /// What a condition is called, with its force where that is not the usual one.
  private func label(of finding: Finding) -> String {
    let label = wording.condition(finding.id)
    let force = wording.word(of: finding.force)
    guard !force.isEmpty, !label.contains(force) else { return label }
    return label + (circumstances.language == .zh ? "（\(force)）" : " (\(force))")
  }

  /// Whether the list cuts what a condition is called, between the mark of the row and the bar.
  private func isCut(_ label: String) -> Bool {
    let others = columns.reduce(0) { $0 + ($1.share.weight == 0 ? $1.share.minimum + 1 : 0) }
    return circumstances.widths.columns(of: label) > width - 3 - others
  }

  private func row(of finding: Finding) -> ListRow {
    let style = FindingStyle.style(of: finding.result)
    let label = label(of: finding)
    let result = StyledText(wording.mark(of: finding.result), style)
    let value = StyledText(wording.value(of: finding))
    guard isWide else { return ListRow([result, StyledText(label), value]) }
    return ListRow([
      result, StyledText(label), StyledText(finding.cites.first ?? "", .cite), value,
      StyledText(wording.demand(sign: finding), .dim),
    ])
  }

  private func row(of line: MaterialLine) -> ListRow {
    let sign: StyledText =
      line.isOnFile
      ? StyledText(circumstances.isPlain ? "+" : "✓", .ok)
      : line.isRequired
        ? StyledText(circumstances.isPlain ? "x" : "✗", .danger)
        : StyledText(circumstances.isPlain ? "-" : "–", .dim)
    return ListRow([
      sign, StyledText(line.title(wording), line.isRequired || line.isOnFile ? .text : .dim),
      StyledText(line.requirement?.cites ?? "", .cite),
      StyledText(line.material?.received.map { "\($0)" } ?? "", .dim),
    ])
  }

  private func row(of proceeding: Proceeding) -> ListRow {
    let standing = DueStanding(
      due: proceeding.entry.deadline?.due, clock: proceeding.entry.clock,
      today: circumstances.today, calendar: circumstances.calendar)
    let stage = wording.stage(proceeding.stage, of: proceeding.procedure)
    return ListRow([
      StyledText(wording.proceeding(proceeding.id), proceeding.isEnded ? .dim : .text),
      StyledText(stage),
      StyledText(wording.text(of: standing, isShort: !isWide), DueText.role(of: standing)),
    ])
  }

  private func row(of event: Event) -> ListRow {
    let line = circumstances.wording(under: folder.pack(of: event)).history(
      of: event, state: folder.state)
    let change = line.change.map { circumstances.language == .zh ? "：\($0)" : ": \($0)" } ?? ""
    let note = line.note.map { (circumstances.language == .zh ? "。" : ". ") + $0 } ?? ""
    return ListRow([
      StyledText("\(line.on)", .dim), StyledText(line.who),
      StyledText(line.what + change + takenBack(by: event)) + StyledText(note, .dim),
    ])
  }

  /// What an undoing took back, as the history called it.
  private func takenBack(by event: Event) -> String {
    guard case .undone(let undone) = event.payload else { return "" }
    let steps = folder.events.filter { undone.events.contains($0.id) }.map {
      circumstances.wording(under: folder.pack(of: $0)).history(of: $0, state: folder.state).what
    }
    guard !steps.isEmpty else { return "" }
    return say("：", ": ") + steps.joined(separator: say("、", ", "))
  }

  /// The lines under the row of the cursor.
  var details: [StyledText] {
    let room = max(20, width - 4)
    if !pane.tree.isEmpty {
      return pane.tree.flatMap { wrapped($0, room, .text) }
    }
    switch pane.tab {
    case .conditions:
      guard let finding = pane.currentFinding else { return [] }
      var text = wording.detail(of: finding)
      while let first = text.first, first == " " || first == "：" || first == ":" {
        text.removeFirst()
      }
      let cites = wording.articles(finding.cites)
      let label = label(of: finding)
      let parts = [isCut(label) ? label : "", cites, text].filter { !$0.isEmpty }
      return wrapped(parts.joined(separator: "  "), room, .dim)
    case .articles:
      let cursor = pane.lists[.articles]?.cursor ?? 0
      guard folder.pack.articles.indices.contains(cursor) else { return [] }
      let gist = folder.pack.articles[cursor].gist[circumstances.language]
      return wrapped(gist, room, .statute)
    default: return []
    }
  }

  private func wrapped(
    _ text: String, _ room: Int, _ role: TerminalUI.Role
  ) -> [StyledText] {
    let indent = text.prefix { $0 == " " }
    return circumstances.widths.wrap(
      String(text.dropFirst(indent.count)), to: max(10, room - indent.count)
    ).map { StyledText(indent + String($0), role) }
  }
}
