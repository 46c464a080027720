import Quantities
import RulePacks

extension DecisionTable {
  /// What the runs of other procedures that an action waits for put in its way.
  func endedRefusals(at site: Site) -> [Refusal] {
    guard let terms = site.action.terms else { return [] }
    let refusals = terms.after.compactMap { refusal(where: $0, site.action.cites) }
    let alternatives = terms.afterAny.compactMap { refusal(where: $0, site.action.cites) }
    guard !terms.afterAny.isEmpty, alternatives.count == terms.afterAny.count else {
      return refusals
    }
    return refusals + alternatives
  }

  /// The open runs that an action stops; nil where there are none.
  func closed(by site: Site) -> [ProceedingID]? {
    guard let procedures = site.action.terms?.closes, !procedures.isEmpty else { return nil }
    let open = state.proceedings.filter { run in
      procedures.contains(run.procedure) && run.id != site.proceeding.id && !run.isEnded
    }
    return open.isEmpty ? nil : open.map(\.id)
  }

  /// Why the latest run of a procedure has not come to what is asked for; nil where it has.
  private func refusal(where wanted: EndedRun, _ cites: [Citation]) -> Refusal? {
    guard let run = state.proceedings.last(where: { $0.procedure == wanted.procedure }) else {
      return Refusal(
        .law, "after.none", cites: cites, label: pack.procedure(wanted.procedure)?.label,
        arguments: ["procedure": wanted.procedure])
    }
    guard run.isEnded else { return refusal("after.open", of: run, cites) }
    guard !wanted.stages.contains(run.stage) else { return nil }
    return refusal("after.other_end", of: run, cites, ["wanted": Self.names(of: wanted)])
  }

  private static func names(of wanted: EndedRun) -> String {
    wanted.stages.map { "\(wanted.procedure).\($0)" }.joined(separator: ", ")
  }

  // MARK: What a proceeding is about

  /// The run that a proceeding to be opened is about: the one that is named (`about`), else the
  /// latest that has ended as the pack asks and that no other run is about yet.
  func subject(
    of procedure: Procedure, _ opening: Procedure.Opening, _ inputs: [String: Value]
  ) -> Proceeding? {
    guard let wanted = opening.terms?.about else { return nil }
    let taken = Set(
      state.proceedings.filter { $0.procedure == procedure.id }.compactMap(\.about))
    let fitting = state.proceedings.filter { run in
      run.procedure == wanted.procedure && run.isEnded && wanted.stages.contains(run.stage)
        && !taken.contains(run.id)
    }
    if case .text(let named) = inputs["about"] { return fitting.first { $0.id == named } }
    return fitting.last
  }

  /// Why there is nothing that the proceeding could be about.
  func aboutRefusal(
    _ procedure: Procedure, _ opening: Procedure.Opening, _ inputs: [String: Value]
  ) -> Refusal? {
    guard let wanted = opening.terms?.about, subject(of: procedure, opening, inputs) == nil else {
      return nil
    }
    let earlier = state.proceedings.last { run in
      run.procedure == procedure.id && run.about != nil
    }
    if let earlier { return refusal("proceeding.exists", of: earlier, opening.cites) }
    return refusal(where: wanted, opening.cites)
      ?? Refusal(
        .law, "after.none", cites: opening.cites,
        arguments: ["procedure": wanted.procedure])
  }
}
