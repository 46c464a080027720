import Casework
import Quantities

extension DecisionPane {
  /// Whether a command is on its way through several cases.
  var isPerforming: Bool {
    if case .several(let run) = forecast { return !run.isDryRun && run.isRunning }
    return false
  }

  /// There is more to do as long as a run goes on.
  package var wakesAt: Int64? {
    if case .several(let run) = forecast, run.isRunning { return 0 }
    return nil
  }

  package mutating func pass(time now: Int64, in circumstances: Circumstances) -> [DeskStep]? {
    guard case .several(let run) = forecast, let next = run.next else { return nil }
    return [.effect(next), .quiet]
  }

  /// Begins a run through several cases.
  mutating func begin(_ errands: [DeskEffect.Errand], isDryRun: Bool) -> [DeskStep] {
    let run = BulkRun(errands, isDryRun: isDryRun, ticket: ticket)
    forecast = .several(run)
    return [run.next].compactMap { $0 }.map { .effect($0) }
  }

  /// Takes in what a command came to on the next cases.
  mutating func take(_ results: [BulkResult]) -> [DeskStep] {
    guard case .several(var run) = forecast else { return [.quiet] }
    run.take(results)
    forecast = .several(run)
    return run.isDryRun || run.isRunning ? [] : finish(run)
  }

  /// Stops after the present case; what was done stays done and is said.
  mutating func stop() -> [DeskStep] {
    guard case .several(var run) = forecast else { return [.quiet] }
    run.isStopped = true
    forecast = .several(run)
    return finish(run)
  }

  private mutating func finish(_ run: BulkRun) -> [DeskStep] {
    isDone = true
    isAsking = false
    fields.focus = fields.fields.count
    let recorded = run.recorded
    guard !recorded.isEmpty else { return [.effect(.bell)] }
    return [.drop(draftKey), .changed, .effect(.errand(DoneWithErrand(streams: recorded)))]
  }
}
