import Casework
import Quantities
import RulePacks

/// Everything that the tables hold of one case, as its state says; pure.
struct CaseProjection: Hashable, Sendable {
  var stream: StreamID
  let number: String?
  let name: String
  let host: String
  let creditCode: String?
  let standing: Standing
  let mainDue: CalendarDate?
  let mainEnteredOn: CalendarDate
  /// Texts by which lists are sorted: numbers by their figure, names by their pinyin.
  let numberKey: String
  let nameKey: String
  let hostKey: String
  /// The due date of the place that has to be looked at first.
  let due: CalendarDate?
  let enteredOn: CalendarDate
  /// The first day on which the case looks different though nothing happens.
  let nextChangeOn: CalendarDate?
  let batch: String?
  let field: String?
  let openedOn: CalendarDate
  let isTakenOver: Bool
  let waitingFor: String?
  let version: Int
  let proceedings: [Proceeding]
  let facts: Facts
  /// The keys under which the case is found by name.
  let names: [String]
  let text: String
  let fingerprint: String

  init(_ state: CaseState) {
    let main = state.main
    let beside = state.proceedings.filter { !$0.isMain && !$0.isEnded }
    let places = [main].compactMap { $0 } + beside
    let first = places.isEmpty ? nil : places[Self.foremost(among: places)]
    let waiting = state.contacts.last.flatMap { $0.contact.waitingFor == nil ? nil : $0.contact }
    stream = state.id
    number = state.number
    name = state.text("name") ?? ""
    host = state.text("host.name") ?? ""
    numberKey = Self.sortKey(number: state.number ?? "")
    nameKey = Self.sortKey(name: name)
    hostKey = Self.sortKey(name: host)
    creditCode = state.text("host.credit_code").map { TextFolding.comparisonKey($0).uppercased() }
    standing = Standing(
      department: state.text("department"), pack: state.pack, law: state.law,
      main: main.map(Standing.Place.init) ?? .nowhere, beside: beside.map(Standing.Place.init),
      foremost: main == nil ? 0 : Self.foremost(among: places),
      assignee: state.assignee, deputy: state.deputy?.deputy, deputyUntil: state.deputy?.until,
      isWaiting: waiting != nil)
    mainDue = main?.isEnded == true ? nil : main?.entry.deadline?.due
    mainEnteredOn = main?.enteredOn ?? state.openedOn
    due = first?.isEnded == true ? nil : first?.entry.deadline?.due
    enteredOn = first?.enteredOn ?? state.openedOn
    let ends = places.filter { !$0.isEnded }.compactMap { $0.entry.deadline?.due }
    let reminders = [waiting?.until, state.deputy?.until].compactMap { $0 }
    nextChangeOn = (ends + reminders).min()?.adding(days: 1)
    batch = Self.batch(of: state)
    field = state.text("field")
    openedOn = state.openedOn
    isTakenOver = state.isTakenOver
    waitingFor = waiting?.waitingFor
    version = state.version
    proceedings = state.proceedings
    facts = state.facts
    names = Set(
      ([state.number, state.text("name")].compactMap { $0 } + state.aliases)
        .map(TextFolding.comparisonKey)
    ).filter { !$0.isEmpty }.sorted()
    text = SearchText.text(of: state)
    fingerprint = state.fingerprint
  }

  /// The place to look at first: the earliest due date of the office's own clocks, then of the
  /// host's; without any, an open one before an ended one, and the main one before the others.
  private static func foremost(among places: [Proceeding]) -> Int {
    func rank(_ index: Int) -> (Int, Int32, Int) {
      let entry = places[index].entry
      let due = entry.deadline?.due.ordinal ?? .max
      return switch entry.clock {
      case .running: (0, due, index)
      case .host: (1, due, index)
      case .none: (2, due, index)
      case .ended: (3, due, index)
      }
    }
    return places.indices.min { rank($0) < rank($1) } ?? 0
  }

  private static func sortKey(number: String) -> String {
    guard let (prefix, year, place) = CaseNumbers.parts(of: number) else { return number }
    let digits = String(place)
    return "\(prefix)-\(year)-" + String(repeating: "0", count: max(0, 8 - digits.count)) + digits
  }

  private static func sortKey(name: String) -> String {
    (PinyinInitials.keys(for: name, limit: 1).first ?? "") + " " + name
  }

  /// The batch as `2026-1`: its id, or year and number.
  private static func batch(of state: CaseState) -> String? {
    if let id = state.text("batch.id") { return id }
    guard case .value(.count(let year, _)) = state.facts["batch.year"] else { return nil }
    guard case .value(.count(let number, _)) = state.facts["batch.number"] else { return "\(year)" }
    return "\(year)-\(number)"
  }
}

extension Standing.Place {
  /// The place of a case that has no main proceeding, which no decision makes.
  static let nowhere = Standing.Place(
    procedure: "", stage: "", owner: nil, clock: .none, ends: nil)

  /// Where a proceeding stands.
  init(_ proceeding: Proceeding) {
    self.init(
      procedure: proceeding.procedure, stage: proceeding.stage, owner: proceeding.entry.owner,
      clock: proceeding.entry.clock, ends: proceeding.entry.ends)
  }
}
