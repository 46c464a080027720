import Exchange
import Quantities
package import TerminalUI
import Wording

/// Brings a file of applications or a roster in: the file, what would come of it, and then it.
package struct ImportPane: DeskPane {
  private var picker = PathPicker()
  private var isRoster = false
  private var answer: ImportErrand.Answer?
  private var isBusy = false
  private var top = 0

  /// The pane, with nothing chosen.
  package init() {}

  /// The keys of the pane.
  package static let context: KeyContext = "import"

  package var contexts: [KeyContext] { [Self.context, DeskKeymap.everywhere] }
  package var isOverlay: Bool { false }

  static let roster = DeskAction.other("roster")

  package mutating func appear(in circumstances: Circumstances) -> [DeskStep] {
    circumstances.vocabulary == nil ? [.effect(.vocabulary)] + list() : list()
  }

  private func list() -> [DeskStep] {
    [.effect(.errand(ListFolderErrand(picker.path)))]
  }

  // MARK: Input

  package mutating func take(
    _ input: DeskInput, in circumstances: Circumstances
  ) -> [DeskStep]? {
    switch input {
    case .action(.cancel):
      guard answer != nil else { return [.pop] }
      answer = nil
      return []
    case .action(Self.roster):
      isRoster.toggle()
      return answer == nil ? [] : read()
    case .action(.nextField):
      guard answer == nil else { return [.quiet] }
      return picker.complete() ? list() : [.quiet]
    case .action(.open), .action(.confirm): return confirm()
    case .action: return nil
    case .key(let key):
      guard answer == nil else { return scroll(key) }
      return type(.key(key))
    case .paste(let text): return answer == nil ? type(.paste(text)) : [.quiet]
    case .mouse(let mouse, let region):
      switch (mouse.action, Region.read(region)) {
      case (.wheelUp, _): return scroll(.up)
      case (.wheelDown, _): return scroll(.down)
      case (.press, (.row, let index)?) where answer == nil:
        picker.choose(index)
        return picker.path.hasSuffix("/") ? list() : read()
      default: return [.quiet]
      }
    }
  }

  private mutating func type(_ event: InputEvent) -> [DeskStep]? {
    guard let isChanged = picker.update(event) else { return nil }
    return isChanged ? list() : []
  }

  private mutating func scroll(_ key: Key) -> [DeskStep]? {
    switch key {
    case .down: top += 1
    case .up: top = max(0, top - 1)
    case .pageDown: top += 10
    case .pageUp: top = max(0, top - 10)
    default: return nil
    }
    return []
  }

  private mutating func confirm() -> [DeskStep] {
    guard !isBusy else { return [.quiet] }
    if let answer {
      guard case .success(let report) = answer.result, !report.imported.isEmpty else {
        self.answer = nil
        return []
      }
      isBusy = true
      return [.effect(.errand(ImportErrand(picker.path, isRoster: isRoster, isDryRun: false)))]
    }
    if picker.chosen != nil {
      _ = picker.complete()
      if picker.path.hasSuffix("/") { return list() }
    }
    guard !picker.path.isEmpty, !picker.path.hasSuffix("/") else { return list() }
    return read()
  }

  private mutating func read() -> [DeskStep] {
    top = 0
    return [.effect(.errand(ImportErrand(picker.path, isRoster: isRoster, isDryRun: true)))]
  }

  // MARK: Answers

  package mutating func receive(
    _ answer: DeskAnswer, in circumstances: Circumstances
  ) -> [DeskStep] {
    guard case .errand(_, let value) = answer else { return [.quiet] }
    if let listing = value as? ListFolderErrand.Listing {
      picker.take(listing)
      return []
    }
    guard let answer = value as? ImportErrand.Answer else { return [.quiet] }
    isBusy = false
    guard !answer.isDryRun, case .success(let report) = answer.result, !report.hasErrors else {
      self.answer = answer
      return []
    }
    let count = report.imported.count
    return [
      .pop, .changed,
      .toast(
        circumstances.say(zh: "已导入 \(count) 件", en: "\(count) cases imported"),
        isDanger: false),
    ]
  }

  // MARK: Picture

  package func draw(
    into frame: inout Frame, _ area: Rect, in circumstances: Circumstances
  ) {
    var body = area
    let head = body.takeTop(1)
    frame.fill(head, style: Style(.header))
    let what =
      isRoster
      ? circumstances.say(zh: "导入名册（已有中心）", en: "Import a roster of existing centres")
      : circumstances.say(zh: "导入申报文件", en: "Import applications")
    frame.put(" ‹ " + what, at: head.origin, style: Style(.header), maxWidth: head.columns)
    let line = body.takeTop(1)
    let end = frame.put(
      " " + circumstances.say(zh: "文件 ", en: "File "), at: line.origin, style: Style(.label))
    picker.field.draw(
      into: &frame,
      Rect(row: line.row, column: end, rows: 1, columns: line.right - end - 1),
      focused: answer == nil && picker.chosen == nil)
    let rule = body.takeTop(1)
    frame.hline(at: rule.origin, columns: rule.columns)
    let room = body.inset(columns: 1)
    guard let answer else {
      let hint = body.takeBottom(1)
      frame.put(
        circumstances.say(
          zh: " YAML、JSON、JSON Lines、CSV（UTF-8 或 GBK）；先预览，确认后才写入",
          en: " YAML, JSON, JSON lines, CSV (UTF-8 or GBK); shown first, written when confirmed"),
        at: hint.origin, style: Style(.dim), maxWidth: hint.columns)
      picker.drawNames(
        into: &frame,
        Rect(row: room.row, column: room.column, rows: room.rows - 1, columns: room.columns))
      return
    }
    draw(answer, into: &frame, room, circumstances)
  }

  private func draw(
    _ answer: ImportErrand.Answer, into frame: inout Frame, _ area: Rect,
    _ circumstances: Circumstances
  ) {
    let lines = lines(answer, circumstances, columns: area.columns - 1)
    let first = min(top, max(0, lines.count - area.rows))
    for (row, line) in lines[first..<min(lines.count, first + area.rows)].enumerated() {
      frame.put(
        line, at: Position(area.row + row, area.column), maxWidth: area.columns - 1)
    }
    Scrollbar(total: lines.count, first: first, visible: area.rows).draw(into: &frame, area)
  }

  /// A problem whose place names the file without its folders: the path stands above.
  private func named(_ problem: Problem) -> Problem {
    var problem = problem
    problem.place.file = problem.place.file?.split(separator: "/").last.map(String.init)
    return problem
  }

  private func lines(
    _ answer: ImportErrand.Answer, _ circumstances: Circumstances, columns: Int
  ) -> [StyledText] {
    let wording = circumstances.wording
    guard case .success(let report) = answer.result else {
      guard case .failure(let trouble) = answer.result else { return [] }
      return [StyledText(Speech.line(for: trouble, in: circumstances), .danger)]
    }
    let errors = report.problems.filter { $0.severity == .error }.count
    let warnings = report.problems.count - errors
    let count = report.imported.count
    var lines = [
      StyledText(
        count == 0
          ? circumstances.say(
            zh: "不能导入：错误 \(errors)，提醒 \(warnings)。改好文件后重试（Esc 另选文件）",
            en: "Cannot be imported: \(errors) errors, \(warnings) warnings (Esc: another file)")
          : circumstances.say(
            zh: "将导入 \(count) 件，提醒 \(warnings)。按 Enter 确认写入，Esc 返回",
            en: "\(count) to be imported, \(warnings) warnings. Enter writes them, Esc goes back"),
        count == 0 ? .danger : .strong),
      StyledText(""),
    ]
    for imported in report.imported {
      lines.append(
        StyledText([.init("+ ", Style(.ok)), .init(imported.name)]))
    }
    if !answer.unmatched.isEmpty {
      lines.append(
        StyledText(
          circumstances.say(zh: "未用到的列：", en: "Columns left out: ")
            + answer.unmatched.joined(separator: ", "), .warning))
    }
    let isGrave = { (problem: Problem) in problem.severity == .error }
    for problem in report.problems.filter(isGrave) + report.problems.filter({ !isGrave($0) }) {
      let role: Role = problem.severity == .error ? .danger : .warning
      lines += circumstances.widths.wrap(wording.line(for: named(problem)), to: columns)
        .map { StyledText(String($0), role) }
    }
    for (index, row) in answer.rows.enumerated() {
      lines.append(StyledText(""))
      lines.append(
        StyledText(
          circumstances.say(zh: "第 \(index + 1) 行读作", en: "Row \(index + 1) is read as"),
          .label))
      lines += row.map { StyledText("  " + $0) }
    }
    return lines
  }
}
