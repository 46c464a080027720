import ArgumentParser
import CaseStore
import Casework
import Quantities
import RulePacks
import Wording

/// The values on which the regulations are silent.
struct PracticeVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practice", abstract: "本局约定 / Values on which the regulation is silent",
    discussion: """
      EXAMPLE
        dossier practice list
      """,
    subcommands: [ListPractice.self, SetPractice.self], defaultSubcommand: ListPractice.self)
}

/// The pack that a verb of the office is about.
struct PackChoice: ParsableArguments {
  @Option(
    help: ArgumentHelp("规则包 / The pack; the office's own where left out", valueName: "id"),
    completion: Completions.packs)
  var pack: String?

  /// The pack.
  func resolved(in store: CaseStore) throws -> RulePack {
    let office = try store.office()
    let id = pack ?? office.settings?.defaultPack ?? office.packs.keys.sorted().first ?? ""
    return try store.pack(id)
  }
}

/// Lists the values in force.
struct ListPractice: Verb {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出约定 / List the values in force",
    discussion: """
      EXAMPLES
        dossier practice list
        dossier practice list --on 2026-06-01 --json
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var choice: PackChoice

  @Option(help: ArgumentHelp("当日有效的 / Those in force on a day", valueName: "date"))
  var on: CalendarDate?

  func carryOut(_ errand: Errand) throws {
    let store = try errand.openStore()
    let pack = try choice.resolved(in: store)
    let office = try store.office()
    let date = try on ?? errand.today(in: store)
    let practice = office.practice(under: pack, on: date)
    let speech = errand.speech
    speech.know(pack, of: office)
    if errand.shared.json {
      errand.say([
        "pack": .text(pack.id), "on": JSON(date),
        "practice": .list(
          pack.practice.map { item in
            let now = practice.items[item.id]
            return [
              "id": .text(item.id), "label": .text(item.label[errand.language]),
              "cites": .text(item.cites), "value": JSON(now?.value),
              "suggested": JSON(item.suggested), "since": JSON(now?.since),
              "counts_first_day": .flag(now?.countsFirstDay ?? item.countsFirstDay),
            ]
          }),
      ])
      return
    }
    var table = TextTable([
      .init(speech.text(zh: "约定", en: "Item")), .init("", limit: 44),
      .init(speech.text(zh: "值", en: "Value")), .init(speech.text(zh: "自", en: "Since")),
      .init(speech.text(zh: "条款", en: "Article")),
    ])
    for item in pack.practice {
      guard let now = practice.items[item.id] else { continue }
      var value = speech.wording.text(of: now.value, practice: item.id)
      if case .period = now.value, now.countsFirstDay {
        value += speech.text(zh: "（含首日）", en: " (first day counted)")
      }
      table.rows.append([
        item.id, item.label[errand.language], value,
        now.since?.description ?? speech.text(zh: "建议值", en: "suggested"),
        speech.wording.article(item.cites),
      ])
    }
    errand.say(table)
  }
}

/// Sets a value.
struct SetPractice: Verb {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "约定一个值 / Set a value",
    discussion: """
      EXAMPLES
        dossier practice set publicity "7 个工作日" --from 2026-06-01 --basis "局办公会纪要〔2026〕5号"
        dossier practice set pass_mark 70 --from 2026-06-01
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var choice: PackChoice

  @Argument(help: "约定 / The item")
  var item: String

  @Argument(help: "值 / The value")
  var value: String

  @Option(help: ArgumentHelp("自哪天起 / The first day on which it holds", valueName: "date"))
  var from: CalendarDate?

  @Option(help: "依据 / What it rests on")
  var basis: String?

  @Flag(inversion: .prefixedNo, help: "期限含首日 / Whether the first day counts")
  var firstDay: Bool?

  func carryOut(_ errand: Errand) throws {
    let store = try errand.openStore(for: .writing)
    let pack = try choice.resolved(in: store)
    guard let known = pack.practiceItem(item) else {
      throw UsageProblem(
        "office.practice_unknown", zh: "没有约定项“\(item)”", en: "There is no practice “\(item)”",
        remedy: (
          zh: "现有：\(pack.practice.map(\.id).joined(separator: "、"))",
          en: "There are: \(pack.practice.map(\.id).joined(separator: ", "))"
        ), status: .notFound)
    }
    guard let read = Value(value, as: known.type, options: known.options) else {
      let speech = errand.speech
      throw UsageProblem(
        "office.practice_type", zh: "“\(known.label.zh)”的值“\(value)”写法不对",
        en: "\(known.label.en) cannot be “\(value)”",
        remedy: (
          zh: "应写成：\(speech.form(of: known.type, options: known.options, .zh))",
          en: "It is written as: \(speech.form(of: known.type, options: known.options, .en))"
        ), status: .badData)
    }
    let date = try from ?? errand.today(in: store)
    let set = PracticeSet(
      pack: pack.id, item: item, value: read, countsFirstDay: firstDay, from: date, basis: basis)
    try store.perform(.practice(set), by: try errand.session(in: store))
    if errand.shared.json {
      errand.say([
        "pack": .text(pack.id), "id": .text(item), "value": JSON(read), "from": JSON(date),
        "counts_first_day": firstDay.map(JSON.flag) ?? .null, "basis": JSON(basis),
      ])
    }
    errand.say(
      zh: "自 \(date) 起，\(known.label.zh)为 \(read.plain)（本局约定）",
      en: "From \(date): \(known.label.en) is \(read.plain) (practice of the bureau)")
  }
}
