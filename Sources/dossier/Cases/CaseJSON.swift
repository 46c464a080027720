import Casework
import Quantities
import RulePacks
import Wording

/// The parts of a case as JSON.
enum CaseJSON {
  /// A proceeding: `{id, procedure, stage, due}` and more.
  static func proceeding(_ proceeding: Proceeding, _ speech: Speech) -> JSON {
    [
      "id": .text(proceeding.id), "procedure": .text(proceeding.procedure),
      "key": JSON(proceeding.key), "main": .flag(proceeding.isMain),
      "stage": .text(proceeding.stage),
      "stage_label": .text(speech.wording.stage(proceeding.stage, of: proceeding.procedure)),
      "owner": JSON(proceeding.entry.owner), "clock": .text(proceeding.entry.clock.rawValue),
      "due": JSON(proceeding.entry.deadline?.due),
      "deadline": proceeding.entry.deadline.map { deadline($0, speech) } ?? .null,
      "entered_on": JSON(proceeding.enteredOn), "opened_on": JSON(proceeding.openedOn),
      "round": .number(Int64(proceeding.round)), "defects": JSON(proceeding.defects),
      "ends": JSON(proceeding.entry.ends?.rawValue), "visited": JSON(proceeding.visited),
      "inputs": .object(proceeding.inputs.mapValues { .text($0.plain) }),
    ]
  }

  /// A deadline with how it was counted.
  static func deadline(_ deadline: Deadline, _ speech: Speech) -> JSON {
    [
      "due": JSON(deadline.due), "cites": .text(deadline.cites),
      "anchor": JSON(deadline.anchor), "counts_first_day": .flag(deadline.countsFirstDay),
      "period": JSON(deadline.period.map { Value.period($0).plain }),
      "explanation": .text(speech.explanation(of: deadline)),
    ]
  }

  /// A document.
  static func material(_ material: Material) -> JSON {
    [
      "kind": .text(material.kind), "title": .text(material.title), "year": JSON(material.year),
      "sealed": .flag(material.isSealed), "received": JSON(material.received),
      "sha256": JSON(material.sha256),
      "size": material.size.map(JSON.number) ?? .null,
    ]
  }

  /// A logged contact.
  static func contact(_ record: ContactRecord) -> JSON {
    [
      "on": JSON(record.on), "by": .text(record.actor), "with": .text(record.contact.with),
      "channel": .text(record.contact.channel), "text": .text(record.contact.text),
      "waiting_for": JSON(record.contact.waitingFor), "until": JSON(record.contact.until),
    ]
  }

  /// Facts by path; null for those that cannot be.
  static func facts(_ facts: Facts) -> JSON {
    .object(
      facts.mapValues { fact in
        switch fact {
        case .value(.boolean(let flag)): .flag(flag)
        case .value(let value): .text(value.written)
        case .absent: .null
        }
      })
  }

  /// A whole case.
  static func state(_ state: CaseState, _ speech: Speech) -> JSON {
    [
      "case": .text(state.name), "id": .text(state.id.text), "aliases": JSON(state.aliases),
      "name": JSON(state.text("name")), "host": JSON(state.text("host.name")),
      "credit_code": JSON(state.text("host.credit_code")),
      "department": JSON(state.text("department")), "pack": .text(state.pack),
      "law": .text(state.law), "stage": JSON(state.main?.stage),
      "ends": JSON(state.main?.entry.ends?.rawValue),
      "proceedings": .list(state.proceedings.map { proceeding($0, speech) }),
      "facts": facts(state.facts), "materials": .list(state.materials.map(material)),
      "judgements": .object(
        state.judgements.mapValues { record in
          [
            "answer": record.judged.answer.map(JSON.flag) ?? .null,
            "note": .text(record.judged.note), "stage": .text(record.judged.stage),
            "by": .text(record.actor), "on": JSON(record.on),
          ]
        }),
      "waivers": .object(
        state.waivers.mapValues { record in
          [
            "step": .text(record.step.step.rawValue), "reason": .text(record.step.reason),
            "basis": JSON(record.step.basis), "cites": .text(record.step.cites),
            "requested_by": .text(record.requestedBy), "by": .text(record.actor),
            "on": JSON(record.on),
          ]
        }),
      "departures": .object(state.departures.mapValues { ["reason": .text($0.reason)] }),
      "contacts": .list(state.contacts.map(contact)), "assignee": JSON(state.assignee),
      "deputy": JSON(state.deputy?.deputy), "deputy_until": JSON(state.deputy?.until),
      "taken_over": .flag(state.isTakenOver), "opened_on": JSON(state.openedOn),
      "heads": JSON(state.heads), "version": .number(Int64(state.version)),
    ]
  }
}
