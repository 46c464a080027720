import Quantities
import RulePacks

/// Turns the nodes of a file into drafts; rosters have a few keys more.
struct CentreReader {
  /// What files are read against.
  let context: ImportContext
  /// The file.
  let text: SourceText
  /// Whether the file is a roster of centres that exist already.
  let isRoster: Bool

  private var taken: [String] { isRoster ? Self.rosterKeys : Self.keys }

  /// What is no fact, or no plain one.
  private static let keys = ["pack", "batch"]
  private static let rosterKeys =
    keys + ["stage", "since", "source", "reports", "evaluations"]

  /// One centre; nil where the node is no map.
  func draft(_ node: SourceNode, _ problems: inout [Problem]) -> CentreDraft? {
    guard case .map(let entries) = node.content else {
      problems.append(
        Problem(
          "import.kind", at: text.place(of: node.mark),
          ["expected": "map", "found": node.kind]))
      return nil
    }
    var draft = CentreDraft(gatherer: FactGatherer(context.tree, text), mark: node.mark)
    for entry in entries where taken.contains(entry.key) { take(entry, &draft) }
    draft.gatherer.gather(entries, of: context.tree.root, taken: taken)
    return draft
  }

  private func take(_ entry: SourceNode.Entry, _ draft: inout CentreDraft) {
    let node = entry.value
    if case .null = node.content { return }
    switch entry.key {
    case "batch":
      guard case .text(let id) = node.content else {
        return draft.gatherer.gather([entry], of: context.tree.root)
      }
      draft.batch = (TextFolding.folded(id), node.mark)
    case "reports", "evaluations": take(history: entry, &draft)
    default:
      guard case .text(let written) = node.content else {
        return draft.gatherer.report(
          "import.kind", at: node.mark, field: entry.key,
          ["expected": "text", "found": node.kind])
      }
      draft.take(written, for: entry.key, node.mark)
    }
  }

  /// `reports: [2023, 2024]`, `reports: { 2023: 2024-03-20 }`, or rows as everywhere.
  private func take(history entry: SourceNode.Entry, _ draft: inout CentreDraft) {
    let history = CentreHistory(rawValue: entry.key) ?? .reports
    switch entry.value.content {
    case .list(let items):
      var rows: [SourceNode] = []
      for item in items {
        guard case .text(let year) = item.content else {
          rows.append(item)
          continue
        }
        draft.note(history, year, nil, item.mark)
      }
      if !rows.isEmpty || items.isEmpty {
        let rest = SourceNode(content: .list(rows), mark: entry.value.mark)
        draft.gatherer.gather(
          [.init(key: entry.key, mark: entry.mark, value: rest)], of: context.tree.root)
      }
    case .map(let entries):
      for row in entries {
        if case .text(let said) = row.value.content {
          draft.note(history, row.key, said, row.mark)
        } else {
          let map = SourceNode(content: .map([row]), mark: row.mark)
          draft.gatherer.gather(
            [.init(key: entry.key, mark: entry.mark, value: map)], of: context.tree.root)
        }
      }
    case .text(let written): draft.note(history, written, entry.value.mark)
    case .null: break
    }
  }
}

extension CentreDraft {
  /// Takes one of the values that are no facts.
  mutating func take(_ written: String, for key: String, _ mark: Mark) {
    let folded = TextFolding.folded(written)
    guard !folded.isEmpty else { return }
    switch key {
    case "pack": pack = (folded, mark)
    case "stage": stage = (folded, mark)
    case "source": source = TextFolding.trimmed(written)
    case "batch": batch = (folded, mark)
    default:
      guard let date = CalendarDate(parsing: folded) else {
        return gatherer.report(
          "import.fact.form", at: mark, field: key,
          ["name": key, "found": folded, "expected": "date", "example": "2026-03-02"])
      }
      since = date
    }
  }
}
