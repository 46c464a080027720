import Quantities
import RulePacks

/// Facts as a person writes them on the command line: `premises.area=1200 平方米`.
struct FactReading {
  /// The facts that there are.
  let vocabulary: Vocabulary
  /// What was read.
  private(set) var facts: Facts = [:]

  /// A reading with nothing read.
  init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Reads `path=value`; a new row of a keyed table gets its key with it.
  ///
  /// - Throws: a problem with a code that begins with `fact.`.
  mutating func read(_ pair: String) throws {
    let (name, text) = try Pair.split(pair)
    let path = try path(name)
    facts[path] = try vocabulary.parse(text, for: path).get()
    guard let open = path.firstIndex(of: "["), let close = path.firstIndex(of: "]"), open < close,
      let key = Int64(path[path.index(after: open)..<close]),
      let group = vocabulary.group(String(path[..<open])), case .table(let field) = group.shape
    else { return }
    facts["\(group.name)[\(key)].\(field)"] = .value(.count(key, .year))
  }

  /// The path as facts are on record under it.
  func path(_ name: String) throws -> FactPath { try vocabulary.canonicalPath(name).get() }
}
