import Quantities
import Testing

@Suite("Exact fractions")
struct RatioTests {
  @Test(
    "Shares as people write them",
    arguments: [
      ("60%", 3, 5), ("59.9%", 599, 1_000), ("1/3", 1, 3), ("0.041", 41, 1_000),
      ("6.5‰", 13, 2_000),
      ("４５％", 9, 20), ("3 / 9", 1, 3), ("2／4", 1, 2), ("-5%", -1, 20), ("1/-4", -1, 4),
      ("0%", 0, 1),
      ("120%", 6, 5), ("3", 3, 1),
    ])
  func reading(text: String, above: Int64, below: Int64) {
    let ratio = Ratio(parsing: text)
    #expect(ratio?.numerator == above)
    #expect(ratio?.denominator == below)
  }

  @Test(
    "What is no fraction is none",
    arguments: ["", "%", "1/0", "1/", "1/3/5", "0.5/3", "1/0.5", "60 分", "六成", "1/3 %"])
  func refused(text: String) { #expect(Ratio(parsing: text) == nil) }

  @Test("A fraction that leaves the range is refused")
  func range() {
    #expect(Ratio(.min, over: 1) == nil)
    #expect(Ratio(1, over: .min) == nil)
    #expect(Ratio(1, over: 0) == nil)
    #expect(Ratio(parsing: "9223372036854775808%") == nil)
    #expect(Ratio(.max, over: .max) == Ratio(1, over: 1))
    #expect(Ratio(0, over: -5) == Ratio(0, over: 1))
  }

  @Test("Equal numbers are equal, and have one form")
  func equality() {
    #expect(Ratio(3, over: 9) == Ratio(1, over: 3))
    #expect(Ratio(3, over: 9).hashValue == Ratio(1, over: 3).hashValue)
    #expect(Ratio(-3, over: -9) == Ratio(1, over: 3))
    #expect(Ratio(3, over: -9) == Ratio(-1, over: 3))
  }

  @Test("A threshold is neither met nor missed by rounding")
  func exactness() throws {
    // 2.9999…% of a turnover is below 3%, however near.
    let share = try #require(Ratio(2_999_999_999_999, over: 100_000_000_000_000))
    let threshold = try #require(Ratio(parsing: "3%"))
    #expect(share < threshold)
    #expect(try #require(Ratio(3, over: 100)) >= threshold)
    let thirds = try #require(Ratio(1, over: 3))
    #expect(try #require(Ratio(parsing: "33.3333333333%")) < thirds)
  }

  @Test("Fractions whose products leave 64 bits compare all the same")
  func wide() throws {
    let less = try #require(Ratio(.max - 1, over: .max))
    let more = try #require(Ratio(.max, over: .max - 1))
    #expect(less < more)
    #expect(!(more < less))
    #expect(compareProducts(.max, .max, .max, .max - 1) == 1)
    #expect(compareProducts(.min, .max, .max, .max) == -1)
    #expect(compareProducts(6, 7, 21, 2) == 0)
  }

  @Test("Sums, differences and products that leave the range are errors")
  func overflow() throws {
    #expect(try Int64(40).adding(2) == 42)
    #expect(throws: AmountOverflow()) { try Int64.max.adding(1) }
    #expect(throws: AmountOverflow()) { try Int64.min.subtracting(1) }
    #expect(throws: AmountOverflow()) { try Int64.max.multiplying(by: 2) }
    #expect(throws: AmountOverflow()) { try Int64.min.multiplying(by: -1) }
  }
}
