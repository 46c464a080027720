import Casework
import Quantities
import RulePacks
import TerminalUI

extension FactsPane {
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
    case .discardDraft: return giveUp(circumstances)
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
}
