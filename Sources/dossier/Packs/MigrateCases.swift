import ArgumentParser
import CaseStore
import Casework
import Quantities
import RuleDrafting
import RulePacks
import Wording

/// Passes the open cases of one pack to another.
struct MigrateCases: Verb {
  static let configuration = CommandConfiguration(
    commandName: "migrate", abstract: "在办案卷转用另一规则包 / Pass open cases to another pack",
    discussion: """
      对照表写明旧环节到新环节、依据、期限沿用还是重算；先核对全部案卷，有一件不通就一件也不转。
      同一规则包改版（法条指纹不同）也用本命令。新包须先 dossier pack adopt。
      The map says which stage leads where, on what basis, and what becomes of due dates. Every case is
      proved before one is changed. A new form of the same pack passes in the same way. Adopt the new
      pack first.

      对照表 / THE MAP
        from: qingdao-2019
        to: qingdao-2024
        basis: { zh: 第二十四条, en: Article 24 }
        deadlines: carried        # carried 沿用, anew 自转用日重算, from_entry 自进入环节日重算
        others: same              # 可省：未写的环节沿用原名 / stages not named keep their id
        practice: suggested       # 可省：未设定的本局约定用建议值 / take suggested periods
        stages:
          establishment:
            preliminary: preliminary
            building: { to: construction, deadline: anew }

      EXAMPLES
        dossier pack migrate qingdao-2019 qingdao-2024 --map map.yaml --dry-run
        dossier pack migrate qingdao-2019 qingdao-2024 --map map.yaml
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "原规则包 / The old pack", completion: Completions.packs)
  var from: String

  @Argument(help: "新规则包 / The new pack", completion: Completions.packs)
  var to: String

  @Option(
    help: ArgumentHelp("对照表 / The map", valueName: "file"), completion: .file(extensions: ["yaml"]))
  var map: String

  @Flag(help: "只核对，不转用 / Only prove it")
  var dryRun = false

  func carryOut(_ errand: Errand) throws {
    guard let bytes = Folders.bytes(of: map) else {
      throw Problem("file.missing", at: Problem.Place(file: map))
    }
    let states = try StateMapLoader.load(SourceFile(path: map, bytes: bytes))
    for (found, named) in [(states.from, from), (states.to, to)] where found != named {
      throw Problem("migration.other_pack", at: states.place, ["found": found, "named": named])
    }
    let store = try errand.openStore(for: .writing)
    let migration = try store.migrate(
      by: states, by: try errand.session(in: store), isDryRun: dryRun)
    if errand.shared.json {
      errand.say(json(migration))
      return
    }
    let speech = errand.speech
    speech.know(try store.pack(to), of: try store.office())
    var table = TextTable([
      .init(speech.text(zh: "编号", en: "Case")), .init(speech.text(zh: "名称", en: "Name"), limit: 40),
      .init(speech.text(zh: "原环节", en: "Was at"), limit: 30),
      .init(speech.text(zh: "新环节", en: "Is at"), limit: 30),
      .init(speech.text(zh: "期限", en: "Due")),
    ])
    for passing in migration.cases {
      let old = try store.pack(passing.state.pack, law: passing.state.law)
      for (id, place) in passing.migrated.places.sorted(by: { $0.key < $1.key })
      where place.entry.ends == nil {
        let proceeding = passing.state.proceeding(id)
        let left = proceeding.flatMap { old.procedure($0.procedure)?.stage(place.left)?.label }
        let before = proceeding?.entry.deadline?.due
        let due = place.entry.deadline?.due
        table.rows.append([
          passing.state.name, passing.state.text("name") ?? "",
          left?[errand.language] ?? place.left,
          speech.wording.stage(place.entry.stage, of: place.procedure),
          before == due
            ? due.map { "\($0)" } ?? ""
            : (before.map { "\($0)" } ?? "—") + " → " + (due.map { "\($0)" } ?? "—"),
        ])
      }
    }
    errand.say(table)
    let count = migration.cases.count
    if dryRun {
      errand.say(
        zh: "核对通过：\(count) 件可以转用 \(to)，尚未转用。",
        en: "Proved: \(count) cases can pass to \(to). None has passed yet.")
    } else {
      errand.say(
        zh: "\(count) 件已转用 \(to)；校验点 \(migration.head)",
        en: "\(count) cases passed to \(to); checkpoint \(migration.head)")
    }
  }

  private func json(_ migration: PackMigration) -> JSON {
    [
      "from": .text(from), "to": .text(to), "dry_run": .flag(dryRun),
      "law": JSON(migration.cases.first?.migrated.toLaw),
      "cases": .list(
        migration.cases.map { passing in
          [
            "case": .text(passing.state.name), "law_before": .text(passing.migrated.fromLaw),
            "event": JSON(passing.event?.id),
            "places": .list(
              passing.migrated.places.sorted { $0.key < $1.key }.map { id, place in
                [
                  "proceeding": .text(id), "procedure": .text(place.procedure),
                  "from": .text(place.left), "to": .text(place.entry.stage),
                  "due_before": JSON(passing.state.proceeding(id)?.entry.deadline?.due),
                  "due": JSON(place.entry.deadline?.due),
                ]
              }),
          ]
        }),
      "head": dryRun ? .null : .text(migration.head.description),
    ]
  }
}
