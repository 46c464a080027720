import Casework
import Quantities
import RulePacks

/// Checks drafts and turns them into arrivals.
struct CentreFinisher {
  /// What files are read against.
  let context: ImportContext
  /// Whether they are centres that exist already.
  let isRoster: Bool
  /// The batch for applications that name none.
  var batch: String?

  /// Finishes one draft; its problems go into the file's.
  func finish(_ draft: consuming CentreDraft, into file: inout ReadFile) {
    let place = draft.gatherer.text.place(of: draft.mark)
    if draft.facts.isEmpty {
      if !draft.gatherer.problems.contains(where: { $0.severity == .error }) {
        draft.gatherer.report("import.empty", at: draft.mark)
      }
      file.problems += draft.gatherer.problems
      return
    }
    if draft.batch == nil, let batch, !isRoster { draft.batch = (batch, draft.mark) }
    let pack = CentreChecks(context: context).pack(of: &draft)
    let content = pack.flatMap { pack in
      isRoster ? rosterEntry(&draft, pack) : application(&draft, pack)
    }
    let name = draft.text("name") ?? ""
    let problems = draft.gatherer.problems
    file.problems += problems
    if let pack, let content, !problems.contains(where: { $0.severity == .error }) {
      file.arriving.append(
        Arriving(content: content, pack: pack.id, name: name, place: place))
    }
  }

  private func application(_ draft: inout CentreDraft, _ pack: RulePack) -> Arriving.Content? {
    CentreChecks(context: context).check(&draft, under: pack)
    let fingerprint = Fingerprint.of(draft.facts, [pack.id])
    BatchFacts(context: context).settle(&draft, under: pack)
    MissingFacts(context: context).report(in: &draft, under: pack)
    return .application(
      Application(
        facts: draft.facts, materials: draft.materials, fingerprint: fingerprint))
  }

  private func rosterEntry(_ draft: inout CentreDraft, _ pack: RulePack) -> Arriving.Content? {
    CentreChecks(context: context).check(&draft, under: pack)
    RosterBatch.settle(&draft)
    guard let stage = RosterStage.settle(&draft, under: pack) else { return nil }
    let since = draft.since ?? RosterStage.since(stage, draft)
    return .rosterEntry(
      RosterEntry(
        facts: draft.facts, stage: stage.id, since: since,
        source: draft.source ?? draft.gatherer.text.file,
        fingerprint: Fingerprint.of(draft.facts, [pack.id, stage.id])))
  }
}
