import Casework
import Quantities
import RulePacks
import TerminalUI
import Wording

/// Says what opening or closing a campaign will do, and asks; opening asks for its day, too.
struct CampaignQuestionPane: DeskPane {
  private let notice: CampaignNotice
  private let turn: TurnCampaignErrand.Turn
  private let paragraphs: [String]
  private var fields: FieldSet
  private var trouble: [String] = []

  init(
    _ notice: CampaignNotice, _ turn: TurnCampaignErrand.Turn, _ paragraphs: [String],
    in circumstances: Circumstances
  ) {
    self.notice = notice
    self.turn = turn
    self.paragraphs = paragraphs
    fields = FieldSet(
      turn == .open && !notice.takesApplications
        ? [
          FieldEditor(
            FieldSpec(
              id: "on", label: circumstances.say(zh: "启动日期", en: "Opened on"), type: .date),
            text: "\(circumstances.today)", in: circumstances)
        ] : [])
    fields.focus = fields.fields.count
  }

  var contexts: [KeyContext] { fields.boxContexts }
  var isOverlay: Bool { true }

  mutating func take(_ input: DeskInput, in circumstances: Circumstances) -> [DeskStep]? {
    switch fields.take(input) {
    case .confirmed: return confirm(circumstances)
    case .left: return [.pop]
    case .edited:
      trouble = []
      return []
    case .ignored: return nil
    }
  }

  private mutating func confirm(_ circumstances: Circumstances) -> [DeskStep] {
    var on: CalendarDate?
    if let field = fields["on"] {
      guard case .date(let day)? = field.value, day <= circumstances.today else {
        fields.focus = 0
        trouble = [
          circumstances.say(zh: "应填写不晚于今天的日期", en: "A day no later than today is wanted")
        ]
        return [.effect(.bell)]
      }
      if day != circumstances.today { on = day }
    }
    return [.effect(.errand(TurnCampaignErrand(notice, turn, on: on))), .pop]
  }

  func draw(into frame: inout Frame, _ area: Rect, in circumstances: Circumstances) {
    FormBox(
      title: turn == .open
        ? circumstances.say(zh: "启动批次", en: "Open the campaign")
        : circumstances.say(zh: "结束批次", en: "Close the campaign"),
      lines: paragraphs.map { StyledText($0) } + [""], trouble: trouble,
      buttons: (
        circumstances.say(zh: "确认 Enter", en: "Confirm Enter"),
        circumstances.say(zh: "取消 Esc", en: "Cancel Esc")
      ), columns: 74
    ).draw(fields, into: &frame, area, in: circumstances)
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
