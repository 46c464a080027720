import ArgumentParser
import CaseStore
import Casework
import Quantities
import RulePacks

/// The options of verbs that record something on a case.
struct DecisionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("办理日期，不晚于今天 / The official date, not after today", valueName: "date"))
  var on: CalendarDate?

  @Flag(help: "只看结果，不写入 / Say what would happen and write nothing")
  var dryRun = false
}

extension Role: ExpressibleByArgument {}

extension Errand {
  /// Decides a command on a case, records it unless it is a dry run, and says what came of it.
  func decide(
    _ command: Command, on reference: String, in store: CaseStore, _ options: DecisionOptions,
    as role: Role? = nil
  ) throws {
    speech.know(caseName: reference)
    let session = try session(in: store, on: options.on, as: role)
    let performed =
      options.dryRun
      ? try store.preview(command, on: .text(reference), by: session)
      : try store.perform(command, on: .text(reference), by: session)
    let pack = try store.pack(performed.after.pack, law: performed.after.law)
    speech.know(pack, of: try store.office())
    if shared.json {
      say(Answers.json(of: performed, isDryRun: options.dryRun, speech))
    } else {
      say(Answers.lines(of: performed, isDryRun: options.dryRun, speech))
    }
  }

  /// The store of a case and its situation, with the labels of its pack known from here on.
  func situation(
    of reference: String, on date: CalendarDate? = nil
  ) throws -> (store: CaseStore, state: CaseState, context: DecisionContext) {
    let store = try openStore()
    let (state, context) = try store.situation(
      of: .text(reference), for: try session(in: store, on: date))
    speech.know(context.pack, of: try store.office())
    speech.know(caseName: state.number ?? reference)
    return (store, state, context)
  }
}
