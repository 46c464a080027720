import Casework
import TerminalUI

extension CasePane {
  /// Searches the tab that shows; nil where the input is no search.
  mutating func search(
    _ input: DeskInput, _ circumstances: Circumstances
  ) -> [DeskStep]? {
    switch finder.take(input) {
    case .ignored: return nil
    case .shown:
      if !finder.isActive { places = [] }
      return []
    case .search:
      find(circumstances)
      let here = tab == .overview ? overview.top : lists[tab]?.cursor ?? 0
      goTo(places.firstIndex { $0 >= here } ?? 0, circumstances)
    case .step(let distance):
      let now = finder.ordinal.map { $0 - 1 } ?? 0
      goTo(places.isEmpty ? 0 : (now + distance + places.count) % places.count, circumstances)
    }
    return []
  }

  /// Finds the rows, or lines, of the tab that have the text.
  mutating func find(_ circumstances: Circumstances) {
    let text = finder.text.lowercased()
    guard !text.isEmpty, let folder else {
      places = []
      return
    }
    if tab == .overview {
      places = overview.lines.indices.filter {
        overview.lines[$0].plain.lowercased().contains(text)
      }
    } else {
      let table = CaseTable(
        pane: self, folder: folder, width: mainColumns(circumstances), circumstances)
      places = (0..<(lists[tab]?.count ?? 0)).filter { index in
        table.row(index)?.cells.contains { $0.plain.lowercased().contains(text) } == true
      }
    }
    finder.tell(total: places.count, ordinal: nil)
  }

  /// Searches what shows now and goes to the first place, where a search stands.
  mutating func findAgain(_ circumstances: Circumstances) {
    guard finder.isActive else { return }
    find(circumstances)
    goTo(0, circumstances)
  }

  private mutating func goTo(_ place: Int, _ circumstances: Circumstances) {
    guard places.indices.contains(place) else { return }
    finder.tell(total: places.count, ordinal: place + 1)
    if tab == .overview {
      let rows = bodyRows(circumstances)
      overview.top = min(
        max(0, overview.lines.count - rows), max(0, places[place] - rows / 3))
    } else {
      let rows = bodyRows(circumstances)
      let cursor = lists[tab]?.cursor ?? 0
      lists[tab]?.move(by: places[place] - cursor, rows)
      unfolded = nil
      tree = []
    }
  }

  /// Shows the articles of everything that cannot be done yet.
  func reasons() -> [DeskStep] {
    guard let folder else { return [] }
    let refused = orderedOffers.filter { !$0.isAllowed }
    let keys = refused.flatMap { offer in
      offer.refusals.flatMap(\.cites) + offer.cites
    }
    return [.push(LawPane(keys, of: folder.pack))]
  }
}
