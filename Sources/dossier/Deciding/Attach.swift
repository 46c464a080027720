import ArgumentParser
import CaseStore
import Casework
import Quantities

/// Puts a document on file.
struct Attach: Verb {
  static let configuration = CommandConfiguration(
    commandName: "attach",
    abstract: "材料归档 / Put a document on file",
    discussion: """
      不写文件时只登记纸质材料。 Without a file the paper alone is recorded.

      EXAMPLES
        dossier attach QD-2026-001 form.pdf --kind application_form --sealed --received 2026-03-01
        dossier attach QD-2026-001 --kind audit_report --title "2025 年度审计报告" --year 2025
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var options: DecisionOptions

  @Argument(help: ArgumentHelp("案卷编号 / The case", valueName: "case"), completion: Completions.cases)
  var reference: String

  @Argument(help: ArgumentHelp("文件 / The file", valueName: "file"), completion: .file())
  var file: String?

  @Option(help: ArgumentHelp("材料种类 / The kind of document", valueName: "id"))
  var kind: String

  @Option(help: "名称 / Its title")
  var title: String?

  @Option(help: "所属年度 / The year it is about")
  var year: Int?

  @Flag(help: "已盖章 / It bears a seal")
  var sealed = false

  @Option(help: ArgumentHelp("收到日期 / The day of receipt", valueName: "date"))
  var received: CalendarDate?

  func validate() throws {
    guard file != nil || title != nil else {
      throw ValidationError("请写文件或 --title / Name a file or give --title")
    }
  }

  func carryOut(_ errand: Errand) throws {
    let (store, _, _) = try errand.situation(of: reference, on: options.on)
    let name = file.map { String($0.split(separator: "/").last ?? "") }
    let material = Material(
      kind: kind, title: title ?? name ?? "", year: year, isSealed: sealed,
      received: received ?? options.on)
    guard let file, !options.dryRun else {
      try errand.decide(.attach(material), on: reference, in: store, options)
      return
    }
    let performed = try store.attach(
      fileAt: file, as: material, on: .text(reference),
      by: try errand.session(in: store, on: options.on))
    if errand.shared.json {
      errand.say(
        Answers.json(of: performed, isDryRun: false, errand.speech).adding([
          "material": performed.after.materials.last.map(CaseJSON.material) ?? .null
        ]))
    } else {
      errand.say(Answers.lines(of: performed, isDryRun: false, errand.speech))
    }
  }
}
