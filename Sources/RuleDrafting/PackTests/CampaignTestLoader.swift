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
  private var files: TestFiles

  var yaml: YAMLReader {
    get { files.yaml }
    set { files.yaml = newValue }
  }

  init(notice: CampaignNotice, vocabulary: Vocabulary) {
    self.notice = notice
    files = TestFiles(vocabulary, prefix: "campaign.yaml")
  }

  mutating func tests(in sources: [SourceFile]) -> [CampaignTest] {
    files.tests(in: sources, .campaignTests).compactMap { test($0) }
  }

  private mutating func test(_ node: YAMLNode) -> CampaignTest? {
    guard
      let map = yaml.map(node, .campaignTest),
      let expect = map["expect"].flatMap({ yaml.map($0, .campaignExpectation) })
    else { return nil }
    for (key, place) in yaml.texts(map["cites"]) {
      files.check(key, "citation", at: place, among: notice.articles.map(\.key))
    }
    let name = yaml.text("name", of: map)
    guard let on = yaml.date(map["on"]) else { return nil }
    let facts = files.facts(map)
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

  private mutating func list(_ node: YAMLNode?) -> [String]? {
    guard let node else { return nil }
    return node.items?.isEmpty == true ? [] : yaml.texts(node).map(\.text)
  }

  private mutating func one(_ node: YAMLNode?, _ kind: String, _ known: [String]) -> String? {
    guard let node, let text = yaml.text(node) else { return nil }
    files.check(text, kind, at: node.place, among: known)
    return text
  }

  private mutating func names(
    _ node: YAMLNode?, _ kind: String, _ known: [String]
  ) -> [String: String] {
    var names: [String: String] = [:]
    for entry in yaml.entries(node) {
      files.check(entry.key, kind, at: entry.place, among: known)
      names[entry.key] = yaml.text(entry.value)
    }
    return names
  }
}
