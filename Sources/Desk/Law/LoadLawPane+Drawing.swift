import Casework
import Exchange
import Quantities
import RuleDrafting
import RulePacks
package import TerminalUI
import Wording

extension LoadLawPane {
  package func draw(
    into frame: inout Frame, _ area: Rect, in circumstances: Circumstances
  ) {
    var body = area
    let head = body.takeTop(1)
    frame.fill(head, style: Style(.header))
    frame.put(
      " ‹ " + circumstances.say(zh: "载入法规原文", en: "Load an official text"), at: head.origin,
      style: Style(.header), maxWidth: head.columns)
    drawLaw(into: &frame, body.takeTop(1), circumstances)
    let row = body.takeTop(1)
    let end = frame.put(
      " " + circumstances.say(zh: "文件 ", en: "File  "), at: row.origin, style: Style(.label))
    picker.field.draw(
      into: &frame, Rect(row: row.row, column: end, rows: 1, columns: row.right - end - 1),
      focused: answer == nil && picker.chosen == nil)
    let rule = body.takeTop(1)
    frame.hline(at: rule.origin, columns: rule.columns)
    guard let answer else {
      let hint = body.takeBottom(1)
      frame.put(
        " "
          + circumstances.say(
            zh: "正式公布的文本，纯文本（UTF-8 或 GBK）；先核对，确认后才载入",
            en: "The text as published, plain text (UTF-8 or GBK); compared first, then loaded"),
        at: hint.origin, style: Style(.dim), maxWidth: hint.columns)
      picker.drawNames(into: &frame, body.inset(columns: 1))
      return
    }
    let room = body.inset(columns: 1)
    let lines = lines(answer, circumstances, columns: room.columns - 1)
    let first = min(top, max(0, lines.count - room.rows))
    for (row, line) in lines[first..<min(lines.count, first + room.rows)].enumerated() {
      frame.put(line, at: Position(room.row + row, room.column), maxWidth: room.columns - 1)
    }
    Scrollbar(total: lines.count, first: first, visible: room.rows).draw(into: &frame, room)
  }

  /// What the text is to be the text of, and whether one is loaded; the title gives way.
  private func drawLaw(
    into frame: inout Frame, _ row: Rect, _ circumstances: Circumstances
  ) {
    let column = frame.put(
      " " + circumstances.say(zh: "法规 ", en: "Law   "), at: row.origin, style: Style(.label))
    guard let line else {
      frame.put(
        circumstances.say(zh: "本库还没有规则包", en: "The office has adopted no pack"),
        at: Position(row.row, column), style: Style(.dim), maxWidth: row.right - column)
      return
    }
    let state =
      line.loaded.map {
        circumstances.say(zh: "已载入（\($0.on)）", en: "loaded on \($0.on)")
      } ?? circumstances.say(zh: "未载入", en: "not loaded")
    let room = frame.widths.columns(of: state) + 3
    let end = frame.put(
      line.law.title[circumstances.language], at: Position(row.row, column), style: Style(.text),
      maxWidth: max(0, row.right - column - room))
    frame.put(
      state, at: Position(row.row, end + 2), style: Style(line.loaded == nil ? .warning : .dim),
      maxWidth: max(0, row.right - end - 2))
  }

  private func lines(
    _ answer: LoadLawErrand.Answer, _ circumstances: Circumstances, columns: Int
  ) -> [StyledText] {
    func wrapped(_ text: String, _ role: TerminalUI.Role) -> [StyledText] {
      circumstances.widths.wrap(text, to: columns).map { StyledText(String($0), role) }
    }
    switch answer.result {
    case .failure(let trouble):
      let why = Speech.line(for: trouble, in: circumstances)
      let next = circumstances.say(zh: "Esc 另选文件", en: "Esc: another file")
      return wrapped(why, .danger) + [""] + wrapped(next, .dim)
    case .success(let report):
      return wrapped(verdict(report, circumstances), role(report, circumstances)) + [""]
        + remarks(report, circumstances).flatMap { wrapped($0, .warning) }
        + summary(report, circumstances).flatMap { wrapped($0, .text) }
    }
  }

  private func role(
    _ report: LawTextReport, _ circumstances: Circumstances
  ) -> TerminalUI.Role {
    if report.isSame || !circumstances.isAdministrator { return .warning }
    return report.isDoubtful ? .danger : .strong
  }

  /// What can be done with the file.
  private func verdict(_ report: LawTextReport, _ circumstances: Circumstances) -> String {
    let say = circumstances.say
    if report.isSame {
      return say(
        "同一文件已经载入，没有变化（Esc 另选文件）",
        "The same file is loaded already (Esc: another file)")
    }
    guard circumstances.isAdministrator else {
      return say(
        "文件可读，但原文由系统管理员载入（Esc 返回）",
        "The file can be read, but an administrator loads official texts (Esc goes back)")
    }
    guard report.isDoubtful else {
      return say(
        "可以载入。按 Enter 确认，Esc 另选文件", "Can be loaded. Enter loads it, Esc: another file")
    }
    let key =
      circumstances.keymap.key(for: Self.insist, in: [Self.context])
      .map { KeyNames.symbol(of: $0, circumstances.language) } ?? ""
    return say(
      "与所选法规不符。核对后确认无误的，按 \(key) 照样载入；Esc 另选文件",
      "It does not fit the law chosen. Check it; \(key) loads it all the same, Esc: another file")
  }

  private func remarks(
    _ report: LawTextReport, _ circumstances: Circumstances
  ) -> [String] {
    let wording = circumstances.wording
    let lines = report.remarks.map { problem in
      wording.message(for: problem)
    }
    return lines.isEmpty ? [] : lines + [""]
  }

  /// What the file has, and what file and data do not have in common.
  private func summary(
    _ report: LawTextReport, _ circumstances: Circumstances
  ) -> [String] {
    let say = circumstances.say
    let (law, text) = (report.law, report.file.text)
    let wording = circumstances.wording(under: law as? RulePack)
    var lines = [
      say(
        "读出 \(text.articleCount) 条（部分），连同各项共 \(text.passages.count) 段；"
          + "所列 \(law.articles.count) 条中 \(report.matched) 条有原文",
        "It has \(text.articleCount) articles or parts, \(text.passages.count) passages with their "
          + "items; \(report.matched) of the \(law.articles.count) articles listed have their text")
    ]
    let isNamed = report.remarks.contains { $0.code == "law.wrong_title" }
    if !isNamed, let title = text.title {
      lines.insert(say("题名：\(title)", "Title: \(title)"), at: 0)
    }
    let lacking = report.comparison.withoutText.map(law.cited)
    if !lacking.isEmpty {
      lines.append(say("没有原文：", "Without a text: ") + wording.articles(lacking))
    }
    let unlisted = report.comparison.unlisted.map(law.cited)
    if !unlisted.isEmpty {
      lines.append(say("数据未列：", "Not listed in the data: ") + wording.articles(unlisted))
    }
    return lines
  }
}
