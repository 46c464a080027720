import Quantities
package import TerminalUI

/// The keys of the screens of campaigns.
package enum CampaignKeymap {
  /// The list of campaigns, and the screen of one.
  package static let context: KeyContext = "campaign"

  /// Opens the list of campaigns, from anywhere.
  package static let campaigns = DeskAction.other("campaigns")
  /// Opens a campaign: its runs begin.
  static let launch = DeskAction.other("campaign-open")
  /// Closes a campaign.
  static let close = DeskAction.other("campaign-close")
  /// Shows what the notice says.
  static let notice = DeskAction.other("campaign-notice")
  /// Shows the cases of the department under the cursor alone, or all again.
  static let narrow = DeskAction.other("campaign-narrow")

  private typealias Binding = KeyBinding<DeskAction>

  /// The bindings.
  package static let bindings: [KeyBinding<DeskAction>] = [
    Binding(context, ["enter"], .open, name: "open", help: "open", inFooter: true),
    Binding(
      context, ["tab", "right"], .nextTab, name: "next-tab", help: "next-tab", inFooter: true),
    Binding(
      context, ["shift-tab", "left"], .previousTab, name: "previous-tab", help: "previous-tab"),
    Binding(context, ["d"], narrow, name: "department", help: "campaign-narrow", inFooter: true),
    Binding(context, ["l"], notice, name: "notice", help: "campaign-notice", inFooter: true),
    Binding(context, ["f3"], .article, name: "article", help: "article"),
    Binding(context, ["o"], launch, name: "launch", help: "campaign-launch", inFooter: true),
    Binding(context, ["x"], close, name: "close", help: "campaign-close"),
    Binding(context, ["esc", "q"], .back, name: "back", help: "back", inFooter: true),
    Binding(DeskKeymap.screen, ["B"], campaigns, name: "campaigns", help: "campaigns"),
  ]

  /// What the keys do, in words.
  static let texts: [String: Bilingual] = [
    "campaigns": Bilingual(zh: "批次", en: "Campaigns"),
    "campaign-launch": Bilingual(zh: "启动 / 补入", en: "Open / take in"),
    "campaign-close": Bilingual(zh: "结束批次", en: "Close it"),
    "campaign-notice": Bilingual(zh: "通知要点", en: "Notice"),
    "campaign-narrow": Bilingual(zh: "只看此部门", en: "Department"),
  ]

  /// What contexts are called.
  static let contextTitles: [String: Bilingual] = [
    "campaign": Bilingual(zh: "批次", en: "Campaigns")
  ]
}
