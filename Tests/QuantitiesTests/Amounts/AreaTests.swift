import Foundation
import Quantities
import Testing

@Suite("Floor areas")
struct AreaTests {
  @Test(
    "Areas with their unit, in hundredths of a square metre",
    arguments: [
      ("1200 平方米", 120_000), ("920㎡", 92_000), ("0.5 万平方米", 500_000), ("1,000.25 m2", 100_025),
      ("３０ 平米", 3_000), ("1 万㎡", 1_000_000), ("0.01 m²", 1),
    ])
  func reading(text: String, hundredths: Int64) {
    #expect(Area(parsing: text)?.hundredths == hundredths)
  }

  @Test(
    "Without a unit, with another, or too fine it is no area",
    arguments: ["1200", "平方米", "", "1200 万元", "1200 亩", "0.001 平方米", "1200 米", "2 平方公里"])
  func refused(text: String) { #expect(Area(parsing: text) == nil) }

  @Test("An area that leaves the range is refused, not cut")
  func range() {
    #expect(Area(parsing: "9223372036854 万平方米")?.hundredths == 9_223_372_036_854_000_000)
    #expect(Area(parsing: "92233720368547759 平方米") == nil)
    #expect(Area(parsing: "9223372036855 万平方米") == nil)
  }

  @Test("Smaller areas come first, whatever their unit")
  func order() throws {
    let small = try #require(Area(parsing: "999.99 平方米"))
    let large = try #require(Area(parsing: "0.1 万平方米"))
    #expect(small < large)
    #expect(large == Area(hundredths: 100_000))
  }

  @Test("It is kept as a whole number of hundredths")
  func coding() throws {
    let bytes = try JSONEncoder().encode([Area(hundredths: 92_050)])
    #expect(String(decoding: bytes, as: UTF8.self) == "[92050]")
    #expect(try JSONDecoder().decode([Area].self, from: bytes) == [Area(hundredths: 92_050)])
  }
}
