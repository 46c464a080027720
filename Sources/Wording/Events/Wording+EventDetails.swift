package import Casework
import Quantities
import RulePacks

/// A heading with what stands under it, as details and previews show it.
package struct Entry: Hashable, Sendable {
  /// The heading, of few characters: 将会, 期限, 依据.
  package var heading: String
  /// The text.
  package var text: String

  /// An entry.
  package init(_ heading: String, _ text: String) {
    self.heading = heading
    self.text = text
  }
}

extension Wording {
  /// Everything that an event recorded, heading by heading.
  package func detail(of event: Event, state: CaseState? = nil) -> [Entry] {
    let history = history(of: event, state: state)
    var entries = [
      Entry(text(zh: "日期", en: "Date"), dated(history.on)),
      Entry(text(zh: "办理人", en: "By"), history.who + bracketed(history.role)),
      Entry(text(zh: "办理", en: "What"), history.what),
    ]
    if let change = history.change {
      let isDue = event.header.kind == .restated
      entries.append(
        Entry(isDue ? text(zh: "期限", en: "Due") : text(zh: "环节", en: "Stage"), change))
    }
    switch event.payload {
    case .acted(let acted):
      entries += given(acted.inputs) + recorded(acted.sets) + due(acted.entry)
      entries += relied(acted.findings) + used(acted.practice)
      if let note = acted.note { entries.append(Entry(text(zh: "说明", en: "Note"), note)) }
    case .proceeding(let opened):
      entries += given(opened.inputs) + recorded(opened.sets) + due(opened.entry)
      entries += used(opened.practice)
    case .facts(let set):
      entries += recorded(set.changes)
      if !set.cleared.isEmpty {
        entries.append(Entry(text(zh: "清除", en: "Cleared"), facts(set.cleared)))
      }
      if let note = history.note { entries.append(Entry(text(zh: "说明", en: "Note"), note)) }
    default:
      if let note = history.note { entries.append(Entry(text(zh: "说明", en: "Note"), note)) }
    }
    entries.append(Entry(text(zh: "记录号", en: "Event"), String(event.id.prefix(16))))
    return entries
  }

  /// What a person gave.
  func given(_ inputs: [String: Value]) -> [Entry] {
    inputs.sorted { $0.key < $1.key }.map {
      Entry(input($0.key), text(of: $0.value, input: $0.key))
    }
  }

  private func recorded(_ sets: Facts) -> [Entry] {
    sets.sorted { $0.key < $1.key }.map { Entry(fact($0.key), text(of: $0.value, for: $0.key)) }
  }

  private func due(_ entry: StageEntry) -> [Entry] {
    entry.deadline.map { [Entry(text(zh: "期限", en: "Due"), summary(of: $0))] } ?? []
  }

  private func relied(_ findings: [String: FindingResult]) -> [Entry] {
    guard !findings.isEmpty else { return [] }
    return [Entry(text(zh: "依据", en: "Rests on"), tally(Array(findings.values)))]
  }

  private func used(_ practice: [String: Value]) -> [Entry] {
    practice.sorted { $0.key < $1.key }.map { item, value in
      Entry(
        text(zh: "本局约定", en: "Practice"),
        self.practice(item) + text(zh: "：", en: ": ") + text(of: value, practice: item))
    }
  }

  /// Results counted in words: 14 项条件符合，1 项偏离.
  func tally(_ results: [FindingResult]) -> String {
    let parts = FindingResult.allCases.compactMap { result -> String? in
      let count = results.count { $0 == result }
      guard count > 0 else { return nil }
      return text(zh: "\(count) 项\(name(of: result))", en: "\(count) \(name(of: result))")
    }
    return parts.joined(separator: text(zh: "，", en: ", "))
  }
}
