import Casework
import Foundation
import GRDB
import Quantities
import RulePacks

/// What a case is found by when somebody types words, and whether a text has a word.
///
/// One text a case: names, host, field, numbers and the like, folded and in lower case, then the
/// initials of the pinyin in letters of their own (`initial`), so that a part of them is found as a
/// part of a Chinese name is.
enum SearchText {
  /// The most readings of one name that are kept.
  static let readings = 4

  /// The text of a case.
  static func text(of state: CaseState) -> String {
    var parts: [String] = []
    func add(_ text: String?) {
      guard let text, !text.isEmpty else { return }
      let folded = TextFolding.folded(text).lowercased()
      if !parts.contains(folded) { parts.append(folded) }
    }
    add(state.number)
    for alias in state.aliases { add(alias) }
    let names = [state.text("name"), state.text("host.name")].compactMap { $0 }
    for name in names { add(name) }
    for path in ["english_name", "field", "direction", "host.credit_code", "industry"] {
      add(state.text(path))
    }
    let partners = state.facts.keys.filter {
      $0.utf8.starts(with: "partners[".utf8) && $0.hasSuffix("].name")
    }
    for path in partners.sorted() { add(state.text(path)) }
    for name in names {
      for key in PinyinInitials.keys(for: name, limit: readings) { parts.append(initials(key)) }
    }
    return parts.joined(separator: " ")
  }

  /// ASCII letters and digits moved to code points of their own (U+E000 and up).
  static func initials(_ key: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in key.unicodeScalars {
      view.append(Unicode.Scalar(0xE000 + scalar.value) ?? scalar)
    }
    return String(view)
  }

  /// Whether every word is in a text: `case_matches(text, words)`, with the words as `SearchQuery`
  /// writes them.
  static let function = DatabaseFunction("case_matches", argumentCount: 2, pure: true) { values in
    guard case .string(let text) = values[0].storage, case .string(let words) = values[1].storage
    else { return false }
    return SearchQuery(stored: words).matches(text)
  }
}
