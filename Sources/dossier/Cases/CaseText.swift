import Casework
import Quantities
import RulePacks
import Wording

/// A case as a readable page.
enum CaseText {
  /// Number, name and stage.
  static func heading(_ state: CaseState, _ speech: Speech) -> String {
    let stage = state.main.map { speech.wording.stage($0.stage, of: $0.procedure) } ?? ""
    return [state.name, state.text("name") ?? "", stage].joined(separator: "  ")
  }

  /// The page.
  static func lines(_ state: CaseState, _ speech: Speech) -> [String] {
    var lines = [heading(state, speech)]
    lines += identity(state, speech)
    lines += section(speech.text(zh: "事项", en: "Proceedings"), proceedings(state, speech))
    lines += section(speech.text(zh: "事实", en: "Facts"), facts(state, speech))
    lines += section(speech.text(zh: "材料", en: "Materials"), materials(state, speech))
    lines += section(
      speech.text(zh: "判断、放宽、偏离", en: "Judgements, waivers, departures"),
      weighed(state, speech))
    lines += section(speech.text(zh: "联系", en: "Contacts"), contacts(state, speech))
    return lines
  }

  private static func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", title] + lines.map { "  " + $0 }
  }

  private static func identity(_ state: CaseState, _ speech: Speech) -> [String] {
    var rows: [(String, String?)] = [
      (speech.text(zh: "依托单位", en: "Host"), state.text("host.name")),
      (speech.text(zh: "信用代码", en: "Credit code"), state.text("host.credit_code")),
      (
        speech.text(zh: "主管部门", en: "Department"),
        state.text("department").map(speech.wording.department)
      ),
      (speech.text(zh: "规则包", en: "Pack"), "\(state.pack) \(state.law.prefix(12))"),
      (speech.text(zh: "承办", en: "Assignee"), state.assignee.map(speech.wording.person)),
      (speech.text(zh: "代理", en: "Deputy"), state.deputy?.deputy.map(speech.wording.person)),
    ]
    if !state.aliases.isEmpty {
      rows.append((speech.text(zh: "曾用编号", en: "Also"), state.aliases.joined(separator: ", ")))
    }
    var table = TextTable([.init(""), .init("")])
    table.rows = rows.compactMap { row in row.1.map { [row.0, $0] } }
    return table.lines(withHeading: false).map { "  " + $0 }
  }

  private static func proceedings(_ state: CaseState, _ speech: Speech) -> [String] {
    var lines: [String] = []
    for proceeding in state.proceedings {
      let stage = speech.wording.stage(proceeding.stage, of: proceeding.procedure)
      lines.append(
        "\(speech.wording.proceeding(proceeding.id)) [\(proceeding.id)]  \(stage)  "
          + speech.text(zh: "自 ", en: "since ") + proceeding.enteredOn.description)
      if let deadline = proceeding.entry.deadline {
        lines.append(
          "  " + speech.text(zh: "期限 ", en: "due ") + deadline.due.description + "  "
            + speech.explanation(of: deadline))
      }
      lines += proceeding.defects.map { "  – " + $0 }
    }
    return lines
  }

  private static func facts(_ state: CaseState, _ speech: Speech) -> [String] {
    var table = TextTable([.init(""), .init(""), .init("")])
    table.rows = state.facts.sorted { $0.key < $1.key }.map { path, fact in
      [path, speech.wording.fact(path), speech.wording.text(of: fact, for: path)]
    }
    return table.lines(withHeading: false)
  }

  private static func materials(_ state: CaseState, _ speech: Speech) -> [String] {
    var table = TextTable([.init(""), .init(""), .init(""), .init("")])
    table.rows = state.materials.map { material in
      [
        speech.wording.material(material.kind),
        material.title + (material.year.map { " \($0)" } ?? ""),
        material.received?.description ?? "", String(material.sha256?.prefix(12) ?? "—"),
      ]
    }
    return table.lines(withHeading: false)
  }

  static func weighed(_ state: CaseState, _ speech: Speech) -> [String] {
    var lines: [String] = []
    for (id, record) in state.judgements.sorted(by: { $0.key < $1.key }) {
      let answer =
        record.judged.answer.map {
          $0 ? speech.text(zh: "是", en: "yes") : speech.text(zh: "否", en: "no")
        }
        ?? speech.text(zh: "须补充", en: "to be supplemented")
      lines.append(
        "\(speech.wording.condition(id)): \(answer)  \(record.judged.note)  "
          + "\(speech.wording.person(record.actor)) \(record.on)")
    }
    for (id, record) in state.waivers.sorted(by: { $0.key < $1.key }) {
      lines.append(
        "\(speech.wording.condition(id)): \(speech.wording.name(of: record.step.step))  "
          + "\(record.step.reason)  \(speech.wording.person(record.actor)) \(record.on)")
    }
    for (id, departure) in state.departures.sorted(by: { $0.key < $1.key }) {
      lines.append(
        "\(speech.wording.condition(id)): \(speech.word(of: .departed))  \(departure.reason)")
    }
    return lines
  }

  private static func contacts(_ state: CaseState, _ speech: Speech) -> [String] {
    state.contacts.map { record in
      "\(record.on)  \(record.contact.with)  \(record.contact.text)"
    }
  }
}
