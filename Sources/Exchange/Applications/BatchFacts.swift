import Casework
import Quantities
import RulePacks

/// Puts an application into the batch that takes it.
struct BatchFacts {
  /// What files are read against.
  let context: ImportContext

  /// Sets the facts of the batch: the one named, or the only open one whose window has the date.
  func settle(_ draft: inout CentreDraft, under pack: RulePack) {
    let campaigns = context.campaigns.filter { $0.pack == pack.id && $0.takesApplications }.sorted {
      $0.id < $1.id
    }
    if let batch = draft.batch {
      guard let campaign = campaigns.first(where: { $0.id == batch.id }) else {
        return draft.gatherer.report(
          "import.batch.unknown", at: batch.mark, field: "batch",
          ["batch": batch.id, "known": campaigns.map(\.id).joined(separator: ", ")])
      }
      if campaign.isClosed {
        draft.gatherer.report(
          "import.batch.closed", .warning, at: batch.mark, field: "batch", ["batch": batch.id])
      }
      return put(campaign, in: &draft)
    }
    if draft.text("batch.id") != nil || draft.facts["batch.year"] != nil { return }
    guard !campaigns.isEmpty, let applied = draft.date("applied_on") else { return }
    let open = campaigns.filter { !$0.isClosed && $0.from <= applied && applied <= $0.to }
    guard open.count == 1, let campaign = open.first else {
      return draft.gatherer.report(
        open.isEmpty ? "import.batch.none" : "import.batch.several", .warning,
        at: draft.gatherer.mark(of: "applied_on"), field: "applied_on",
        [
          "date": "\(applied)",
          "known": campaigns.filter { !$0.isClosed }.map { "\($0.id) \($0.from)–\($0.to)" }
            .joined(separator: ", "),
        ])
    }
    put(campaign, in: &draft)
  }

  private func put(_ campaign: Campaign, in draft: inout CentreDraft) {
    var facts: [(FactPath, Value)] = [
      ("batch.id", .text(campaign.id)), ("batch.year", .count(Int64(campaign.year), .year)),
      ("batch.number", .count(Int64(campaign.number), .plain)),
      ("batch.window_from", .date(campaign.from)), ("batch.window_to", .date(campaign.to)),
    ]
    if let quota = draft.text("department").flatMap({ campaign.quotas[$0] }) {
      facts.append(("batch.quota", .count(Int64(quota), .plain)))
    }
    for (path, value) in facts where draft.facts[path] == nil {
      draft.gatherer.replace(.value(value), at: path)
    }
  }
}
