package import Quantities
package import RulePacks

/// Reads the tests that ship with a pack (`tests/*.yaml`, with the facts files that they start from).
package enum PackTestLoader {
  /// Reads all tests among the sources, by file and in the order of each.
  ///
  /// A file whose top has no `tests` is a facts file, named by `base` from the folder `tests`.
  /// - Throws: every problem found, with codes that begin with `pack.` or `facts.`.
  package static func load(
    _ sources: [SourceFile], pack: RulePack, vocabulary: Vocabulary
  ) throws(Problems) -> [PackTest] {
    var reading = TestReading(pack: pack, vocabulary: vocabulary)
    let tests = reading.tests(in: sources)
    guard reading.yaml.problems.isEmpty else {
      throw Problems(reading.yaml.problems.inFileOrder)
    }
    return tests
  }
}

/// The reading of the tests of one pack.
private struct TestReading {
  let pack: RulePack
  private let vocabulary: Vocabulary
  private var files: TestFiles
  private let inputs: [String: ValueType]

  var yaml: YAMLReader {
    get { files.yaml }
    set { files.yaml = newValue }
  }

  init(pack: RulePack, vocabulary: Vocabulary) {
    self.pack = pack
    self.vocabulary = vocabulary
    files = TestFiles(vocabulary, prefix: "pack.yaml")
    inputs = Dictionary(pack.inputs.map { ($0.id, $0.type) }) { first, _ in first }
  }

  mutating func tests(in sources: [SourceFile]) -> [PackTest] {
    files.tests(in: sources, .tests).compactMap { test($0) }
  }

  // MARK: One test

  private mutating func test(_ node: YAMLNode) -> PackTest? {
    guard let map = yaml.map(node, .test) else { return nil }
    let name = yaml.text("name", of: map)
    let on = yaml.date(map["on"])
    let expected = expectations(map["expect"])
    let path = steps(map["path"])
    if expected.isEmpty, path.isEmpty { yaml.report("pack.test.empty", at: node.place) }
    guard let on else { return nil }
    var test = PackTest(name: name, cites: citations(map["cites"]), on: on, place: node.place)
    test.trap = yaml.text(map["trap"])
    test.today = yaml.date(map["today"]) ?? on
    test.entered = yaml.date(map["entered"])
    test.due = yaml.date(map["due"])
    test.standing = standing(map["at"])
    test.facts = files.facts(map)
    test.practice = practice(map["practice"])
    test.others = others(map["others"])
    test.inputs = inputs(map["inputs"])
    test.expected = expected
    test.path = path
    return test
  }

  private mutating func citations(_ node: YAMLNode?) -> [Citation] {
    yaml.texts(node).map { key, place in
      check(key, "citation", at: place, among: pack.articles.map(\.key))
      return key
    }
  }

  private mutating func check(
    _ name: String, _ kind: String, at place: Problem.Place, among known: [String]
  ) {
    files.check(name, kind, at: place, among: known)
  }

  private mutating func standing(_ node: YAMLNode?) -> PackTest.Standing? {
    guard let node, let map = yaml.map(node, .standing) else { return nil }
    let stage = yaml.text("stage", of: map)
    check(stage, "stage", at: map["stage"]?.place ?? node.place, among: mainStages)
    return yaml.date(map["entered"]).map { PackTest.Standing(stage: stage, entered: $0) }
  }

  private var mainStages: [String] { pack.mainProcedure?.stages.map(\.id) ?? [] }

  private mutating func practice(_ node: YAMLNode?) -> [String: PackTest.PracticeSetting] {
    var settings: [String: PackTest.PracticeSetting] = [:]
    for entry in yaml.entries(node) {
      guard let item = pack.practiceItem(entry.key) else {
        check(entry.key, "practice", at: entry.place, among: pack.practice.map(\.id))
        continue
      }
      var valueNode: YAMLNode? = entry.value
      var countsFirstDay: Bool?
      if entry.value.entries != nil,
        let map = yaml.map(entry.value, .practiceSetting)
      {
        valueNode = map["value"]
        if map["first_day"] != nil {
          countsFirstDay = yaml.flag("first_day", of: map, default: false)
        }
      }
      guard let value = yaml.value(valueNode, as: item.type) else { continue }
      settings[entry.key] = PackTest.PracticeSetting(value: value, countsFirstDay: countsFirstDay)
    }
    return settings
  }

  private mutating func others(_ node: YAMLNode?) -> [String: Int64] {
    var answers: [String: Int64] = [:]
    for entry in yaml.entries(node) {
      check(entry.key, "question", at: entry.place, among: pack.questions.map(\.id))
      if pack.questions.first(where: { $0.id == entry.key })?.subject == .latestEnd {
        answers[entry.key] = yaml.date(entry.value).map { Int64($0.ordinal) }
      } else {
        answers[entry.key] = yaml.integer(entry.value)
      }
    }
    return answers
  }

  private mutating func inputs(_ node: YAMLNode?) -> [String: Value] {
    var values: [String: Value] = [:]
    for entry in yaml.entries(node) {
      guard let type = inputs[entry.key] else {
        check(entry.key, "input", at: entry.place, among: pack.inputs.map(\.id))
        continue
      }
      values[entry.key] = yaml.value(entry.value, as: type)
    }
    return values
  }

  // MARK: Expectations

  private mutating func expectations(_ node: YAMLNode?) -> PackTest.Expectations {
    var expected = PackTest.Expectations()
    guard let node, let map = yaml.map(node, .expectation) else { return expected }
    expected.moment = yaml.option(map["at"], of: Moment.self) ?? .application
    for entry in yaml.entries(map["findings"]) {
      check(entry.key, "condition", at: entry.place, among: pack.conditions.map(\.id))
      guard let result = yaml.text(entry.value) else { continue }
      if !MapShape.results.contains(result) {
        yaml.wrongOption(result, at: entry.value.place, among: MapShape.results)
      }
      expected.findings[entry.key] = result
    }
    for entry in yaml.entries(map["grounds"]) {
      check(entry.key, "ground", at: entry.place, among: pack.grounds.map(\.id))
      expected.grounds.updateValue(truth(entry.value), forKey: entry.key)
    }
    for entry in yaml.entries(map["guards"]) {
      check(entry.key, "guard", at: entry.place, among: guardPaths)
      expected.guards.updateValue(truth(entry.value), forKey: entry.key)
    }
    expected.deadline = deadline(map["deadline"])
    if let node = map["transition"], let word = yaml.text(node) {
      if !MapShape.transitions.contains(word) {
        yaml.wrongOption(word, at: node.place, among: MapShape.transitions)
      }
      expected.transition = word
    }
    return expected
  }

  /// True, false, or nil for unknown.
  private mutating func truth(_ node: YAMLNode) -> Bool? {
    guard let text = yaml.text(node) else { return nil }
    switch text {
    case "true": return true
    case "false": return false
    case "unknown": return nil
    default:
      yaml.wrongOption(text, at: node.place, among: ["true", "false", "unknown"])
      return nil
    }
  }

  private var guardPaths: [String] {
    pack.procedures.flatMap { procedure in
      (procedure.opening?.guards ?? []).map { "\(procedure.id).opening.\($0.id)" }
        + procedure.stages.flatMap { stage in
          stage.actions.flatMap { action in
            action.guards.map { "\(procedure.id).\(stage.id).\(action.id).\($0.id)" }
          }
        }
    }
  }

  private mutating func deadline(_ node: YAMLNode?) -> PackTest.ExpectedDeadline? {
    guard let node, let map = yaml.map(node, .expectedDeadline) else { return nil }
    let procedure = yaml.text("procedure", of: map)
    let stage = yaml.text("stage", of: map)
    check(
      procedure, "procedure", at: map["procedure"]?.place ?? node.place,
      among: pack.procedures.map(\.id))
    check(
      stage, "stage", at: map["stage"]?.place ?? node.place,
      among: pack.procedure(procedure)?.stages.map(\.id) ?? [])
    guard let entered = yaml.date(map["entered"]) else { return nil }
    guard let due = due(map["due"]) else { return nil }
    return PackTest.ExpectedDeadline(
      procedure: procedure, stage: stage, entered: entered, due: due.day)
  }

  /// A day, or `none`.
  private mutating func due(_ node: YAMLNode?) -> PackTest.ExpectedDue? {
    guard let node else { return nil }
    if node.text == "none" { return PackTest.ExpectedDue.none }
    return yaml.date(node).map { .day($0) }
  }

  // MARK: Walks

  private static let deedKeys = ["act", "open", "judge", "waive", "depart"]

  private mutating func steps(_ node: YAMLNode?) -> [PackTest.Step] {
    yaml.items(node).compactMap { step($0) }
  }

  private mutating func step(_ node: YAMLNode) -> PackTest.Step? {
    guard let map = yaml.map(node, .step) else { return nil }
    let deeds = Self.deedKeys.filter { map[$0] != nil }
    guard deeds.count == 1 else {
      yaml.report("pack.test.step", at: node.place, ["found": deeds.joined(separator: ", ")])
      return nil
    }
    var reader = FactsReader(vocabulary: vocabulary)
    if let facts = map["facts"] { reader.read(facts, &yaml) }
    let role = yaml.option(map["by"], of: Role.self)
    guard let deed = deed(deeds[0], map), let role else { return nil }
    if let stage = map["main"] {
      check(stage.text ?? "", "stage", at: stage.place, among: mainStages)
    }
    var step = PackTest.Step(deed, by: role, place: node.place)
    step.person = yaml.text(map["as"])
    step.on = yaml.date(map["on"])
    step.inputs = inputs(map["inputs"])
    step.proceeding = yaml.text(map["proceeding"])
    step.reason = yaml.text(map["reason"])
    step.basis = yaml.text(map["basis"])
    step.to = yaml.text(map["to"])
    step.main = yaml.text(map["main"])
    step.due = due(map["due"])
    step.facts = reader.facts
    step.refused = yaml.text(map["refused"])
    return step
  }

  private mutating func deed(_ key: String, _ map: YAMLMap) -> PackTest.Deed? {
    guard let node = map[key], let name = yaml.text(node) else { return nil }
    switch key {
    case "act":
      let actions = pack.procedures.flatMap { $0.stages.flatMap { $0.actions.map(\.id) } }
      check(name, "action", at: node.place, among: actions)
      return .act(name)
    case "open":
      check(name, "procedure", at: node.place, among: pack.procedures.map(\.id))
      return .open(name)
    default: break
    }
    check(name, "condition", at: node.place, among: pack.conditions.map(\.id))
    switch key {
    case "judge":
      if map["answer"] == nil { yaml.missing("answer", of: map.place) }
      return .judge(name, yaml.flag("answer", of: map, default: false))
    case "waive":
      if map["step"] == nil { yaml.missing("step", of: map.place) }
      return yaml.option(map["step"], of: PackTest.WaiverStep.self).map { .waive(name, $0) }
    default: return .depart(name)
    }
  }
}
