import CaseStore
import Casework
import Quantities
import RulePacks
import Wording

/// What a decision came to, as JSON and in words.
enum Answers {
  /// `{case, from, to, events, deadlines}` and more.
  static func json(of performed: Performed, isDryRun: Bool, _ speech: Speech) -> JSON {
    let (before, after) = stages(of: performed)
    let proceeding = proceeding(of: performed)
    return [
      "case": .text(performed.after.name), "from": JSON(before), "to": JSON(after),
      "proceeding": JSON(proceeding), "stage": JSON(performed.after.main?.stage),
      "events": JSON(performed.events.map(\.id)), "dry_run": .flag(isDryRun),
      "version": .number(Int64(performed.after.version)),
      "position": .number(performed.position),
      "recorded": .list(performed.decision.drafts.map { .text($0.payload.kind.rawValue) }),
      "deadlines": .list(
        performed.decision.deadlines.map { set in
          [
            "proceeding": .text(set.proceeding), "stage": .text(set.stage),
            "due": JSON(set.deadline.due),
            "explanation": .text(speech.explanation(of: set.deadline)),
          ]
        }),
    ]
  }

  /// What happened, or would happen, in a few lines.
  static func lines(of performed: Performed, isDryRun: Bool, _ speech: Speech) -> [String] {
    let state = performed.after
    let words = performed.decision.drafts.map { speech.sentence($0, of: state) }
    let head = isDryRun ? speech.text(zh: "（试算，未写入）", en: "(dry run, nothing written) ") : ""
    let first = head + state.name + "  " + words.joined(separator: speech.semicolon)
    let entries = speech.wording.preview(of: performed.decision, state: state)
    return [first]
      + entries.filter { !words.contains($0.text) }.map { "  \($0.heading)  \($0.text)" }
  }

  /// The proceeding that a decision was about.
  private static func proceeding(of performed: Performed) -> ProceedingID? {
    for draft in performed.decision.drafts {
      switch draft.payload {
      case .acted(let acted): return acted.proceeding
      case .proceeding(let opened): return opened.proceeding
      case .reopened(let reopened): return reopened.proceeding
      default: continue
      }
    }
    return nil
  }

  private static func stages(of performed: Performed) -> (before: String?, after: String?) {
    guard let id = proceeding(of: performed) else {
      return (performed.before?.main?.stage, performed.after.main?.stage)
    }
    return (performed.before?.proceeding(id)?.stage, performed.after.proceeding(id)?.stage)
  }
}

extension CaseState {
  /// What a person calls the case: its number, else the first digits of its id.
  var name: String { number ?? String(id.text.prefix(8)) }
}
