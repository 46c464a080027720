import CaseStore
import Casework
import Quantities
import RulePacks
import TerminalUI

extension CasePane {
  /// The articles that what is under the cursor rests on; on the overview those of the stage, of its
  /// deadline, of everything that can be done and of what stands in the way.
  func citedHere(_ folder: CaseFolder) -> [Citation] {
    switch tab {
    case .conditions:
      guard let finding = currentFinding else { return [] }
      let condition = folder.pack.condition(finding.id)
      let more =
        [finding.exception, finding.waivableBy] + (condition?.exceptions ?? []).map(\.cites)
      return finding.cites + more.compactMap(\.self)
    case .materials:
      let lines = MaterialLine.lines(of: folder)
      let cursor = lists[.materials]?.cursor ?? 0
      guard lines.indices.contains(cursor) else { return [] }
      return lines[cursor].requirement?.cites.map { [$0] } ?? []
    case .proceedings:
      let cursor = lists[.proceedings]?.cursor ?? 0
      guard folder.state.proceedings.indices.contains(cursor) else { return [] }
      return cited(by: folder.state.proceedings[cursor], folder)
    case .history:
      guard case .acted(let acted) = currentEvent?.payload else { return mainCites(folder) }
      let procedure = folder.state.proceeding(acted.proceeding)?.procedure
      let stage = procedure.flatMap { folder.pack.procedure($0)?.stage(acted.from) }
      let keys = stage?.actions.first { $0.id == acted.action }?.cites ?? []
      return keys.isEmpty ? mainCites(folder) : keys
    case .overview, .articles: return mainCites(folder)
    }
  }

  private func mainCites(_ folder: CaseFolder) -> [Citation] {
    let alerts = folder.alerts.flatMap(\.ground.allCites)
    return alerts + (folder.state.main.map { cited(by: $0, folder) } ?? [])
  }

  /// The stage, its deadline, and what can be done there or cannot yet.
  private func cited(by proceeding: Proceeding, _ folder: CaseFolder) -> [Citation] {
    let stage = folder.pack.procedure(proceeding.procedure)?.stage(proceeding.stage)
    var keys = stage?.cites ?? []
    if let due = stage?.due?.cites { keys.append(due) }
    for offer in folder.offers where offer.proceeding == proceeding.id {
      keys += offer.cites + offer.refusals.flatMap(\.cites)
    }
    return keys
  }
}

extension DecisionPane {
  /// The articles of the decision, and of what stands in its way.
  var citedHere: [Citation] {
    var keys = plan.cites
    switch forecast {
    case .done(let performed):
      keys += performed.decision.findings.filter { $0.result != .met }.flatMap(\.cites)
    case .trouble(.refused(let refusals)): keys += refusals.list.flatMap(\.cites)
    case .several(let run): keys += run.cites
    case .none, .trouble: break
    }
    if case .act(let offer) = plan { keys += offer.refusals.flatMap(\.cites) }
    return keys
  }
}
