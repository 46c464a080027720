import Quantities
import RulePacks
import Testing

@testable import Wording

@Suite("Articles in words")
struct ArticleTests {
  @Test(
    "Citation keys read as the regulation counts",
    arguments: [
      ("8.1", "第八条第1项", "Art. 8(1)"), ("18", "第十八条", "Art. 18"),
      ("23", "第二十三条", "Art. 23"), ("A1.2", "附件1第2项", "Annex 1(2)"),
      ("8a.5", "第八条〔条件〕第5项", "Art. 8 [conditions](5)"),
      ("8b.3", "第八条〔程序〕第3项", "Art. 8 [procedure](3)"), ("x", "x", "x"),
    ])
  func keys(key: String, zh: String, en: String) {
    #expect(Fixture.zh.article(key) == zh)
    #expect(Fixture.en.article(key) == en)
  }

  @Test("A notice counts parts, not articles")
  func parts() {
    var pack = Fixture.pack
    pack.title = Bilingual(zh: "关于开展绩效评价工作的通知", en: "Notice")
    #expect(Wording(.zh, pack: pack).article("4.1") == "第四部分第1项")
    #expect(Wording(.en, pack: pack).article("4.1") == "Part 4(1)")
  }

  @Test("Numbers above a hundred are in words too")
  func numerals() {
    #expect(ChineseNumeral.text(10) == "十")
    #expect(ChineseNumeral.text(103) == "一百零三")
    #expect(ChineseNumeral.text(115) == "一百一十五")
    #expect(ChineseNumeral.text(120) == "一百二十")
  }
}
