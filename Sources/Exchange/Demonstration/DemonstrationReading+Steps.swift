import CaseStore
import Casework
import Quantities
import RuleDrafting
import RulePacks

/// How far a walk has come.
struct StepPlace {
  /// The day of the last step.
  var day: CalendarDate
  /// The department, whose clerk acts.
  let department: String?
  /// How many steps there were, so that the moments of a day differ.
  var count: Int
}

extension DemonstrationReading {
  private static let stepKeys = [
    "walk", "act", "open", "judge", "waive", "depart", "set", "attach", "assign", "contact", "note",
    "by", "after", "ago", "on", "only_from", "inputs", "proceeding", "answer", "step", "reason",
    "basis", "title", "channel", "text", "waiting_for", "until",
  ]
  private static let deepestWalk = 8

  /// Reads a list of steps; those of walks that are named stand in their place.
  mutating func steps(
    _ node: YAMLNode, from place: inout StepPlace, into steps: inout [CaseWalk.Step], depth: Int
  ) {
    for item in yaml.items(node) {
      guard let outer = yaml.map(item, keys: Self.stepKeys) else { continue }
      if let name = outer["walk"].flatMap({ yaml.text($0) }) {
        if let walk = script.walks[name], depth < Self.deepestWalk {
          self.steps(walk, from: &place, into: &steps, depth: depth + 1)
        } else {
          unknown(name, "walk", at: item, among: script.walks.keys.sorted())
        }
        continue
      }
      if let node = outer["only_from"].map(filled), let day = yaml.date(node), dates.today < day {
        continue
      }
      if stopsAtToday, let on = outer["on"].map(filled), let day = yaml.date(on), day > dates.today
      {
        return
      }
      place.day = day(of: outer, after: place.day)
      slots.days["on"] = place.day
      guard let map = yaml.map(filled(item), keys: Self.stepKeys) else { continue }
      let by = user(map["by"], otherwise: .officer, department: place.department, at: item)
      for command in commands(map, item) {
        steps.append(
          CaseWalk.Step(command, by: session(by, on: place.day, count: place.count)))
        place.count += 1
      }
    }
  }

  private mutating func day(of map: YAMLMap, after last: CalendarDate) -> CalendarDate {
    var day = last
    if let node = map["ago"], let span = span(node) {
      day = dates.back(span)
    } else if let node = map["on"].map(filled), let date = yaml.date(node) {
      day = date
    } else if let node = map["after"], let span = span(node) {
      day = dates.forward(span, from: last)
    }
    let begins = slots.days["begins"] ?? last
    if day < begins || day > dates.today {
      yaml.report(
        "demonstration.day", at: map.place,
        ["day": "\(day)", "begins": "\(begins)", "today": "\(dates.today)"])
      return last
    }
    return day
  }

  private mutating func commands(_ map: YAMLMap, _ item: YAMLNode) -> [Command] {
    let reason = yaml.text(map["reason"]) ?? ""
    let basis = yaml.text(map["basis"])
    if let node = map["act"] {
      return [
        .act(
          action: yaml.text(node) ?? "", proceeding: yaml.text(map["proceeding"]),
          inputs: values(map["inputs"]), note: yaml.text(map["note"]))
      ]
    }
    if let node = map["open"] {
      return [
        .open(
          procedure: yaml.text(node) ?? "", inputs: values(map["inputs"]),
          note: yaml.text(map["note"]))
      ]
    }
    if let node = map["judge"] {
      let answer = yaml.flag("answer", of: map, default: true)
      return yaml.texts(node).map { .judge(condition: $0.text, answer: answer, note: reason) }
    }
    if let node = map["waive"] {
      let step: WaiverStep.Step =
        switch yaml.text(map["step"]) {
        case "grant": .granted
        case "refuse": .refused
        default: .requested
        }
      return [.waive(condition: yaml.text(node) ?? "", step: step, reason: reason, basis: basis)]
    }
    if let node = map["depart"] {
      return [.depart(condition: yaml.text(node) ?? "", reason: reason)]
    }
    return records(map, item)
  }

  /// What decides nothing: facts, documents, hand-over, contacts, remarks.
  private mutating func records(_ map: YAMLMap, _ item: YAMLNode) -> [Command] {
    if let node = map["set"] {
      var reader = FactsReader(vocabulary: script.vocabulary)
      reader.read(node, &yaml)
      return [
        .setFacts(
          changes: reader.facts, cleared: reader.unknown.sorted(), source: nil,
          note: yaml.text(map["note"]))
      ]
    }
    if let node = map["attach"] {
      return [
        .attach(
          Material(
            kind: yaml.text(node) ?? "", title: yaml.text(map["title"]) ?? "",
            received: slots.days["on"]))
      ]
    }
    if let node = map["assign"] {
      return [
        .assign(
          Assigned(
            proceeding: nil, assignee: yaml.text(node), deputy: nil, until: nil,
            note: yaml.text(map["note"])))
      ]
    }
    if let node = map["contact"] {
      return [
        .contact(
          Contact(
            with: yaml.text(node) ?? "", channel: yaml.text(map["channel"]) ?? "",
            text: yaml.text(map["text"]) ?? "", waitingFor: yaml.text(map["waiting_for"]),
            until: yaml.date(map["until"])))
      ]
    }
    if let node = map["note"] { return [.note(yaml.text(node) ?? "")] }
    yaml.missing("act", of: item.place)
    return []
  }

  private mutating func values(_ node: YAMLNode?) -> [String: Value] {
    var values: [String: Value] = [:]
    for entry in yaml.entries(node) {
      guard let type = inputs[entry.key] else {
        unknown(entry.key, "input", at: entry.value, among: script.pack.inputs.map(\.id))
        continue
      }
      values[entry.key] = yaml.value(entry.value, as: type)
    }
    return values
  }
}
