import Quantities
import Testing

@Suite("Decimal numbers as people write them")
struct DecimalTextTests {
  private func read(_ text: String) -> String? {
    DecimalText.leading(in: text).map { "\($0.number.digits)e-\($0.number.places)|\($0.rest)" }
  }

  @Test(
    "A leading number and what follows it",
    arguments: [
      ("700 万元", "700e-0|万元"), ("1.60亿元", "160e-2|亿元"), ("  -3.5 %", "-35e-1|%"),
      ("35,000.5 元", "350005e-1|元"), ("１２，３４５．６ ㎡", "123456e-1|㎡"), ("+7", "7e-0|"),
      ("−2", "-2e-0|"), (".5", "5e-1|"), ("5.", "5e-0|"), ("1.2.3", "12e-1|.3"),
      ("1.2,3", "12e-1|,3"), ("007", "7e-0|"),
    ])
  func leading(text: String, expected: String) { #expect(read(text) == expected) }

  @Test(
    "What does not begin with a number is none",
    arguments: ["", " ", "万元", "-", "+-3", ".", ",5", "约 700 万元", "七百"])
  func none(text: String) { #expect(read(text) == nil) }

  @Test(
    "A comma that parts no thousands makes it no number",
    arguments: ["3,5 亿元", "1,2345", "1234,567", "1,23.5", "1,234,", "1,,234"])
  func commas(text: String) { #expect(read(text) == nil) }

  @Test("Digits that leave the range are no number, and none is cut off")
  func range() {
    #expect(read("9223372036854775807") == "9223372036854775807e-0|")
    #expect(read("9223372036854775808") == nil)
    #expect(read("92233720368547758070") == nil)
    #expect(read("0.12345678901234567") == "12345678901234567e-17|")
    #expect(read("0.123456789012345678") == nil)
  }

  @Test("A number is scaled where it stays whole, and never rounded")
  func scaling() throws {
    func scaled(_ text: String, _ factor: Int64) throws -> Int64? {
      try #require(DecimalText.leading(in: text)).number.scaled(by: factor)
    }
    #expect(try scaled("1.6", 10) == 16)
    #expect(try scaled("1.65", 10) == nil)
    #expect(try scaled("1.60", 10) == 16)
    #expect(try scaled("-0.25", 100) == -25)
    #expect(try scaled("2", 0) == 0)
    #expect(try scaled("9223372036854775807", 2) == nil)
  }

  @Test("Powers of ten up to the greatest that fits")
  func powers() {
    #expect(DecimalText.powerOfTen(0) == 1)
    #expect(DecimalText.powerOfTen(18) == 1_000_000_000_000_000_000)
  }
}
