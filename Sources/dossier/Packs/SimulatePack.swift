import ArgumentParser
import CaseStore
import Casework
import Quantities
import RuleDrafting
import RulePacks
import TerminalUI
import Wording

/// Tries a draft of a pack on the open cases of the store; writes nothing.
struct SimulatePack: Verb {
  static let configuration = CommandConfiguration(
    commandName: "simulate", abstract: "用草案试算在办案卷 / Try a draft on the open cases",
    discussion: """
      先看草案会使哪些条件、期限、环节、办理发生变化，再决定是否采用；什么也不写入。
      Shows which findings, deadlines, stages and actions a draft would change, before anybody signs
      it; nothing is written.

      EXAMPLES
        dossier pack simulate ./qingdao-2024
        dossier pack simulate ./draft --for qingdao-2024 --cases '区:崂山' --json
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "草案的目录 / The folder of the draft", completion: .directory)
  var draft: String

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("试算该规则包下的案卷 / The pack whose cases are tried", valueName: "pack"),
    completion: Completions.packs)
  var pack: String?

  @Option(help: ArgumentHelp("筛选案卷 / Which cases", valueName: "filter"))
  var cases = ""

  @Option(help: ArgumentHelp("最多列出多少件 / How many cases are listed", valueName: "n"))
  var limit = 50

  func validate() throws {
    guard limit >= 0 else {
      throw ValidationError("--limit 不能为负 / --limit is not negative")
    }
  }

  func carryOut(_ errand: Errand) throws {
    let loaded = try errand.loadPack(draft).pack
    let store = try errand.openStore(for: .reading)
    let office = try store.office()
    let simulation = try store.simulate(
      loaded, insteadOf: pack, filter: try QueueFilter(parsing: cases),
      for: try QueueListing.viewer(errand, store, office, filter: cases))
    let present = try store.pack(simulation.pack)
    errand.speech.know(loaded, of: office)
    if errand.shared.json {
      errand.say(Self.json(simulation, limit: limit))
    } else {
      say(simulation, present, errand)
    }
  }

  // MARK: Text

  private func say(_ simulation: Simulation, _ present: RulePack, _ errand: Errand) {
    let speech = errand.speech
    errand.say(
      zh: """
        \(draft) 代替 \(simulation.pack)：在办案卷 \(simulation.cases) 件，有变化 \
        \(simulation.touched.count) 件，其中变差 \(simulation.setBack) 件（未写入任何内容）
        期限变动 \(simulation.deadlines)，环节不再存在 \(simulation.stranded)，办理受阻或消失 \
        \(simulation.lostActions)
        """,
      en: """
        \(draft) in place of \(simulation.pack): \(simulation.cases) open cases, something changes for \
        \(simulation.touched.count), for the worse for \(simulation.setBack) (nothing was written)
        deadlines that move \(simulation.deadlines), cases without a stage \(simulation.stranded), \
        actions gone or blocked \(simulation.lostActions)
        """)
    if simulation.comparison.isEmpty {
      errand.say(zh: "草案与本库采用的相同", en: "The draft says what the store has adopted")
      return
    }
    if !simulation.conditions.isEmpty {
      errand.say("")
      errand.say(table(simulation, speech))
    }
    guard !simulation.touched.isEmpty, limit > 0 else { return }
    errand.say("")
    for touched in simulation.touched.prefix(limit) {
      let sign = touched.effect.isSetBack ? "!" : "·"
      errand.say("\(sign) \(touched.row.reference)  \(touched.row.name)")
      errand.say(
        speech.wording.clauses(for: touched.effect, under: present).map { "    " + $0 })
    }
    let rest = simulation.touched.count - limit
    if rest > 0 {
      errand.say(
        zh: "另有 \(rest) 件未列出（--limit）", en: "\(rest) more cases are not listed (--limit)")
    }
  }

  private func table(_ simulation: Simulation, _ speech: Speech) -> TextTable {
    var table = TextTable([
      .init(speech.text(zh: "条件", en: "Condition")), .init("", limit: 36),
      .init(speech.text(zh: "不再符合", en: "Newly failing"), .right),
      .init(speech.text(zh: "转为符合", en: "Newly met"), .right),
      .init(speech.text(zh: "缺事实", en: "Unknown"), .right),
      .init(speech.text(zh: "其他变化", en: "Otherwise"), .right),
      .init(speech.text(zh: "不再核查", en: "Not tested"), .right),
    ])
    for total in simulation.conditions {
      table.rows.append([
        total.condition, total.label[speech.language], "\(total.newlyFailing)",
        "\(total.newlyMet)", "\(total.newlyUnknown)", "\(total.otherwise)", "\(total.past)",
      ])
    }
    return table
  }

  // MARK: JSON

  private static func json(_ simulation: Simulation, limit: Int) -> JSON {
    [
      "pack": .text(simulation.pack), "draft": .text(simulation.draft.id),
      "law": .text(simulation.draft.lawHash), "same_law": .flag(simulation.comparison.hasSameLaw),
      "cases": JSON(simulation.cases), "touched": JSON(simulation.touched.count),
      "set_back": JSON(simulation.setBack), "deadlines": JSON(simulation.deadlines),
      "stranded": JSON(simulation.stranded), "lost_actions": JSON(simulation.lostActions),
      "conditions": .list(
        simulation.conditions.map { total in
          [
            "id": .text(total.condition), "cites": .text(total.cites.joined(separator: ", ")),
            "newly_failing": JSON(total.newlyFailing), "newly_met": JSON(total.newlyMet),
            "newly_unknown": JSON(total.newlyUnknown), "otherwise": JSON(total.otherwise),
            "past": JSON(total.past),
          ]
        }),
      "rows": .list(simulation.touched.prefix(limit).map(json)),
    ]
  }

  private static func json(_ touched: Simulation.Touched) -> JSON {
    let effect = touched.effect
    return [
      "case": .text(touched.row.reference), "name": .text(touched.row.name),
      "set_back": .flag(effect.isSetBack),
      "findings": .list(
        effect.findings.map { change in
          [
            "id": .text(change.condition), "before": JSON(change.before?.rawValue),
            "after": JSON(change.after?.rawValue), "ahead": .flag(change.isAhead),
            "shortfall": JSON(change.shortfall?.written),
          ]
        }),
      "grounds": .list(
        effect.alerts.map { ["id": .text($0.ground), "raised": .flag($0.isRaised)] }),
      "deadlines": .list(
        effect.deadlines.map { change in
          [
            "procedure": .text(change.procedure), "stage": .text(change.stage),
            "before": JSON(change.before), "after": JSON(change.after),
          ]
        }),
      "stages": .list(
        effect.stages.map { ["procedure": .text($0.procedure), "stage": .text($0.stage)] }),
      "actions": .list(
        effect.actions.map { change in
          [
            "procedure": .text(change.procedure), "stage": .text(change.stage),
            "action": .text(change.action), "fate": .text(change.fate.rawValue),
            "because": JSON(change.because),
          ]
        }),
    ]
  }
}
