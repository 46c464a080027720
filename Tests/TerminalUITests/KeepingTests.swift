import Testing

@testable import TerminalUI

@Suite("What a frame keeps of the frame before")
struct KeepingTests {
  private static let size = Size(rows: 3, columns: 12)

  private func frame(after before: Frame? = nil, _ widths: WidthRule = .narrow) -> Frame {
    Frame(size: Self.size, widths: widths, after: before)
  }

  /// Draws a text as a part and says whether it had to be drawn.
  private func show(
    _ text: String, in frame: inout Frame, row: Int = 0, column: Int = 2, columns: Int = 6
  ) -> Bool {
    var isDrawn = false
    let place = Rect(row: row, column: column, rows: 1, columns: columns)
    frame.part("text", in: place, showing: text) { frame, rect in
      isDrawn = true
      frame.put(text, at: rect.origin, style: Style(.strong), maxWidth: rect.columns)
      frame.hit(Rect(row: rect.row, column: rect.column + 1, rows: 1, columns: 2), id: 7)
    }
    return isDrawn
  }

  @Test("A part that shows the same is not drawn again, and looks the same")
  func same() {
    var first = frame()
    #expect(show("技术ab", in: &first))
    var second = frame(after: first)
    #expect(!show("技术ab", in: &second))
    #expect(second.cells == first.cells)
    #expect(second.hits == first.hits)
    var third = frame(after: second)
    #expect(!show("技术ab", in: &third), "what was kept once is kept on")
  }

  @Test("A part that shows something else, or has another size, is drawn again")
  func changed() {
    var first = frame()
    #expect(show("技术", in: &first))
    var second = frame(after: first)
    #expect(show("创新", in: &second))
    var third = frame(after: second)
    #expect(show("创新", in: &third, columns: 4))
    #expect(FrameText(third).lines.first?.hasPrefix("  创新") == true)
  }

  @Test("A kept part may stand elsewhere, with its regions")
  func elsewhere() {
    var first = frame()
    #expect(show("技术ab", in: &first))
    var second = frame(after: first)
    #expect(!show("技术ab", in: &second, row: 2, column: 5))
    #expect(FrameText(second).lines.last?.hasPrefix("     技术ab") == true)
    #expect(second.hit(at: Position(2, 6)) == 7)
    #expect(second.hit(at: Position(0, 3)) == nil)
  }

  @Test("A kept part leaves no half of a wide glyph beside it")
  func halves() {
    var first = frame()
    #expect(show("abcdef", in: &first))
    var second = frame(after: first)
    second.put("案案案案案案", at: Position(0, 1))
    #expect(!show("abcdef", in: &second))
    #expect(FrameText(second).lines.first?.hasPrefix("  abcdef ") == true)
  }

  @Test("What one frame did without is forgotten")
  func forgotten() {
    var first = frame()
    #expect(show("技术", in: &first))
    let second = frame(after: first)
    var third = frame(after: second)
    #expect(show("技术", in: &third))
  }

  @Test("Another way of measuring forgets everything")
  func measuredOtherwise() {
    var first = frame()
    #expect(show("“技术”", in: &first))
    var second = frame(after: first, .wide)
    #expect(show("“技术”", in: &second))
  }

  @Test("A part over the edge is drawn as far as it shows, each time")
  func edge() {
    var first = frame()
    #expect(show("技术ab", in: &first, column: 9))
    var second = frame(after: first)
    #expect(show("技术ab", in: &second, column: 9))
    #expect(second.cells == first.cells)
  }

  @Test("A value is made again only when what it rests on changes; it is equal to itself alone")
  func values() {
    var first = frame()
    var made = 0
    func value(_ basis: [Int], in frame: inout Frame) -> Kept<Int> {
      frame.kept("sum", while: basis) {
        made += 1
        return basis.reduce(0, +)
      }
    }
    let one = value([1, 2], in: &first)
    var second = frame(after: first)
    let two = value([1, 2], in: &second)
    #expect(made == 1)
    #expect(one == two && two.value == 3)
    var third = frame(after: second)
    let three = value([3], in: &third)
    #expect(made == 2)
    #expect(three != two && three.value == 3)
  }

  @Test("A list makes only the rows that look different, also when it scrolls")
  func rows() {
    var list = ListView([ListColumn("A", minimum: 4)], count: 5, showsHeadings: false)
    var made: [Int] = []
    func draw(_ texts: [String], after before: Frame?) -> Frame {
      var frame = frame(after: before)
      list.draw(into: &frame, frame.rect, keeping: KeptRows("rows", while: texts)) { index in
        made.append(index)
        return ListRow([StyledText(texts[index])])
      }
      return frame
    }
    func expect(_ rows: [Int], _ frame: Frame, _ texts: [String]) {
      #expect(made == rows)
      #expect(frame.cells == draw(texts, after: nil).cells)
      made = []
    }
    let texts = ["一", "二", "三", "四", "五"]
    let first = draw(texts, after: nil)
    expect([0, 1, 2], first, texts)
    list.cursor = 1
    let second = draw(texts, after: first)
    expect([0, 1], second, texts)
    list.move(by: 2, 3)
    let third = draw(texts, after: second)
    expect([1, 3], third, texts)
    let others = ["一", "二", "叁", "四", "五"]
    expect([1, 2, 3], draw(others, after: third), others)
  }
}
