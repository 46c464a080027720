import Quantities
package import RulePacks

/// What a notice changes for a run that is carried out under it: its days, its conditions, who may
/// be taken in.
extension DecisionTable {
  private func campaign(_ inputs: [String: Value]) -> CampaignInForce? {
    guard case .text(let id) = inputs[Campaign.input] else { return nil }
    return context.campaigns.first { $0.notice.id == id }
  }

  /// The last day of the window that a stage has under the run's notice; nil where it has none.
  func windowDeadline(
    of stage: Stage, _ procedure: Procedure, _ inputs: [String: Value]
  ) -> Deadline? {
    guard let notice = campaign(inputs)?.notice, notice.procedure == procedure.id else {
      return nil
    }
    return notice.deadline(at: stage.id, enteredOn: context.on)
  }

  /// What the notice's own conditions set against an action.
  func gateRefusals(at site: Site) -> (refusals: [Refusal], findings: [Finding]) {
    guard let notice = campaign(site.proceeding.inputs)?.notice,
      notice.procedure == site.procedure.id
    else { return ([], []) }
    let gates = notice.gates.filter {
      $0.stage == site.stage.id && $0.action == site.action.id
    }
    let wanted = Set(gates.flatMap(\.conditions))
    guard !wanted.isEmpty else { return ([], []) }
    let evaluator = FindingEvaluator(
      pack: pack,
      scope: scope(
        entered: site.proceeding.enteredOn, due: site.proceeding.entry.deadline?.due))
    // What the action has to pass anyway is not asked twice.
    let findings = pack.conditions.filter { condition in
      wanted.contains(condition.id)
        && !condition.testedAt.contains(where: site.action.passes.contains)
    }.map { condition in
      evaluator.finding(of: condition, at: condition.testedAt.first ?? .evaluation, state)
    }
    return (blocking(findings, isDeciding: site.action.isDeciding), findings)
  }

  /// What stands in the way of opening a run under a campaign.
  func campaignRefusal(_ procedure: Procedure, _ inputs: [String: Value]) -> Refusal? {
    guard case .text(let id) = inputs[Campaign.input] else { return nil }
    guard let found = campaign(inputs), found.notice.procedure == procedure.id else {
      return Refusal(
        .input, "campaign.unknown",
        arguments: [
          "id": id,
          "known": context.campaigns.filter { $0.notice.procedure == procedure.id }
            .map(\.notice.id).joined(separator: ", "),
        ])
    }
    if found.campaign.isClosed {
      return Refusal(.law, "campaign.closed", arguments: ["id": id])
    }
    guard let membership = found.notice.cohort?.membership(in: scope()),
      membership.verdict != .member
    else { return nil }
    return Refusal(
      .law, membership.verdict == .unknown ? "campaign.doubtful" : "campaign.outside",
      cites: membership.cites.map(found.notice.cited), label: membership.reason,
      arguments: ["id": id, "missing": membership.missing.joined(separator: ", ")])
  }

  /// The inputs of an opening, with the campaign that the run belongs to where exactly one open one
  /// takes the case in and asks for the same run.
  func enrolled(_ inputs: [String: Value], in procedure: Procedure) -> [String: Value] {
    guard let opening = procedure.opening, opening.mayHave.contains(Campaign.input),
      inputs[Campaign.input] == nil
    else { return inputs }
    let fitting = context.campaigns.filter { found in
      !found.campaign.isClosed && found.notice.procedure == procedure.id
        && found.notice.inputs.allSatisfy { inputs[$0.key] == $0.value }
        && found.notice.cohort?.membership(in: scope()).verdict == .member
    }
    guard fitting.count == 1, let found = fitting.first else { return inputs }
    return inputs.merging([Campaign.input: .text(found.notice.id)]) { given, _ in given }
  }
}

extension CampaignNotice {
  /// The last day of the window that a stage has, as a deadline; nil where it has none.
  func deadline(at stage: String, enteredOn: CalendarDate) -> Deadline? {
    guard let window = windows.first(where: { $0.stage == stage }) else { return nil }
    return Deadline(
      due: window.to, cites: window.cites.first.map(cited) ?? "", source: .namedDate,
      period: nil, anchor: window.from ?? enteredOn, countsFirstDay: true, rolledFrom: nil,
      exceptions: [], unknownYears: [])
  }
}

extension DeadlineReview {
  /// The deadlines of open runs under a notice that end on another day than its windows say.
  ///
  /// Deadlines that rest on something else, such as time that ran on after a pause, stay.
  package static func changes(of state: CaseState, under notice: CampaignNotice) -> [Change] {
    state.proceedings.compactMap { proceeding in
      guard !proceeding.isEnded, proceeding.campaign == notice.id,
        let before = proceeding.entry.deadline, case .namedDate = before.source,
        let after = notice.deadline(at: proceeding.stage, enteredOn: proceeding.enteredOn),
        before.due != after.due
      else { return nil }
      return Change(
        proceeding: proceeding.id, stage: proceeding.stage, before: before, after: after)
    }
  }
}
