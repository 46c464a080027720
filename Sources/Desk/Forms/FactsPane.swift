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
  private(set) var form: FactsForm?
  private(set) var outcome = FactsForm.Outcome()
  /// What the conditions of the moment came to when the form was opened, and come to now.
  private(set) var before: [String: Finding] = [:]
  private(set) var now: [Finding] = []
  private(set) var searchField: TextField?
  private var waiting: Draft?
  private let initial: Facts
  private var author = ""
  private var moment: Int64 = 0

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
    return !changes.set.isEmpty || !changes.cleared.isEmpty || !outcome.problems.isEmpty
  }

  // MARK: Beginning

  package mutating func appear(in circumstances: Circumstances) -> [DeskStep] {
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
  private mutating func look(_ circumstances: Circumstances) {
    guard let form else { return }
    outcome = form.read()
    now = ground.findings(under: outcome.facts)
  }

  // MARK: Input

  package mutating func take(
    _ input: DeskInput, in circumstances: Circumstances
  ) -> [DeskStep]? {
    guard form != nil else {
      if case .action(.cancel) = input { return [.pop] }
      return nil
    }
    author = circumstances.user?.name ?? ""
    moment = circumstances.now
    let rows = pageRows(circumstances)
    let steps = searchField == nil ? edit(input, circumstances) : search(input)
    form?.scroll(rows: rows)
    return steps
  }

  private mutating func edit(
    _ input: DeskInput, _ circumstances: Circumstances
  ) -> [DeskStep]? {
    switch input {
    case .action(let action): return act(action, circumstances)
    case .key(let key):
      if key == .character("/"), !isTyping { return act(.filter, circumstances) }
      return type(.key(key), circumstances)
    case .paste(let text): return type(.paste(text), circumstances)
    case .mouse(let mouse, let region): return point(mouse, region, circumstances)
    }
  }

  /// Whether letters go into the field with the cursor.
  private var isTyping: Bool {
    guard let slot = form?.currentSlot, let entry = form?.entries[slot] else { return false }
    if case .choice = entry.editor.editor { return false }
    return true
  }

  private mutating func type(
    _ event: InputEvent, _ circumstances: Circumstances
  ) -> [DeskStep]? {
    guard let slot = form?.currentSlot else { return nil }
    if case .key(let key) = event, !isTyping, key == .delete || key == .backspace {
      form?.entries[slot]?.clear()
      look(circumstances)
      return []
    }
    if form?.entries[slot]?.isAbsent == true {
      guard case .key(let key) = event, key.typed == nil else {
        form?.entries[slot]?.isAbsent = false
        return type(event, circumstances)
      }
    }
    guard let reply = form?.entries[slot]?.editor.update(event, columns: 40), reply != .ignored
    else { return nil }
    if reply == .changed {
      look(circumstances)
    }
    return []
  }

  private mutating func act(
    _ action: DeskAction, _ circumstances: Circumstances
  ) -> [DeskStep]? {
    let page = pageRows(circumstances) / 2
    switch action {
    case .up, .previousField: form?.move(by: -1)
    case .down, .nextField: form?.move(by: 1)
    case .pageUp: form?.move(by: -page)
    case .pageDown: form?.move(by: page)
    case .nextTab: form?.moveSection(by: 1)
    case .previousTab: form?.moveSection(by: -1)
    case .open: return enter(circumstances)
    case .confirm: return save(circumstances)
    case .cancel:
      if form?.query.isEmpty == false {
        form?.find("")
        return []
      }
      return leave(circumstances)
    case .filter: searchField = TextField(form?.query ?? "")
    case FormKeymap.absent: form?.toggleAbsent()
    case FormKeymap.restore: form?.restore()
    case FormKeymap.addRow:
      form?.addRow(today: circumstances.today, in: circumstances)
    case FormKeymap.removeRow:
      guard form?.removeRow() == true else { return [.effect(.bell)] }
    case FormKeymap.short: form?.toggleShort()
    case FormKeymap.saved: return [.drop(draftKey), .pop]
    default: return nil
    }
    look(circumstances)
    return []
  }

  private mutating func enter(_ circumstances: Circumstances) -> [DeskStep] {
    switch form?.current {
    case .field(let slot)?:
      if case .choice? = form?.entries[slot]?.editor.editor {
        form?.entries[slot]?.isAbsent = false
        _ = form?.entries[slot]?.editor.update(.key(.enter), columns: 40)
      } else {
        form?.move(by: 1)
      }
    case .adding?: form?.addRow(today: circumstances.today, in: circumstances)
    case .row?: form?.move(by: 1)
    default: return [.quiet]
    }
    look(circumstances)
    return []
  }

  private mutating func search(_ input: DeskInput) -> [DeskStep]? {
    switch input {
    case .action(.confirm):
      searchField = nil
      form?.settle()
    case .action(.cancel):
      searchField = nil
      form?.find("")
    case .action: return nil
    case .key(let key): find(.key(key))
    case .paste(let text): find(.paste(text))
    case .mouse:
      searchField = nil
    }
    return []
  }

  private mutating func find(_ event: InputEvent) {
    _ = searchField?.update(event)
    form?.find(searchField?.text ?? "")
  }

  private mutating func point(
    _ mouse: MouseEvent, _ region: Int?, _ circumstances: Circumstances
  ) -> [DeskStep] {
    switch (mouse.action, Region.read(region)) {
    case (.wheelUp, _): form?.move(by: -3)
    case (.wheelDown, _): form?.move(by: 3)
    case (.press, (.option, let index)?):
      guard let slot = form?.currentSlot else { return [.quiet] }
      form?.entries[slot]?.editor.choose(index)
      look(circumstances)
    case (.press, (.field, let line)?):
      let isHere = form?.focus == line
      form?.go(to: line)
      if isHere || !isTyping { return enter(circumstances) }
    default: return [.quiet]
    }
    return []
  }

  // MARK: Leaving

  private mutating func save(_ circumstances: Circumstances) -> [DeskStep] {
    guard let form else { return [.quiet] }
    if let slot = form.firstWrong(outcome) {
      self.form?.find("")
      self.form?.go(to: slot)
      self.form?.entries[slot]?.editor.isTouched = true
      return [
        .effect(.bell),
        .toast(
          outcome.problems[slot].map(circumstances.wording(under: ground.pack).message)
            ?? "", isDanger: true),
      ]
    }
    let changes = form.changes(outcome)
    guard !changes.set.isEmpty || !changes.cleared.isEmpty else {
      return [.toast(circumstances.say(zh: "没有改动", en: "Nothing was changed"), isDanger: false)]
    }
    var steps: [DeskStep] = []
    if let draft { steps.append(.keep(draft)) }
    return steps + [
      .push(
        SaveFactsPane(
          purpose, ground: ground, facts: outcome.facts, set: changes.set,
          cleared: changes.cleared, recorded: form.recorded, effects: effects))
    ]
  }

  private func leave(_ circumstances: Circumstances) -> [DeskStep] {
    guard let draft else { return [.drop(draftKey), .pop] }
    return [
      .keep(draft), .pop,
      .toast(
        circumstances.say(
          zh: "未保存的内容已留作草稿，再打开表单可继续",
          en: "Kept as a draft: open the form again to go on"), isDanger: false),
    ]
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
