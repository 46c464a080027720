import Quantities
import RulePacks
import Wording

extension FactsPane {
  mutating func save(_ circumstances: Circumstances) -> [DeskStep] {
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

  /// Goes back with nothing kept of what was typed.
  func giveUp(_ circumstances: Circumstances) -> [DeskStep] {
    [
      .drop(draftKey), .pop,
      .toast(
        circumstances.say(zh: "改动已全部放弃", en: "All changes were given up"), isDanger: false),
    ]
  }

  func leave(_ circumstances: Circumstances) -> [DeskStep] {
    guard let draft else { return [.drop(draftKey), .pop] }
    return [
      .keep(draft), .pop,
      .toast(
        circumstances.say(
          zh: "未保存的内容已留作草稿，再打开表单可继续",
          en: "Kept as a draft: open the form again to go on"), isDanger: false),
    ]
  }
}
