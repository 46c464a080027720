import CaseStore
import Quantities
package import TerminalUI

/// The views of the queue, to be put in order and put away; what is chosen is kept.
package struct ViewsPane: DeskPane {
  /// Opens it.
  package static let action = DeskAction.other("arrange-views")
  /// The keys of the pane.
  package static let context: KeyContext = "views"
  /// Moves a view up.
  static let raise = DeskAction.other("view-up")
  /// Moves a view down.
  static let lower = DeskAction.other("view-down")
  /// Gives all views back their places.
  static let restore = DeskAction.other("views-restore")
  /// What it is called.
  static let title = Bilingual(zh: "视图的显示与次序", en: "Views: which, and in which order")

  private let tabs: [QueueTab]
  private(set) var arrangement: ViewArrangement
  private var list: ListView

  /// The views of a queue as they are arranged.
  init(_ tabs: [QueueTab], arranged arrangement: ViewArrangement) {
    self.tabs = tabs
    self.arrangement = arrangement
    list = ListView(
      [ListColumn("", minimum: 10, weight: 1), ListColumn("", minimum: 8)], count: tabs.count,
      showsHeadings: false)
  }

  package var contexts: [KeyContext] { [Self.context, DeskKeymap.list, DeskKeymap.everywhere] }
  package var isOverlay: Bool { true }

  /// The view under the cursor.
  private var current: QueueView? {
    let all = arrangement.inOrder(tabs)
    return all.indices.contains(list.cursor) ? all[list.cursor].view : nil
  }

  package mutating func take(
    _ input: DeskInput, in circumstances: Circumstances
  ) -> [DeskStep]? {
    let rows = rows(circumstances)
    guard case .action(let action) = input else { return nil }
    switch action {
    case .up: list.move(by: -1, rows)
    case .down: list.move(by: 1, rows)
    case .pageUp: list.move(by: -rows, rows)
    case .pageDown: list.move(by: rows, rows)
    case .first: list.move(by: -list.count, rows)
    case .last: list.move(by: list.count, rows)
    case .select:
      guard let current else { return [] }
      arrangement.toggle(current)
      return keep()
    case Self.raise: return move(by: -1, rows)
    case Self.lower: return move(by: 1, rows)
    case Self.restore:
      arrangement = ViewArrangement()
      return keep()
    case .open: return [.pop] + (current.map { [.passDown(.view($0))] } ?? [])
    case .cancel, .back: return [.pop]
    default: return nil
    }
    return []
  }

  private mutating func move(by distance: Int, _ rows: Int) -> [DeskStep] {
    guard let current else { return [] }
    arrangement.move(current, by: distance, among: tabs)
    list.move(by: distance, rows)
    return keep()
  }

  /// Keeps it for the next time; the queue below hears of it by the answer.
  private func keep() -> [DeskStep] {
    var settings = DeskSettings()
    settings.views = arrangement
    return [.effect(.errand(SettingsErrand(settings)))]
  }

  private func rows(_ circumstances: Circumstances) -> Int {
    min(tabs.count, max(3, circumstances.size.rows - 8))
  }

  package func draw(
    into frame: inout Frame, _ area: Rect, in circumstances: Circumstances
  ) {
    let box = area.centred(
      rows: rows(circumstances) + 2, columns: min(area.columns - 4, 56))
    frame.fill(box, style: Style(.dialog))
    frame.box(box, style: Style(.borderFocused, on: .dialog))
    frame.put(
      " " + Self.title[circumstances.language] + " ", at: Position(box.row, box.column + 1),
      style: Style(.dialogTitle), maxWidth: box.columns - 4)
    let all = arrangement.inOrder(tabs)
    list.draw(into: &frame, box.inset(rows: 1, columns: 1)) { index in
      guard all.indices.contains(index) else { return nil }
      let tab = all[index]
      let isHidden = arrangement.hidden.contains(tab.view.id)
      let name = QueueNames.title(of: tab)[circumstances.language]
      return ListRow(
        [
          StyledText(name, isHidden ? .dim : .text),
          StyledText(
            isHidden ? circumstances.say(zh: "不显示", en: "put away") : "\(tab.count)", .dim),
        ], marked: !isHidden)
    }
  }
}
