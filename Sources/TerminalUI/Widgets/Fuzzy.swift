/// How well a text answers to what was typed.
package enum Fuzzy {
  /// The score of a match, greater is better; nil when letters are missing or out of order.
  ///
  /// Letters at the start of words and letters in a row count more, gaps count against. Case is
  /// ignored; spaces in the query are.
  package static func score(_ query: String, in text: String) -> Int? {
    let wanted = Array(query.lowercased().unicodeScalars.filter { $0 != " " })
    guard !wanted.isEmpty else { return 0 }
    let letters = Array(text.lowercased().unicodeScalars)
    // Start at each place of the first letter: the best run need not be the first.
    var best: Int?
    for start in letters.indices where letters[start] == wanted.first {
      guard let score = score(wanted, letters, from: start) else { break }
      best = max(best ?? score, score)
    }
    return best
  }

  private static func score(
    _ wanted: [Unicode.Scalar], _ letters: [Unicode.Scalar], from start: Int
  ) -> Int? {
    var total = 0
    var last = start - 1
    var index = start
    for scalar in wanted {
      while index < letters.count, letters[index] != scalar { index += 1 }
      guard index < letters.count else { return nil }
      let wordStart = index == 0 || [" ", "-", "_", "/"].contains(letters[index - 1])
      total += 10 + (wordStart ? 8 : 0)
      total += index == last + 1 ? (index == start ? 0 : 12) : -min(6, index - last - 1)
      last = index
      index += 1
    }
    return total - min(start, 5) - letters.count / 16
  }

  /// The best score of a query in a title and in its other spellings.
  package static func score(_ query: String, in title: String, keys: [String]) -> Int? {
    var best = score(query, in: title).map { $0 + 2 }
    for key in keys {
      if let score = score(query, in: key) { best = max(best ?? score, score) }
    }
    return best
  }
}
