import Quantities
import RulePacks

extension DecisionTable {
  /// Records the judgement of a condition.
  func judge(_ id: String, _ answer: Bool?, _ note: String) -> Result<Decision, Refusals> {
    guard let condition = pack.condition(id) else { return unknownCondition(id) }
    guard let judge = condition.judgedBy, let owner = pack.owner(judge.owner) else {
      return .failure(
        Refusals([
          Refusal(
            .law, "judgement.computed", cites: condition.cites, condition: id,
            label: condition.label)
        ]))
    }
    var refusals: [Refusal] = []
    if let refusal = roleRefusal(allowed: owner.roles, cites: condition.cites) {
      refusals.append(refusal)
    }
    if TextFolding.trimmed(note).isEmpty { refusals.append(missing("note", condition)) }
    if let main = state.main, !isReached(judge.stage) {
      refusals.append(
        Refusal(
          .law, "judgement.too_early", cites: condition.cites, condition: id,
          label: condition.label, arguments: ["stage": judge.stage, "now": main.stage]))
    }
    refusals += [dateRefusal(notBefore: state.openedOn)].compactMap { $0 }
    let judged = Judged(
      condition: id, answer: answer, note: note, owner: judge.owner,
      stage: state.main?.stage ?? judge.stage)
    return settle(.judged(judged), refusals, owner.roles)
  }

  /// Requests, grants or refuses a waiver.
  func waive(
    _ id: String, _ step: WaiverStep.Step, _ reason: String, _ basis: String?
  ) -> Result<Decision, Refusals> {
    guard let condition = pack.condition(id) else { return unknownCondition(id) }
    guard let cites = condition.waivableBy, step != .requested || mayBeWaived(condition) else {
      return .failure(
        Refusals([
          Refusal(
            .law, "waiver.not_allowed",
            cites: condition.waivableBy.map { [$0] } ?? condition.cites, condition: id,
            label: condition.label)
        ]))
    }
    let allowed: [Role] = step == .requested ? [.clerk, .officer] : [.officer, .leader]
    var refusals = [roleRefusal(allowed: allowed, cites: [cites])].compactMap { $0 }
    if TextFolding.trimmed(reason).isEmpty { refusals.append(missing("reason", condition)) }
    if step != .refused, TextFolding.trimmed(basis ?? "").isEmpty {
      refusals.append(missing("basis", condition))
    }
    let standing = state.waivers[id]
    switch step {
    case .requested:
      let now = finding(of: condition)
      if now.result != .notMet {
        refusals.append(
          Refusal(
            .law, "waiver.not_needed", cites: [cites], condition: id, label: condition.label,
            arguments: ["result": now.result.rawValue], finding: now))
      }
    case .granted, .refused:
      if standing?.step.step != .requested {
        refusals.append(
          Refusal(
            .law, "waiver.not_requested", cites: [cites], condition: id,
            label: condition.label))
      } else if standing?.requestedBy == context.actor.name {
        refusals.append(
          Refusal(
            .role, "separation", cites: [cites],
            arguments: [
              "actor": context.actor.name, "action": "waive",
              "on": standing.map { "\($0.on)" } ?? "", "proceeding": state.main?.id ?? "",
            ]))
      }
    }
    refusals += [dateRefusal(notBefore: state.openedOn)].compactMap { $0 }
    let payload = WaiverStep(
      condition: id, step: step, reason: reason, basis: basis ?? standing?.step.basis,
      cites: cites)
    return settle(.waiver(payload), refusals, allowed)
  }

  /// Departs from a default, with a reason.
  func depart(_ id: String, _ reason: String) -> Result<Decision, Refusals> {
    guard let condition = pack.condition(id) else { return unknownCondition(id) }
    let allowed: [Role] = [.clerk, .officer, .leader]
    let now = finding(of: condition)
    var refusals = [roleRefusal(allowed: allowed, cites: condition.cites)].compactMap { $0 }
    if now.force != .default {
      refusals.append(
        Refusal(
          .law, "departure.not_allowed", cites: condition.cites, condition: id,
          label: condition.label, finding: now))
    } else if now.result != .notMet, now.result != .unknown {
      refusals.append(
        Refusal(
          .law, "departure.not_needed", cites: condition.cites, condition: id,
          label: condition.label, arguments: ["result": now.result.rawValue], finding: now))
    }
    if TextFolding.trimmed(reason).isEmpty { refusals.append(missing("reason", condition)) }
    refusals += [dateRefusal(notBefore: state.openedOn)].compactMap { $0 }
    return settle(.departed(Departed(condition: id, reason: reason)), refusals, allowed)
  }

  /// The finding for which somebody asks: the first of its moments at which the condition stands
  /// open, since what was settled at the application may be asked anew in an evaluation.
  private func finding(of condition: Condition) -> Finding {
    let evaluator = FindingEvaluator(pack: pack, scope: scope())
    let findings = condition.testedAt.map { evaluator.finding(of: condition, at: $0, state) }
    return findings.first { $0.result == .notMet || $0.result == .unknown } ?? findings.first
      ?? evaluator.finding(of: condition, at: .application, state)
  }

  private func mayBeWaived(_ condition: Condition) -> Bool {
    FindingEvaluator(pack: pack, scope: scope()).mayBeWaived(condition) == true
  }

  private func missing(_ input: String, _ condition: Condition) -> Refusal {
    Refusal(
      .input, "input.missing", cites: condition.cites, condition: condition.id,
      arguments: ["input": input])
  }

  private func unknownCondition(_ id: String) -> Result<Decision, Refusals> {
    .failure(
      Refusals([
        Refusal(
          .input, "condition.no_such",
          arguments: [
            "condition": id, "known": pack.conditions.map(\.id).joined(separator: ", "),
          ])
      ]))
  }
}
