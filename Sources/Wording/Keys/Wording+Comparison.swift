import Quantities
package import RuleDrafting
import RulePacks

/// What two packs or notices say differently, for a reader.
extension Wording {
  /// What kind of part it is.
  package func name(of area: PackComparison.Area) -> String {
    switch area {
    case .identity: text(zh: "规则包本身", en: "The pack itself")
    case .transition: text(zh: "过渡规定", en: "Transition")
    case .naming: text(zh: "命名规则", en: "Naming")
    case .articles: text(zh: "条款", en: "Articles")
    case .owners: text(zh: "承办单位", en: "Owners")
    case .inputs: text(zh: "输入项", en: "Inputs")
    case .conditions: text(zh: "条件", en: "Conditions")
    case .grounds: text(zh: "撤销情形", en: "Grounds")
    case .procedures: text(zh: "程序", en: "Procedures")
    case .practice: text(zh: "本局约定", en: "Practice")
    case .questions: text(zh: "对其他案卷的提问", en: "Questions about other cases")
    case .materials: text(zh: "材料", en: "Documents")
    case .cohort: text(zh: "对象", en: "Whom it concerns")
    case .windows: text(zh: "期限", en: "Windows")
    case .gates: text(zh: "把关的办理", en: "Actions that it stands before")
    case .outcomes: text(zh: "结果", en: "Results")
    case .report: text(zh: "评价内容与提纲", en: "Subjects and outline")
    case .lists: text(zh: "表样", en: "Lists")
    case .quotas: text(zh: "限额", en: "Quotas")
    }
  }

  /// What became of a part.
  package func name(of fate: PackComparison.Fate) -> String {
    switch fate {
    case .added: text(zh: "新增", en: "added")
    case .removed: text(zh: "删去", en: "removed")
    case .changed: text(zh: "修改", en: "changed")
    }
  }

  /// Whether a difference is of the law or of its wording.
  package func name(isLaw: Bool) -> String {
    isLaw ? text(zh: "法条", en: "law") : text(zh: "表述", en: "wording")
  }

  /// A change as lines, the first without a margin: what it is, then key by key what differs.
  package func lines(for change: PackComparison.Change) -> [String] {
    let sign =
      switch change.fate {
      case .added: "+"
      case .removed: "-"
      case .changed: "~"
      }
    let name = [change.path.joined(separator: "."), change.label?[language] ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
    let remark =
      change.area == .practice
      ? text(zh: "约定", en: "practice") : self.name(isLaw: change.isLaw)
    let head = [sign, name].filter { !$0.isEmpty }.joined(separator: " ")
    let title = head + bracketed(self.name(of: change.fate) + text(zh: "，", en: ", ") + remark)
    guard change.fate == .changed else {
      return [title] + main(of: change).map { "    " + $0 }
    }
    return [title] + change.fields.flatMap(lines).map { "    " + $0 }
  }

  /// What a part that came or went is about, as far as a reader wants it in a list.
  private func main(of change: PackComparison.Change) -> [String] {
    let telling = [
      "gist", "cites", "force", "requires", "from", "to", "owner", "when", "conditions", "quota",
      "suggested", "alerts",
    ]
    return change.fields.filter { telling.contains($0.key) }.compactMap { field in
      (field.after ?? field.before).map {
        "\(fieldName(field.key)): \(text(of: $0, key: field.key))"
      }
    }
  }

  /// A difference as lines: figures alone where nothing else differs in an expression.
  package func lines(for field: PackComparison.Difference) -> [String] {
    let name = fieldName(field.key)
    let colon = text(zh: "：", en: ": ")
    if !field.figures.isEmpty, case .expression(let now)? = field.after {
      let figures = field.figures.map { "\(text(of: $0.before)) → \(text(of: $0.after))" }
      return [name + colon + list(figures), "  " + now]
    }
    let none = text(zh: "无", en: "none")
    let before = field.before.map { text(of: $0, key: field.key) } ?? none
    let after = field.after.map { text(of: $0, key: field.key) } ?? none
    if before.count + after.count <= 48 { return [name + colon + "\(before) → \(after)"] }
    return [name + colon, "  - " + before, "  + " + after]
  }

  /// A key with what it stands for: `force 约束力…`, its own parts kept.
  private func fieldName(_ key: String) -> String {
    let shown = self.key(key)
    return shown == key ? key : "\(key) \(shown)"
  }

  /// What stands under a key of a pack.
  package func text(of content: PackPart.Content, key: String) -> String {
    switch content {
    case .text(let word): self.word(word, key: key)
    case .bilingual(let bilingual): bilingual[language]
    case .expression(let source): source
    case .names(let names): list(names.map { word($0, key: key) })
    case .flag(let flag): text(of: .boolean(flag))
    case .value(let value): text(of: value)
    }
  }

  /// A word of the pack language as a reader knows it; other words stay.
  private func word(_ word: String, key: String) -> String {
    switch key {
    case "force": Force(rawValue: word).map { name(of: $0) } ?? word
    case "tested_at", "passes": Moment(rawValue: word).map { name(of: $0) } ?? word
    case "roles", "by": Role(rawValue: word).map { name(of: $0) } ?? word
    case "ends": EndKind(rawValue: word).map { name(of: $0) } ?? word
    case _ where key == "cites" || key.hasSuffix(".cites") || key == "waivable_by": article(word)
    default: word
    }
  }
}
