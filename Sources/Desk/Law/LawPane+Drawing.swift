import CaseStore
import Casework
import Quantities
import RuleDrafting
import RulePacks
package import TerminalUI
import Wording

extension LawPane {
  /// From so many columns on the gist stands beside the text.
  private static let leastForTwo = 100

  private func isWide(_ circumstances: Circumstances) -> Bool {
    circumstances.size.columns >= Self.leastForTwo
  }

  private func boxColumns(_ circumstances: Circumstances) -> Int {
    min(isWide(circumstances) ? 116 : 80, circumstances.size.columns - 2)
  }

  private func gistColumns(_ circumstances: Circumstances) -> Int {
    isWide(circumstances) ? 34 : 0
  }

  private func textColumns(_ circumstances: Circumstances) -> Int {
    let inner = boxColumns(circumstances) - 5
    return isWide(circumstances) ? inner - gistColumns(circumstances) - 3 : inner
  }

  /// Rows in which the text scrolls.
  func textRows(_ circumstances: Circumstances) -> Int {
    let most = circumstances.size.rows - 6 - (keys.count > 1 ? 1 : 0)
    let wanted = max(
      pane.lines.count, isWide(circumstances) ? gist(circumstances).count : 0)
    return max(3, min(most, wanted))
  }

  /// Wraps the text of the open article.
  mutating func lay(_ circumstances: Circumstances, atEnd: Bool = false) {
    guard keys.indices.contains(selected) else {
      let none = circumstances.say(zh: "没有对应的条文", en: "No article stands behind this")
      pane.show([StyledText(none, .dim)])
      return
    }
    let key = keys[selected]
    let width = textColumns(circumstances)
    var lines = official(key, width, circumstances)
    if !isWide(circumstances) {
      if !lines.isEmpty { lines.append("") }
      lines += gist(circumstances)
    } else if lines.isEmpty {
      lines = missing(width, circumstances)
    }
    pane.show(lines, atEnd: atEnd)
  }

  /// The title of the law of the open article; a notice's as its own text gives it, else as the office
  /// knows it.
  private func title(_ circumstances: Circumstances) -> String {
    let ofPack = pack.title[circumstances.language]
    guard keys.indices.contains(selected), let notice = CitedPlace(keys[selected]).notice
    else { return ofPack }
    return kept(of: keys[selected])?.text.title ?? titles[notice]?[circumstances.language]
      ?? notice
  }

  /// The article as published: what stands above an item steps back.
  private func official(
    _ key: Citation, _ width: Int, _ circumstances: Circumstances
  ) -> [StyledText] {
    guard let text = kept(of: key)?.text, let own = text.nearest(CitedPlace(key).key)
    else { return [] }
    var lines: [StyledText] = []
    var above: [OfficialText.Passage] = []
    var parent = own.key
    while let dot = parent.lastIndex(of: ".") {
      parent = String(parent[..<dot])
      if let passage = text.passage(parent) { above.insert(passage, at: 0) }
    }
    for passage in above { lines += wrapped(passage, width, .dim, circumstances) }
    for passage in text.passages(under: own.key) {
      lines += wrapped(passage, width, .statute, circumstances)
    }
    return lines
  }

  private func wrapped(
    _ passage: OfficialText.Passage, _ width: Int, _ role: TerminalUI.Role,
    _ circumstances: Circumstances
  ) -> [StyledText] {
    let depth = min(3, passage.depth)
    let indent = String(repeating: " ", count: depth * 2)
    let gap = passage.depth == 0 ? "  " : ""
    return (passage.mark + gap + passage.text).split(separator: "\n").flatMap { paragraph in
      circumstances.widths.wrap(String(paragraph), to: max(10, width - indent.count))
        .map { StyledText(indent + String($0), role) }
    }
  }

  /// What the pack says of the open article, and whose words they are.
  private func gist(_ circumstances: Circumstances) -> [StyledText] {
    guard keys.indices.contains(selected) else { return [] }
    let width =
      isWide(circumstances) ? gistColumns(circumstances) : textColumns(circumstances)
    let key = keys[selected]
    let article = pack.article(key)
    let kept = kept(of: key)
    let none = circumstances.say(zh: "规则包未收录要点", en: "The pack has no gist")
    var lines = [StyledText(circumstances.say(zh: "要点", en: "Gist"), .title)]
    lines += wrap(article?.gist[circumstances.language] ?? none, width, .text, circumstances)
    if article?.isJudgement == true {
      lines += wrap(
        circumstances.say(zh: "须由人判断", en: "A person has to judge"), width, .judgement,
        circumstances)
    }
    lines.append("")
    let whose = circumstances.say(
      zh: "规则包自己的话，以原文为准。", en: "The pack's own words; the official text counts.")
    lines += wrap(whose, width, .dim, circumstances)
    if isRead, kept == nil, !isWide(circumstances) { lines += missing(width, circumstances) }
    if let source = kept?.record.loaded.source {
      lines += wrap(
        circumstances.say(zh: "原文：\(source)", en: "Text: \(source)"), width, .dim, circumstances)
    }
    return lines
  }

  /// That no text is there, and the key by which an administrator loads one.
  private func missing(_ width: Int, _ circumstances: Circumstances) -> [StyledText] {
    guard isRead, keys.indices.contains(selected) else { return [] }
    let key = keys[selected]
    if kept(of: key) != nil {
      return wrap(
        circumstances.say(zh: "载入的原文没有这一条。", en: "The text loaded does not have it."),
        width, .warning, circumstances)
    }
    guard lacksText(circumstances) else {
      return wrap(
        circumstances.say(
          zh: "本库未载入原文。请系统管理员载入。",
          en: "No official text is loaded. Ask an administrator to load it."),
        width, .warning, circumstances)
    }
    let loading = circumstances.remedyKeys["load-law"] ?? ""
    return wrap(
      circumstances.say(
        zh: "本库未载入原文。按 \(loading) 载入正式公布的文本。",
        en: "No official text is loaded. Press \(loading) to load it as published."),
      width, .warning, circumstances)
  }

  private func wrap(
    _ text: String, _ width: Int, _ role: TerminalUI.Role, _ circumstances: Circumstances
  ) -> [StyledText] {
    circumstances.widths.wrap(text, to: max(10, width)).map { StyledText(String($0), role) }
  }

  package func draw(
    into frame: inout Frame, _ area: Rect, in circumstances: Circumstances
  ) {
    let rows = textRows(circumstances)
    let hasTabs = keys.count > 1
    let box = area.centred(
      rows: rows + 2 + (hasTabs ? 1 : 0), columns: boxColumns(circumstances))
    frame.fill(box, style: Style(.dialog))
    frame.box(box, style: Style(.borderFocused, on: .dialog))
    let wording = circumstances.wording(under: pack)
    let place = keys.count > 1 ? "\(selected + 1)/\(keys.count)" : ""
    let columns = frame.widths.columns(of: place)
    frame.put(
      " " + title(circumstances) + " ", at: Position(box.row, box.column + 1),
      style: Style(.dialogTitle), maxWidth: box.columns - columns - 6)
    if !place.isEmpty {
      frame.put(
        " \(place) ", at: Position(box.row, box.right - columns - 3),
        style: Style(.badge, on: .dialog))
    }
    var inside = box.inset(rows: 1, columns: 2)
    if hasTabs {
      Tabs(keys.map { wording.article($0) }, selected: selected)
        .draw(into: &frame, inside.takeTop(1), hitBase: Region.tab.id(0))
    } else if let key = keys.first {
      // A single article is named in the border below.
      let name = " " + wording.article(key) + " "
      frame.put(
        name, at: Position(box.bottom - 1, box.column + 2), style: Style(.badge, on: .dialog),
        maxWidth: box.columns - 4)
    }
    if isWide(circumstances) {
      var side = inside.takeRight(gistColumns(circumstances))
      let line = inside.takeRight(2)
      frame.vline(
        at: line.origin, rows: line.rows, style: Style(.border, on: .dialog))
      for text in gist(circumstances).prefix(side.rows) {
        let row = side.takeTop(1)
        frame.put(text, at: row.origin, maxWidth: row.columns, on: .dialog)
      }
    }
    pane.draw(into: &frame, inside, in: box, circumstances)
  }
}
