/// Where the text stands in a field wider than it.
package enum Alignment: Sendable, Hashable {
  case left, right, centre
}

extension WidthRule {
  /// The text cut to at most `width` columns, ending in `…` when something was cut.
  package func clip(_ text: String, to width: Int) -> String {
    guard columns(of: text) > width else { return text }
    let ellipsis = columns(of: "…")
    guard width >= ellipsis else { return prefix(of: text, columns: max(0, width)) }
    return prefix(of: text, columns: width - ellipsis) + "…"
  }

  /// The longest beginning of the text that takes at most `limit` columns.
  package func prefix(of text: String, columns limit: Int) -> String {
    var used = 0
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let columns = columns(of: scalar)
      if used + columns > limit { break }
      used += columns
      result.append(scalar)
    }
    return String(result)
  }

  /// The text clipped or filled with spaces to exactly `width` columns.
  package func pad(_ text: String, to width: Int, align: Alignment = .left) -> String {
    let clipped = clip(text, to: width)
    let room = max(0, width - columns(of: clipped))
    switch align {
    case .left: return clipped + String(repeating: " ", count: room)
    case .right: return String(repeating: " ", count: room) + clipped
    case .centre:
      return String(repeating: " ", count: room / 2) + clipped
        + String(repeating: " ", count: room - room / 2)
    }
  }
}
