import Casework
import Quantities
package import RulePacks
package import TerminalUI
import Wording

/// The form in which facts are put on record, corrected or taken off; or an application typed in.
package struct FactsPane: DraftedPane {
  /// What the form is for.
  enum Purpose: Sendable {
    /// To amend the facts of a case.
    case amend(CaseFolder)
    /// To receive an application.
    case receive
  }

  let purpose: Purpose
  let ground: FactsGround
  var form: FactsForm?
  var outcome = FactsForm.Outcome()
  /// What the conditions of the moment came to when the form was opened, and come to now.
  var before: [String: Finding] = [:]
  var now: [Finding] = []
  var searchField: TextField?
  private var waiting: Draft?
  private let initial: Facts
  var author = ""
  var moment: Int64 = 0

  /// The form of a case.
  package init(_ folder: CaseFolder) {
    purpose = .amend(folder)
    ground = FactsGround(folder)
    initial = folder.state.facts
  }

  /// The form of an application, with what is known of it beforehand.
  package init(receiving ground: FactsGround, facts: Facts = [:]) {
    purpose = .receive
    self.ground = ground
    initial = facts
  }

  package var contexts: [KeyContext] {
    if searchField != nil { return [FormKeymap.search, DeskKeymap.everywhere] }
    if form?.isMenuOpen == true { return [FormKeymap.menu, DeskKeymap.everywhere] }
    return [FormKeymap.form, DeskKeymap.everywhere]
  }
  package var isOverlay: Bool { false }

  // MARK: Drafts

  package var draftKey: String {
    switch purpose {
    case .amend(let folder): "facts:" + folder.state.id.text
    case .receive: "receive:" + ground.pack.id
    }
  }

  package mutating func resume(_ draft: Draft) { waiting = draft }

  package var draft: Draft? {
    guard let form, isChanged else { return nil }
    let title: String
    var stream: String?
    switch purpose {
    case .amend(let folder):
      title = folder.state.number ?? folder.state.id.text
      stream = folder.state.id.text
    case .receive: title = ground.pack.caseNumberPrefix
    }
    return Draft(
      key: draftKey, user: author, stream: stream, title: title, values: form.draftValues,
      moment: moment)
  }

  /// Whether anything would be written.
  var isChanged: Bool {
    guard let form else { return false }
    let changes = form.changes(outcome)
    // What the desk filled in by itself is nothing that somebody typed.
    if case .receive = purpose, changes.set == initial, outcome.problems.isEmpty { return false }
    return !changes.set.isEmpty || !changes.cleared.isEmpty || !outcome.problems.isEmpty
  }

  // MARK: Beginning

  package mutating func appear(in circumstances: Circumstances) -> [DeskStep] {
    author = circumstances.user?.name ?? ""
    moment = waiting?.moment ?? circumstances.now
    guard let vocabulary = circumstances.vocabulary else { return [.effect(.vocabulary)] }
    return build(vocabulary, circumstances)
  }

  package mutating func receive(
    _ answer: DeskAnswer, in circumstances: Circumstances
  ) -> [DeskStep] {
    switch answer {
    case .vocabulary(let vocabulary?) where form == nil: return build(vocabulary, circumstances)
    case .storeChanged:
      // The language may have changed with it.
      guard let values = form?.draftValues, let vocabulary = form?.vocabulary else {
        return [.quiet]
      }
      let focus = form?.focus ?? 0
      start(vocabulary, circumstances)
      form?.resume(values, in: circumstances)
      form?.focus = focus
      form?.settle()
      look(circumstances)
      return []
    default: return [.quiet]
    }
  }

  private mutating func build(
    _ vocabulary: Vocabulary, _ circumstances: Circumstances
  ) -> [DeskStep] {
    start(vocabulary, circumstances)
    guard let waiting else { return [] }
    self.waiting = nil
    form?.resume(waiting.values, in: circumstances)
    look(circumstances)
    return [
      .toast(
        circumstances.say(
          zh: "已取回未保存的内容，F7 可逐栏恢复", en: "What was not saved is back; F7 restores a field"),
        isDanger: false)
    ]
  }

  private mutating func start(_ vocabulary: Vocabulary, _ circumstances: Circumstances) {
    let isNew: Bool
    if case .receive = purpose { isNew = true } else { isNew = false }
    form = FactsForm(
      vocabulary, recorded: isNew ? [:] : initial, asked: ground.asked,
      isShort: form?.isShort ?? isNew, departments: departments(circumstances),
      in: circumstances)
    if isNew { form?.fill(initial) }
    before = Dictionary(
      ground.findings(under: isNew ? [:] : initial).map { ($0.id, $0) }
    ) { first, _ in first }
    look(circumstances)
  }

  private func departments(_ circumstances: Circumstances) -> [FieldSpec.Option] {
    let prefix = ground.pack.caseNumberPrefix.lowercased() + "-"
    let own = circumstances.departments.filter { $0.key.hasPrefix(prefix) }
    return (own.isEmpty ? circumstances.departments : own).sorted { $0.key < $1.key }
      .map { FieldSpec.Option(id: $0.key, label: $0.value[circumstances.language]) }
  }

  /// Reads the form again and tests the conditions under it.
  mutating func look(_ circumstances: Circumstances) {
    guard let form else { return }
    outcome = form.read()
    now = ground.findings(under: outcome.facts)
  }

  /// The conditions that the changes move, as they were and as they would be.
  ///
  /// Of an application all are new.
  var effects: [(before: Finding?, now: Finding)] {
    if case .receive = purpose { return now.map { (nil, $0) } }
    return now.compactMap { finding in
      let earlier = before[finding.id]
      return earlier?.result == finding.result && earlier?.value == finding.value
        ? nil : (earlier, finding)
    }
  }
}
