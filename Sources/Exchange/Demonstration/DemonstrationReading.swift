import CaseStore
import Casework
import Quantities
import RuleDrafting
import RulePacks

/// The reading of a script for one day.
struct DemonstrationReading {
  let script: DemonstrationScript
  let dates: StepDates
  var yaml = YAMLReader(prefix: "pack.yaml")
  var slots: SlotText
  var users: [User] = []
  let inputs: [String: ValueType]
  /// Whether a walk ends where its next step is later than today, and is not wrong for that.
  var stopsAtToday = false

  /// The login that demonstration steps are recorded under.
  static let login = "demonstration"

  init(_ script: DemonstrationScript, today: CalendarDate, calendar: WorkingCalendar) {
    self.script = script
    dates = StepDates(today: today, calendar: calendar)
    slots = SlotText(days: ["today": today], years: ["this_year": today.year])
    inputs = Dictionary(script.pack.inputs.map { ($0.id, $0.type) }) { first, _ in first }
    users = readUsers()
  }

  func filled(_ node: YAMLNode) -> YAMLNode { node.mapTexts(slots.filled) }

  // MARK: The office

  mutating func office() -> DemonstrationOffice {
    DemonstrationOffice(
      name: script.root["office"].map { yaml.bilingual($0) } ?? script.pack.issuer, users: users,
      practice: yaml.items(script.root["practice"]).compactMap { practice(filled($0)) },
      campaigns: yaml.items(script.root["campaigns"]).compactMap { campaign(filled($0)) })
  }

  private mutating func readUsers() -> [User] {
    yaml.items(script.root["users"]).compactMap { node in
      guard
        let map = yaml.map(
          node, keys: ["name", "display", "roles", "department"],
          required: ["name", "display", "roles"])
      else { return nil }
      let name = yaml.text("name", of: map)
      return User(
        name: name, display: yaml.text("display", of: map), login: name,
        roles: yaml.options(map["roles"], of: Role.self), department: yaml.text(map["department"]))
    }
  }

  private mutating func practice(_ node: YAMLNode) -> PracticeSet? {
    let keys = ["item", "value", "from"]
    guard let map = yaml.map(node, keys: keys + ["first_day", "basis"], required: keys) else {
      return nil
    }
    let id = yaml.text("item", of: map)
    guard let item = script.pack.practiceItem(id) else {
      unknown(id, "practice", at: map["item"] ?? node, among: script.pack.practice.map(\.id))
      return nil
    }
    let countsFirstDay = map["first_day"].map { _ in
      yaml.flag("first_day", of: map, default: false)
    }
    guard let value = yaml.value(map["value"], as: item.type), let from = yaml.date(map["from"])
    else { return nil }
    return PracticeSet(
      pack: script.pack.id, item: id, value: value, countsFirstDay: countsFirstDay, from: from,
      basis: yaml.text(map["basis"]))
  }

  private mutating func campaign(_ node: YAMLNode) -> Campaign? {
    let keys = ["id", "title", "procedure", "year", "number", "from", "to"]
    guard let map = yaml.map(node, keys: keys + ["quotas"], required: keys) else { return nil }
    var quotas: [String: Int] = [:]
    for entry in yaml.entries(map["quotas"]) {
      quotas[entry.key] = yaml.integer(entry.value).map { Int($0) }
    }
    guard let from = yaml.date(map["from"]), let to = yaml.date(map["to"]) else { return nil }
    return Campaign(
      id: yaml.text("id", of: map), title: yaml.bilingual("title", of: map), pack: script.pack.id,
      procedure: yaml.text("procedure", of: map), year: Int(yaml.integer(map["year"]) ?? 0),
      number: Int(yaml.integer(map["number"]) ?? 1), from: from, to: to, quotas: quotas,
      isClosed: false)
  }

  // MARK: People and sessions

  /// The user whom `by` names, or the one who has the role: for clerks that of the department.
  mutating func user(
    _ node: YAMLNode?, otherwise: Role, department: String?, at place: YAMLNode
  ) -> String {
    let word = node.flatMap { yaml.text($0) } ?? otherwise.rawValue
    if users.contains(where: { $0.name == word }) { return word }
    let holders =
      Role(rawValue: word).map { role in users.filter { $0.roles.contains(role) } } ?? []
    let own = holders.first { $0.department == department }
    if let user = own ?? holders.first(where: { $0.department == nil }) { return user.name }
    unknown(word, "user", at: node ?? place, among: users.map(\.name))
    return word
  }

  /// Who does step number `count` of a walk on a day: each some minutes after the one before.
  func session(_ user: String, on date: CalendarDate, count: Int) -> Session {
    let morning = Int64(date.ordinal) * 86_400_000 + 3_600_000
    return Session(
      login: Self.login, actor: user, today: date, moment: morning + Int64(count) * 420_000)
  }

  mutating func unknown(
    _ name: String, _ kind: String, at node: YAMLNode, among known: [String]
  ) {
    yaml.report(
      "pack.unknown.\(kind)", at: node.place,
      ["name": name, "known": known.joined(separator: ", ")])
  }
}
