import CaseStore
import Casework
import Quantities
package import TerminalUI
import Wording

/// Tries a draft of the rules before anybody signs it: a folder, then what it would change, case by
/// case.
package struct SimulatePane: DeskPane {
  private var picker: PathPicker
  private(set) var answer: SimulateErrand.Answer?
  private var list = ListView([])
  private var top = 0

  /// The pane, with the path of a folder or none.
  package init(_ path: String = "") { picker = PathPicker(path) }

  /// Opens the pane.
  package static let action = DeskAction.other("simulate")

  /// The keys of the pane.
  package static let context: KeyContext = "simulate"

  /// What the palette calls it.
  static let title = Bilingual(zh: "试算规则包草案", en: "Try out a draft of the rules")

  package var contexts: [KeyContext] { [Self.context, DeskKeymap.everywhere] }
  package var isOverlay: Bool { false }

  package mutating func appear(in circumstances: Circumstances) -> [DeskStep] {
    circumstances.vocabulary == nil ? [.effect(.vocabulary)] + look() : look()
  }

  private func look() -> [DeskStep] { [.effect(.errand(ListFolderErrand(picker.path)))] }

  // MARK: Input

  package mutating func take(
    _ input: DeskInput, in circumstances: Circumstances
  ) -> [DeskStep]? {
    switch input {
    case .action(.cancel):
      guard answer != nil else { return [.pop] }
      answer = nil
      return []
    case .action(.nextField):
      guard answer == nil else { return [.quiet] }
      return picker.complete() ? look() : [.quiet]
    case .action(.open), .action(.confirm):
      return answer == nil ? confirm(circumstances) : open()
    case .action: return nil
    case .key(let key):
      guard answer != nil else {
        guard let isChanged = picker.update(.key(key)) else { return nil }
        return isChanged ? look() : []
      }
      return move(key, circumstances)
    case .paste(let text):
      guard answer == nil, let isChanged = picker.update(.paste(text)) else { return [.quiet] }
      return isChanged ? look() : []
    case .mouse(let mouse, let region): return point(mouse, region, circumstances)
    }
  }

  private mutating func confirm(_ circumstances: Circumstances) -> [DeskStep] {
    if picker.chosen != nil {
      _ = picker.complete()
      return look()
    }
    guard !picker.path.isEmpty else { return [.quiet] }
    return [.effect(.errand(SimulateErrand(picker.path, for: circumstances.viewer)))]
  }

  private func open() -> [DeskStep] {
    guard case .done(let simulation, _)? = answer,
      simulation.touched.indices.contains(list.cursor)
    else { return [.quiet] }
    return [.push(CasePane(simulation.touched[list.cursor].row.stream))]
  }

  private mutating func move(_ key: Key, _ circumstances: Circumstances) -> [DeskStep]? {
    guard case .done? = answer else {
      switch key {
      case .down: top += 1
      case .up: top = max(0, top - 1)
      default: return nil
      }
      return []
    }
    let rows = max(3, circumstances.size.rows / 2)
    return list.update(key, rows: rows, letters: false) == .ignored ? nil : []
  }

  private mutating func point(
    _ mouse: MouseEvent, _ region: Int?, _ circumstances: Circumstances
  ) -> [DeskStep] {
    switch (mouse.action, Region.read(region)) {
    case (.wheelUp, _): return move(.up, circumstances) ?? [.quiet]
    case (.wheelDown, _): return move(.down, circumstances) ?? [.quiet]
    case (.press, (.row, let index)?):
      guard answer != nil else {
        picker.choose(index)
        return look()
      }
      let isAgain = list.cursor == index
      list.cursor = index
      return isAgain ? open() : []
    default: return [.quiet]
    }
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
    guard let answer = value as? SimulateErrand.Answer else { return [.quiet] }
    self.answer = answer
    top = 0
    if case .done(let simulation, _) = answer {
      list = ListView([], count: simulation.touched.count)
    }
    return []
  }

  // MARK: Picture

  package func draw(
    into frame: inout Frame, _ area: Rect, in circumstances: Circumstances
  ) {
    var body = area
    let head = body.takeTop(1)
    frame.fill(head, style: Style(.header))
    frame.put(
      " ‹ " + Self.title[circumstances.language], at: head.origin, style: Style(.header),
      maxWidth: head.columns)
    let line = body.takeTop(1)
    let end = frame.put(
      " " + circumstances.say(zh: "草案目录 ", en: "Folder "), at: line.origin,
      style: Style(.label))
    picker.field.draw(
      into: &frame, Rect(row: line.row, column: end, rows: 1, columns: line.right - end - 1),
      focused: answer == nil && picker.chosen == nil)
    let rule = body.takeTop(1)
    frame.hline(at: rule.origin, columns: rule.columns)
    let picture = SimulatePicture(circumstances: circumstances)
    switch answer {
    case nil:
      let hint = body.takeBottom(1)
      frame.put(
        circumstances.say(
          zh: " 选规则包草案的目录；只试算，不写入任何内容",
          en: " Choose the folder of a draft; it is tried, and nothing is written"),
        at: hint.origin, style: Style(.dim), maxWidth: hint.columns)
      picker.drawNames(into: &frame, body.inset(columns: 1))
    case .done(let simulation, let present)?:
      picture.draw(simulation, present, list, into: &frame, body)
    case .faulty(let problems)?:
      picture.draw(problems, from: top, into: &frame, body)
    case .trouble(let trouble)?:
      frame.put(
        " " + Speech.line(for: trouble, in: circumstances), at: body.origin, style: Style(.danger),
        maxWidth: body.columns)
    }
  }

  package func hints(of keymap: [Hint], in circumstances: Circumstances) -> [Hint] {
    let back = Hint(key: "Esc", text: circumstances.say(zh: "返回", en: "Back"), action: .cancel)
    guard answer != nil else {
      return [
        Hint(key: "↵", text: circumstances.say(zh: "试算", en: "Try"), action: .open),
        Hint(
          key: "Tab", text: circumstances.say(zh: "补全路径", en: "Complete the path"),
          action: .nextField), back,
      ]
    }
    guard case .done(let simulation, _)? = answer, !simulation.touched.isEmpty else {
      return [
        Hint(
          key: circumstances.isPlain ? "Up Down" : "↑ ↓",
          text: circumstances.say(zh: "滚动", en: "Scroll"), action: .down), back,
      ]
    }
    return [
      Hint(key: "↵", text: circumstances.say(zh: "打开案卷", en: "Open the case"), action: .open),
      Hint(key: "F1", text: circumstances.say(zh: "帮助", en: "Help"), action: .help), back,
    ]
  }
}
