import Quantities
import RuleDrafting
import RulePacks
import Testing

@Suite("An official text taken apart")
struct OfficialTextTests {
  /// Invented text with the noise of real ones: page marks inside sentences, broken lines, odd
  /// blanks, lost brackets, markdown, an article number printed twice.
  private static let measures = """
    某科字„2030‟7号

    关于印发《某市某中心管理

    办法》的通知

    各单位：

    现将《某市某中心管理办法》印发给你们。

    某市某局

    2030 年 1 月 2 日

    (此件公开发布)

    ## 第一章  总  则

    **第一条**  为规范管理，按照本办

    - 2 -

    法第三条的规定，制定本办法 。

    ### 第二章 条件

    第二条 依托单位应具备以下条件：

    1.研发费用总额不少于 2000

    万元。第三条另有规定的，从其规定。

    2.面积在 1.5

    万平方米以上；名称为“ Center of

    Technology”。

    第二条 按照以下程序办理：

    （一）发布通知。

    (二）审核：

    （1）初审；

    （2）复审。

    - (三) 公示。

    第三条　本办法自发布之日起施行。

    附件：编写提纲

    某市某局办公室                 2030 年 1 月 3 日印发

    附件

    编写提纲

    一、背景

    1000字左右。

    二、预算
    """

  private func read(_ text: String) throws -> OfficialText {
    try OfficialTextReader.read(text)
  }

  @Test("Articles and items get the keys that packs cite, numbers printed twice a letter")
  func keys() throws {
    let text = try read(Self.measures)
    #expect(text.form == .articles)
    #expect(
      text.passages.map(\.key) == [
        "1", "2a", "2a.1", "2a.2", "2b", "2b.1", "2b.2", "2b.2.1", "2b.2.2", "2b.3", "3", "A1",
        "A1.1", "A1.2",
      ])
    #expect(text.articleCount == 5)
    #expect(text.passage("2b.3")?.mark == "(三)")
    #expect(text.passage("2b.3")?.line == 49)
  }

  @Test("Page marks, broken lines and odd blanks are taken out, and nothing else")
  func cleaned() throws {
    let text = try read(Self.measures)
    #expect(text.passage("1")?.text == "为规范管理，按照本办法第三条的规定，制定本办法。")
    #expect(text.passage("2a.1")?.text == "研发费用总额不少于2000万元。第三条另有规定的，从其规定。")
    #expect(text.passage("2a.2")?.text == "面积在1.5万平方米以上；名称为“Center of Technology”。")
    #expect(text.passage("3")?.text == "本办法自发布之日起施行。")
    #expect(text.passage("A1.1")?.text == "背景\n1000字左右。")
    #expect(text.head.hasPrefix("某科字〔2030〕7号关于印发"))
    #expect(text.title == "某市某中心管理办法")
  }

  @Test("An article is read with its items, an item that is not there in what it belongs to")
  func whole() throws {
    let text = try read(Self.measures)
    #expect(text.wholeTexts["2b.2"] == "审核：\n（1）初审；\n（2）复审。")
    #expect(text.nearest("2b.2.9")?.key == "2b.2")
    #expect(text.nearest("9.1") == nil)
    #expect(text.passages(under: "2b").count == 6)
  }

  @Test("A notice is counted by its parts, and its signature is no part of it")
  func notice() throws {
    let text = try read(
      """
      关于开展评价的通知

      各单位：按照《某市某中心管理办法》的规定，通知如下：
      一、对象
      甲类中心。
      二、程序
         （一）自评（3月26日-4月7日）。由各单位
      组织。
      1.填表；
      2.报送。
      （二）审核。
      某市某局
      2030年3月1日
      附件1
      提纲
      一、定位
      二、投入
      附件2
      汇总表
      """)
    #expect(text.form == .parts)
    #expect(
      text.passages.map(\.key) == [
        "1", "2", "2.1", "2.1.1", "2.1.2", "2.2", "A1", "A1.1", "A1.2", "A2",
      ])
    #expect(text.passage("2.1")?.text == "自评（3月26日-4月7日）。由各单位组织。")
    #expect(text.passage("2.2")?.text == "审核。")
    #expect(text.isTitled("关于开展评价的通知"))
    // The measures are only spoken of.
    #expect(!text.isTitled("某市某中心管理办法"))
    #expect(try read(Self.measures).isTitled("某市某中心管理办法"))
  }

  @Test("Lines that begin with the number of an article only by chance begin none")
  func references() throws {
    let text = try read(
      """
      第一条 按照
      第二条规定的程序，以及
      第二条 第一款办理的，
      第五条的情形除外。
      第三条 施行。
      """)
    #expect(text.passages.map(\.key) == ["1", "2", "3"])
    #expect(text.passage("2")?.text == "第一款办理的，第五条的情形除外。")
  }

  @Test("Windows line ends, form feeds and marks of byte order change nothing")
  func lineEnds() throws {
    let plain = try read(Self.measures)
    #expect(try read(Self.measures.replacing("\n", with: "\r\n")) == plain)
    let paged = Self.measures.replacing("- 2 -", with: "第 2 页 共 9 页\u{0C}")
    #expect(try read(paged).passages.map(\.text) == plain.passages.map(\.text))
    #expect(try read("\u{FEFF}" + Self.measures).passages == plain.passages)
  }

  @Test(
    "What is no regulation is refused",
    arguments: [("", "law.empty"), ("  \n\u{3000}\n", "law.empty"), ("甲\n乙丙\n", "law.no_articles")])
  func refused(text: String, code: String) {
    #expect { try read(text) } throws: { ($0 as? Problem)?.code == code }
  }

  @Test("A pack is told what the text lacks, and what it does not list itself")
  func compared() throws {
    let pack = try SmallPack.load().pack
    let text = try read("第一条 甲\n第二条 乙：\n1.丙\n第三条 丁：\n1.戊\n第四条 己\n第六条 庚\n")
    // The pack lists 1, 2.1, 2.2, 3, 4 and 5.
    let comparison = text.compared(with: pack)
    #expect(comparison.withoutText == ["2.2", "5"])
    #expect(comparison.unlisted == ["6"])
    let report = try PackChecks.run(
      pack, vocabulary: SmallPack.loadedVocabulary(), against: text)
    #expect(report.text?.withoutText == ["2.2", "5"])
    #expect(
      report.problems.filter { $0.code == "pack.check.no_text" }.compactMap {
        $0.arguments["article"]
      } == ["2.2", "5"])
    #expect(report.problems.contains { $0.code == "pack.check.unlisted" })
  }
}
