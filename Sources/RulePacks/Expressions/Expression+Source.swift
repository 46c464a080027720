import Quantities

/// An expression as it is written.
extension Expression {
  /// The source with runs of blanks outside quotation marks made one.
  package var normalisedSource: String {
    var view = String.UnicodeScalarView()
    var isQuoted = false
    var isBlank = false
    for scalar in TextFolding.trimmed(source).unicodeScalars {
      if !isQuoted, TextFolding.isSpace(scalar) {
        isBlank = true
        continue
      }
      if isBlank { view.append(" ") }
      isBlank = false
      if scalar == "\"" { isQuoted.toggle() }
      view.append(scalar)
    }
    return String(view)
  }

  /// The literals that differ between two sources which are alike but for them, in their order.
  ///
  /// - Returns: the pairs; empty where nothing or more than literals differs.
  package static func changedLiterals(
    from before: String, to after: String
  ) -> [(before: Value, after: Value)] {
    let (left, right) = (Lexer(before).tokens, Lexer(after).tokens)
    guard left.count == right.count else { return [] }
    var changed: [(before: Value, after: Value)] = []
    for (one, other) in zip(left, right) {
      if case .literal(let before) = one.kind, case .literal(let after) = other.kind {
        if before != after { changed.append((before, after)) }
      } else if one.kind != other.kind || one.text != other.text {
        return []
      }
    }
    return changed
  }
}
