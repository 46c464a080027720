import ArgumentParser
import CaseStore
import Casework
import Quantities
import RulePacks
import Wording

/// Lists what happened to a case.
struct History: Verb {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "案卷经过 / What happened to a case",
    discussion: """
      EXAMPLES
        dossier history QD-2026-001
        dossier history QD-2026-001 --json
        dossier history QD-2026-001 --plain
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: ArgumentHelp("案卷编号 / The case", valueName: "case"), completion: Completions.cases)
  var reference: String

  func carryOut(_ errand: Errand) throws {
    let store = try errand.openStore()
    let file = try store.file(of: .text(reference))
    let office = try store.office()
    let speech = errand.speech
    speech.know(file.pack, of: office)
    let undone = Self.undone(in: file.events)
    let packs = Self.packs(of: file, in: store)
    func sentence(_ event: Event) -> String {
      var law = event.header.law
      if case .migrated(let migrated) = event.payload { law = migrated.toLaw }
      speech.know(packs[law ?? ""] ?? file.pack, of: office)
      defer { speech.know(file.pack, of: office) }
      return speech.sentence(for: event, of: file.state)
    }
    if errand.shared.json {
      errand.say([
        "case": .text(file.state.name), "version": .number(Int64(file.state.version)),
        "events": .list(file.events.map { Self.json($0, undone, sentence($0)) }),
      ])
      return
    }
    if errand.shared.plain {
      errand.say(
        errand.prose.sentences(for: file.events, undone: undone, of: file.state, saying: sentence))
      return
    }
    var table = TextTable([
      .init(speech.text(zh: "日期", en: "Date")), .init(speech.text(zh: "办理人", en: "By")),
      .init(speech.text(zh: "经过", en: "What happened"), limit: 100),
      .init(speech.text(zh: "事件", en: "Event")),
    ])
    for event in file.events {
      let mark = undone.contains(event.id) ? speech.text(zh: "（已撤回）", en: "(undone) ") : ""
      table.rows.append([
        event.header.on.description, speech.wording.person(event.header.actor),
        mark + sentence(event), String(event.id.prefix(12)),
      ])
    }
    errand.say(CaseText.heading(file.state, speech))
    errand.say(table)
  }

  /// The packs under which the events of a case that passed to another were recorded, by law.
  private static func packs(of file: CaseFile, in store: CaseStore) -> [String: RulePack] {
    var packs = [file.state.law: file.pack]
    for case .migrated(let migrated) in file.events.lazy.compactMap(\.payload) {
      packs[migrated.fromLaw] = try? store.pack(migrated.from, law: migrated.fromLaw)
    }
    return packs
  }

  /// The events that later ones took back.
  static func undone(in events: [Event]) -> Set<EventID> {
    var ids: Set<EventID> = []
    for case .undone(let undone) in events.lazy.compactMap(\.payload) {
      ids.formUnion(undone.events)
    }
    return ids
  }

  private static func json(
    _ event: Event, _ undone: Set<EventID>, _ sentence: String
  ) -> JSON {
    let header = event.header
    var fields: JSON = [
      "id": .text(event.id), "kind": .text(header.kind.rawValue), "actor": .text(header.actor),
      "login": .text(header.login), "role": .text(header.role.rawValue), "on": JSON(header.on),
      "moment": .number(header.moment), "device": .text(header.device),
      "sequence": .number(header.sequence), "parents": JSON(header.parents),
      "law": JSON(header.law), "text": .text(sentence),
      "undone": .flag(undone.contains(event.id)), "redacted": .flag(event.payload == nil),
    ]
    switch event.payload {
    case .acted(let acted):
      fields = fields.adding([
        "proceeding": .text(acted.proceeding), "action": .text(acted.action),
        "from": .text(acted.from), "to": .text(acted.entry.stage), "note": JSON(acted.note),
        "due": JSON(acted.entry.deadline?.due), "basis": JSON(acted.basis),
        "inputs": .object(acted.inputs.mapValues { .text($0.plain) }),
        "findings": .object(acted.findings.mapValues { .text($0.rawValue) }),
        "practice": .object(acted.practice.mapValues { .text($0.plain) }),
      ])
    case .proceeding(let opened):
      fields = fields.adding([
        "proceeding": .text(opened.proceeding), "to": .text(opened.entry.stage),
        "due": JSON(opened.entry.deadline?.due),
        "inputs": .object(opened.inputs.mapValues { .text($0.plain) }),
      ])
    case .facts(let set):
      fields = fields.adding([
        "facts": CaseJSON.facts(set.changes), "cleared": JSON(set.cleared),
        "source": JSON(set.source), "note": JSON(set.note),
      ])
    case .judged(let judged):
      fields = fields.adding([
        "condition": .text(judged.condition), "answer": judged.answer.map(JSON.flag) ?? .null,
        "note": .text(judged.note),
      ])
    case .waiver(let step):
      fields = fields.adding([
        "condition": .text(step.condition), "step": .text(step.step.rawValue),
        "reason": .text(step.reason), "basis": JSON(step.basis),
      ])
    case .restated(let restated):
      fields = fields.adding([
        "deadlines": .object(restated.deadlines.mapValues { .text("\($0.due)") }),
        "before": .object((restated.instead ?? [:]).mapValues { .text("\($0.due)") }),
        "basis": JSON(restated.basis),
      ])
    case .migrated(let migrated):
      fields = fields.adding([
        "pack_before": .text(migrated.from), "pack": .text(migrated.to),
        "law_before": .text(migrated.fromLaw), "law_after": .text(migrated.toLaw),
        "stages": .object(migrated.places.mapValues { .text($0.entry.stage) }),
      ])
    default: break
    }
    return fields
  }
}
