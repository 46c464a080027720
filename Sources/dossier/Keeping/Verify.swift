import ArgumentParser
import CaseStore
import Quantities

/// Proves that nothing was altered or lost.
struct Verify: Verb {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "核验日志、台账与派生表 / Prove hashes, order and derived tables",
    discussion: """
      --checkpoint 为先前打印、库外保存的校验点；台账比它短或不同，即为被改动。
      A checkpoint is one that was printed earlier and kept elsewhere.

      EXAMPLES
        dossier verify
        dossier verify --checkpoint 1234-9f86d081884c7d65 --json
      """)

  @OptionGroup var shared: SharedOptions

  @Option(help: ArgumentHelp("校验点 / A checkpoint", valueName: "number-hash"))
  var checkpoint: String?

  @Flag(help: "不读附件 / Do not read the attachments")
  var withoutFiles = false

  func carryOut(_ errand: Errand) throws {
    let point = try checkpoint.map { text throws -> LedgerCheckpoint in
      guard let point = LedgerCheckpoint(parsing: text) else {
        throw UsageProblem(
          "usage.checkpoint", zh: "“\(text)”不是校验点", en: "“\(text)” is no checkpoint",
          remedy: (zh: "形如 1234-9f86d081884c7d65", en: "It looks like 1234-9f86d081884c7d65"))
      }
      return point
    }
    let report = try errand.openStore().verify(checkpoint: point, readsFiles: !withoutFiles)
    if errand.shared.json {
      errand.say([
        "ok": .flag(report.isSound), "events": .number(Int64(report.events)),
        "signed": .number(Int64(report.signed)), "unsigned": .number(Int64(report.unsigned)),
        "redacted": .number(Int64(report.redacted)), "cases": .number(Int64(report.cases)),
        "files": .number(Int64(report.files)), "head": .text(report.head.description),
        "problems": errand.speech.json(all: report.problems),
      ])
    } else {
      errand.say(
        zh: """
          \(report.isSound ? "核验无误" : "核验发现问题")：事件 \(report.events)（签名 \(report.signed)，\
          未签名 \(report.unsigned)，已删隐 \(report.redacted)），案卷 \(report.cases)，附件 \(report.files)
          校验点 \(report.head)
          """,
        en: """
          \(report.isSound ? "Sound" : "Not sound"): \(report.events) events (\(report.signed) \
          signed, \(report.unsigned) unsigned, \(report.redacted) redacted), \(report.cases) cases, \
          \(report.files) files
          Checkpoint \(report.head)
          """)
      errand.complain(report.problems.flatMap(errand.speech.lines))
    }
    if !report.isSound { throw ExitCode(ExitStatus.damaged.rawValue) }
  }
}
