import CaseStore
import Casework
import Quantities
import RuleDrafting
import RulePacks

extension DemonstrationReading {
  private static let caseKeys = [
    "centre", "received", "by", "stands", "since", "weight", "facts", "walk",
  ]

  /// The walk of one case.
  ///
  /// - Parameter leavingOut: the centres whose facts are not taken.
  mutating func walk(_ node: YAMLNode, leavingOut: Set<String>) -> CaseWalk? {
    guard let map = yaml.map(node, keys: Self.caseKeys, required: ["centre", "received"]),
      let begins = arrivalDay(map)
    else { return nil }
    slots.days["begins"] = begins
    slots.years["year"] = begins.year
    let facts = facts(map, leavingOut: leavingOut)
    let department = facts.text("department")
    let isTakenOver = map["stands"] != nil
    let receiver = user(
      map["by"], otherwise: isTakenOver ? .officer : .clerk, department: department, at: node)
    let arrival = isTakenOver ? rosterEntry(map, facts) : application(facts)
    var walk = CaseWalk(arrival, by: session(receiver, on: begins, count: 0), steps: [])
    var place = StepPlace(day: begins, department: department, count: 1)
    if let steps = map["walk"] { self.steps(steps, from: &place, into: &walk.steps, depth: 0) }
    // What runs beside is listed after what it runs beside of.
    walk.steps.sort { $0.session.moment < $1.session.moment }
    return walk
  }

  private mutating func arrivalDay(_ map: YAMLMap) -> CalendarDate? {
    guard let node = map["received"].map(filled) else { return nil }
    guard node.entries != nil else { return yaml.date(node) }
    guard let ago = yaml.map(node, keys: ["ago"], required: ["ago"])?["ago"] else { return nil }
    return span(ago).map(dates.back)
  }

  mutating func span(_ node: YAMLNode) -> StepDates.Span? {
    guard let text = yaml.text(node) else { return nil }
    if let span = StepDates.Span(text) { return span }
    yaml.report(yaml: "wrong_value", at: node.place, ["value": text, "type": "30, 4wd"])
    return nil
  }

  private mutating func facts(_ map: YAMLMap, leavingOut: Set<String>) -> Facts {
    var facts: Facts = [:]
    for (name, _) in yaml.texts(map["centre"]) where !leavingOut.contains(name) {
      if let centre = script.centres[name] {
        merge(filled(centre), into: &facts)
      } else if let node = map["centre"] {
        unknown(name, "centre", at: node, among: script.centres.keys.sorted())
      }
    }
    if let node = map["facts"] { merge(filled(node), into: &facts) }
    return facts
  }

  private mutating func merge(_ node: YAMLNode, into facts: inout Facts) {
    var reader = FactsReader(vocabulary: script.vocabulary)
    reader.read(node, &yaml)
    for path in reader.unknown {
      facts = facts.filter {
        $0.key != path && !$0.key.hasPrefix(path + ".") && !$0.key.hasPrefix(path + "[")
      }
    }
    facts.merge(reader.facts) { _, new in new }
  }

  private func application(_ facts: Facts) -> Arrival {
    .application(
      Application(facts: facts, materials: facts.listedMaterials, fingerprint: ""),
      pack: script.pack.id)
  }

  private mutating func rosterEntry(_ map: YAMLMap, _ facts: Facts) -> Arrival {
    let since = map["since"].map(filled).flatMap { yaml.date($0) }
    return .rosterEntry(
      RosterEntry(
        facts: facts, stage: yaml.text("stands", of: map), since: since,
        source: "demonstration", fingerprint: ""), pack: script.pack.id)
  }
}

extension Facts {
  /// The text of a fact; nil where it is not on record or no text.
  func text(_ path: FactPath) -> String? {
    switch self[path] {
    case .value(.text(let text)), .value(.choice(let text)): text
    default: nil
    }
  }

  /// The documents that an application lists.
  fileprivate var listedMaterials: [Material] {
    var found: [Material] = []
    while let kind = text("materials[\(found.count)].kind") {
      let row = "materials[\(found.count)]"
      var year: Int?
      if case .value(.count(let number, _)) = self["\(row).year"] { year = Int(number) }
      var received: CalendarDate?
      if case .value(.date(let date)) = self["\(row).received"] { received = date }
      found.append(
        Material(
          kind: kind, title: text("\(row).file") ?? kind, year: year,
          isSealed: self["\(row).sealed"] == .value(.boolean(true)), received: received))
    }
    return found
  }
}
