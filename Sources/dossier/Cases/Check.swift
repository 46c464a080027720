import ArgumentParser
import Casework
import Quantities
import Wording
import CaseStore
import RulePacks

/// Tests a case against the conditions of its pack.
struct Check: Verb {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "核查条件，并说明什么妨碍办理 / Test the conditions and say what blocks",
    discussion: """
      EXAMPLES
        dossier check QD-2026-001
        dossier check QD-2026-001 --at construction --json
        dossier check --all --at application
        dossier check QD-2026-001 --plain
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: ArgumentHelp("案卷编号 / The case", valueName: "case"), completion: Completions.cases)
  var reference: String?

  @Flag(
    help:
      "统计全部在办案卷，不计判断、放宽和偏离 / Figures over all open cases, without judgements, waivers and departures"
  )
  var all = false

  @Option(
    help: ArgumentHelp(
      "核查时点 / The moment", valueName: Moment.allCases.map(\.rawValue).joined(separator: "|")))
  var at: Moment?

  func validate() throws {
    guard (reference == nil) == all else {
      throw ValidationError("请写案卷编号，或者写 --all / Give a case, or --all")
    }
  }

  func carryOut(_ errand: Errand) throws {
    guard let reference else { return try CheckAll(moment: at).say(by: errand) }
    let (store, state, context) = try errand.situation(of: reference)
    let moment = at ?? state.moment(under: context.pack)
    let findings = Decider.findings(at: moment, of: state, in: context)
    let blocking = Decider.blocking(
      findings, of: state, isDeciding: Self.isDeciding(moment, state, context.pack), in: context)
    let alerts = Decider.alerts(for: state, in: context)
    let warnings =
      Decider.warnings(for: state, in: context)
      + context.pack.validity.warnings(
        on: context.today, verification: try store.office().verifications[state.pack])
    if errand.shared.json {
      errand.say([
        "case": .text(state.name), "pack": .text(state.pack), "moment": .text(moment.rawValue),
        "stage": JSON(state.main?.stage),
        "findings": .list(findings.map { FindingText.json($0, errand.speech) }),
        "blocking": JSON(blocking.compactMap(\.condition)),
        "refusals": .list(blocking.map(errand.speech.json)),
        "warnings": .list(warnings.map(errand.speech.json)),
        "alerts": .list(
          alerts.map { alert in
            [
              "ground": .text(alert.ground.id),
              "cites": .text(alert.ground.allCites.joined(separator: ", ")),
              "label": .text(alert.ground.label[errand.language]),
              "silent_since": JSON(alert.silentSince.map { "\($0)" }),
            ]
          }),
      ])
      return
    }
    if errand.shared.plain {
      errand.say(
        errand.prose.sentences(
          for: findings, blocking: blocking, alerts: alerts, of: state, at: moment))
    } else {
      errand.say(FindingText.heading(state, moment, errand.speech))
      errand.say(FindingText.table(findings, errand.speech))
      errand.say(FindingText.closing(blocking, alerts, errand.speech))
    }
    for warning in warnings {
      let message = errand.speech.wording.message(for: warning)
      errand.say(
        errand.shared.plain
          ? errand.prose.ended(errand.speech.text(zh: "注意：", en: "Note: ") + message)
          : "! " + message)
    }
  }

  private static func isDeciding(_ moment: Moment, _ state: CaseState, _ pack: RulePack) -> Bool {
    state.proceedings.contains { proceeding in
      pack.procedure(proceeding.procedure)?.stage(proceeding.stage)?.actions.contains {
        $0.isDeciding && $0.passes.contains(moment)
      } == true
    }
  }
}

extension Moment: ExpressibleByArgument {}
