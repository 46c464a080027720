import ArgumentParser
import CaseStore
import Casework
import Quantities
import Wording

/// Logs a contact, or lists those that were logged.
struct LogContact: Verb {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "登记联系，或列出联系记录 / Log a contact, or list them",
    discussion: """
      EXAMPLES
        dossier log QD-2026-001 --with 张工 --channel phone "已通知补正，周五前报"
        dossier log QD-2026-001 "等街道确认" --with 街道办 --waiting-for 街道办 --until 2026-04-20
        dossier log QD-2026-001
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var options: DecisionOptions

  @Argument(help: ArgumentHelp("案卷编号 / The case", valueName: "case"), completion: Completions.cases)
  var reference: String

  @Argument(help: "说了什么；不写则列出 / What was said; without it the log is listed")
  var text: String?

  @Option(help: ArgumentHelp("联系了谁 / Who was spoken to", valueName: "person"))
  var with = ""

  @Option(help: "phone、message、letter、visit / How")
  var channel = "phone"

  @Option(help: ArgumentHelp("在等谁 / For whom the office waits", valueName: "person"))
  var waitingFor: String?

  @Option(help: ArgumentHelp("何时再问 / When to ask again", valueName: "date"))
  var until: CalendarDate?

  func carryOut(_ errand: Errand) throws {
    let store = try errand.openStore()
    guard let text else {
      try list(try store.state(of: .text(reference)), errand)
      return
    }
    let contact = Contact(
      with: with, channel: channel, text: text, waitingFor: waitingFor, until: until)
    try errand.decide(.contact(contact), on: reference, in: store, options)
  }

  private func list(_ state: CaseState, _ errand: Errand) throws {
    if errand.shared.json {
      errand.say([
        "case": .text(state.name), "contacts": .list(state.contacts.map(CaseJSON.contact)),
      ])
      return
    }
    let speech = errand.speech
    var table = TextTable([
      .init(speech.text(zh: "日期", en: "Date")), .init(speech.text(zh: "方式", en: "How")),
      .init(speech.text(zh: "对象", en: "With")), .init(speech.text(zh: "内容", en: "What")),
      .init(speech.text(zh: "等待", en: "Waiting for")), .init(speech.text(zh: "登记人", en: "By")),
    ])
    for record in state.contacts {
      let waiting = [record.contact.waitingFor, record.contact.until.map(\.description)]
      table.rows.append([
        record.on.description, speech.wording.channel(record.contact.channel),
        record.contact.with, record.contact.text,
        waiting.compactMap { $0 }.joined(separator: " "), record.actor,
      ])
    }
    errand.say(table)
  }
}
