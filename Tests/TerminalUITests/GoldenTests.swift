import Foundation
import Testing

@testable import TerminalUI

/// Each widget as it looks at 80×24: text, a layer of styles, and the legend of the styles.
///
/// A change that is meant is recorded with `RECORD_GOLDEN=1` and read before it is committed.
@Suite("Golden frames")
struct GoldenTests {
  func check(_ name: String, ascii: Bool = false, draw: (inout Frame) -> Void) throws {
    var frame = Frame(size: Size(rows: 24, columns: 80), ascii: ascii)
    draw(&frame)
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/\(name).txt")
    let actual = FrameText(frame).golden
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
      try actual.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(actual == (try String(contentsOf: file, encoding: .utf8)))
  }

  func queue(into frame: inout Frame, _ rect: Rect) {
    var list = ListView(
      [
        ListColumn("编号", minimum: 11), ListColumn("中心名称", minimum: 16, weight: 2),
        ListColumn("环节", minimum: 10), ListColumn("期限", minimum: 14, alignment: .right),
      ], count: 40)
    _ = list.update(.down, rows: rect.rows)
    list.draw(into: &frame, rect, hits: { $0 }) { index in
      let due: StyledText =
        index == 2
        ? StyledText("逾期 2 个工作日", .danger)
        : index == 1 ? StyledText("暂停计时", .paused) : StyledText("剩 \(index + 3) 个工作日")
      return ListRow(
        ["QD-2026-\(index + 100)", "青岛市海洋传感技术创新中心", "● 专家评审", due],
        marked: index == 3, details: [StyledText("待补正：缺第 3 项材料", .dim)])
    }
  }

  @Test("A list", arguments: [false, true])
  func list(ascii: Bool) throws {
    try check(ascii ? "list-ascii" : "list", ascii: ascii) { frame in
      queue(into: &frame, frame.rect.inset(rows: 1))
    }
  }

  @Test("A dialog with fields, over a list")
  func dialog() throws {
    try check("dialog") { frame in
      queue(into: &frame, frame.rect)
      var dialog = Dialog(
        title: "通过评审", badge: "第九条第4项",
        body: [
          StyledText("将会  ", .label) + "环节 专家评审 → 待抽样；期限 2026-04-20",
          StyledText("依据  ", .label) + "14 项条件符合" + StyledText("；8.5 面积偏离", .warning),
        ], contentRows: 2,
        buttons: [
          DialogButton("确认 Enter", id: 1), DialogButton("预演", id: 2, enabled: false),
          DialogButton("取消 Esc", id: 3),
        ])
      dialog.focus = 2
      let room = dialog.draw(into: &frame, in: frame.rect, hitBase: 100)
      frame.put("意见", at: room.origin, style: Style(.label, on: .dialog))
      var field = room.line(0)
      _ = field.takeLeft(6)
      TextField("同意专家组意见").draw(into: &frame, field, focused: true)
      var date = room.line(1)
      _ = date.takeLeft(6)
      TextField(placeholder: "2026-04-13").draw(into: &frame, date, focused: false)
    }
  }

  @Test("Tabs, steps, progress, a message and the footer")
  func bars() throws {
    try check("bars") { frame in
      Tabs(["概览", "条件 15", "材料 9/9", "评审"], selected: 1)
        .draw(into: &frame, frame.rect.line(0))
      let steps: [Stepper.Step] = [
        .init("申报", .done), .init("初审", .done), .init("形式审查", .done),
        .init("专家评审", .current), .init("抽查考察", .ahead), .init("局长办公会", .ahead),
        .init("公示", .ahead), .init("建设", .ahead),
      ]
      Stepper(steps).draw(into: &frame, frame.rect.line(2))
      Stepper(steps).draw(
        into: &frame, Rect(row: 3, column: 0, rows: 1, columns: 40))
      ProgressBar(done: 7, total: 9).draw(
        into: &frame, Rect(row: 5, column: 2, rows: 1, columns: 40))
      Toast("已保存：QD-2026-014 进入待抽样").draw(
        into: &frame, in: Rect(row: 0, column: 0, rows: 22, columns: 80))
      Toast("不能办理：须先判断第八条第4项，由专家组在本环节完成", isDanger: true).draw(
        into: &frame, in: Rect(row: 0, column: 0, rows: 20, columns: 80))
      Footer.draw(
        [("↵", "打开"), ("a", "办理"), ("?", "帮助")], into: &frame, frame.rect.line(23))
    }
  }

  @Test("Choices: a radio list, a field, and its open list")
  func choices() throws {
    try check("choices") { frame in
      let options = ["企业", "高等学校", "科研院所", "新型研发机构"]
      Choice(options, selected: 1).drawList(
        into: &frame, Rect(row: 1, column: 2, rows: 4, columns: 24), focused: true)
      let place = Rect(row: 7, column: 2, rows: 1, columns: 20)
      var choice = Choice(options, selected: 0)
      _ = choice.update(.enter)
      _ = choice.update(.down)
      choice.draw(into: &frame, place, focused: true)
      choice.drawMenu(into: &frame, below: place, in: frame.rect)
      TextArea("由专家组在本环节判断；7 份评审表中 6 份“具备”，1 份“基本具备”。").draw(
        into: &frame, Rect(row: 14, column: 2, rows: 4, columns: 30), focused: false)
    }
  }

  @Test("A palette in use")
  func palette() throws {
    try check("palette") { frame in
      queue(into: &frame, frame.rect)
      var palette = Palette([
        .init(id: 1, title: "打开案卷", note: "↵", keys: ["dkaj"]),
        .init(id: 2, title: "专家评审：通过", note: "1", keys: ["zjpstg"]),
        .init(id: 3, title: "专家评审：不予通过", note: "2", keys: ["zjpsbytg"], enabled: false),
      ])
      for character in "zjps" { _ = palette.update(.key(.character(character))) }
      palette.draw(into: &frame, in: frame.rect, title: "命令")
    }
  }

  @Test("Help made from a keymap")
  func help() throws {
    let keymap = Keymap<Int>([
      KeyBinding("list", ["enter"], 1, name: "open", help: "打开案卷"),
      KeyBinding("list", ["up", "k"], 2, name: "up", help: "上一行"),
      KeyBinding("list", ["space"], 3, name: "mark", help: "选择"),
      KeyBinding("global", ["?", "f1"], 4, name: "help", help: "帮助"),
      KeyBinding("global", ["ctrl-l"], 5, name: "redraw", help: "重画"),
    ])
    #expect(keymap.problems.isEmpty)
    try check("help") { frame in
      HelpPane(keymap, contexts: ["list", "global"]) {
        $0 == "list" ? "待办" : "各处"
      } text: {
        $0
      }
      .draw(into: &frame, frame.rect.inset(rows: 1, columns: 2))
    }
  }
}
