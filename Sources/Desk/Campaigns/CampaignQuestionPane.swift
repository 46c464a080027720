import Casework
import Quantities
import RulePacks
import TerminalUI
import Wording

/// Says what opening or closing a campaign will do, and asks.
struct CampaignQuestionPane: DeskPane {
  private let notice: CampaignNotice
  private let turn: TurnCampaignErrand.Turn
  private let paragraphs: [String]

  init(_ notice: CampaignNotice, _ turn: TurnCampaignErrand.Turn, _ paragraphs: [String]) {
    self.notice = notice
    self.turn = turn
    self.paragraphs = paragraphs
  }

  var contexts: [KeyContext] { [CampaignKeymap.question, DeskKeymap.everywhere] }
  var isOverlay: Bool { true }

  mutating func take(_ input: DeskInput, in circumstances: Circumstances) -> [DeskStep]? {
    switch input {
    case .action(.confirm), .action(.open):
      return [.effect(.errand(TurnCampaignErrand(notice, turn))), .pop]
    case .action(.cancel), .action(.back): return [.pop]
    case .mouse(let mouse, _): return mouse.action == .press ? [.pop] : [.quiet]
    default: return nil
    }
  }

  func draw(into frame: inout Frame, _ area: Rect, in circumstances: Circumstances) {
    let columns = min(70, area.columns - 4)
    let lines = paragraphs.flatMap { frame.widths.wrap($0, to: columns - 6).map { String($0) } }
    let box = area.centred(rows: lines.count + 4, columns: columns)
    frame.fill(box, style: Style(.dialog))
    frame.box(box, style: Style(.borderFocused, on: .dialog))
    let title =
      turn == .open
      ? circumstances.say(zh: "启动批次", en: "Open the campaign")
      : circumstances.say(zh: "结束批次", en: "Close the campaign")
    frame.put(
      " \(title) ", at: Position(box.row, box.column + 1), style: Style(.dialogTitle),
      maxWidth: box.columns - 4)
    for (index, text) in lines.enumerated() {
      frame.put(
        text, at: Position(box.row + 2 + index, box.column + 3), style: Style(.text, on: .dialog),
        maxWidth: box.columns - 6)
    }
  }
}

/// What a notice says, to be read.
enum NoticeText {
  /// The pane.
  static func pane(
    _ notice: CampaignNotice, _ pack: RulePack?, _ circumstances: Circumstances
  ) -> ReadingPane {
    let wording = circumstances.wording(under: pack)
    var paragraphs: [StyledText] = []
    for article in notice.articles {
      paragraphs.append(StyledText(wording.noticeArticle(article.key), .title))
      paragraphs.append(StyledText(article.gist[circumstances.language], .statute))
    }
    if !notice.outcomes.isEmpty {
      paragraphs.append("")
      paragraphs.append(
        StyledText(
          circumstances.say(zh: "结果与可由人决定的事项", en: "Results, and what a person may decide"), .title)
      )
    }
    for outcome in notice.outcomes {
      paragraphs.append(StyledText(outcome.label[circumstances.language], .strong))
      paragraphs.append(StyledText("  " + outcome.says[circumstances.language]))
      for option in outcome.options {
        paragraphs.append(StyledText("  → " + option.label[circumstances.language], .info))
      }
    }
    paragraphs.append("")
    paragraphs.append(
      StyledText(
        circumstances.say(
          zh: "以上为要点；原文按 F3。", en: "The gist; F3 in the batch opens the official text."), .dim))
    return ReadingPane(title: notice.title[circumstances.language], paragraphs: paragraphs)
  }
}
