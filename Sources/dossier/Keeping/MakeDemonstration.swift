import ArgumentParser
import CaseStore
import Casework
import Exchange
import Quantities
import RuleDrafting
import RulePacks

/// Makes a store with invented centres in every stage, to try things on.
struct MakeDemonstration: Verb {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "新建演示库（虚构） / Make a demonstration store (invented)",
    discussion: """
      各程序各环节都有虚构的中心；每一步都是真实办理，日期从今天往回推。演示库是训练库。
      Invented centres in every stage of every procedure. Every step was really taken, with dates
      counted back from today. It is a training store: --as and --today are allowed.

      EXAMPLES
        dossier demo
        dossier demo try.dossier --today 2026-04-13
        dossier demo large.dossier --cases 100000
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: ArgumentHelp("目录 / The folder", valueName: "dir"), completion: .directory)
  var folder = "demo.dossier"

  @Option(help: ArgumentHelp("规则包 / The pack", valueName: "id"), completion: Completions.packs)
  var pack: String?

  @Option(help: ArgumentHelp("另外生成多少件案卷 / How many cases to generate beside them", valueName: "n"))
  var cases = 0

  func validate() throws {
    guard cases >= 0 else {
      throw ValidationError("--cases 不能为负 / --cases is not negative")
    }
  }

  func carryOut(_ errand: Errand) throws {
    let (pack, source) = try script(errand)
    let maker = DemonstrationMaker(
      script: try DemonstrationScript(
        source, pack: pack, vocabulary: try errand.vocabulary(),
        notices: try DemonstrationScript.noticeNames(in: source).map {
          try errand.loadCampaign($0).notice
        }),
      schedules: try errand.calendars().map(\.year),
      today: shared.today
        ?? Session.day(
          of: errand.surroundings.moment, utcOffsetMinutes: OfficeSettings.standardOffset))
    let store = try maker.make(
      at: folder, login: errand.surroundings.login, generated: cases
    ) { done in
      if cases > 0 { errand.showProgress(done, of: cases) }
    }
    let counts = try store.size()
    if errand.shared.json {
      errand.say([
        "store": .text(store.directory.path), "pack": .text(pack.id),
        "cases": .number(Int64(counts.cases)), "events": .number(counts.events),
        "today": .text(maker.today.description),
      ])
      return
    }
    let path = store.directory.path
    errand.say(
      zh: """
        已新建演示库 \(path)：\(counts.cases) 件虚构案卷，\(counts.events) 条记录。接下来：
          dossier --store \(path)
          dossier --store \(path) queue --view todo --as wangmin
        """,
      en: """
        Made the demonstration store \(path): \(counts.cases) invented cases, \(counts.events) events. \
        What to do next:
          dossier --store \(path)
          dossier --store \(path) queue --view todo --as wangmin
        """)
  }

  /// The pack and its script: those asked for, or those of the pack whose script is the fullest.
  private func script(_ errand: Errand) throws -> (RulePack, SourceFile) {
    let scripts = try (pack.map { [$0] } ?? errand.packNames()).compactMap { name in
      try errand.sources(ofPack: name).first { $0.components.last == "demonstration.yaml" }
        .map { (name: name, source: $0) }
    }
    if let fullest = scripts.max(by: { $0.source.bytes.count < $1.source.bytes.count }) {
      return (try errand.loadPack(fullest.name).pack, fullest.source)
    }
    throw UsageProblem(
      "demo.no_script", zh: "规则包没有 demonstration.yaml，无法生成演示库",
      en: "No pack here has a demonstration.yaml to make a store from", status: .notFound)
  }
}
