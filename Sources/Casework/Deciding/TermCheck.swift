import Quantities
import RulePacks

extension DecisionTable {
  /// What the further terms of an action put in the way.
  func termRefusals(at site: Site) -> [Refusal] {
    guard let terms = site.action.terms else { return [] }
    var refusals = barringRefusals(
      terms.barredWhile, at: site.proceeding.id, cites: site.action.cites)
    refusals += [
      consentRefusal(at: site), spentRefusal(at: site), silenceRefusal(at: site),
      restorationRefusal(at: site),
    ].compactMap { $0 }
    return refusals + endedRefusals(at: site)
  }

  /// What stands in the way while other proceedings are under way.
  func barringRefusals(
    _ procedures: [String], at own: ProceedingID?, cites: [Citation]
  ) -> [Refusal] {
    procedures.flatMap { id in
      state.proceedings.filter { $0.procedure == id && $0.id != own && !$0.isEnded }
    }.map { run in refusal("proceeding.under_way", of: run, cites) }
  }

  /// An action that was taken as often as it may be.
  private func spentRefusal(at site: Site) -> Refusal? {
    guard let most = site.action.terms?.atMost,
      site.proceeding.taken[site.action.id, default: 0] >= most
    else { return nil }
    let last = state.steps.last {
      $0.proceeding == site.proceeding.id && $0.action == site.action.id
    }
    return Refusal(
      .law, "action.spent", cites: site.action.cites, label: site.action.label,
      arguments: [
        "action": site.action.id, "times": "\(most)", "on": last.map { "\($0.on)" } ?? "",
      ])
  }

  /// A case comes back to where it stood before its end, and to no other stage.
  private func restorationRefusal(at site: Site) -> Refusal? {
    guard site.action.terms?.restores == true, let target = site.action.movesMainTo,
      let main = state.main, let stood = stageBeforeEnd, stood != target
    else { return nil }
    return Refusal(
      .law, "restore.stood_elsewhere", cites: site.action.cites, label: site.action.label,
      arguments: [
        "stage": "\(main.procedure).\(stood)", "target": "\(main.procedure).\(target)",
      ])
  }

  /// The last stage, that is no end, at which the main proceeding stood: for a centre that was taken
  /// over and has not moved since, the one that it was taken over at.
  private var stageBeforeEnd: String? {
    guard let main = state.main, let procedure = pack.procedure(main.procedure) else { return nil }
    return main.visited.last { procedure.stage($0)?.ends == nil }
  }

  /// Silence says nothing before the due date has passed.
  private func silenceRefusal(at site: Site) -> Refusal? {
    guard site.action.terms?.isSilence == true else { return nil }
    guard let due = site.proceeding.entry.deadline?.due else {
      return Refusal(
        .law, "silence.no_due", cites: site.action.cites, label: site.action.label)
    }
    guard context.on <= due else { return nil }
    return Refusal(
      .law, "silence.not_yet", cites: site.action.cites, label: site.action.label,
      arguments: ["due": "\(due)", "from": "\(due.adding(days: 1))"])
  }

  /// What else an action puts in the way: conditions that it shows and does not insist on, where one
  /// of them fails and nobody has said why it is taken all the same.
  func checkedFindings(
    at site: Site, _ inputs: [String: Value], note: String?, isProbing: Bool
  ) -> (refusals: [Refusal], findings: [Finding]) {
    guard let moments = site.action.terms?.checks, !moments.isEmpty else { return ([], []) }
    let evaluator = FindingEvaluator(
      pack: pack,
      scope: scope(
        inputs: site.proceeding.inputs.merging(inputs) { _, new in new },
        entered: site.proceeding.enteredOn, due: site.proceeding.entry.deadline?.due))
    let findings = moments.flatMap { evaluator.findings(at: $0, of: state) }
    let open = blocking(findings, isDeciding: site.action.isDeciding)
    let texts = inputs.values.compactMap { value -> String? in
      if case .text(let text) = value { return text }
      return nil
    }
    let isExplained = ([note ?? ""] + texts).contains { !TextFolding.trimmed($0).isEmpty }
    guard !isProbing, !isExplained, !open.isEmpty else { return ([], findings) }
    return (
      [
        Refusal(
          .input, "checks.unexplained", cites: open.flatMap(\.cites),
          arguments: ["conditions": open.compactMap(\.condition).joined(separator: ", ")])
      ], findings
    )
  }

  /// A refusal that names a proceeding and where it stands.
  func refusal(
    _ code: String, of run: Proceeding, _ cites: [Citation], _ more: [String: String] = [:]
  ) -> Refusal {
    Refusal(
      .law, code, cites: cites, label: pack.procedure(run.procedure)?.label,
      arguments: [
        "proceeding": run.id, "procedure": run.procedure,
        "stage": "\(run.procedure).\(run.stage)",
      ].merging(more) { old, _ in old })
  }
}
