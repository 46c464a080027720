import ArgumentParser
import CaseStore
import Casework
import Quantities
import RulePacks
import Wording

/// Records that the office has verified a regulation to be in force.
struct VerifyPack: Verb {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "记录办法现行有效性的核实 / Record that a regulation is in force",
    discussion: """
      EXAMPLE
        dossier pack verify qingdao-2024 --on 2026-11-20 --by "局法规处核实（虚构）"
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "规则包 / The pack", completion: Completions.packs)
  var id: String

  @Option(help: ArgumentHelp("核实之日 / The day as of which it was verified", valueName: "date"))
  var on: CalendarDate

  @Option(help: ArgumentHelp("由谁、凭什么核实 / By whom and by what", valueName: "text"))
  var by: String

  func validate() throws {
    guard !TextFolding.trimmed(by).isEmpty else {
      throw ValidationError("--by 不能为空 / --by says by what it was verified")
    }
  }

  func carryOut(_ errand: Errand) throws {
    let store = try errand.openStore(for: .writing)
    let today = try errand.today(in: store)
    guard on <= today else {
      throw UsageProblem(
        "date.future", zh: "核实之日 \(on) 晚于今天 \(today)",
        en: "The day \(on) lies after today, \(today)",
        remedy: (zh: "写已经核实的日期", en: "Write the day on which it was verified"), status: .badData)
    }
    let verification = InForceVerification(pack: id, on: on, by: by)
    try store.perform(.verify(verification), by: try errand.session(in: store))
    if errand.shared.json { errand.say(["id": .text(id), "on": JSON(on), "by": .text(by)]) }
    errand.say(
      zh: "已记录：\(id) 截至 \(on) 现行有效（\(by)）", en: "Recorded: \(id) in force on \(on) (\(by))")
  }
}

/// Lists the cases from before a regulation that no transition clause covers.
struct ListGaps: Verb {
  static let configuration = CommandConfiguration(
    commandName: "gaps", abstract: "列出过渡条款未涵盖的案卷 / List cases that no transition covers",
    discussion: """
      EXAMPLE
        dossier pack gaps qingdao-2024 --json
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "规则包；不给时为本库全部 / The pack; all of the store", completion: Completions.packs)
  var id: String?

  func carryOut(_ errand: Errand) throws {
    let store = try errand.openStore(for: .reading)
    let office = try store.office()
    let viewer = try QueueListing.viewer(errand, store, office, filter: "")
    let ids = id.map { [$0] } ?? office.packs.keys.sorted()
    let all = try ids.map { try store.gaps(of: $0, for: viewer) }
    errand.speech.know(try? errand.vocabulary())
    if errand.shared.json {
      errand.say(["packs": .list(all.map(Self.json))])
      return
    }
    for gaps in all { say(gaps, errand) }
  }

  private func say(_ gaps: TransitionGaps, _ errand: Errand) {
    guard gaps.pack.transition != nil else {
      errand.say(
        zh: "\(gaps.pack.id)：规则包未写过渡规定", en: "\(gaps.pack.id): the pack states no transition")
      return
    }
    let open = gaps.entries.count { $0.missing.isEmpty }
    errand.say(
      zh: """
        \(gaps.pack.id)：在办案卷 \(gaps.cases) 件，过渡条款已涵盖 \(gaps.covered)，未涵盖 \(open)，\
        情况不明 \(gaps.entries.count - open)
        """,
      en: """
        \(gaps.pack.id): \(gaps.cases) open cases; covered by a clause \(gaps.covered), by none \(open), \
        unknown \(gaps.entries.count - open)
        """)
    for entry in gaps.entries {
      let problem = Problem(
        entry.missing.isEmpty ? "pack.transition.uncovered" : "pack.transition.unknown",
        severity: .warning, ["missing": entry.missing.joined(separator: ", ")])
      errand.say(
        "  \(entry.row.reference)  \(entry.row.name)  "
          + errand.speech.wording.message(for: problem))
    }
  }

  private static func json(_ gaps: TransitionGaps) -> JSON {
    [
      "pack": .text(gaps.pack.id), "stated": .flag(gaps.pack.transition != nil),
      "cases": JSON(gaps.cases), "covered": JSON(gaps.covered),
      "gaps": .list(
        gaps.entries.map { entry in
          [
            "case": .text(entry.row.reference), "name": .text(entry.row.name),
            "answer": entry.missing.isEmpty ? "uncovered" : "unknown",
            "missing": JSON(entry.missing),
          ]
        }),
    ]
  }
}
