package import Quantities
package import RulePacks

/// Makes every sentence that a person reads, in one language, from codes and values.
///
/// Pure and light: a few references and small tables of names. Screens and the command line share
/// it, so that a refusal reads the same wherever it is met.
package struct Wording: Sendable {
  /// Where a sentence is read; remedies name commands or places on the screen accordingly.
  package enum Surface: String, CaseIterable, Hashable, Sendable {
    case desk
    case commandLine
  }

  /// The language of the sentences.
  package var language: Language
  /// The pack whose labels are used; without one ids stand in for labels.
  package var pack: RulePack?
  /// The names of facts; without one paths stand in.
  package var vocabulary: Vocabulary?
  /// Where the sentences are read.
  package var surface: Surface
  /// Whether signs stay within ASCII, for terminals without better ones.
  package var isPlain: Bool
  /// What people are called, by user name.
  package var people: [String: String] = [:]
  /// What supervising departments are called, by id.
  package var departments: [String: Bilingual] = [:]
  /// The keys of the desk that remedies name, by the names of the actions.
  package var keys = Wording.standardKeys

  /// A way of wording.
  package init(
    _ language: Language, pack: RulePack? = nil, vocabulary: Vocabulary? = nil,
    surface: Surface = .commandLine, isPlain: Bool = false
  ) {
    self.language = language
    self.pack = pack
    self.vocabulary = vocabulary
    self.surface = surface
    self.isPlain = isPlain
  }

  /// The keys of the desk as delivered that remedies name.
  package static let standardKeys = [
    "judge": "J", "waive": "w", "depart": "d", "facts": "e", "reopen": "R", "attach": "f",
    "filter": "/", "load-law": "T", "columns": "F6",
  ]

  /// The Chinese or the English text, as the language is.
  package func text(zh: String, en: String) -> String { language == .zh ? zh : en }

  /// Words of a list, joined as the language does.
  package func list(_ words: [String]) -> String {
    words.joined(separator: language == .zh ? "、" : ", ")
  }

  /// Clauses of one sentence, joined as the language does.
  func clauses(_ parts: [String]) -> String {
    parts.joined(separator: language == .zh ? "；" : "; ")
  }

  /// A text in round brackets, as the language has them.
  func bracketed(_ text: String) -> String {
    language == .zh ? "（\(text)）" : " (\(text))"
  }

  /// What a person is called; the user name where nothing else is known.
  package func person(_ name: String) -> String { people[name] ?? name }

  /// What a supervising department is called; its id where nothing else is known.
  package func department(_ id: String) -> String { departments[id]?[language] ?? id }
}
