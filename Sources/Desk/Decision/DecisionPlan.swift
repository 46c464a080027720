package import CaseStore
package import Casework
import Quantities
import RulePacks
import Wording

/// What a dialog is about to do.
package enum DecisionPlan: Hashable, Sendable {
  /// Takes an action or opens a proceeding.
  case act(ActionOffer)
  /// Judges a condition.
  case judge(Finding)
  /// Requests, grants or refuses a waiver.
  case waive(Finding)
  /// Departs from a default.
  case depart(Finding)
  /// Leaves a remark.
  case note
  /// Logs a contact.
  case contact
  /// Gives the case to somebody, or names a deputy.
  ///
  /// - Parameters:
  ///   - current: who has it; nil for nobody.
  ///   - department: the case's, whose clerks can be given it; nil for cases of several.
  case assign(current: String?, department: String?)
  /// Undoes the last step.
  case undo
  /// Takes one of these ended proceedings up again.
  case reopen([ProceedingID])

  /// What the dialog is about, for drafts.
  var id: String {
    switch self {
    case .act(let offer): "act." + (offer.proceeding ?? "") + "." + offer.id
    case .judge(let finding): "judge." + finding.id
    case .waive(let finding): "waive." + finding.id
    case .depart(let finding): "depart." + finding.id
    case .note: "note"
    case .contact: "contact"
    case .assign: "assign"
    case .undo: "undo"
    case .reopen: "reopen"
    }
  }

  /// What it is called.
  func title(_ wording: Wording) -> String {
    switch self {
    case .act(let offer): offer.label[wording.language]
    case .judge(let finding):
      wording.text(zh: "判断：", en: "Judge: ") + wording.condition(finding.id)
    case .waive(let finding):
      wording.text(zh: "放宽：", en: "Waiver: ") + wording.condition(finding.id)
    case .depart(let finding):
      wording.text(zh: "偏离：", en: "Departure: ") + wording.condition(finding.id)
    case .note: wording.text(zh: "备注", en: "Note")
    case .contact: wording.text(zh: "登记联系", en: "Log a contact")
    case .assign: wording.text(zh: "分办、移交、代办", en: "Assign, hand over, deputy")
    case .undo: wording.text(zh: "撤回上一步", en: "Undo the last step")
    case .reopen: wording.text(zh: "重新办理", en: "Reopen")
    }
  }

  /// What was done, by the choice that was made where there was one: 不予放宽：实验仪器设备原值.
  func deed(_ fields: FieldSet, _ wording: Wording) -> String {
    let (choice, finding): (String, Finding)
    switch self {
    case .waive(let about): (choice, finding) = ("step", about)
    case .judge(let about): (choice, finding) = ("answer", about)
    default: return title(wording)
    }
    guard let field = fields[choice],
      let option = field.spec.options.first(where: { $0.id == field.text })
    else { return title(wording) }
    return option.label + wording.text(zh: "：", en: ": ") + wording.condition(finding.id)
  }

  /// The articles that it rests on.
  var cites: [Citation] {
    switch self {
    case .act(let offer): offer.cites
    case .judge(let finding), .depart(let finding): finding.cites
    case .waive(let finding): finding.waivableBy.map { [$0] } ?? finding.cites
    case .note, .contact, .assign, .undo, .reopen: []
    }
  }

  /// Whether it can never be undone.
  var isPublic: Bool {
    if case .act(let offer) = self { return offer.isPublic }
    return false
  }
}

/// A case that a dialog is about.
package struct DecisionSubject: Hashable, Sendable {
  /// The case.
  package var stream: StreamID
  /// Its number.
  package var title: String
  /// The centre's name.
  package var name: String
  /// What the person had seen of the case; nil to take it as it is.
  package var seen: CaseSeen?

  /// A case.
  package init(stream: StreamID, title: String, name: String, seen: CaseSeen?) {
    self.stream = stream
    self.title = title
    self.name = name
    self.seen = seen
  }

  /// The case of a page.
  init(folder: CaseFolder) {
    let state = folder.state
    self.init(
      stream: state.id, title: state.number ?? state.id.short,
      name: state.text("name") ?? "", seen: .heads(state.heads))
  }
}
