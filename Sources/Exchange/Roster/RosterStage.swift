import Quantities
import RulePacks

/// Where a centre of a roster stands.
enum RosterStage {
  /// The stage that a roster names, by id or by what it is called; nil with a problem otherwise.
  static func settle(_ draft: inout CentreDraft, under pack: RulePack) -> Stage? {
    guard let procedure = pack.mainProcedure else { return nil }
    let allowed = allowed(in: procedure)
    let names = allowed.map { "\($0.id) (\($0.label.zh))" }.joined(separator: ", ")
    guard let written = draft.stage else {
      draft.gatherer.report(
        "import.stage.missing", at: draft.mark, field: "stage", ["known": names])
      return nil
    }
    let key = TextFolding.comparisonKey(written.text)
    if let stage = allowed.first(where: { $0.names.contains(key) }) { return stage }
    let isStage = procedure.stages.contains { $0.names.contains(key) }
    let likely = allowed.filter {
      $0.label.zh.hasPrefix(written.text) || $0.label.zh == "已" + written.text
    }
    if !isStage, likely.count == 1, let stage = likely.first { return stage }
    var arguments = ["stage": written.text, "known": names]
    arguments["suggestion"] = Suggestion.nearest(
      to: written.text, among: allowed.flatMap { [$0.id, $0.label.zh] })
    draft.gatherer.report(
      isStage ? "import.stage.not_allowed" : "import.stage.unknown", at: written.mark,
      field: "stage", arguments)
    return nil
  }

  /// Since when a centre stands there, as far as its facts say.
  static func since(_ stage: Stage, _ draft: CentreDraft) -> CalendarDate? {
    if stage.ends == .upgraded { return draft.date("upgraded_on") }
    if stage.ends != nil { return draft.date("revocation.decided_on") }
    if stage.isRoster {
      return draft.date("roster.included_on") ?? draft.date("evaluation.concluded_on")
    }
    return draft.date("approval.build_from") ?? draft.date("approval.date")
  }

  private static func allowed(in procedure: Procedure) -> [Stage] {
    procedure.stages.filter {
      procedure.takeOverStages.contains($0.id) || $0.ends != nil
    }
  }
}

extension Stage {
  /// The keys under which a roster may name it.
  fileprivate var names: [String] {
    [id, label.zh, label.en].map(TextFolding.comparisonKey)
  }
}

/// The batch of a centre of a roster.
enum RosterBatch {
  /// Reads `2023-2`, `2023年第2批` or the id of a campaign into year and number.
  static func settle(_ draft: inout CentreDraft) {
    guard let batch = draft.batch else { return }
    if SpreadsheetDamage.date(in: batch.id) != nil {
      return draft.gatherer.report(
        "import.spreadsheet.date", at: batch.mark, field: "batch", ["found": batch.id])
    }
    let numbers = batch.id.split { !("0"..."9").contains($0) }.compactMap { Int64($0) }
    guard let year = numbers.first, (1990...2999).contains(year), numbers.count <= 2 else {
      return draft.gatherer.report(
        "import.batch.form", at: batch.mark, field: "batch",
        ["batch": batch.id, "example": "2023-1"])
    }
    var facts: [(FactPath, Value)] = [("batch.year", .count(year, .year))]
    if numbers.count == 2 { facts.append(("batch.number", .count(numbers[1], .plain))) }
    for (path, value) in facts where draft.facts[path] == nil {
      draft.gatherer.put(.value(value), at: path, batch.mark)
    }
  }
}
