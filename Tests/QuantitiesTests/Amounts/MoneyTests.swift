import Foundation
import Quantities
import Testing

@Suite("Amounts of money")
struct MoneyTests {
  @Test(
    "Amounts with their unit, in 分",
    arguments: [
      ("700 万元", 700_000_000), ("1.6 亿元", 16_000_000_000), ("35,000 元", 3_500_000),
      ("0.01元", 1), ("2000万", 2_000_000_000), ("3亿", 30_000_000_000), ("-5 元", -500),
      ("１，２００．５ 万元", 1_200_500_000), ("0.000001 万元", 1), ("0 元", 0),
    ])
  func reading(text: String, fen: Int64) { #expect(Money(parsing: text)?.fen == fen) }

  @Test(
    "Without a unit, with another, or finer than a 分 it is no amount of money",
    arguments: [
      "700", "万元", "", "700 平方米", "700 人", "12%", "0.001 元", "0.0000001 万元", "700 万 元",
      "7e2 元", "700 万美元",
    ])
  func refused(text: String) { #expect(Money(parsing: text) == nil) }

  @Test("An amount that leaves the range is refused, not cut")
  func range() throws {
    #expect(Money(parsing: "92233720368547758 元")?.fen == 9_223_372_036_854_775_800)
    #expect(Money(parsing: "92233720368547759 元") == nil)
    #expect(Money(parsing: "922337204 亿元") == nil)
    #expect(try Money(wan: 2_000).fen == 2_000_000_000)
    #expect(throws: AmountOverflow()) { try Money(wan: .max / 1_000_000 + 1) }
    #expect(throws: AmountOverflow()) { try Money(wan: .min / 1_000_000 - 1) }
  }

  @Test("Equal amounts are equal in whatever unit they were written, and smaller ones come first")
  func order() throws {
    #expect(Money(parsing: "1 亿元") == Money(parsing: "10,000 万元"))
    #expect(Money(parsing: "1 万元") == Money(parsing: "10000.00 元"))
    let less = try #require(Money(parsing: "1999.99 万元"))
    #expect(less < (try Money(wan: 2_000)))
    #expect(Money(fen: -1) < Money(fen: 0))
  }

  @Test("Every unit reads back as it is written after a number")
  func units() {
    for unit in Money.Unit.allCases {
      #expect(Money.unit(named: unit.symbol) == unit)
      #expect(Money(parsing: "1 \(unit.symbol)")?.fen == unit.rawValue)
    }
  }

  @Test("It is kept as a whole number of 分, and nothing else is read")
  func coding() throws {
    let bytes = try JSONEncoder().encode([Money(fen: -150)])
    #expect(String(decoding: bytes, as: UTF8.self) == "[-150]")
    #expect(try JSONDecoder().decode([Money].self, from: bytes) == [Money(fen: -150)])
    #expect(throws: (any Error).self) {
      try JSONDecoder().decode([Money].self, from: Data("[1.5]".utf8))
    }
  }
}
