extension Int {
  /// So many of something in English: 1 case, 3 cases.
  func counted(_ word: String) -> String { self == 1 ? "1 \(word)" : "\(self) \(word)s" }
}
