import Quantities
import RulePacks
import Testing

@testable import Wording

@Suite("Values in words")
struct ValueTests {
  let zh = Fixture.zh
  let en = Fixture.en

  @Test("Money is shown in 万元 exactly, with separators and without needless zeros")
  func money() {
    #expect(zh.text(of: Fixture.wan1850) == "1,850 万元")
    #expect(zh.text(of: .money(Money(fen: 16_000_000_000))) == "16,000 万元")
    #expect(zh.text(of: .money(Money(fen: 1_234_567_890))) == "1,234.56789 万元")
    #expect(zh.text(of: .money(Money(fen: -50_000))) == "-0.05 万元")
    #expect(zh.text(of: .money(Money(fen: 0))) == "0 万元")
  }

  @Test("English money is in millions of yuan where that is exact, else in yuan")
  func englishMoney() {
    #expect(en.text(of: Fixture.wan1850) == "CNY 18.5m")
    #expect(en.text(of: .money(Money(fen: 35_000_000))) == "CNY 350,000")
    #expect(en.text(of: .money(Money(fen: 1_234_567_890))) == "CNY 12,345,678.9")
  }

  @Test("What English shows of a value is read again as the same value; so is what Chinese shows")
  func typed() {
    let values: [(Value, ValueType)] = [
      (Fixture.wan1850, .money), (.money(Money(fen: 35_000_000)), .money),
      (.money(Money(fen: 1_234_567_890)), .money), (.area(Area(hundredths: 92_050)), .area),
      (.count(30, .person), .count(.person)), (.count(1, .item), .count(.item)),
      (.count(8_650, .point), .count(.point)), (.count(2025, .year), .year),
      (.period(Period(5, .workingDay)), .period), (.period(Period(1, .month)), .period),
      (Fixture.ratio(4, 7), .ratio),
    ]
    for (value, type) in values {
      for wording in [zh, en] {
        let text = wording.typed(value)
        #expect(Value(text, as: type) == value, "\(text)")
      }
    }
    #expect(en.typed(Fixture.wan1850) == "CNY 18.5m")
    #expect(Money(parsing: "7 million yuan") == Money(parsing: "700 万元"))
    #expect(Money(parsing: "CNY 7 million") == Money(parsing: "700 万元"))
    #expect(Money(parsing: "7m") == nil)
    #expect(en.name(ofType: "money") == "an amount (such as CNY 7m)")
    #expect(zh.name(ofType: "period") == "期限（如 5 个工作日）")
  }

  @Test("A ratio just below a threshold never prints as the threshold")
  func ratiosNearThresholds() {
    #expect(zh.text(of: Fixture.ratio(5996, 10_000)) == "59.96%")
    #expect(zh.text(of: Fixture.ratio(59_996, 100_000)) == "59.996%")
    #expect(zh.text(of: Fixture.ratio(599_999, 1_000_000)) == "59.9999%")
    #expect(zh.text(of: Fixture.ratio(5_999_999, 10_000_000)) == "≈59.9999%")
    #expect(zh.text(of: Fixture.ratio(6_000_001, 10_000_000)) == "≈60.0001%")
    #expect(zh.text(of: Fixture.ratio(60, 100)) == "60%")
  }

  @Test("A ratio that no decimals hold is rounded on its own side of the threshold")
  func ratiosWithThreshold() {
    let three = Fixture.ratio(3, 100)
    #expect(zh.text(of: Fixture.ratio(2115, 51_585), threshold: three) == "≈4.1%")
    #expect(zh.text(of: Fixture.ratio(29_999_999, 1_000_000_007), threshold: three) == "≈2.9999%")
    #expect(zh.text(of: Fixture.ratio(4, 7)) == "≈57.14%")
    #expect(zh.text(of: Fixture.ratio(1, 3)) == "1/3")
    #expect(zh.text(of: Fixture.ratio(0, 7)) == "0%")
  }

  @Test("Without better signs ≈ is written ~")
  func plainSigns() {
    let plain = Wording(.zh, isPlain: true)
    #expect(plain.text(of: Fixture.ratio(4, 7)) == "~57.14%")
  }

  @Test("Areas, counts, years, periods and booleans have their units")
  func others() {
    #expect(zh.text(of: .area(Area(hundredths: 120_000))) == "1,200 平方米")
    #expect(zh.text(of: .area(Area(hundredths: 92_050)), isShort: true) == "920.5 ㎡")
    #expect(en.text(of: .area(Area(hundredths: 120_000))) == "1,200 sq m")
    #expect(zh.text(of: .count(30, .person)) == "30 人")
    #expect(en.text(of: .count(1, .person)) == "1 person")
    #expect(en.text(of: .count(12_000, .item)) == "12,000 items")
    #expect(zh.text(of: .count(2025, .year)) == "2025年")
    #expect(zh.text(of: .count(3, .year)) == "3 年")
    #expect(zh.text(of: .count(86, .plain)) == "86")
    #expect(zh.text(of: .period(Period(5, .workingDay))) == "5 个工作日")
    #expect(en.text(of: .period(Period(1, .month))) == "1 month")
    #expect(zh.text(of: .boolean(true)) == "是")
    #expect(en.text(of: .boolean(false)) == "no")
  }

  @Test("Choices are shown by the label of their field or input")
  func choices() {
    #expect(zh.text(of: .choice("enterprise"), for: "host.kind") == "企业")
    #expect(en.text(of: .choice("good"), input: "grade") == "Good")
    #expect(zh.text(of: .choice("good")) == "良好")
    #expect(zh.text(of: .choice("nowhere")) == "nowhere")
  }

  @Test("Dates come long, short and with the day of the week")
  func dates() {
    let date = Fixture.date("2026-03-02")
    #expect(zh.text(of: .date(date)) == "2026-03-02")
    #expect(zh.long(date) == "2026年3月2日")
    #expect(en.long(date) == "2 March 2026")
    #expect(zh.short(date) == "03-02")
    #expect(zh.dated(date) == "2026-03-02 周一")
    #expect(en.weekday(Fixture.date("2026-03-08")) == "Sun")
  }

  @Test("Facts are named with their year or row, and after three only counted")
  func factNames() {
    #expect(zh.fact("finance[2024].rd") == "2024年研发费用")
    #expect(en.fact("finance[2024].rd") == "R&D spending 2024")
    #expect(zh.fact("partners[0].name") == "共建单位第1项：名称")
    #expect(zh.fact("finance[2024]") == "2024年财务")
    #expect(zh.fact("input.opinion") == "意见")
    #expect(zh.fact("unheard.of") == "unheard.of")
    #expect(
      zh.facts(["name", "host.kind", "finance[2023].rd", "finance[2024].rd"])
        == "中心名称、单位类型、2023年研发费用等 4 项")
  }
}
