import Testing

@testable import TerminalUI

@Suite("Lists")
struct ListViewTests {
  func list(_ count: Int) -> ListView {
    ListView([ListColumn("编号", minimum: 4), ListColumn("名称", minimum: 6, weight: 1)], count: count)
  }

  @Test("Only visible rows are asked for, however many there are")
  func visible() {
    var list = list(100_000)
    #expect(list.update(.end, rows: 11) == .moved)
    #expect(list.cursor == 99_999)
    #expect(list.visible(rows: 11) == 99_990..<100_000)
    var asked: [Int] = []
    var frame = Frame(size: Size(rows: 11, columns: 30))
    list.draw(into: &frame, frame.rect) { index in
      asked.append(index)
      return ListRow(["\(index)", "中心"])
    }
    #expect(asked == Array(99_990..<100_000))
  }

  @Test("The window moves no more than it must")
  func scrolling() {
    var list = list(50)
    for _ in 0..<9 { _ = list.update(.down, rows: 11) }
    #expect(list.visible(rows: 11) == 0..<10)
    _ = list.update(.down, rows: 11)
    #expect(list.visible(rows: 11) == 1..<11)
    _ = list.update(.up, rows: 11)
    #expect(list.visible(rows: 11) == 1..<11)
    _ = list.update(.pageDown, rows: 11)
    #expect(list.cursor == 18)
    list.scroll(by: 20, rows: 11)
    #expect(list.visible(rows: 11).contains(list.cursor))
    #expect(list.visible(rows: 11).lowerBound == 29)
  }

  @Test("When rows go away the cursor stays on one")
  func shrinking() {
    var list = list(10)
    list.cursor = 9
    list.count = 4
    #expect(list.cursor == 3)
    list.count = 0
    #expect(list.cursor == 0)
    #expect(list.update(.enter, rows: 5) == .ignored)
    #expect(list.visible(rows: 5).isEmpty)
  }

  @Test("Details open under the row of the cursor and push nothing out of sight that matters")
  func details() {
    var list = list(5)
    _ = list.update(.end, rows: 5)
    var frame = Frame(size: Size(rows: 5, columns: 20))
    list.draw(into: &frame, frame.rect, details: 1) { index in
      ListRow(["\(index)", "甲"], details: ["由专家组判断"])
    }
    let lines = FrameText(frame).lines
    #expect(lines[3].hasPrefix("▌ 4"))
    #expect(lines[4].hasPrefix("  由专家组判断"))
  }

  @Test("The row of the cursor has its ground from edge to edge and keeps colours")
  func selection() {
    var frame = Frame(size: Size(rows: 3, columns: 20))
    list(2).draw(into: &frame, frame.rect) { _ in
      ListRow([StyledText("逾期", .danger), "甲"], marked: true)
    }
    #expect(frame[1, 2].style == Style(.danger, on: .selection))
    #expect(frame[1, 19].style == Style(.text, on: .selection))
    #expect(frame[2, 2].style == Style(.danger))
    #expect(FrameText(frame).lines[1].hasPrefix("▌✓逾期"))
  }

  @Test("A width is shared by minimums first, then by weights")
  func shares() {
    let shares = [Share(minimum: 4), Share(minimum: 6, weight: 2), Share(minimum: 2, weight: 1)]
    #expect(Share.split(24, among: shares, gap: 1) == [4, 12, 6])
    #expect(Share.split(12, among: shares, gap: 1) == [4, 6, 0])
    #expect(Share.split(3, among: shares, gap: 1) == [1, 0, 0])
  }
}

@Suite("Stepper")
struct StepperTests {
  let names = ["申报", "初审", "形式审查", "专家评审", "抽查考察", "局长办公会", "公示", "建设"]

  func line(current: Int, columns: Int) -> String {
    let steps = names.enumerated().map { index, name in
      Stepper.Step(name, index < current ? .done : index == current ? .current : .ahead)
    }
    var frame = Frame(size: Size(rows: 1, columns: columns))
    Stepper(steps).draw(into: &frame, frame.rect)
    return FrameText(frame).text
  }

  @Test("All steps show when there is room")
  func whole() {
    #expect(
      line(current: 3, columns: 100)
        == "申报 ─✓─ 初审 ─✓─ 形式审查 ─✓─ ▣专家评审 ─○─ 抽查考察 ─○─ 局长办公会 ─○─ 公示 ─○─ 建设")
  }

  @Test("The current step shows whole at every width that can hold it")
  func scrolled() {
    for current in names.indices {
      for columns in 16...90 {
        let text = line(current: current, columns: columns)
        #expect(text.contains("▣" + names[current]), "\(columns): \(text)")
        #expect(WidthRule.narrow.columns(of: text) <= columns)
      }
    }
  }

  @Test("Signs at the edges tell that there is more")
  func edges() {
    #expect(line(current: 0, columns: 30).hasSuffix("›"))
    #expect(line(current: 7, columns: 30).hasPrefix("‹"))
    #expect(!line(current: 0, columns: 30).hasPrefix("‹"))
  }
}

@Suite("Dialogs, choices and tabs")
struct ChoosingTests {
  @Test("Enter presses the button with the focus, unless it is switched off")
  func dialog() {
    var dialog = Dialog(
      title: "通过评审",
      buttons: [
        DialogButton("确认", id: 1), DialogButton("预演", id: 2, enabled: false),
        DialogButton("取消", id: 3),
      ])
    #expect(dialog.update(.enter) == .pressed(1))
    #expect(dialog.update(.right) == .moved)
    #expect(dialog.update(.enter) == .ignored)
    _ = dialog.update(.tab)
    #expect(dialog.update(.space) == .pressed(3))
    _ = dialog.update(.right)
    #expect(dialog.focus == 0)
    #expect(dialog.update(.escape) == .cancelled)
    dialog.focus = nil
    #expect(dialog.update(.enter) == .ignored)
  }

  @Test("A dialog leaves room for fields and never exceeds its area")
  func room() {
    let dialog = Dialog(
      title: "通过评审", badge: "第九条第4项", body: ["意见"], contentRows: 3,
      buttons: [DialogButton("确认", id: 1)])
    var frame = Frame(size: Size(rows: 24, columns: 80))
    let room = dialog.draw(into: &frame, in: frame.rect, hitBase: 100)
    #expect(room.rows == 3)
    #expect(room.columns == 36)
    #expect(frame.hits.map(\.id) == [101])
    for rows in 0...8 {
      for columns in 0...30 {
        var small = Frame(size: Size(rows: rows, columns: columns))
        let rect = dialog.rect(in: small.rect)
        #expect(small.rect.intersection(rect) == rect)
        dialog.draw(into: &small, in: small.rect)
      }
    }
  }

  @Test("A list that drops down is opened, moved in and closed")
  func dropDown() {
    var choice = Choice(["甲", "乙", "丙"])
    #expect(choice.update(.enter) == .moved)
    #expect(choice.isOpen)
    _ = choice.update(.down)
    #expect(choice.update(.enter) == .changed)
    #expect(choice.selected == 1)
    #expect(!choice.isOpen)
    _ = choice.update(.down)
    _ = choice.update(.down)
    #expect(choice.update(.escape) == .moved)
    #expect(choice.selected == 1)
    #expect(choice.update(.character("x")) == .ignored)
  }

  @Test("A radio list is chosen from by arrows and digits")
  func radio() {
    var choice = Choice(["甲", "乙", "丙"])
    #expect(choice.updateList(.enter) == .ignored)
    #expect(choice.updateList(.down) == .changed)
    #expect(choice.selected == 0)
    #expect(choice.updateList(.character("3")) == .changed)
    #expect(choice.selected == 2)
    #expect(choice.updateList(.character("4")) == .ignored)
    #expect(choice.updateList(.enter) == .submitted)
  }

  @Test("An open list stays inside the screen")
  func menu() {
    var choice = Choice((1...20).map { "选项 \($0)" })
    _ = choice.update(.enter)
    for row in 0..<12 {
      var frame = Frame(size: Size(rows: 12, columns: 20))
      let field = Rect(row: row, column: 0, rows: 1, columns: 14)
      choice.drawMenu(into: &frame, below: field, in: frame.rect, hitBase: 0)
      #expect(frame.hits.count >= 5)
      #expect(!frame.hits.contains { $0.rect.row == row })
    }
  }

  @Test("Tabs go round, and the open one shows whole however narrow the row")
  func tabs() {
    var tabs = Tabs(["概览", "条件 15", "材料 9/9", "评审", "事项 2", "进程 23", "法规", "文书 4"])
    #expect(tabs.update(.backtab) == .changed)
    #expect(tabs.selected == 7)
    #expect(tabs.update(.tab) == .changed)
    #expect(tabs.selected == 0)
    for open in tabs.titles.indices {
      tabs.selected = open
      for columns in 14...80 {
        var frame = Frame(size: Size(rows: 1, columns: columns))
        tabs.draw(into: &frame, frame.rect, hitBase: 50)
        #expect(FrameText(frame).text.contains(tabs.titles[open]), "\(columns)")
        #expect(frame.hits.contains { $0.id == 50 + open })
      }
    }
  }
}

@Suite("Palette")
struct PaletteTests {
  let items = [
    Palette.Item(id: 1, title: "打开案卷", keys: ["dakaianjuan", "dkaj"]),
    Palette.Item(id: 2, title: "专家评审", keys: ["zhuanjiapingshen", "zjps"]),
    Palette.Item(id: 3, title: "局长办公会", keys: ["juzhangbangonghui", "jzbgh"]),
    Palette.Item(id: 4, title: "Export register", enabled: false),
  ]

  func found(_ query: String) -> [Int] {
    var palette = Palette(items)
    for character in query { _ = palette.update(.key(.character(character))) }
    return palette.matches.map(\.id)
  }

  @Test("Commands are found by characters, by pinyin and by its initials")
  func finding() {
    #expect(found("评审") == [2])
    #expect(found("zjps") == [2])
    #expect(found("pingshen") == [2])
    #expect(found("jzbgh").first == 3)
    #expect(found("expreg") == [4])
    #expect(found("xyzq").isEmpty)
    #expect(found("") == [1, 2, 3, 4])
  }

  @Test("A run at the start of a word is better than initials; scattered letters are no match")
  func scoring() throws {
    let run = try #require(Fuzzy.score("reg", in: "Export register"))
    let initials = try #require(Fuzzy.score("reg", in: "Restore every gap"))
    #expect(run > initials)
    #expect(Fuzzy.score("undo", in: "Suspend Dossier") == nil)
    #expect(Fuzzy.score("view foo", in: "View: Removal from the roster") == nil)
    #expect(Fuzzy.score("view roster", in: "View: Removal from the roster") != nil)
    #expect(Fuzzy.score("审评", in: "专家评审") == nil)
  }

  @Test("Enter chooses what is under the cursor, if it can be done")
  func choosing() {
    var palette = Palette(items)
    _ = palette.update(.key(.down))
    #expect(palette.update(.key(.enter)) == .chosen(2))
    _ = palette.update(.key(.pageDown))
    #expect(palette.update(.key(.enter)) == .ignored)
    #expect(palette.update(.paste("zjps")) == .moved)
    #expect(palette.update(.key(.enter)) == .chosen(2))
    #expect(palette.update(.key(.escape)) == .cancelled)
  }
}

@Suite("Bars and panes")
struct BarTests {
  @Test("The thumb is never empty, never outside, and reaches both ends")
  func thumb() {
    for total in [11, 100, 100_000] {
      let top = Scrollbar(total: total, first: 0, visible: 10).thumb(rows: 10)
      let bottom = Scrollbar(total: total, first: total - 10, visible: 10).thumb(rows: 10)
      #expect(top.lowerBound == 0 && !top.isEmpty)
      #expect(bottom.upperBound == 10 && !bottom.isEmpty)
    }
    #expect(Scrollbar(total: 5, first: 0, visible: 10).thumb(rows: 10).isEmpty)
  }

  @Test("Progress is never more than all and never less than none")
  func progress() {
    #expect(ProgressBar(done: 3, total: 4).percent == 75)
    #expect(ProgressBar(done: 9, total: 4).percent == 100)
    #expect(ProgressBar(done: 1, total: 0).percent == 0)
  }

  @Test("A pane scrolls to its ends and no further")
  func pane() {
    var pane = TextPane((1...30).map { StyledText("\($0)") })
    _ = pane.update(.end, rows: 10)
    #expect(pane.top == 20)
    _ = pane.update(.down, rows: 10)
    #expect(pane.top == 20)
    _ = pane.update(.pageUp, rows: 10)
    #expect(pane.top == 11)
    _ = pane.update(.home, rows: 10)
    #expect(pane.top == 0)
  }

  @Test("The footer shows whole hints only")
  func footer() {
    var frame = Frame(size: Size(rows: 1, columns: 17))
    Footer.draw([("↵", "打开"), ("a", "办理"), ("?", "帮助")], into: &frame, frame.rect)
    #expect(FrameText(frame).text == "↵ 打开  a 办理")
  }
}

@Suite("Input loop")
struct InputLoopTests {
  @Test("A burst of keys is drawn once, and nothing is drawn when nothing happened")
  func bursts() {
    let terminal = MemoryTerminal(events: [.key(.down), .key(.down), .key(.down)])
    var loop = InputLoop()
    var keys = 0
    func step() -> Int {
      loop.step(terminal, waiting: 0) { _ in
        keys += 1
        return true
      } draw: {
        terminal.show(Frame(size: terminal.size), theme: .dark)
      }
    }
    #expect(step() == 3)
    #expect(keys == 3)
    #expect(terminal.frames.count == 1)
    #expect(step() == 0)
    #expect(step() == 0)
    #expect(terminal.frames.count == 2)
    #expect(terminal.changes == [80 * 24, 0])
  }

  @Test("A resize is drawn even when nobody asks, and a lost line ends the burst")
  func resize() {
    let terminal = MemoryTerminal(events: [
      .resize(Size(rows: 30, columns: 100)), .hangup, .key(.down),
    ])
    var loop = InputLoop()
    var drawn = 0
    #expect(loop.step(terminal, waiting: 0, take: { _ in false }, draw: { drawn += 1 }) == 2)
    #expect(terminal.size == Size(rows: 30, columns: 100))
    loop.step(terminal, waiting: 0, take: { _ in false }, draw: { drawn += 1 })
    #expect(drawn == 2)
  }

  @Test("After an editor and after Ctrl-Z everything is drawn again")
  func handOff() {
    let terminal = MemoryTerminal()
    var loop = InputLoop()
    var drawn = 0
    loop.step(terminal, waiting: 0, take: { _ in false }, draw: { drawn += 1 })
    #expect(loop.handOff(terminal, to: ["vi", "x"]) == 0)
    loop.step(terminal, waiting: 0, take: { _ in false }, draw: { drawn += 1 })
    loop.suspend(terminal)
    loop.step(terminal, waiting: 0, take: { _ in false }, draw: { drawn += 1 })
    #expect(drawn == 3)
    #expect(terminal.commands == [["vi", "x"]])
    #expect(terminal.suspensions == 1)
  }
}
