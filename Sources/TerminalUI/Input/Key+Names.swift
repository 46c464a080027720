extension Key: CustomStringConvertible {
  private static let names: [(String, Code)] = [
    ("up", .up), ("down", .down), ("left", .left), ("right", .right), ("home", .home),
    ("end", .end), ("page-up", .pageUp), ("page-down", .pageDown), ("enter", .enter),
    ("esc", .escape), ("tab", .tab), ("backspace", .backspace), ("delete", .delete),
    ("insert", .insert), ("space", .character(" ")),
  ]

  private static let aliases = [
    "pgup": "page-up", "pageup": "page-up", "pgdn": "page-down", "pagedown": "page-down",
    "escape": "esc", "return": "enter", "del": "delete", "ins": "insert", "bs": "backspace",
  ]

  /// Reads a name such as `a`, `ctrl-l`, `alt-x`, `f2`, `space` or `shift-tab`.
  ///
  /// Names that a terminal cannot tell apart become one key: `ctrl-i` is `tab`, `ctrl-m` is
  /// `enter`, `backtab` is `shift-tab`. Nil when the name is no key.
  package init?(name: String) {
    var rest = Substring(name)
    var modifiers: Modifiers = []
    var more = true
    while more {
      more = false
      for (prefix, modifier) in [
        ("ctrl-", Modifiers.control), ("c-", .control), ("alt-", .alt), ("shift-", .shift),
      ] where rest.lowercased().hasPrefix(prefix) && rest.count > prefix.count {
        rest = rest.dropFirst(prefix.count)
        modifiers.insert(modifier)
        more = true
      }
    }
    guard let code = Self.code(named: rest, &modifiers) else { return nil }
    self = Key(code, modifiers).canonical
  }

  private static func code(named rest: Substring, _ modifiers: inout Modifiers) -> Code? {
    if let only = rest.first, rest.count == 1 {
      if modifiers.contains(.shift) {
        guard modifiers == .shift, only.isLetter, let upper = only.uppercased().first
        else { return nil }
        modifiers.remove(.shift)
        return .character(upper)
      }
      guard modifiers.contains(.control) else { return .character(only) }
      return only.lowercased().first.map(Code.character)
    }
    let lower = rest.lowercased()
    if lower == "backtab" {
      modifiers.insert(.shift)
      return .tab
    }
    let name = aliases[lower] ?? lower
    if let found = names.first(where: { $0.0 == name }) { return found.1 }
    guard lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...12).contains(number)
    else { return nil }
    return .function(number)
  }

  /// The key that a terminal really sends.
  var canonical: Key {
    guard case .character(let letter) = code, modifiers.contains(.control) else { return self }
    let rest = modifiers.subtracting(.control)
    switch letter {
    case "i": return Key(.tab, rest)
    case "m": return Key(.enter, rest)
    case "[": return Key(.escape, rest)
    case "h": return Key(.backspace, rest)
    default: return self
    }
  }

  /// The name that ``init(name:)`` reads.
  package var description: String {
    var text = ""
    if modifiers.contains(.control) { text += "ctrl-" }
    if modifiers.contains(.alt) { text += "alt-" }
    if modifiers.contains(.shift) { text += "shift-" }
    if case .function(let number) = code { return text + "f\(number)" }
    if let found = Self.names.first(where: { $0.1 == code }) { return text + found.0 }
    if case .character(let character) = code { text.append(character) }
    return text
  }

  /// A short form for footers: `↵`, `Esc`, `^L`, `F2`, `↑`.
  package var symbol: String {
    switch code {
    case .enter where modifiers.isEmpty: return "↵"
    case .up where modifiers.isEmpty: return "↑"
    case .down where modifiers.isEmpty: return "↓"
    case .left where modifiers.isEmpty: return "←"
    case .right where modifiers.isEmpty: return "→"
    case .character(let letter) where modifiers == .control: return "^" + letter.uppercased()
    case .character(let letter) where modifiers.isEmpty && letter != " ": return String(letter)
    default:
      return description.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
        .joined(separator: "-")
    }
  }
}
