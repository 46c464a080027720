package import CaseStore
package import Casework
package import Quantities
package import RuleDrafting
package import RulePacks

/// What a demonstration store is made of: `demonstration.yaml` of a pack, which knows the stages and
/// the names; this program knows neither.
package struct DemonstrationScript: Sendable {
  /// The pack.
  package let pack: RulePack
  let vocabulary: Vocabulary
  let root: YAMLMap
  let centres: [String: YAMLNode]
  let walks: [String: YAMLNode]
  let cases: [YAMLNode]
  /// The notices that it may carry out.
  let notices: [CampaignNotice]
  /// How generated cases are made; nil where the script has none.
  package let generated: GeneratedCases?

  static let topKeys = [
    "office", "users", "practice", "campaigns", "notices", "centres", "walks", "cases", "generated",
  ]

  /// Reads the parts of a script.
  ///
  /// - Parameter notices: those that it names (``noticeNames(in:)``).
  /// - Throws: what is wrong with its outer form, with codes that begin with `pack.yaml.`.
  package init(
    _ source: SourceFile, pack: RulePack, vocabulary: Vocabulary, notices: [CampaignNotice] = []
  ) throws(Problems) {
    var yaml = YAMLReader(prefix: "pack.yaml")
    guard let node = yaml.document(source),
      let root = yaml.map(node, keys: Self.topKeys, required: ["office", "users", "cases"])
    else { throw Problems(yaml.problems) }
    self.pack = pack
    self.vocabulary = vocabulary
    self.notices = notices
    self.root = root
    centres = Self.named(yaml.entries(root["centres"]))
    walks = Self.named(yaml.entries(root["walks"]))
    cases = yaml.items(root["cases"])
    generated = root["generated"].flatMap { GeneratedCases($0, &yaml) }
    guard yaml.problems.isEmpty else { throw Problems(yaml.problems) }
  }

  private static func named(_ entries: [YAMLNode.Entry]) -> [String: YAMLNode] {
    Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first }
  }

  /// How often each case occurs among generated ones.
  var weights: [Int] {
    cases.map { node in
      node.entries?.first { $0.key == "weight" }?.value.text.flatMap { Int($0) } ?? 0
    }
  }

  /// The office before its first case: its name, users, practice and batches.
  ///
  /// - Throws: everything that is wrong, by place.
  package func office(
    today: CalendarDate, calendar: WorkingCalendar
  ) throws(Problems) -> DemonstrationOffice {
    var reading = DemonstrationReading(self, today: today, calendar: calendar)
    let office = reading.office()
    guard reading.yaml.problems.isEmpty else { throw Problems(reading.yaml.problems) }
    return office
  }

  /// The walks of all cases, the earliest arrival first.
  ///
  /// - Throws: everything that is wrong, by place.
  package func caseWalks(
    today: CalendarDate, calendar: WorkingCalendar
  ) throws(Problems) -> [CaseWalk] {
    var reading = DemonstrationReading(self, today: today, calendar: calendar)
    let walks = cases.compactMap { reading.walk($0, leavingOut: []) }
    guard reading.yaml.problems.isEmpty else { throw Problems(reading.yaml.problems) }
    return walks.sorted { $0.session.moment < $1.session.moment }
  }
}

/// What the office of a demonstration begins with.
package struct DemonstrationOffice: Sendable {
  /// Its name.
  package var name: Bilingual
  /// The users.
  package var users: [User]
  /// The practice that it has set.
  package var practice: [PracticeSet]
  /// The batches.
  package var campaigns: [Campaign]
}
