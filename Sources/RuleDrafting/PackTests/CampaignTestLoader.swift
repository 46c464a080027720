package import Quantities
package import RulePacks

/// Reads the tests that ship with a notice (`tests/*.yaml`, with the facts files that they start from).
package enum CampaignTestLoader {
  /// Reads all tests among the sources, by file and in the order of each.
  ///
  /// - Throws: every problem found, with codes that begin with `pack.`, `campaign.` or `facts.`.
  package static func load(
    _ sources: [SourceFile], notice: CampaignNotice, vocabulary: Vocabulary
  ) throws(Problems) -> [CampaignTest] {
    var reading = CampaignTestReading(notice: notice, vocabulary: vocabulary)
    let tests = reading.tests(in: sources)
    guard reading.yaml.problems.isEmpty else {
      throw Problems(reading.yaml.problems.inFileOrder)
    }
    return tests
  }
}

/// The reading of the tests of one notice.
private struct CampaignTestReading {
  let notice: CampaignNotice
  let vocabulary: Vocabulary
  var yaml = YAMLReader(prefix: "campaign.yaml")
  private var bases: [String: YAMLNode] = [:]

  init(notice: CampaignNotice, vocabulary: Vocabulary) {
    self.notice = notice
    self.vocabulary = vocabulary
  }

  mutating func tests(in sources: [SourceFile]) -> [CampaignTest] {
    var files: [YAMLNode] = []
    for source in sources.sorted(by: { $0.path < $1.path }) {
      let parts = source.components
      guard let folder = parts.lastIndex(of: "tests"), let root = yaml.document(source) else {
        continue
      }
      if root["tests"] != nil {
        files.append(root)
      } else {
        bases[parts[(folder + 1)...].joined(separator: "/")] = root
      }
    }
    return files.flatMap { file -> [CampaignTest] in
      guard let map = yaml.map(file, keys: ["tests"]) else { return [] }
      return yaml.items(map["tests"]).compactMap { test($0) }
    }
  }

  private static let keys = ["name", "cites", "trap", "on", "base", "facts", "expect"]
  private static let expectations = [
    "member", "because", "missing", "completion", "delays", "findings", "outcome", "may",
    "windows",
  ]

  private mutating func test(_ node: YAMLNode) -> CampaignTest? {
    guard
      let map = yaml.map(node, keys: Self.keys, required: ["cites", "on", "expect"]),
      let expect = map["expect"].flatMap({ yaml.map($0, keys: Self.expectations) })
    else { return nil }
    for (key, place) in yaml.texts(map["cites"]) {
      check(key, "citation", at: place, among: notice.articles.map(\.key))
    }
    let name = yaml.text("name", of: map)
    guard let on = yaml.date(map["on"]) else { return nil }
    let facts = facts(map)
    let rules = (notice.cohort.map { $0.outside + $0.members } ?? []).map(\.id) + ["otherwise"]
    var test = CampaignTest(name: name, on: on, place: node.place)
    test.trap = yaml.text(map["trap"])
    test.facts = facts
    test.member = one(
      expect["member"], "option", CohortMembership.Verdict.allCases.map(\.rawValue))
    test.because = one(expect["because"], "rule", rules)
    test.missing = list(expect["missing"])
    test.completion = one(
      expect["completion"], "option", CompletionStanding.Result.allCases.map(\.rawValue))
    test.delays = list(expect["delays"])
    test.findings = names(expect["findings"], "condition", notice.conditions.map(\.id))
    test.outcome = one(expect["outcome"], "outcome", notice.outcomes.map(\.id) + ["none"])
    test.options = list(expect["may"])
    test.windows = names(expect["windows"], "window", notice.windows.map(\.id))
    return test
  }

  private mutating func facts(_ map: YAMLMap) -> Facts {
    var facts: Facts = [:]
    if let node = map["base"], let name = yaml.text(node) {
      if let base = bases[name] {
        var reader = FactsReader(vocabulary: vocabulary)
        var own = YAMLReader(prefix: yaml.prefix)
        reader.read(base, ignoring: ["pack"], &own)
        for problem in own.problems where !yaml.problems.contains(problem) {
          yaml.problems.append(problem)
        }
        facts = reader.facts
      } else {
        check(name, "base", at: node.place, among: bases.keys.sorted())
      }
    }
    guard let node = map["facts"] else { return facts }
    var reader = FactsReader(vocabulary: vocabulary)
    reader.read(node, &yaml)
    for path in reader.unknown { facts[path] = nil }
    for path in reader.facts.keys {
      // A list that is given takes the place of one that was known to be empty.
      if let address = RowAddress(path) { facts[address.group] = nil }
    }
    return facts.merging(reader.facts) { _, new in new }
  }

  private mutating func list(_ node: YAMLNode?) -> [String]? {
    guard let node else { return nil }
    return node.items?.isEmpty == true ? [] : yaml.texts(node).map(\.text)
  }

  private mutating func one(_ node: YAMLNode?, _ kind: String, _ known: [String]) -> String? {
    guard let node, let text = yaml.text(node) else { return nil }
    check(text, kind, at: node.place, among: known)
    return text
  }

  private mutating func names(
    _ node: YAMLNode?, _ kind: String, _ known: [String]
  ) -> [String: String] {
    var names: [String: String] = [:]
    for entry in yaml.entries(node) {
      check(entry.key, kind, at: entry.place, among: known)
      names[entry.key] = yaml.text(entry.value)
    }
    return names
  }

  private mutating func check(
    _ name: String, _ kind: String, at place: Problem.Place, among known: [String]
  ) {
    guard !known.contains(name) else { return }
    var arguments = ["name": name]
    arguments["suggestion"] = Suggestion.nearest(to: name, among: known)
    yaml.report("pack.unknown.\(kind)", at: place, arguments)
  }
}
