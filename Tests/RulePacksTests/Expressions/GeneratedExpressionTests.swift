import Foundation
import Quantities
import RulePacks
import Testing

@Suite("Generated expressions")
struct GeneratedExpressionTests {
  /// Writes expressions of a given type at random, from a seed.
  struct Writer {
    var state: UInt64

    mutating func pick<Element>(_ options: [Element]) -> Element {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return options[Int((state >> 33) % UInt64(options.count))]
    }

    mutating func test(_ depth: Int) -> String {
      guard depth > 0 else {
        return pick([
          "true", "false", "host.legal_person", "host.registered_in_city", "not_applicable",
        ])
      }
      switch pick(Array(0...8)) {
      case 0: return "(\(test(depth - 1)) and \(test(depth - 1)) and \(test(depth - 1)))"
      case 1: return "(\(test(depth - 1)) or \(test(depth - 1)))"
      case 2: return "not \(test(depth - 1))"
      case 3: return "(\(money(depth - 1)) \(sign()) \(money(depth - 1)))"
      case 4: return "(\(count(depth - 1)) \(sign()) \(count(depth - 1)))"
      case 5: return "(\(money(depth - 1)) / \(money(depth - 1)) \(sign()) \(pick(["3%", "1/3"])))"
      case 6: return "(host.kind \(pick(["==", "!="])) \(pick(["enterprise", "institute"])))"
      case 7: return "(if \(test(depth - 1)) then \(test(depth - 1)) else \(test(depth - 1)))"
      default:
        return pick([
          "(each x in window(finance, years: 3, ending: 2025): x.rd >= \(money(0)))",
          "exists(staff.people where days > 183 天 and full_time)",
          "every(staff.people, full_time or \(test(0)))",
        ])
      }
    }

    mutating func money(_ depth: Int) -> String {
      guard depth > 0 else {
        return pick(["0 元", "700 万元", "premises.equipment", "finance[2024].rd", "finance[2023].rd"])
      }
      return pick([
        "(\(money(depth - 1)) + \(money(depth - 1)))",
        "(\(money(depth - 1)) - \(money(depth - 1)))",
        "(3 * \(money(depth - 1)))", "sum(window(finance, years: 3, ending: 2025).rd)",
        "max(finance.rd)", "coalesce(\(money(depth - 1)), \(money(depth - 1)))",
        "(if \(test(depth - 1)) then \(money(depth - 1)) else \(money(depth - 1)))",
        "min(\(money(depth - 1)), \(money(depth - 1)))",
      ])
    }

    mutating func count(_ depth: Int) -> String {
      pick([
        "30 人", "staff.fixed", "staff.qualified", "(staff.fixed - 4 人)",
        "coalesce(count(staff.people where days > 183 天), staff.fixed)",
      ])
    }

    mutating func sign() -> String { pick(["==", "!=", "<", "<=", ">", ">="]) }
  }

  static let sheets: [[String: String]] = [
    [:],
    ["host.legal_person": "是", "host.registered_in_city": "absent", "host.kind": "企业"],
    [
      "host.founded_on": "2024-01-01", "finance[2024].rd": "700 万元", "finance[2025].rd": "0 元",
      "staff.fixed": "30", "host.legal_person": "否", "premises.equipment": "absent",
    ],
    [
      "finance[2023].rd": "700 万元", "finance[2024].rd": "600 万元", "finance[2025].rd": "1 元",
      "staff.people[0].days": "184", "staff.people[0].full_time": "是",
      "staff.people[1].days": "183", "host.kind": "institute", "premises.equipment": "0 元",
      "staff.qualified": "9", "staff.fixed": "absent", "host.registered_in_city": "是",
    ],
  ]

  @Test("With and without the tree the outcome is the same", arguments: 1...300)
  func agreement(seed: Int) throws {
    var writer = Writer(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
    let source = writer.test(4)
    let expression = try ExpressionFixture.parse(source, as: .boolean)
    for sheet in Self.sheets {
      let scope = try ExpressionFixture.scope(sheet)
      #expect(expression.evaluate(in: scope) == expression.explain(in: scope).outcome, "\(source)")
    }
  }

  @Test("Expressions and explanations come back from JSON as they were", arguments: 1...40)
  func roundTrip(seed: Int) throws {
    var writer = Writer(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
    let expression = try ExpressionFixture.parse(writer.test(3), as: .boolean)
    let decoded = try JSONDecoder().decode(
      Expression.self, from: JSONEncoder().encode(expression))
    #expect(decoded == expression)
    for sheet in Self.sheets {
      let explanation = decoded.explain(in: try ExpressionFixture.scope(sheet))
      let again = try JSONDecoder().decode(
        Explanation.self, from: JSONEncoder().encode(explanation))
      #expect(again == explanation)
    }
  }

  @Test("No text, however broken, does more than raise problems with a place", arguments: 1...300)
  func brokenTexts(seed: Int) throws {
    var writer = Writer(state: UInt64(seed) &* 0xD134_2543_DE82_EF95)
    var scalars = Array(writer.test(3).unicodeScalars)
    for _ in 0..<3 where !scalars.isEmpty {
      let index = Int(writer.state >> 40) % scalars.count
      let noise: [Unicode.Scalar] = ["(", ")", ".", "[", "万", "0", "\"", "=", ",", ":", "x", "\n"]
      if writer.pick([true, false]) {
        scalars[index] = writer.pick(noise)
      } else {
        scalars.remove(at: index)
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    for problem in ExpressionFixture.problems(String(view), as: .boolean) {
      #expect(problem.code.hasPrefix("pack.expression."))
      #expect((problem.place.line ?? 0) >= 10)
      #expect((problem.place.column ?? 0) >= 5)
    }
  }
}
