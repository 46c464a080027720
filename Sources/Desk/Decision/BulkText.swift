import CaseStore
import Casework
import Quantities
import TerminalUI
import Wording

/// How a command gets on with several cases, in lines: how far it is, and a result a row.
struct BulkText {
  let run: BulkRun
  let subjects: [DecisionSubject]
  let circumstances: Circumstances

  private func say(_ zh: String, _ en: String) -> String { circumstances.say(zh: zh, en: en) }

  /// The lines above the results.
  var heading: [StyledText] {
    let done = run.lines.count
    let able = run.able
    guard !run.isRunning else { return [StyledText(progress, .strong), bar] }
    let left = run.errands.count - done
    var lines: [StyledText] = []
    if run.isDryRun {
      lines.append(
        StyledText(
          say("可办 \(able) 件，不可办 \(done - able) 件", "\(able) can be done, \(done - able) cannot"),
          .strong))
      if subjects.count > done {
        lines.append(
          StyledText(
            say(
              "已先核对 \(done) 件，其余 \(subjects.count - done) 件轮到时逐件核对",
              "\(done) looked at; the other \(subjects.count - done) will be as their turn comes"),
            .dim))
      }
      return lines
    }
    lines.append(
      StyledText(
        say("已办理 \(able) 件，未办理 \(done - able) 件", "\(able) done, \(done - able) not"), .strong))
    if left > 0 {
      lines.append(
        StyledText(
          say("已停下：其余 \(left) 件没有动", "Stopped: the other \(left) were not touched"), .warning))
    }
    return lines
  }

  private var progress: String {
    let (done, all) = (run.lines.count, run.errands.count)
    return run.isDryRun
      ? say("正在核对 \(done) / \(all)", "Looking at them: \(done) / \(all)")
      : say(
        "正在办理 \(done) / \(all)（Esc 办完当前一件后停下）",
        "Working: \(done) / \(all) (Esc stops after the present one)")
  }

  /// The bar under the count.
  private var bar: StyledText {
    let cells = 40
    let full = run.errands.isEmpty ? 0 : cells * run.lines.count / run.errands.count
    let (done, rest) = circumstances.isPlain ? ("#", "-") : ("━", "─")
    return StyledText([
      .init(String(repeating: done, count: full), Style(.progressDone)),
      .init(String(repeating: rest, count: cells - full), Style(.progress)),
    ])
  }

  /// A result a row, no more than so many.
  ///
  /// The newest come first as long as the work goes on; then those that were not done.
  func rows(most: Int = .max) -> [StyledText] {
    if run.isRunning, !run.isDryRun {
      return run.lines.indices.suffix(most).reversed().compactMap(row)
    }
    var troubled: [StyledText] = []
    var able: [StyledText] = []
    for index in run.lines.indices where troubled.count < most {
      guard case .trouble = run.lines[index].outcome else {
        if able.count < most, let row = row(at: index) { able.append(row) }
        continue
      }
      if let row = row(at: index) { troubled.append(row) }
    }
    return Array((troubled + able).prefix(most))
  }

  /// What a case came to; nil where it only waits for what has to be filled in.
  private func row(at index: Int) -> StyledText? {
    let line = run.lines[index]
    let subject = subjects.indices.contains(index) ? subjects[index] : nil
    let title = (subject?.title ?? "") + " "
    switch line.outcome {
    case .trouble(let trouble) where line.lacking.isEmpty:
      return StyledText(circumstances.isPlain ? "x " : "✗ ", .danger) + StyledText(title)
        + StyledText(Speech.line(for: trouble, in: circumstances), .refusal)
    case .able(let pack, let procedure, let stage):
      let label = circumstances.labels[pack, procedure, stage]?.stageLabel[circumstances.language]
      return StyledText(circumstances.isPlain ? "+ " : "✓ ", .ok)
        + StyledText(title + (subject?.name ?? "")) + StyledText("  " + (label ?? ""), .dim)
    default: return nil
    }
  }

  /// What has to be filled in, of all cases.
  var lacking: [Refusal] {
    run.lines.prefix(BulkRun.lookedAt).flatMap(\.lacking)
  }

  /// Whether all that was looked at only wait for what has to be filled in.
  var isWaiting: Bool {
    !run.isRunning && !run.lines.isEmpty && run.lines.allSatisfy { !$0.lacking.isEmpty }
  }
}
