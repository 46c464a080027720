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

  /// Whether two sources say the same: brackets that only group, blanks and the units in which values
  /// are written do not count.
  ///
  /// Texts that cannot be read agree where they are the same.
  package static func agree(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    guard let left = pieces(of: one), let right = pieces(of: other) else { return false }
    return left == right
  }

  /// The literals that differ between two sources which are alike but for them, in their order.
  ///
  /// - Returns: the pairs; empty where nothing or more than literals differs.
  package static func changedLiterals(
    from before: String, to after: String
  ) -> [(before: Value, after: Value)] {
    guard let left = pieces(of: before), let right = pieces(of: after), left.count == right.count
    else { return [] }
    var changed: [(before: Value, after: Value)] = []
    for (one, other) in zip(left, right) where one != other {
      guard let before = one.literal, let after = other.literal else { return [] }
      changed.append((before, after))
    }
    return changed
  }

  private static func pieces(of source: String) -> [Syntax.Piece]? {
    (try? ExpressionParser.syntax(of: source))?.pieces
  }

  /// The source as one line that is the same for all sources that agree with it.
  var shape: String {
    guard let pieces = Self.pieces(of: source) else { return normalisedSource }
    return pieces.map { piece in
      switch piece {
      case .literal(let value): "\(value.canonical.utf8.count):\(value.canonical)"
      case .mark(let mark): mark
      }
    }.joined(separator: "\n")
  }
}
