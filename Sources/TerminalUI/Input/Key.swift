/// A key with the modifiers held.
package struct Key: Sendable, Hashable {
  /// The key itself.
  package enum Code: Sendable, Hashable {
    /// A character as typed; capitals have no shift modifier of their own.
    case character(Character)
    /// Keys that move.
    case up, down, left, right, home, end, pageUp, pageDown
    /// Keys that edit.
    case enter, escape, tab, backspace, delete, insert
    /// F1 to F12.
    case function(Int)
  }

  /// Keys held down with another one.
  package struct Modifiers: OptionSet, Sendable, Hashable {
    /// The bits, the same as in CNcurses.
    package let rawValue: UInt8

    /// Makes a set from its bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Shift, for keys that are no characters.
    package static let shift = Modifiers(rawValue: 1)
    /// Alt or Meta.
    package static let alt = Modifiers(rawValue: 2)
    /// Control.
    package static let control = Modifiers(rawValue: 4)
  }

  /// The key itself.
  package var code: Code
  /// What was held with it.
  package var modifiers: Modifiers

  /// Makes a key.
  package init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  /// A plain character.
  package static func character(_ character: Character) -> Key { Key(.character(character)) }
  /// Control and a letter.
  package static func control(_ letter: Character) -> Key { Key(.character(letter), .control) }
  /// Alt and a character.
  package static func alt(_ letter: Character) -> Key { Key(.character(letter), .alt) }
  /// A function key.
  package static func function(_ number: Int) -> Key { Key(.function(number)) }

  /// Cursor up.
  package static let up = Key(.up)
  /// Cursor down.
  package static let down = Key(.down)
  /// Cursor left.
  package static let left = Key(.left)
  /// Cursor right.
  package static let right = Key(.right)
  /// Home.
  package static let home = Key(.home)
  /// End.
  package static let end = Key(.end)
  /// Page up.
  package static let pageUp = Key(.pageUp)
  /// Page down.
  package static let pageDown = Key(.pageDown)
  /// Enter.
  package static let enter = Key(.enter)
  /// Escape.
  package static let escape = Key(.escape)
  /// Tab.
  package static let tab = Key(.tab)
  /// Shift and tab.
  package static let backtab = Key(.tab, .shift)
  /// Backspace.
  package static let backspace = Key(.backspace)
  /// Delete.
  package static let delete = Key(.delete)
  /// Insert.
  package static let insert = Key(.insert)
  /// The space bar.
  package static let space = Key(.character(" "))

  /// The character that the key types, if it types one.
  package var typed: Character? {
    if case .character(let character) = code, modifiers.isEmpty { return character }
    return nil
  }

  /// Whether Chinese and European keyboards type the key only with pain.
  package var isAwkward: Bool {
    guard case .character(let character) = code else { return false }
    return "[]{}@~".contains(character)
  }
}
