import Fixtures
import Foundation
import Quantities
import RuleDrafting
import RulePacks
import Testing

@Suite("Expressions arranged for many cases")
struct FlatRulesTests {
  /// Evaluates arranged expressions over facts, with texts at addresses of their own.
  final class Frame {
    private var buffers: [UnsafeMutableRawBufferPointer] = []
    private let evaluator: FlatEvaluator
    private let numbers: [FactPath: Int64]

    init(_ rules: FlatRules, _ sheets: [Facts]) {
      let paths = Set(sheets.flatMap(\.keys)).sorted()
      numbers = Dictionary(uniqueKeysWithValues: paths.enumerated().map { ($1, Int64($0)) })
      evaluator = FlatEvaluator(rules, paths: numbers.map { ($0.value, $0.key) })
      evaluator.answers = rules.questions.map { $0 == "same_class" ? 1 : nil }
    }

    deinit { for buffer in buffers { buffer.deallocate() } }

    func truths(_ facts: Facts, _ count: Int) -> [FlatRules.Truth] {
      evaluator.frame.begin()
      for (path, fact) in facts {
        guard let number = numbers[path] else { continue }
        evaluator.frame.put(cell(fact), number)
      }
      return (0..<count).map { evaluator.truth(of: $0) }
    }

    private func cell(_ fact: FactValue) -> Cell {
      switch fact {
      case .absent: Cell(.absent)
      case .value(.text(let text)): cell(.text, text)
      case .value(.choice(let option)): cell(.choice, option)
      case .value(let value): Cell(value) ?? Cell(.unknown)
      }
    }

    private func cell(_ tag: Cell.Tag, _ text: String) -> Cell {
      let buffer = UnsafeMutableRawBufferPointer.allocate(
        byteCount: text.utf8.count + 1, alignment: 1)
      buffer.copyBytes(from: text.utf8)
      buffers.append(buffer)
      guard let base = buffer.baseAddress else { return Cell(.unknown) }
      return Cell(tag, bytes: UnsafeRawPointer(base), count: text.utf8.count)
    }
  }

  static func truth(_ outcome: Outcome) -> FlatRules.Truth {
    switch outcome {
    case .unknown: .unknown
    case .absent: .absent
    case .notApplicable: .notApplicable
    case .value(.boolean(let flag)): flag ? .yes : .no
    case .value: .other
    }
  }

  @Test("Any expression comes to the same outcome as with its tree", arguments: 0..<40)
  func expressions(batch: Int) throws {
    var expressions: [RulePacks.Expression] = []
    for seed in 1...25 {
      var writer = GeneratedExpressionTests.Writer(
        state: UInt64(batch * 25 + seed) &* 0x9E37_79B9_7F4A_7C15)
      expressions.append(try ExpressionFixture.parse(writer.test(4), as: .boolean))
    }
    let sheets = try GeneratedExpressionTests.sheets.map { try ExpressionFixture.facts($0) }
    let on = try ExpressionFixture.day("2026-03-02")
    let today = try ExpressionFixture.day("2026-04-13")
    let practice: [String: Value] = ["ratio_year": .choice("each")]
    let rules = FlatRules(
      expressions,
      in: FlatRules.Circumstances(practice: practice, on: on, today: today))
    let frame = Frame(rules, sheets)
    for facts in sheets + sheets {
      let scope = Scope(
        facts: FactSheet(facts), practice: practice, others: ["same_class": 1], on: on,
        today: today)
      let truths = frame.truths(facts, expressions.count)
      for (expression, truth) in zip(expressions, truths) {
        #expect(truth == Self.truth(expression.explain(in: scope).outcome), "\(expression.source)")
      }
    }
  }

  @Test(
    "Every expression of every pack agrees with its tree on random facts",
    arguments: Repository.packs)
  func packs(id: String) throws {
    let vocabulary = try Repository.vocabulary()
    let pack = try PackLoader.load(
      Repository.files(under: "data/packs/\(id)"), vocabulary: vocabulary)
    var expressions = pack.grounds.compactMap(\.alerts)
    for condition in pack.conditions {
      expressions += [
        condition.applies, condition.requires, condition.shows, condition.waivableWhen,
      ].compactMap { $0 }
      expressions += condition.exceptions.map(\.applies)
    }
    for stage in pack.procedures.flatMap(\.stages) {
      expressions += stage.actions.flatMap(\.guards).map(\.requires)
    }
    let on = try ExpressionFixture.day("2026-03-02")
    let practice = Dictionary(
      pack.practice.map { ($0.id, $0.suggested) }
    ) { first, _ in first }
    var writer = SheetWriter(state: 0x5EED)
    let sheets = (0..<200).map { _ in writer.sheet(vocabulary) }
    let rules = FlatRules(
      expressions, in: FlatRules.Circumstances(practice: practice, on: on, today: on))
    let frame = Frame(rules, sheets)
    var seen: Set<FlatRules.Truth> = []
    for facts in sheets {
      var others: [String: Int64] = [:]
      if rules.questions.contains("same_class") { others["same_class"] = 1 }
      let scope = Scope(
        facts: FactSheet(facts), practice: practice, others: others, on: on, today: on)
      let truths = frame.truths(facts, expressions.count)
      for (expression, truth) in zip(expressions, truths) {
        #expect(truth == Self.truth(expression.explain(in: scope).outcome), "\(expression.source)")
        seen.insert(truth)
      }
    }
    #expect(seen.isSuperset(of: [.yes, .no, .unknown]))
  }

  /// Writes facts at random, from a seed: many in range of what packs ask for, some odd, some
  /// missing, some that cannot be.
  struct SheetWriter {
    var state: UInt64

    mutating func pick<Element>(_ options: [Element]) -> Element {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return options[Int((state >> 33) % UInt64(options.count))]
    }

    mutating func sheet(_ vocabulary: Vocabulary) -> Facts {
      var facts: Facts = [:]
      for group in vocabulary.groups {
        switch group.shape {
        case .record:
          for field in group.fields {
            put(field, group.name.isEmpty ? field.name : "\(group.name).\(field.name)", &facts)
          }
        case .table:
          rows(of: group, pick([[], [2023, 2024, 2025], [2025, 2024], [2022, 2025]]), &facts)
        case .list: rows(of: group, pick([[], [0], [0, 1, 2], Array(0..<12), [3, 1]]), &facts)
        }
      }
      return facts
    }

    private mutating func rows(
      of group: Vocabulary.Group, _ keys: [Int], _ facts: inout Facts
    ) {
      if keys.isEmpty, pick([true, false]) { facts[group.name] = .absent }
      for key in keys {
        if pick(Array(0...9)) == 0 { facts["\(group.name)[\(key)]"] = .absent }
        for field in group.fields { put(field, "\(group.name)[\(key)].\(field.name)", &facts) }
      }
    }

    private mutating func put(_ field: Vocabulary.Field, _ path: FactPath, _ facts: inout Facts) {
      switch pick(Array(0...9)) {
      case 0, 1: break
      case 2: facts[path] = .absent
      default: facts[path] = .value(value(field.type))
      }
    }

    private mutating func value(_ type: ValueType) -> Value {
      switch type {
      case .boolean: return .boolean(pick([true, true, false]))
      case .count(let unit):
        return .count(pick([0, 1, 3, 5, 9, 29, 30, 31, 184, 500, .max]), unit)
      case .year: return .count(pick([2019, 2023, 2024, 2025]), .year)
      case .money:
        return .money(Money(fen: pick([0, 1, 499_999_999, 500_000_000, 2_000_000_000, .max])))
      case .area: return .area(Area(hundredths: pick([0, 99_999, 100_000, 250_000])))
      case .ratio:
        return Ratio(pick([0, 1, 3, 59, 60, 100]), over: pick([1, 3, 100])).map { .ratio($0) }
          ?? .boolean(false)
      case .date:
        return .date(CalendarDate(ordinal: pick([16_000, 19_000, 20_060, 20_400, 20_520])))
      case .period: return .period(Period(pick([0, 3, 12, 30]), pick(Period.Unit.allCases)))
      case .choice(let options): return .choice(pick(options))
      case .text, .lines:
        return .text(
          pick([
            "青岛市海洋传感技术创新中心", "海洋中心", "青岛市技术创新中心（虚构）", "rd_projects_form",
            "Qingdao Center of Technology Innovation for Marine Sensing", "é技术创新中心",
            "e\u{301}", "青岛市\u{FE00}技术创新中心", "a\r\n", "37", "development_plan",
          ]))
      }
    }
  }
}
