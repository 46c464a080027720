import Testing

@testable import TerminalUI

@Suite("Frame")
struct FrameTests {
  func frame(_ rows: Int = 3, _ columns: Int = 10, widths: WidthRule = .narrow) -> Frame {
    Frame(size: Size(rows: rows, columns: columns), widths: widths)
  }

  func text(_ frame: Frame) -> [String] { FrameText(frame).lines }

  @Test("A wide glyph in the last column is left out whole")
  func lastColumn() {
    var frame = frame(1, 5)
    let end = frame.put("技术创", at: Position(0, 0))
    #expect(text(frame) == ["技术"])
    #expect(end == 4)
    #expect(frame[0, 4].scalar == 0x20)
  }

  @Test("Text before the left edge shows from its first whole glyph")
  func leftEdge() {
    var frame = frame(1, 5)
    frame.put("技术创", at: Position(0, -1))
    #expect(frame[0, 0].scalar == 0x20)
    #expect(text(frame) == [" 术创"])
  }

  @Test("A text too long for its place ends in an ellipsis, and the columns stay in line")
  func ellipsis() {
    var frame = frame(1, 12)
    #expect(frame.put("技术创新", at: Position(0, 0), maxWidth: 7) == 7)
    frame.put("|", at: Position(0, 7))
    #expect(text(frame) == ["技术创…|"])
    frame.put("技术创新", at: Position(0, 0), maxWidth: 6)
    #expect(text(frame).first?.hasPrefix("技术…") == true)
    frame.put("abc", at: Position(0, 0), maxWidth: 3)
    #expect(text(frame).first?.hasPrefix("abc") == true)
  }

  @Test("A popup over half of a wide glyph blanks the other half")
  func popup() {
    var frame = frame(3, 10)
    for row in 0..<3 { frame.put("技术创新中", at: Position(row, 0)) }
    frame.fill(Rect(row: 1, column: 3, rows: 1, columns: 4), with: "x")
    #expect(text(frame) == ["技术创新中", "技 xxxx 中", "技术创新中"])
    for column in 0..<10 where frame[1, column].isContinuation {
      #expect(frame[1, column - 1].scalar > 0xFF)
    }
  }

  @Test("A wide glyph over halves of two others blanks both rests")
  func overlap() {
    var frame = frame(1, 6)
    frame.put("技术创", at: Position(0, 0))
    frame.put("新", at: Position(0, 1))
    #expect(text(frame) == [" 新 创"])
  }

  @Test("Whatever is drawn, every half has its other half")
  func halves() {
    var generator = SystemRandomNumberGenerator()
    for seed in 0..<200 {
      var frame = frame(2, 11)
      for step in 0..<12 {
        let column = (seed * 7 + step * 5) % 15 - 2
        let row = Int.random(in: 0..<2, using: &generator)
        switch (seed + step) % 3 {
        case 0: frame.put("技a术bc", at: Position(row, column))
        case 1: frame.put("创新", at: Position(row, column), maxWidth: 3)
        default:
          frame.fill(Rect(row: 0, column: column, rows: 2, columns: 3), with: ".")
        }
      }
      for row in 0..<2 {
        for column in 0..<11 {
          let lead = frame[row, column]
          let isWide = WidthRule.narrow.glyph(for: lead.scalar).columns == 2
          if lead.isContinuation {
            #expect(column > 0 && frame[row, column - 1].scalar > 0xFF)
          } else if isWide {
            #expect(column < 10 && frame[row, column + 1].isContinuation)
          }
        }
      }
    }
  }

  @Test("Nothing is drawn outside the clip")
  func clip() {
    var frame = frame(3, 10)
    frame.clip = Rect(row: 1, column: 2, rows: 1, columns: 3)
    for row in -1..<5 { frame.put("abcdefghij", at: Position(row, 0)) }
    frame.hit(Rect(row: 0, column: 0, rows: 3, columns: 10), id: 7)
    #expect(text(frame) == ["", "  cde", ""])
    #expect(frame.hits == [HitRegion(rect: frame.clip, id: 7)])
  }

  @Test("The region added last lies on top")
  func hits() {
    var frame = frame()
    frame.hit(Rect(row: 0, column: 0, rows: 3, columns: 10), id: 1)
    frame.hit(Rect(row: 1, column: 1, rows: 1, columns: 2), id: 2)
    #expect(frame.hit(at: Position(1, 2)) == 2)
    #expect(frame.hit(at: Position(1, 3)) == 1)
    #expect(frame.hit(at: Position(9, 9)) == nil)
  }

  @Test("Boxes are drawn with lines, and in ASCII on request or when lines take two columns")
  func box() {
    var light = Frame(size: Size(rows: 3, columns: 4))
    light.box(light.rect)
    #expect(text(light) == ["┌──┐", "│  │", "└──┘"])
    var ascii = Frame(size: Size(rows: 3, columns: 4), ascii: true)
    ascii.box(ascii.rect)
    #expect(text(ascii) == ["+--+", "|  |", "+--+"])
    #expect(Frame(size: Size(rows: 1, columns: 1), widths: .wide).ascii)
  }

  @Test("Spans keep their styles on a common ground")
  func spans() {
    var frame = frame(1, 10)
    frame.put(
      StyledText("逾期", .danger) + StyledText(" 2日内办理"), at: Position(0, 0), maxWidth: 8,
      on: .selection)
    #expect(text(frame) == ["逾期 2…"])
    #expect(frame[0, 0].style == Style(.danger, on: .selection))
    #expect(frame[0, 5].style == Style(.text, on: .selection))
  }

  @Test("A frame of no size can be drawn on")
  func empty() {
    var frame = Frame(size: Size(rows: 0, columns: 0))
    frame.put("技术", at: Position(0, 0))
    frame.box(Rect(row: 0, column: 0, rows: 5, columns: 5))
    #expect(frame.cells.isEmpty)
  }
}

@Suite("Difference of frames")
struct FrameDifferenceTests {
  struct Run: Equatable {
    let row: Int
    let column: Int
    let count: Int
  }

  func runs(_ difference: inout FrameDifference, _ frame: Frame) -> [Run] {
    var result: [Run] = []
    difference.update(to: frame) { result.append(Run(row: $0, column: $1, count: $2.count)) }
    return result
  }

  @Test("The first frame is all new, the same again is nothing")
  func same() {
    var difference = FrameDifference()
    let frame = Frame(size: Size(rows: 2, columns: 4))
    #expect(runs(&difference, frame).count == 2)
    #expect(runs(&difference, frame).isEmpty)
  }

  @Test("Only changed cells are sent, in runs of one style, never half a glyph")
  func changed() {
    var difference = FrameDifference()
    var frame = Frame(size: Size(rows: 3, columns: 10))
    frame.put("技术创新", at: Position(1, 0))
    _ = runs(&difference, frame)
    frame.put("a", at: Position(1, 3))
    #expect(runs(&difference, frame) == [Run(row: 1, column: 2, count: 2)])
    frame.put("中", at: Position(0, 0), style: Style(.danger))
    frame.put("b", at: Position(0, 2))
    #expect(
      runs(&difference, frame) == [
        Run(row: 0, column: 0, count: 2), Run(row: 0, column: 2, count: 1),
      ])
  }

  @Test("A new size sends everything")
  func resized() {
    var difference = FrameDifference()
    _ = runs(&difference, Frame(size: Size(rows: 2, columns: 6)))
    #expect(runs(&difference, Frame(size: Size(rows: 3, columns: 4))).count == 3)
  }

  @Test("Applying the runs to the old picture gives the new one")
  func applied() {
    var difference = FrameDifference()
    var shown = Array(repeating: UInt32(0), count: 40)
    var frame = Frame(size: Size(rows: 2, columns: 20))
    for step in 0..<60 {
      frame.put(step % 2 == 0 ? "技x术" : "yz", at: Position(step % 2, step * 7 % 21 - 1))
      difference.update(to: frame) { row, column, cells in
        for (offset, cell) in cells.enumerated() { shown[row * 20 + column + offset] = cell.scalar }
      }
      #expect(shown == frame.cells.map(\.scalar))
    }
  }
}
