import Casework
import TerminalUI

/// The panes that open from anywhere, by the names of their actions.
enum SidePanes {
  /// The pane that an action opens; nil where it opens none.
  static func pane(for action: DeskAction) -> (any DeskPane)? {
    switch action {
    case FormKeymap.newCase: NewCasePane()
    case FormKeymap.importFile: ImportPane()
    case FormKeymap.appearance: AppearancePane()
    case LoadLawPane.action: LoadLawPane()
    case SimulatePane.action: SimulatePane()
    case CampaignKeymap.campaigns: CampaignsPane()
    case .other(let name) where name.hasPrefix("case:"):
      CasePane(StreamID(text: String(name.dropFirst("case:".count))))
    default: nil
    }
  }
}
