import Testing

@testable import TerminalUI

@Suite("Width")
struct WidthTests {
  let narrow = WidthRule.narrow
  let wide = WidthRule.wide

  @Test("Chinese, full-width and kana take two columns, Latin one")
  func common() {
    #expect(narrow.columns(of: "案卷 Dossier") == 12)
    #expect(narrow.columns(of: "，。（）《》") == 12)
    #expect(narrow.columns(of: "かなカナ") == 8)
    #expect(narrow.columns(of: "Ａ１％") == 6)
    #expect(narrow.columns(of: "ｱｲ") == 2)
    #expect(narrow.columns(of: "한글") == 4)
  }

  @Test(
    "Rare names in CJK Extensions A to J take two columns, although libc's table is older",
    arguments: [
      0x3400, 0x20000, 0x2A700, 0x2B740, 0x2B820, 0x2CEB0, 0x2EBF0, 0x30000, 0x31350, 0x323B0,
      0x2FFFD, 0x3FFFD,
    ])
  func extensions(value: Int) throws {
    let scalar = try #require(Unicode.Scalar(UInt32(value)))
    #expect(narrow.columns(of: scalar) == 2)
  }

  @Test("Ambiguous glyphs take one column, or two when so set")
  func ambiguous() {
    for scalar in "─·…“”—①※●℃±×│▣○◐◇▌".unicodeScalars {
      #expect(narrow.columns(of: scalar) == 1, "\(scalar)")
      #expect(wide.columns(of: scalar) == 2, "\(scalar)")
    }
    #expect(wide.columns(of: "abc") == 3)
  }

  @Test("Combining marks, joiners and direction controls take no column")
  func zero() {
    #expect(narrow.columns(of: "e\u{301}") == 1)
    #expect(narrow.columns(of: "か\u{3099}") == 2)
    #expect(narrow.columns(of: "a\u{200D}\u{FE0F}\u{202E}b") == 2)
  }

  @Test("Every mark that the standard library calls non-spacing takes no column")
  func agreesWithGeneralCategories() {
    for value in UInt32(0x300)..<0x20000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let category = scalar.properties.generalCategory
      if category == .nonspacingMark || category == .enclosingMark {
        #expect(narrow.columns(of: scalar) == 0, "U+\(String(value, radix: 16))")
      }
    }
  }

  @Test("Control characters, private use and pictures become a square")
  func degraded() {
    #expect(narrow.glyph(for: 0x1B).scalar == 0x25A1)
    #expect(narrow.glyph(for: 0x9B).scalar == 0x25A1)
    #expect(narrow.glyph(for: 0xE000).scalar == 0x25A1)
    #expect(narrow.glyph(for: 0x1FAE8).scalar == 0x25A1)
    #expect(narrow.columns(of: "😀") == 1)
    #expect(narrow.glyph(for: 0x09).scalar == 0x20)
  }

  @Test("Clipping never cuts a glyph in two and says that something is missing")
  func clipping() {
    #expect(narrow.clip("技术创新中心", to: 12) == "技术创新中心")
    #expect(narrow.clip("技术创新中心", to: 11) == "技术创新中…")
    #expect(narrow.clip("技术创新中心", to: 10) == "技术创新…")
    #expect(narrow.clip("技术", to: 1) == "…")
    #expect(narrow.clip("技术", to: 0) == "")
    #expect(wide.clip("技术创新", to: 7) == "技术…")
  }

  @Test("Padding fills by columns, at the side asked for")
  func padding() {
    #expect(narrow.pad("青岛", to: 6) == "青岛  ")
    #expect(narrow.pad("青岛", to: 7, align: .right) == "   青岛")
    #expect(narrow.pad("青岛", to: 7, align: .centre) == " 青岛  ")
    #expect(narrow.pad("青岛市", to: 5) == "青岛…")
  }
}

@Suite("Wrapping")
struct WrappingTests {
  let rule = WidthRule.narrow

  func lines(_ text: String, _ width: Int) -> [String] {
    rule.wrap(text, to: width).map(String.init)
  }

  @Test("No line starts with a closing mark")
  func closing() {
    #expect(lines("研发费用，合计不少于", 8) == ["研发费", "用，合计", "不少于"])
    #expect(lines("（一）总则", 6) == ["（一）", "总则"])
    for width in 6...20 {
      for line in lines("建设期满后，由市科技局（以下简称“市局”）组织评价；优秀的，给予支持。", width).dropFirst() {
        #expect(!"，。、；：）》”".contains(line.first ?? "x"), "\(width): \(line)")
      }
    }
  }

  @Test("No line ends with an opening mark")
  func opening() {
    #expect(lines("依据《办法》规定", 6) == ["依据", "《办", "法》规", "定"])
  }

  @Test("Dashes and dots of two characters stay whole")
  func dashes() {
    #expect(lines("说明——以后", 5) == ["说明", "——以", "后"])
    #expect(lines("等等……以后", 5) == ["等", "等……", "以后"])
  }

  @Test("Latin words break at spaces, and only a word wider than the line is cut")
  func latin() {
    #expect(lines("Center of Technology", 10) == ["Center of", "Technology"])
    #expect(lines("Technology", 4) == ["Tech", "nolo", "gy"])
    #expect(lines("研发 R&D 费用", 8) == ["研发 R&D", "费用"])
  }

  @Test("Newlines break, and empty lines stay")
  func newlines() {
    #expect(lines("一\n\n二", 10) == ["一", "", "二"])
    #expect(lines("", 10) == [""])
  }

  @Test("Every line fits and nothing but spaces is lost")
  func complete() {
    let text = "青岛市技术创新中心（Technology Innovation Center）建设 2026 年度评价：优秀 3 家、良好 12 家。"
    for width in 6...40 {
      let lines = lines(text, width)
      #expect(lines.allSatisfy { rule.columns(of: $0) <= width })
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }
}
