/// What is said of a code: what is the matter, and what mends it.
///
/// The templates are read where a sentence is said: there are hundreds, and a call says one or two.
struct Sentence: Sendable {
  private let said: (zh: String, en: String)
  private let mended: (zh: String, en: String)?

  /// A sentence in both languages, with its remedy where there is one to give.
  init(_ zh: String, _ en: String, remedy: (zh: String, en: String)? = nil) {
    said = (zh, en)
    mended = remedy
  }

  var zh: Template { Template(said.zh) }
  var en: Template { Template(said.en) }
  var remedyZh: Template? { mended.map { Template($0.zh) } }
  var remedyEn: Template? { mended.map { Template($0.en) } }
}

/// Every sentence by its code.
enum Catalogue {
  /// The sentences of all areas.
  static let sentences: [String: Sentence] = {
    let areas = [
      store, journal, office, imports, centres, facts, verification, upkeep, lookup, yaml,
      expressions, packs, procedures, packChecks, validity,
      refusals, terms, usage, migration,
      lawTexts, campaigns,
    ]
    var all: [String: Sentence] = [:]
    for area in areas { all.merge(area) { first, _ in first } }
    return all
  }()

  /// The sentence of a code.
  ///
  /// Codes of YAML files are one family whatever they begin with (`pack.yaml.tab` is `yaml.tab`);
  /// families such as `pack.unknown.*` have one sentence; what is wrong with a fact is said alike
  /// wherever it was read (`import.fact.negative` is `fact.negative`).
  static func sentence(for code: String) -> Sentence? {
    if let exact = sentences[code] { return exact }
    for family in [".yaml.", ".json."] {
      if let range = code.firstRange(of: family),
        let found = sentences["yaml." + code[range.upperBound...]]
      {
        return found
      }
    }
    if code.hasPrefix("import.fact."), let found = sentences[String(code.dropFirst(7))] {
      return found
    }
    guard let dot = code.lastIndex(of: ".") else { return nil }
    return sentences[code[..<dot] + ".*"]
  }
}
