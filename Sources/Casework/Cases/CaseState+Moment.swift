package import RulePacks

extension CaseState {
  /// The moment whose conditions matter now.
  ///
  /// What is under way beside the main proceeding comes first, the newest before the older, then what
  /// the main way still has ahead. Where nothing more is tested, a centre is measured by its
  /// construction while it builds and by its evaluation from then on, and an ended case by what it
  /// was tested by last.
  package func moment(under pack: RulePack) -> Moment {
    let beside = proceedings.filter { !$0.isEnded && $0.id != main?.id }
    for proceeding in beside.reversed() {
      if let moment = pack.procedure(proceeding.procedure)?.moment(from: proceeding.stage) {
        return moment
      }
    }
    guard let main, let procedure = pack.procedure(main.procedure) else { return .application }
    guard !main.isEnded else { return lastMoment(under: pack) ?? .application }
    if let moment = procedure.moment(from: main.stage) { return moment }
    let isBuilding = main.stage == procedure.spine.first(where: procedure.takeOverStages.contains)
    let measures: [Moment] =
      isBuilding ? [.construction, .evaluation] : [.evaluation, .construction]
    return measures.first { moment in
      pack.conditions.contains { $0.testedAt.contains(moment) }
    } ?? .application
  }

  /// The moment that the case was tested by last; the newest proceeding comes first.
  private func lastMoment(under pack: RulePack) -> Moment? {
    proceedings.reversed().lazy.compactMap { proceeding in
      pack.procedure(proceeding.procedure)?.lastMoment(of: proceeding.visited)
    }.first
  }
}

extension Procedure {
  /// The first moment that is tested at a stage or behind it on the ordinary way.
  fileprivate func moment(from id: String) -> Moment? {
    if let moment = stage(id)?.tested.first { return moment }
    guard let place = spine.firstIndex(of: id) else { return nil }
    return spine[place...].lazy.compactMap { stage($0)?.tested.first }.first
  }

  /// The moment that was tested last on the way through some stages.
  fileprivate func lastMoment(of visited: [String]) -> Moment? {
    visited.reversed().lazy.compactMap { stage($0)?.tested.last }.first
  }
}

extension Stage {
  /// The moments that its actions test: those that have to pass, and those that are shown.
  fileprivate var tested: [Moment] {
    actions.flatMap { $0.passes + ($0.terms?.checks ?? []) }
  }
}
