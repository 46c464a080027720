import ArgumentParser
import CaseStore
import Casework
import Quantities
import RulePacks
import Wording

/// Prints the notice of correction of the last return.
struct PrintDefects: Verb {
  static let configuration = CommandConfiguration(
    commandName: "defects",
    abstract: "打印退回补正通知 / Print the notice of correction",
    discussion: """
      EXAMPLES
        dossier defects QD-2026-001 > notice.txt
        dossier defects QD-2026-001 --proceeding change-1 --contact "王敏 0532-…"
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: ArgumentHelp("案卷编号 / The case", valueName: "case"), completion: Completions.cases)
  var reference: String

  @Option(help: ArgumentHelp("哪个事项 / Of which proceeding", valueName: "id"))
  var proceeding: String?

  @Option(help: ArgumentHelp("第几次 / Of which round", valueName: "n"))
  var round: Int?

  @Option(help: ArgumentHelp("联系人 / Who may be asked", valueName: "text"))
  var contact: String?

  func carryOut(_ errand: Errand) throws {
    let store = try errand.openStore()
    let file = try store.file(of: .text(reference))
    let office = try store.office()
    errand.speech.know(file.pack, of: office)
    guard let (event, acted) = lastReturn(in: file) else {
      throw UsageProblem(
        "defects.none", zh: "\(file.state.name) 没有退回补正", en: "\(file.state.name) was not sent back",
        status: .notFound)
    }
    let notice = notice(of: acted, event, file, office, errand.departments())
    if errand.shared.json {
      errand.say([
        "case": .text(file.state.name), "proceeding": .text(acted.proceeding),
        "stage": .text(acted.from), "round": JSON(acted.round), "defects": JSON(notice.defects),
        "issued_on": JSON(notice.issuedOn), "due": JSON(notice.deadline?.due),
        "text": .text(errand.speech.wording.text(of: notice)),
      ])
    } else {
      errand.say(errand.speech.wording.text(of: notice))
    }
  }

  private func lastReturn(in file: CaseFile) -> (Event, Acted)? {
    let undone = History.undone(in: file.events)
    return file.events.reversed().lazy.compactMap { event -> (Event, Acted)? in
      guard case .acted(let acted) = event.payload, !undone.contains(event.id),
        let number = acted.round, round == nil || round == number,
        proceeding == nil || proceeding == acted.proceeding
      else { return nil }
      return (event, acted)
    }.first
  }

  /// Whose notice it is: the supervising department's where its clerk sent the case back.
  private func sender(
    of event: Event, _ file: CaseFile, _ office: OfficeState, among departments: [Department]
  ) -> Bilingual {
    let bureau = office.settings?.name ?? file.pack.issuer
    guard event.header.role == .clerk, let department = file.state.text("department") else {
      return bureau
    }
    return departments.first { $0.id == department }?.name ?? bureau
  }

  private func notice(
    of acted: Acted, _ event: Event, _ file: CaseFile, _ office: OfficeState,
    _ departments: [Department]
  ) -> DefectsNotice {
    let state = file.state
    let procedure = state.proceeding(acted.proceeding)?.procedure ?? state.main?.procedure ?? ""
    let action = file.pack.procedure(procedure)?.stage(acted.from)?.action(acted.action)
    var defects: [String] = []
    if case .text(let lines) = acted.inputs["defects"] {
      defects = lines.split(separator: "\n").map(String.init)
    }
    return DefectsNotice(
      number: state.name, centre: state.text("name") ?? "", host: state.text("host.name") ?? "",
      office: sender(of: event, file, office, among: departments), stage: acted.from,
      procedure: procedure,
      round: acted.round ?? 1, defects: defects, issuedOn: event.header.on,
      deadline: acted.entry.deadline, cites: action?.cites ?? [], contact: contact)
  }
}
