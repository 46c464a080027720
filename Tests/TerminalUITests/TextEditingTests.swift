import Testing

@testable import TerminalUI

@Suite("Text field")
struct TextFieldTests {
  func drawn(_ field: TextField, columns: Int, focused: Bool = true) -> Frame {
    var frame = Frame(size: Size(rows: 1, columns: columns))
    field.draw(into: &frame, frame.rect, focused: focused)
    return frame
  }

  @Test("Chinese is typed, and the cursor stands by display width")
  func chinese() {
    var field = TextField()
    for character in "海洋a" { #expect(field.update(.character(character)) == .changed) }
    #expect(field.text == "海洋a")
    #expect(drawn(field, columns: 10).cursor == Position(0, 5))
    #expect(field.update(.left) == .moved)
    #expect(field.update(.left) == .moved)
    #expect(drawn(field, columns: 10).cursor == Position(0, 2))
    _ = field.update(.character("深"))
    #expect(field.text == "海深洋a")
  }

  @Test("A long text scrolls so that the cursor has a cell")
  func scrolling() {
    let field = TextField("青岛市海洋传感技术创新中心")
    let frame = drawn(field, columns: 9)
    #expect(FrameText(frame).text == "创新中心")
    #expect(frame.cursor == Position(0, 8))
    let still = drawn(field, columns: 9, focused: false)
    #expect(FrameText(still).text == "青岛市海…")
    #expect(!still.cursorVisible)
  }

  @Test("Words of Chinese, Latin and marks are stepped over one by one")
  func words() {
    var field = TextField("海洋 sensor，深海")
    #expect(field.update(Key(.left, .control)) == .moved)
    #expect(field.cursor == 10)
    _ = field.update(Key(.left, .control))
    #expect(field.cursor == 9)
    _ = field.update(.control("w"))
    #expect(field.text == "海洋 ，深海")
    _ = field.update(.home)
    _ = field.update(Key(.right, .control))
    #expect(field.cursor == 2)
    _ = field.update(Key(.delete, .control))
    #expect(field.text == "海洋深海")
  }

  @Test("Home, End, Delete, Backspace and the kills of a shell work")
  func editing() {
    var field = TextField("abc")
    _ = field.update(.home)
    #expect(field.update(.backspace) == .moved)
    #expect(field.update(.delete) == .changed)
    #expect(field.text == "bc")
    _ = field.update(.end)
    _ = field.update(.backspace)
    #expect(field.text == "b")
    field.text = "abcdef"
    field.cursor = 3
    _ = field.update(.control("k"))
    #expect(field.text == "abc")
    field.cursor = 2
    _ = field.update(.control("u"))
    #expect(field.text == "c")
    #expect(field.cursor == 0)
    #expect(field.update(.enter) == .submitted)
    #expect(field.update(.escape) == .cancelled)
    #expect(field.update(.function(5)) == .ignored)
  }

  @Test("What is pasted becomes one line, without controls, up to the limit")
  func paste() {
    var field = TextField(limit: 6)
    #expect(field.update(.paste("海洋\r\n传\u{1B}感\t技术")) == .changed)
    #expect(field.text == "海洋 传感 ")
    #expect(field.update(.character("x")) == .moved)
  }

  @Test("An empty field shows its placeholder, a masked one dots")
  func placeholder() {
    #expect(FrameText(drawn(TextField(placeholder: "请输入意见"), columns: 12)).text == "请输入意见")
    #expect(FrameText(drawn(TextField("秘密", masked: true), columns: 6)).text == "••")
  }

  @Test("A combining mark belongs to its letter")
  func combining() {
    var field = TextField("e\u{301}x")
    field.cursor = 1
    #expect(field.update(.backspace) == .changed)
    #expect(field.text == "x")
  }
}

@Suite("Text area")
struct TextAreaTests {
  func drawn(_ area: TextArea, _ rows: Int, _ columns: Int) -> Frame {
    var frame = Frame(size: Size(rows: rows, columns: columns))
    area.draw(into: &frame, frame.rect, focused: true)
    return frame
  }

  @Test("Text is wrapped, and the cursor follows")
  func wrapping() {
    let area = TextArea("研发费用，合计不少于")
    let frame = drawn(area, 3, 9)
    #expect(FrameText(frame).lines == ["研发费", "用，合计", "不少于"])
    #expect(frame.cursor == Position(2, 6))
  }

  @Test("Up and Down keep the column over short lines")
  func vertical() {
    var area = TextArea("一二三四\n五\n六七八九")
    #expect(area.update(.key(.up), columns: 20) == .moved)
    #expect(area.cursor == 6)
    #expect(area.update(.key(.up), columns: 20) == .moved)
    #expect(area.cursor == 4)
    _ = area.update(.key(.home), columns: 20)
    #expect(area.cursor == 0)
    _ = area.update(.key(.end), columns: 20)
    #expect(area.cursor == 4)
  }

  @Test("Enter begins a line, a paste keeps its lines")
  func lines() {
    var area = TextArea("一")
    _ = area.update(.key(.enter), columns: 20)
    _ = area.update(.paste("二\r\n三\u{7}"), columns: 20)
    #expect(area.text == "一\n二\n三")
    #expect(area.update(.key(.escape), columns: 20) == .cancelled)
    #expect(drawn(area, 2, 10).cursor == Position(1, 2))
    #expect(FrameText(drawn(area, 2, 10)).lines == ["二", "三"])
  }

  @Test("An empty area, and one that ends in a new line, have a place for the cursor")
  func empty() {
    #expect(drawn(TextArea(), 2, 5).cursor == Position(0, 0))
    #expect(drawn(TextArea("a\n"), 2, 5).cursor == Position(1, 0))
  }
}
