package import CaseStore

/// In which order the views of the queue stand, and which of them a person has put away.
package struct ViewArrangement: Hashable, Sendable {
  /// The views that have a place, first to last; others come behind them as the office has them.
  package var order: [String]
  /// The views that were put away.
  package var hidden: Set<String>

  /// An arrangement; that of the office where nothing is given.
  package init(order: [String] = [], hidden: Set<String> = []) {
    self.order = order
    self.hidden = hidden
  }

  /// The same with another order; ids that are none of a view are left out.
  func ordered(_ ids: [String]) -> ViewArrangement {
    ViewArrangement(order: ids.filter { QueueView(id: $0) != nil }, hidden: hidden)
  }

  /// The same with other views put away.
  func hiding(_ ids: [String]) -> ViewArrangement {
    ViewArrangement(order: order, hidden: Set(ids.filter { QueueView(id: $0) != nil }))
  }

  /// All views in their order, those put away too.
  package func inOrder(_ tabs: [QueueTab]) -> [QueueTab] {
    guard !order.isEmpty else { return tabs }
    let places = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }
    return tabs.enumerated().sorted {
      let (left, right) = (places[$0.element.view.id], places[$1.element.view.id])
      switch (left, right) {
      case (let left?, let right?): return left < right
      case (_?, nil): return true
      case (nil, _?): return false
      case (nil, nil): return $0.offset < $1.offset
      }
    }.map(\.element)
  }

  /// The views that show, in their order; all where every one was put away.
  package func shown(_ tabs: [QueueTab]) -> [QueueTab] {
    let all = inOrder(tabs)
    guard !hidden.isEmpty else { return all }
    let shown = all.filter { !hidden.contains($0.view.id) }
    return shown.isEmpty ? all : shown
  }

  /// Puts a view away, or back.
  mutating func toggle(_ view: QueueView) {
    if hidden.remove(view.id) == nil { hidden.insert(view.id) }
  }

  /// Moves a view among the others.
  mutating func move(_ view: QueueView, by distance: Int, among tabs: [QueueTab]) {
    var ids = inOrder(tabs).map(\.view.id)
    guard let place = ids.firstIndex(of: view.id) else { return }
    let target = min(max(0, place + distance), ids.count - 1)
    ids.remove(at: place)
    ids.insert(view.id, at: target)
    order = ids
  }
}
