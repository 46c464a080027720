/// The keys in force and what they do, made from a keymap.
package struct HelpPane: Sendable, Hashable {
  /// The text, which scrolls.
  package var pane: TextPane

  /// Makes the help of some contexts, innermost first.
  ///
  /// - Parameters:
  ///   - title: the heading of a context, in the user's language.
  ///   - text: the text of a help id, in the user's language.
  package init<Action: Sendable & Hashable>(
    _ keymap: Keymap<Action>, contexts: [KeyContext], widths: WidthRule = .narrow,
    title: (KeyContext) -> String, text: (String) -> String
  ) {
    let (bindings, names) = Self.joined(keymap.help(in: contexts))
    let widest = min(24, names.map { widths.columns(of: $0) }.max() ?? 0)
    var lines: [StyledText] = []
    var context: KeyContext?
    for (binding, keys) in zip(bindings, names) {
      if binding.context != context {
        if context != nil { lines.append("") }
        lines.append(StyledText(title(binding.context), .title))
        context = binding.context
      }
      lines.append(
        StyledText("  " + widths.pad(keys, to: widest), .key)
          + StyledText("  " + text(binding.help)))
    }
    pane = TextPane(lines)
  }

  /// Bindings that mean the same stand on one line: `1` to `9` as `1–9`.
  private static func joined<Action>(
    _ all: [KeyBinding<Action>]
  ) -> (bindings: [KeyBinding<Action>], names: [String]) {
    var bindings: [KeyBinding<Action>] = []
    var keys: [[String]] = []
    for binding in all {
      let own = binding.keys.map(\.symbol)
      if let last = bindings.last, last.context == binding.context, last.help == binding.help {
        keys[keys.count - 1] += own
      } else {
        bindings.append(binding)
        keys.append(own)
      }
    }
    let names = keys.map { keys in
      keys.count > 3 && keys.allSatisfy { $0.count == 1 }
        ? "\(keys[0])–\(keys[keys.count - 1])" : keys.joined(separator: " ")
    }
    return (bindings, names)
  }

  /// Takes a key that scrolls.
  package mutating func update(_ key: Key, rows: Int) -> WidgetReply {
    pane.update(key, rows: rows)
  }

  /// Draws the help.
  package func draw(into frame: inout Frame, _ rect: Rect) { pane.draw(into: &frame, rect) }
}
