import Quantities
package import RulePacks
package import TerminalUI

/// One field while it is filled in: text, several lines, or a choice.
package struct FieldEditor: Sendable, Hashable {
  /// What the field asks for.
  package let spec: FieldSpec
  /// How it is edited.
  package enum Editor: Sendable, Hashable {
    case line(TextField)
    case area(TextArea)
    case choice(Choice)
  }

  /// How it is edited.
  package private(set) var editor: Editor
  /// Whether somebody has been in it, so that what is wrong may be said.
  package var isTouched = false
  /// Whether what stands in a date field was put there by the desk, so that typing replaces it.
  private var isSuggestion = false
  private let ids: [String]

  /// An empty field, or one with a text: for choices the id, yes or no for truth values.
  package init(_ spec: FieldSpec, text: String = "", in circumstances: Circumstances) {
    self.spec = spec
    switch spec.type {
    case .lines:
      ids = []
      editor = .area(TextArea(text))
    case .choice:
      ids = spec.options.map(\.id)
      editor = .choice(
        Choice(spec.options.map(\.label), selected: ids.firstIndex(of: text)))
    case .boolean:
      ids = ["yes", "no"]
      editor = .choice(
        Choice(
          [circumstances.say(zh: "是", en: "yes"), circumstances.say(zh: "否", en: "no")],
          selected: ids.firstIndex(of: text)))
    default:
      ids = []
      editor = .line(TextField(text, placeholder: spec.hint))
      isSuggestion = spec.type == .date && !text.isEmpty
    }
  }

  /// What is in the field: for choices the id.
  package var text: String {
    get {
      switch editor {
      case .line(let field): field.text
      case .area(let area): area.text
      case .choice(let choice): choice.selected.map { ids[$0] } ?? ""
      }
    }
    set {
      switch editor {
      case .line(var field):
        field.text = newValue
        editor = .line(field)
      case .area(var area):
        area.text = newValue
        editor = .area(area)
      case .choice(var choice):
        choice.selected = ids.firstIndex(of: newValue)
        editor = .choice(choice)
      }
    }
  }

  /// Whether nothing is in it.
  package var isEmpty: Bool { text.allSatisfy(\.isWhitespace) }

  /// The value; nil where the field is empty or what is in it is not of its type.
  package var value: Value? { Value(text, as: spec.type) }

  /// Whether what is in it is not of its type.
  package var isWrong: Bool { !isEmpty && value == nil }

  /// Whether an open list hangs under it.
  package var isOpen: Bool {
    if case .choice(let choice) = editor { return choice.isOpen }
    return false
  }

  /// Whether Enter belongs to the field itself.
  package var takesEnter: Bool {
    switch editor {
    case .line: false
    case .area: true
    case .choice(let choice): choice.isOpen || choice.selected == nil
    }
  }

  /// Takes a key or a pasted text.
  package mutating func update(_ event: InputEvent, columns: Int) -> WidgetReply {
    let reply: WidgetReply
    switch editor {
    case .line(var field):
      if isSuggestion, case .key(let key) = event, key.typed != nil { field.text = "" }
      isSuggestion = false
      reply = field.update(event)
      editor = .line(field)
    case .area(var area):
      reply = area.update(event, columns: columns)
      editor = .area(area)
    case .choice(var choice):
      guard case .key(let key) = event else { return .ignored }
      reply = choice.isOpen ? choice.update(key) : Self.closed(&choice, key)
      editor = .choice(choice)
    }
    if reply == .changed { isTouched = true }
    return reply
  }

  /// A closed list opens; left and right go through the options, digits choose.
  private static func closed(_ choice: inout Choice, _ key: Key) -> WidgetReply {
    switch key {
    case .left: return choice.updateList(.up)
    case .right: return choice.updateList(.down)
    case .up, .down: return .ignored
    default:
      if key.typed?.wholeNumberValue != nil { return choice.updateList(key) }
      return choice.update(key)
    }
  }

  /// Chooses an option by its place.
  package mutating func choose(_ index: Int) {
    guard case .choice(var choice) = editor, choice.options.indices.contains(index) else { return }
    choice.selected = index
    choice.isOpen = false
    editor = .choice(choice)
    isTouched = true
  }

  /// Rows that it takes.
  package var rows: Int {
    if case .area = editor { return 4 }
    return 1
  }

  /// Draws the field without its label.
  package func draw(into frame: inout Frame, _ rect: Rect, focused: Bool, hit: Int?) {
    switch editor {
    case .line(let field): field.draw(into: &frame, rect, focused: focused, hit: hit)
    case .area(let area): area.draw(into: &frame, rect, focused: focused, hit: hit)
    case .choice(let choice): choice.draw(into: &frame, rect, focused: focused, hit: hit)
    }
  }
}
