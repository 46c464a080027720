import ArgumentParser
import CaseStore
import Casework
import Quantities

/// Shows a case, now or as it was.
struct ShowCase: Verb {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "查看案卷 / Show a case, now or as it was",
    discussion: """
      EXAMPLES
        dossier show QD-2026-001
        dossier show QD-2026-001 --at 2026-03-31 --json
        dossier show QD-2026-001 --plain
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: ArgumentHelp("案卷编号 / The case", valueName: "case"), completion: Completions.cases)
  var reference: String

  @Option(help: ArgumentHelp("当日终了时的样子 / As it was at the end of a day", valueName: "date"))
  var at: CalendarDate?

  @Option(help: ArgumentHelp("台账到该号为止 / As the ledger had it at this entry", valueName: "number"))
  var version: Int64?

  func validate() throws {
    guard at == nil || version == nil else {
      throw ValidationError("--at 与 --version 只用一个 / Use one of --at and --version")
    }
  }

  func carryOut(_ errand: Errand) throws {
    let store = try errand.openStore()
    let extent = at.map(Extent.endOf) ?? version.map(Extent.version) ?? .now
    let file = try store.file(of: .text(reference), at: extent)
    errand.speech.know(file.pack, of: try store.office())
    if errand.shared.json {
      errand.say(CaseJSON.state(file.state, errand.speech))
      return
    }
    errand.speech.know(try? errand.vocabulary())
    errand.speech.know(errand.departments())
    errand.say(
      errand.shared.plain
        ? errand.prose.sentences(for: file.state) : CaseText.lines(file.state, errand.speech))
  }
}
