/// How well a text answers to what was typed.
package enum Fuzzy {
  /// The score of a match, greater is better; nil where a part of what was typed is not there.
  ///
  /// Every part between spaces has to stand in the text in one piece, or to be made of the
  /// beginnings of words that follow one another, such as initials. Case is ignored.
  package static func score(_ query: String, in text: String) -> Int? {
    let parts = query.lowercased().split { $0 == " " || $0 == "\u{3000}" }
    let letters = Array(text.lowercased().unicodeScalars)
    let starts = letters.indices.filter { $0 == 0 || gaps.contains(letters[$0 - 1]) }
    var total = 0
    for part in parts {
      let wanted = Array(part.unicodeScalars)
      guard let score = run(wanted, letters) ?? beginnings(wanted, letters, starts) else {
        return nil
      }
      total += score
    }
    return parts.isEmpty ? 0 : total - letters.count / 16
  }

  /// What stands between words.
  private static let gaps: Set<Unicode.Scalar> = [" ", "-", "_", "/", ":", "(", "\""]

  /// The score of letters in a row: best at the start of a word, and early.
  private static func run(_ wanted: [Unicode.Scalar], _ letters: [Unicode.Scalar]) -> Int? {
    guard wanted.count <= letters.count else { return nil }
    var best: Int?
    for start in 0...(letters.count - wanted.count)
    where letters[start..<(start + wanted.count)].elementsEqual(wanted) {
      let isWordStart = start == 0 || gaps.contains(letters[start - 1])
      let score = 22 * wanted.count + (isWordStart ? 8 : 0) - min(start, 5)
      best = max(best ?? score, score)
    }
    return best
  }

  /// The score of letters that are the beginnings of words in a row.
  private static func beginnings(
    _ wanted: [Unicode.Scalar], _ letters: [Unicode.Scalar], _ starts: [Int]
  ) -> Int? {
    func isMade(of rest: ArraySlice<Unicode.Scalar>, from word: Int) -> Bool {
      guard !rest.isEmpty else { return true }
      guard word < starts.count else { return false }
      let common = zip(rest, letters[starts[word]...]).prefix { $0 == $1 }.count
      guard common > 0 else { return false }
      return (1...common).contains { isMade(of: rest.dropFirst($0), from: word + 1) }
    }
    guard starts.indices.contains(where: { isMade(of: wanted[...], from: $0) }) else { return nil }
    return 10 * wanted.count
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
