import ArgumentParser
import CaseStore
import Quantities

/// Looks at everything around the journal.
struct Doctor: Verb {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "检查权限、磁盘、孤儿附件等 / Look at modes, disk, orphans and the like",
    discussion: """
      EXAMPLES
        dossier doctor
        dossier doctor --fix --json
      """)

  @OptionGroup var shared: SharedOptions

  @Flag(help: "能修的就修 / Put right what can be put right")
  var fix = false

  func carryOut(_ errand: Errand) throws {
    let checkup = try errand.openStore().examine(
      isFixing: fix, moment: errand.surroundings.moment)
    let bad = checkup.ailments.contains { $0.problem.severity == .error && !$0.isFixed }
    if errand.shared.json {
      errand.say([
        "ok": .flag(!bad), "sqlite": .text(checkup.sqlite), "device": JSON(checkup.device),
        "log_bytes": .number(checkup.logSize),
        "free_bytes": checkup.freeBytes.map(JSON.number) ?? .null,
        "problems": .list(
          checkup.ailments.map { ailment in
            errand.speech.json(ailment.problem).adding([
              "fixable": .flag(ailment.isFixable), "fixed": .flag(ailment.isFixed),
            ])
          }),
      ])
    } else {
      errand.say(
        zh: "SQLite \(checkup.sqlite)，写入身份 \(checkup.device ?? "—")，日志 \(checkup.logSize) 字节",
        en:
          "SQLite \(checkup.sqlite), incarnation \(checkup.device ?? "—"), log \(checkup.logSize) bytes"
      )
      for ailment in checkup.ailments {
        let fixed = ailment.isFixed ? errand.speech.text(zh: "（已修复）", en: " (put right)") : ""
        errand.say(errand.speech.lines(ailment.problem).map { $0 + fixed })
      }
      if checkup.ailments.isEmpty { errand.say(zh: "一切正常。", en: "All is well.") }
    }
    if bad { throw ExitCode(ExitStatus.damaged.rawValue) }
  }
}
