import ArgumentParser
import CaseStore
import Casework
import Exchange
import Quantities
import RuleDrafting
import RulePacks
import Wording

/// Brings applications and rosters in.
struct ImportFiles: Verb {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "导入申报文件或在册名册 / Bring in applications or a roster",
    discussion: """
      YAML、JSON、JSON 行或 CSV（UTF-8、GBK）；有错误的文件整份不导入。
      YAML, JSON, JSON lines or CSV (UTF-8, GBK); a file with an error brings in nothing of itself.

      EXAMPLES
        dossier import application.yaml
        dossier import export.csv --columns columns.yaml --dry-run
        dossier import --roster centres.csv --pack qingdao-2024 --json
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: ArgumentHelp("文件 / The files", valueName: "file"), completion: .file())
  var files: [String]

  @Flag(help: "在册中心名册 / A roster of centres that exist already")
  var roster = false

  @Flag(help: "只预览，不写入 / Say what would happen and write nothing")
  var dryRun = false

  @Flag(help: "已在册的略过 / Leave out what is on file already")
  var skipKnown = false

  @Option(
    help: ArgumentHelp("CSV 列对应表 / The column map of a CSV", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var columns: String?

  @Option(help: ArgumentHelp("申报批次 / The batch", valueName: "id"))
  var batch: String?

  @Option(help: ArgumentHelp("规则包 / The pack", valueName: "id"), completion: Completions.packs)
  var pack: String?

  @Option(help: ArgumentHelp("文件格式 / The form of the files", valueName: "yaml|json|table"))
  var form: ImportSource.Form?

  @Option(help: ArgumentHelp("受理日期 / The official date", valueName: "date"))
  var on: CalendarDate?

  func carryOut(_ errand: Errand) throws {
    let store = try errand.openStore(for: .writing)
    let importer = Importer(
      store: store, vocabulary: try errand.vocabulary(), departments: errand.departments())
    var options = Importer.Options()
    options.isRoster = roster
    options.isDryRun = dryRun
    options.skipsKnown = skipKnown
    options.batch = batch
    options.pack = pack
    options.form = form
    if let columns {
      guard let bytes = Folders.bytes(of: columns) else {
        throw Problem("file.missing", at: Problem.Place(file: columns))
      }
      options.columns = try ColumnMap.load(SourceFile(path: columns, bytes: bytes))
    }
    let report = try importer.run(
      files: files, options: options, by: try errand.session(in: store, on: on))
    try answer(report, store, errand)
    if report.hasErrors {
      let status =
        report.refusals.isEmpty
        ? Self.status(of: report.problems) : ExitStatus(Refusals(report.refusals))
      throw ExitCode(status.rawValue)
    }
  }

  private static func status(of problems: [Problem]) -> ExitStatus {
    let errors = problems.filter { $0.severity == .error }
    return errors.allSatisfy { $0.code == "import.file.missing" } ? .notFound : .badData
  }

  private func answer(_ report: ImportReport, _ store: CaseStore, _ errand: Errand) throws {
    // What is wrong with files is said in the words of the pack that they are under, where it is one.
    let packs = Set(report.imported.map(\.pack))
    let only = try packs.count == 1 ? packs.first : store.packs().first?.id
    if let pack = pack ?? only { try errand.learn(store, pack) }
    if errand.shared.json {
      errand.say([
        "imported": .list(
          report.imported.map { made in
            [
              "case": .text(made.number), "name": .text(made.name), "stage": .text(made.stage),
              "file": .text(made.file),
            ]
          }),
        "problems": errand.speech.json(all: report.problems),
        "refusals": .list(report.refusals.map(errand.speech.json)),
        "dry_run": .flag(report.isDryRun),
      ])
      return
    }
    let labels = try store.labels()
    errand.say(
      report.imported.map { made in
        let label = labels.label(of: made.stage, under: made.pack)
        return "\(made.number)  \(made.name)  \(label?.stageLabel[errand.language] ?? made.stage)"
      })
    errand.complain(report.problems.flatMap(errand.speech.lines))
    let count = report.imported.count
    errand.say(
      zh: report.isDryRun ? "可导入 \(count) 件（未写入）" : "已导入 \(count) 件",
      en: report.isDryRun ? "\(count) could be brought in (nothing written)" : "Brought in \(count)"
    )
  }
}

extension ImportSource.Form: ExpressibleByArgument {}
