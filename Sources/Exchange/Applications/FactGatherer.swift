import Quantities
import RulePacks

/// Gathers the facts of one centre from a file, with every problem and the place of each value.
struct FactGatherer {
  /// The vocabulary as a tree.
  let tree: FactTree
  /// The file.
  let text: SourceText
  /// What was read.
  private(set) var facts: Facts = [:]
  /// Where each fact was read, in the order of reading.
  private(set) var marks: [(path: FactPath, mark: Mark)] = []
  /// What is wrong.
  var problems: [Problem] = []

  init(_ tree: FactTree, _ text: SourceText) {
    self.tree = tree
    self.text = text
    facts.reserveCapacity(128)
    marks.reserveCapacity(128)
  }

  /// Where a fact was read.
  func mark(of path: FactPath) -> Mark? { marks.first { $0.path == path }?.mark }

  /// Keeps a problem.
  mutating func report(
    _ code: String, _ severity: Problem.Severity = .error, at mark: Mark?, field: String? = nil,
    _ arguments: [String: String] = [:]
  ) {
    problems.append(
      Problem(code, severity: severity, at: text.place(of: mark, field: field), arguments))
  }

  /// Reads the text of one fact and puts it on record.
  mutating func read(
    _ written: String, as field: Vocabulary.Field, at path: FactPath, _ mark: Mark
  ) {
    guard !TextFolding.trimmed(written).isEmpty else { return }
    if field.format == nil, let value = Self.plainValue(written, as: field.type) {
      return put(.value(value), at: path, mark)
    }
    if field.format == nil, CreditCode.isScientific(TextFolding.folded(written)) {
      return report("import.spreadsheet.number", at: mark, field: path, ["found": written])
    }
    switch tree.vocabulary.parse(written, for: path) {
    case .success(let value): put(value, at: path, mark)
    case .failure(let problem):
      report("import." + problem.code, at: mark, field: path, problem.arguments)
    }
  }

  /// Puts a value on record.
  mutating func put(_ value: FactValue, at path: FactPath, _ mark: Mark) {
    facts[path] = value
    marks.append((path, mark))
  }

  /// Takes a value back, where what it says is known better.
  mutating func replace(_ value: FactValue?, at path: FactPath) { facts[path] = value }

  /// The value where nothing about it needs a second look; the vocabulary looks at the others.
  private static func plainValue(_ written: String, as type: ValueType) -> Value? {
    guard let value = Value(written, as: type), !value.isNegative else { return nil }
    switch value {
    case .ratio(let ratio) where ratio.numerator > ratio.denominator: return nil
    case .text(let text) where text.utf8.count <= 9 && isAbsence(text): return nil
    case .text(let text) where CreditCode.isScientific(text): return nil
    default: return value
    }
  }

  private static func isAbsence(_ text: String) -> Bool {
    text == "不存在" || text.lowercased() == "absent"
  }
}
