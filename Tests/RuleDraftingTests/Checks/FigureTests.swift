import Quantities
import RulePacks
@testable import RuleDrafting
import Testing

@Suite("Figures and the text that they come from")
struct FigureTests {
  /// Invented text in the manner of a regulation, with its noise.
  private static let text: [Citation: String] = [
    "2.1": "近三年研发费用总额不少于 2000 万元。",
    "2": "面积不少于1,000平方\n米。",
    "3": "退回的，应于十日内补正。",
    "4": "每年 3 月 31 日前报送上一年度的年度报告。",
  ]

  private func figures(_ report: PackReport) -> [[String?]] {
    report.problems.filter { $0.code == "pack.check.figure" }
      .map { [$0.arguments["figure"], $0.arguments["cites"]] }
  }

  @Test("Figures that the cited articles have are right")
  func right() throws {
    #expect(try figures(SmallPack.report(text: Self.text)) == [])
  }

  @Test(
    "A figure that the cited article does not have is an error",
    arguments: [
      ("conditions.yaml", "2000 万元", "3000 万元", "3000万元", "2.1"),
      ("conditions.yaml", "2000 万元", "200 万元", "200万元", "2.1"),
      ("conditions.yaml", "years: 3", "years: 2", "2年", "2.1"),
      ("conditions.yaml", "1000 平方米", "100 平方米", "100平方米", "2.2, 2.1"),
      ("procedures/establishment.yaml", "period: 10 日", "period: 5 日", "5日", "3"),
      ("procedures/establishment.yaml", "period: 10 日", "period: 10 个工作日", "10个工作日", "3"),
      ("procedures/report.yaml", "1, 3, 31)", "1, 4, 30)", "4月30日", "4"),
    ])
  func wrong(file: String, old: String, new: String, figure: String, cites: String) throws {
    let report = try SmallPack.report(file, replacing: old, with: new, text: Self.text)
    #expect(figures(report) == [[figure, cites]])
    #expect(!report.isSound)
    #expect(report.problems.first?.place.line != nil)
  }

  @Test("Without a text there is nothing to compare with")
  func noText() throws {
    let report = try SmallPack.report(
      "conditions.yaml", replacing: "2000 万元", with: "3000 万元", text: ["4": "3月31日"])
    #expect(figures(report) == [])
    #expect(report.text.map { $0.figuresFound < $0.figures } == true)
  }

  @Test("What was found is counted")
  func counted() throws {
    // Three years, 2000 万元, 1000 平方米, ten days, 31 March.
    let text = try SmallPack.report(text: Self.text).text
    #expect(text?.figures == 5)
    #expect(text?.figuresFound == 5)
    #expect(try SmallPack.report().text == nil)
  }

  @Test(
    "Regulations write figures in many ways",
    arguments: [
      (Value.money(Money(fen: 2_000_000_000)), "总额达到2千万元"),
      (.money(Money(fen: 16_000_000_000)), "1.6亿元以上"),
      (.money(Money(fen: 1_000_000_000)), "一千万元"),
      (.area(Area(hundredths: 100_000)), "1000㎡"),
      (.count(30, .person), "不少于三十名"),
      (.count(2, .organisation), "两家以上"),
      (.count(183, .day), "超过 183 天"),
      (.count(183, .day), "一百八十三天"),
      (.period(Period(5, .workingDay)), "五个工作日"),
      (.period(Period(3, .year)), "建设期为3年"),
    ])
  func spellings(value: Value, text: String) throws {
    let figure = try #require(Figure(value))
    #expect(figure.isStated(in: Figure.searchable(text)))
  }

  @Test(
    "Shares are written as percentages or as parts",
    arguments: [
      ("1/3", "三分之一"), ("3%", "不低于3%"), ("60%", "百分之六十"), ("0.5%", "0.5%"), ("1/3", "1/3"),
    ])
  func shares(ratio: String, text: String) throws {
    let figure = try #require(Ratio(parsing: ratio).flatMap { Figure(.ratio($0)) })
    #expect(figure.isStated(in: Figure.searchable(text)))
  }

  @Test(
    "A figure is not found in the tail of a greater one",
    arguments: [
      (Value.count(30, .person), "130人"), (.count(3, .year), "十三年"),
      (.money(Money(fen: 500_000_000)), "1500万元"), (.money(Money(fen: 500_000_000)), "0.500万元"),
      (.count(30, .person), "30项"),
    ])
  func tails(value: Value, text: String) throws {
    let figure = try #require(Figure(value))
    #expect(!figure.isStated(in: Figure.searchable(text)))
  }

  @Test("Years of the calendar, days of it and bare numbers are figures too")
  func dates() throws {
    let year = try #require(Figure(.count(2023, .plain)))
    #expect(year.isStated(in: "对2023年(含)以前批复的"))
    #expect(!year.isStated(in: "对12023年以前"))
    let date = try #require(CalendarDate(year: 2024, month: 12, day: 6))
    #expect(try #require(Figure(date)).isStated(in: Figure.searchable("2024 年 12 月 6 日")))
    let bare = try #require(Figure(.count(7, .plain)))
    #expect(bare.isStated(in: "七类") && bare.isStated(in: "共7") && !bare.isStated(in: "70"))
  }

  @Test("None and one are no figures of a text")
  func none() {
    #expect(Figure(.count(0, .person)) == nil)
    #expect(Figure(.count(1, .organisation)) == nil)
    #expect(Figure(.boolean(true)) == nil)
    #expect(Figure(month: 12, day: 31) == nil)
  }

  @Test(
    "Numbers in Chinese",
    arguments: [
      (Int64(0), "零"), (5, "五"), (10, "十"), (12, "十二"), (20, "二十"), (105, "一百零五"),
      (183, "一百八十三"), (1005, "一千零五"), (2000, "两千"),
    ])
  func numerals(number: Int64, spelling: String) {
    #expect(ChineseNumeral.spellings(of: number).contains(spelling))
  }
}
