import TerminalUI

/// A search apart from filters: what is typed, what stands, and how much of it there is.
///
/// Whoever owns it knows the places and moves there; the finder keeps the words and draws them.
struct Finder: Sendable {
  /// What a finder made of some input.
  enum Reply: Equatable {
    /// Nothing: the input is for somebody else.
    case ignored
    /// The picture changed, the place did not.
    case shown
    /// The text changed: the first place from where the search began is wanted.
    case search
    /// The next place, or with -1 the one before.
    case step(Int)
  }

  /// Begins a search.
  static let begin = DeskAction.other("find")

  /// The line in which one types; nil where nothing is typed.
  private(set) var field: TextField?
  /// What is searched for; empty for nothing.
  private(set) var text = ""
  /// How many places have it.
  private(set) var total = 0
  /// Which of them is shown, from 1; nil for none.
  private(set) var ordinal: Int?

  /// Whether something is typed or searched for.
  var isActive: Bool { field != nil || !text.isEmpty }

  /// The contexts that come before those of the owner; while one types, instead of them.
  func contexts(before owner: [KeyContext]) -> [KeyContext] {
    if field != nil { return [DeskKeymap.finding, DeskKeymap.everywhere] }
    return text.isEmpty ? owner : [DeskKeymap.found] + owner
  }

  /// Takes input.
  mutating func take(_ input: DeskInput) -> Reply {
    switch input {
    case .action(Self.begin):
      field = TextField(text)
      return .shown
    case .action(.searchNext) where isActive: return .step(1)
    case .action(.searchPrevious) where isActive: return .step(-1)
    case .action(.confirm) where field != nil:
      field = nil
      return .shown
    case .action(.cancel) where isActive:
      self = Finder()
      return .shown
    case .key(let key) where field != nil: return type(.key(key))
    case .paste(let text) where field != nil: return type(.paste(text))
    default: return .ignored
    }
  }

  private mutating func type(_ event: InputEvent) -> Reply {
    switch field?.update(event) {
    case .changed:
      text = field?.text ?? ""
      (total, ordinal) = (0, nil)
      return .search
    case .ignored, nil: return .ignored
    default: return .shown
    }
  }

  /// Searches for a text without its being typed, as a command does.
  mutating func look(for text: String) {
    self = Finder()
    self.text = text
  }

  /// Says how many places there are and which is shown.
  mutating func tell(total: Int, ordinal: Int?) { (self.total, self.ordinal) = (total, ordinal) }

  /// Draws what is searched for, and how much there is of it, on a line.
  func draw(
    into frame: inout Frame, _ line: Rect, on ground: Role? = nil, _ circumstances: Circumstances
  ) {
    guard isActive, line.columns > 16 else { return }
    let count: StyledText
    if text.isEmpty {
      count = StyledText("")
    } else if let ordinal {
      count = StyledText(" \(ordinal)/\(total) ", .accent)
    } else if total > 0 {
      count = StyledText(circumstances.say(zh: " 共 \(total) 处 ", en: " \(total) found "), .accent)
    } else {
      count = StyledText(circumstances.say(zh: " 没有找到 ", en: " not found "), .warning)
    }
    let prompt = circumstances.say(zh: " 查找 ", en: " Find ")
    let room = line.columns - count.columns(frame.widths)
    let end = frame.put(StyledText(prompt, .key), at: line.origin, maxWidth: room, on: ground)
    let place = Rect(
      row: line.row, column: end, rows: 1,
      columns: max(0, min(24, room - (end - line.column))))
    if let field {
      field.draw(into: &frame, place, focused: true)
    } else {
      frame.put(
        StyledText(text, .match), at: place.origin, maxWidth: place.columns, on: ground)
    }
    let written = field == nil ? min(frame.widths.columns(of: text), place.columns) : place.columns
    frame.put(count, at: Position(line.row, end + written), on: ground)
  }
}

extension StyledText {
  /// The line with every place of a text marked; capital letters count as small ones.
  func marking(_ text: String) -> StyledText {
    guard !text.isEmpty, plain.lowercased().contains(text.lowercased()) else { return self }
    return StyledText(spans.flatMap { $0.marking(text) })
  }
}

extension StyledText.Span {
  fileprivate func marking(_ wanted: String) -> [StyledText.Span] {
    let letters = Array(text)
    let small = letters.map { $0.lowercased() }
    let sought = wanted.map { $0.lowercased() }
    var pieces: [StyledText.Span] = []
    var rest = 0
    var place = 0
    while place + sought.count <= letters.count {
      if small[place] == sought[0], Array(small[place..<(place + sought.count)]) == sought {
        if place > rest { pieces.append(.init(String(letters[rest..<place]), style)) }
        pieces.append(.init(String(letters[place..<(place + sought.count)]), Style(.match)))
        place += sought.count
        rest = place
      } else {
        place += 1
      }
    }
    if rest < letters.count { pieces.append(.init(String(letters[rest...]), style)) }
    return pieces
  }
}
