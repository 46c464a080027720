import Exchange
import Foundation
import Quantities
import RulePacks
import Testing

@Suite("The same application in every form")
struct RoundTripTests {
  @Test(
    "A random application written as YAML, JSON and CSV reads as the same facts", arguments: 0..<40)
  func forms(seed: Int) throws {
    var invention = Invention(seed: UInt64(seed), try Regulation.shipped.get().vocabulary)
    let facts = invention.facts()
    for (path, text) in [
      ("in.yaml", invention.yaml(facts)), ("in.json", invention.json(facts)),
    ] {
      let file = try Regulation.read(text, as: path)
      #expect(file.errors == [], "\(path) of seed \(seed)")
      #expect(file.facts.first == facts)
    }
    var writer = CSVWriter(protectsCodes: seed.isMultiple(of: 2))
    let paths = facts.keys.sorted()
    writer.add(paths)
    writer.add(paths.map { facts[$0].map(Invention.written) ?? "" })
    let table = try Regulation.read(writer.bytes, as: "in.csv")
    #expect(table.errors == [])
    #expect(table.facts.first == facts)
    #expect(
      Set(table.arriving.map(\.fingerprint)).count == 1)
  }
}

/// Facts made up from the vocabulary, the same ones for the same seed.
private struct Invention {
  private var state: UInt64
  private let vocabulary: Vocabulary

  init(seed: UInt64, _ vocabulary: Vocabulary) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    self.vocabulary = vocabulary
  }

  private mutating func number(below limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }

  mutating func facts() -> Facts {
    var facts: Facts = ["name": .value(.text("青岛市虚构\(number(below: 999))技术创新中心"))]
    for group in vocabulary.groups {
      switch group.shape {
      case .record: add(group, at: group.name, to: &facts)
      case .table:
        for year in [2023, 2024, 2025] where number(below: 3) > 0 {
          add(group, at: "\(group.name)[\(year)]", to: &facts)
        }
      case .list:
        for index in 0..<number(below: 3) {
          // A row without any value would not be there at all.
          let first = "\(group.name)[\(index)].\(group.fields[0].name)"
          facts[first] = .value(value(of: group.fields[0]))
          add(group, at: "\(group.name)[\(index)]", to: &facts)
        }
      }
    }
    return facts
  }

  private mutating func add(_ group: Vocabulary.Group, at row: String, to facts: inout Facts) {
    for field in group.fields where number(below: 3) > 0 {
      if group.shape == .table(key: field.name) { continue }
      let path = row.isEmpty ? field.name : "\(row).\(field.name)"
      if path == "department" || facts[path] != nil { continue }
      facts[path] = .value(value(of: field))
    }
  }

  private mutating func value(of field: Vocabulary.Field) -> Value {
    if field.name == "credit_code" {
      return .text(["91370211MA0000A27G", "123702000000000191"][number(below: 2)])
    }
    switch field.type {
    case .boolean: return .boolean(number(below: 2) == 0)
    case .count(let unit): return .count(Int64(number(below: 5000)), unit)
    case .year: return .count(Int64(2000 + number(below: 30)), .year)
    case .money: return .money(Money(fen: Int64(number(below: 1_000_000_000))))
    case .area: return .area(Area(hundredths: Int64(number(below: 1_000_000))))
    case .ratio:
      return Ratio(Int64(number(below: 100)), over: 100).map { .ratio($0) } ?? .boolean(false)
    case .date: return .date(CalendarDate(ordinal: Int32(15_000 + number(below: 5000))))
    case .period: return .period(Period(number(below: 30), .workingDay))
    case .text, .lines:
      let texts = ["0111", "甲，乙", "a: b # c", "\"引号\" 与 '撇号'", "{x} [y]", "no", "= 1", "1.50"]
      return .text(texts[number(below: texts.count)])
    case .choice(let options): return .choice(options[number(below: options.count)])
    }
  }

  /// A value as a person would write it.
  static func written(_ value: FactValue) -> String {
    switch value {
    case .absent: "absent"
    case .value(.text(let text)): text
    case .value(let value): value.written
    }
  }

  // MARK: Forms

  private indirect enum Tree {
    case leaf(String)
    case map([String: Tree])
  }

  private func tree(_ facts: Facts) -> Tree {
    var root = Tree.map([:])
    for (path, value) in facts {
      let parts = path.split { ".[]".contains($0) }.map(String.init)
      root = Self.adding(Self.written(value), at: parts[...], to: root)
    }
    return root
  }

  private static func adding(_ text: String, at path: ArraySlice<String>, to tree: Tree) -> Tree {
    guard let first = path.first else { return .leaf(text) }
    guard case .map(var entries) = tree else { return tree }
    entries[first] = adding(text, at: path.dropFirst(), to: entries[first] ?? .map([:]))
    return .map(entries)
  }

  func yaml(_ facts: Facts) -> String { written(tree(facts)) }
  func json(_ facts: Facts) -> String { written(tree(facts)) }

  /// JSON, which is YAML too.
  private func written(_ tree: Tree) -> String {
    switch tree {
    case .leaf(let text):
      let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      return "\"\(escaped)\""
    case .map(let entries):
      // Rows of a list stand under 0, 1 …; years under themselves.
      if !entries.isEmpty, entries.keys.allSatisfy({ Int($0).map { $0 < 1000 } ?? false }) {
        let rows = entries.sorted { (Int($0.key) ?? 0) < (Int($1.key) ?? 0) }
        return "[" + rows.map { written($0.value) }.joined(separator: ", ") + "]"
      }
      let lines = entries.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \(written($0.value))" }
      return "{ " + lines.joined(separator: ",\n  ") + " }"
    }
  }
}
