import TerminalUI

/// A text that is read, scrolled and searched.
struct FoundText: Sendable {
  private var pane = TextPane([])
  private var plain: [StyledText] = []
  private var places: [Int] = []
  /// The search.
  private(set) var finder = Finder()

  /// A text.
  init(_ lines: [StyledText] = []) { show(lines) }

  /// The lines as they are drawn.
  var lines: [StyledText] { pane.lines }

  /// The first line that shows.
  var top: Int {
    get { pane.top }
    set { pane.top = newValue }
  }

  /// Whether a search goes no farther down, or with -1 up, in this text.
  func isAtEnd(_ direction: Int) -> Bool {
    guard let ordinal = finder.ordinal else { return true }
    return direction > 0 ? ordinal == places.count : ordinal == 1
  }

  /// Shows other lines; a search that stands is made again, from their beginning or their end.
  mutating func show(_ lines: [StyledText], atEnd: Bool = false) {
    plain = lines
    pane = TextPane(lines)
    guard finder.isActive else { return }
    find()
    if !places.isEmpty { go(to: atEnd ? places.count - 1 : 0, rows: nil) }
  }

  /// Takes input that scrolls or searches.
  ///
  /// - Returns: whether it meant something here.
  mutating func take(_ input: DeskInput, rows: Int) -> Bool {
    switch finder.take(input) {
    case .ignored: break
    case .shown:
      if !finder.isActive {
        let top = pane.top
        pane = TextPane(plain)
        pane.top = top
      }
      return true
    case .search:
      let top = pane.top
      find()
      if let first = places.firstIndex(where: { $0 >= top }) ?? places.indices.first {
        go(to: first, rows: rows)
      }
      return true
    case .step(let distance):
      guard !places.isEmpty else { return true }
      let now = (finder.ordinal ?? 1) - 1
      go(to: (now + distance + places.count) % places.count, rows: rows)
      return true
    }
    guard case .key(let key) = input else { return false }
    return pane.update(key, rows: rows) != .ignored
  }

  /// What the mouse means over a text in a box: the wheel scrolls, a press closes the box.
  mutating func take(_ mouse: MouseEvent, rows: Int) -> [DeskStep] {
    switch mouse.action {
    case .wheelUp: _ = take(.key(.up), rows: rows)
    case .wheelDown: _ = take(.key(.down), rows: rows)
    case .release: return [.quiet]
    case .press, .doubleClick: return [.pop]
    }
    return []
  }

  private mutating func find() {
    let text = finder.text.lowercased()
    let top = pane.top
    places = plain.indices.filter {
      !text.isEmpty && plain[$0].plain.lowercased().contains(text)
    }
    pane = TextPane(plain.map { $0.marking(finder.text) })
    pane.top = top
    finder.tell(total: places.count, ordinal: nil)
  }

  private mutating func go(to place: Int, rows: Int?) {
    finder.tell(total: places.count, ordinal: place + 1)
    let rows = rows ?? 8
    let last = max(0, plain.count - rows)
    let line = places[place]
    if line < pane.top || line >= pane.top + rows { pane.top = min(last, max(0, line - rows / 3)) }
  }

  /// Draws what shows, with the search on the lower border of the box around it.
  func draw(
    into frame: inout Frame, _ inside: Rect, in box: Rect, _ circumstances: Circumstances
  ) {
    pane.draw(into: &frame, inside, on: .dialog)
    finder.draw(
      into: &frame,
      Rect(row: box.bottom - 1, column: box.column + 2, rows: 1, columns: box.columns - 4),
      on: .dialog, circumstances)
  }
}
