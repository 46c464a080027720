import ArgumentParser
import CaseStore
import Casework
import Quantities
import RulePacks
import Wording

/// Everything on record about a host.
struct ShowHost: Verb {
  static let configuration = CommandConfiguration(
    commandName: "host",
    abstract: "依托单位的案卷、平台与过往 / A host's cases, platforms and failures",
    discussion: """
      EXAMPLE
        dossier host 91370211MA0000A27G
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: ArgumentHelp("统一社会信用代码 / The credit code", valueName: "code"))
  var code: String

  func carryOut(_ errand: Errand) throws {
    let store = try errand.openStore()
    let page = try store.hostPage(creditCode: code)
    guard !page.entries.isEmpty else {
      throw UsageProblem(
        "host.not_found", zh: "没有信用代码为 \(code) 的单位", en: "No host has the credit code \(code)",
        status: .notFound)
    }
    if errand.shared.json {
      errand.say([
        "credit_code": .text(page.creditCode), "names": JSON(page.names),
        "failures": JSON(page.failures.map(\.row.reference)),
        "cases": .list(
          page.entries.map { entry in
            [
              "case": .text(entry.row.reference), "name": .text(entry.row.name),
              "stage": .text(entry.row.standing.main.stage), "pack": .text(entry.row.standing.pack),
              "department": JSON(entry.row.department), "opened_on": JSON(entry.row.openedOn),
              "failure": JSON(entry.failure?.rawValue),
              "platforms": .list(
                entry.platforms.map { .object($0.mapValues { .text($0.untagged) }) }),
            ]
          }),
      ])
      return
    }
    let speech = errand.speech
    let labels = try store.labels()
    speech.know(try? errand.vocabulary())
    let names = page.names.joined(separator: " / ")
    errand.say(
      errand.shared.plain
        ? errand.prose.sentence([
          names, speech.text(zh: "统一社会信用代码 ", en: "credit code ") + page.creditCode,
        ])
        : "\(page.creditCode)  \(names)")
    var table = TextTable([
      .init(speech.text(zh: "编号", en: "Case")), .init(speech.text(zh: "中心名称", en: "Centre")),
      .init(speech.text(zh: "环节", en: "Stage")), .init(speech.text(zh: "受理", en: "Opened")),
      .init(speech.text(zh: "过往", en: "Earlier failure")),
    ])
    for entry in page.entries {
      let main = entry.row.standing.main
      let label = labels.label(
        of: main.stage, in: main.procedure, under: entry.row.standing.pack)
      table.rows.append([
        entry.row.reference, entry.row.name, label?.stageLabel[speech.language] ?? main.stage,
        entry.row.openedOn.description, entry.failure.map(speech.wording.name) ?? "",
      ])
    }
    errand.say(table)
    for entry in page.entries {
      for platform in entry.platforms {
        let words = platform.sorted { $0.key < $1.key }.map { field, value in
          Self.words(field, value, speech)
        }
        errand.say(
          errand.shared.plain
            ? errand.prose.sentence(
              [entry.row.reference + speech.text(zh: " 登记的平台", en: " has the platform")]
                + words)
            : "  \(entry.row.reference)  " + words.joined(separator: ", "))
      }
    }
  }

  /// A field of a platform with its value, in the words of the vocabulary where there is one.
  private static func words(_ field: String, _ value: Value, _ speech: Speech) -> String {
    let path = "platforms[0].\(field)"
    let label = speech.wording.vocabulary?.field(at: path)?.field.label[speech.language] ?? field
    return label + " " + speech.wording.text(of: value, for: path)
  }
}
