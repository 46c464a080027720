package import CaseStore
import Casework
package import Quantities
import RuleDrafting
import RulePacks

/// Makes a store for training whose cases are invented and whose decisions are real: each passed the
/// same gate as anybody's.
package struct DemonstrationMaker {
  /// What it is made of.
  package let script: DemonstrationScript
  /// The schedules of working days.
  package let schedules: [WorkingCalendar.Year]
  /// The day on which it is looked at.
  package let today: CalendarDate

  /// How many cases one transaction of generated cases takes.
  private static let chunk = 1000
  /// Long before the first step, so that the office was there.
  private static let officeAge = 2000

  /// A maker.
  package init(
    script: DemonstrationScript, schedules: [WorkingCalendar.Year], today: CalendarDate
  ) {
    self.script = script
    self.schedules = schedules
    self.today = today
  }

  private var calendar: WorkingCalendar { WorkingCalendar(schedules) }

  /// Makes the store; the same script, day and number give the same events.
  ///
  /// - Parameters:
  ///   - login: the caller, who becomes administrator and has every other role as well.
  ///   - generated: how many cases are generated beside those of the script.
  ///   - progress: told how many generated cases there are so far.
  /// - Throws: `Problems` of the script; what creating a store throws; `demonstration.too_many`;
  ///   `demonstration.refused` where the script asks for what the law refuses.
  @discardableResult
  package func make(
    at path: String, login: String, generated: Int = 0, progress: (Int) -> Void = { _ in }
  ) throws -> CaseStore {
    if generated > 0, generated > script.generated?.combinations ?? 0 {
      throw Problem(
        "demonstration.too_many", ["most": "\(script.generated?.combinations ?? 0)"])
    }
    let calendar = calendar
    let office = try script.office(today: today, calendar: calendar)
    let notices = try script.carriedOut(today: today, calendar: calendar)
    let walks = try script.caseWalks(today: today, calendar: calendar)
    let seed = UInt64(bitPattern: Int64(today.ordinal)) &* 0x1_0000_0001 &+ UInt64(generated)
    let store = try CaseStore.create(at: path, entropy: .seeded(seed))
    try establish(store, office, login)
    for notice in notices { try carryOut(notice, in: store) }
    try perform(walks, in: store)
    try generate(generated, calendar, in: store, progress)
    try store.close()
    return store
  }

  private func establish(
    _ store: CaseStore, _ office: DemonstrationOffice, _ login: String
  ) throws {
    let founded = today.adding(days: -Self.officeAge)
    let caller = User(
      name: login, display: login, login: login, roles: Role.allCases, department: nil)
    var commands: [OfficeCommand] = [
      .settings(
        OfficeSettings(
          name: office.name, utcOffsetMinutes: OfficeSettings.standardOffset, allowsActingAs: true,
          defaultPack: script.pack.id)),
      .user(caller),
    ]
    commands += office.users.map { .user($0) }
    commands += schedules.map { .calendar(CalendarSet(year: $0, source: nil)) }
    commands.append(.adopt(script.pack))
    commands += office.practice.map { .practice($0) }
    commands += office.campaigns.map { .campaign($0) }
    try store.establish(
      commands,
      by: Session(
        login: login, today: founded, moment: Int64(founded.ordinal) * 86_400_000 + 3_600_000))
  }

  /// Opens a notice as an officer does, and takes the steps of its cases before and after.
  private func carryOut(_ notice: DemonstrationNotice, in store: CaseStore) throws {
    let states = try perform(notice.before, in: store)
    _ = try store.launch(notice.notice, by: notice.session)
    for (place, step) in notice.after {
      do {
        _ = try store.perform(step.command, on: .stream(states[place].id), by: step.session)
      } catch let refusals as Refusals {
        throw Self.problem(refusals, at: step, of: notice.walks[place])
      }
    }
  }

  /// Performs the walks of the script.
  @discardableResult
  private func perform(_ walks: [CaseWalk], in store: CaseStore) throws -> [CaseState] {
    do {
      return try store.perform(walks)
    } catch let refused as WalkRefused {
      throw Self.problem(refused, of: walks[refused.walk])
    }
  }

  /// Which centre and step the script has wrong.
  private static func problem(_ refused: WalkRefused, of walk: CaseWalk?) -> Problem {
    problem(refused.refusals, at: refused.step.flatMap { walk?.steps[$0] }, of: walk)
  }

  private static func problem(
    _ refusals: Refusals, at step: CaseWalk.Step?, of walk: CaseWalk?
  ) -> Problem {
    Problem(
      "demonstration.refused",
      [
        "case": walk?.arrival.facts.text("name") ?? "",
        "step": step.map { "\($0.command)" } ?? "",
        "day": step.map { "\($0.session.today)" } ?? "",
        "refusals": refusals.list.map {
          ([$0.code] + $0.arguments.sorted { $0.key < $1.key }.map { "\($0)=\($1)" })
            .joined(separator: " ")
        }.joined(separator: "; "),
      ])
  }

  // MARK: Generated cases

  private func generate(
    _ count: Int, _ calendar: WorkingCalendar, in store: CaseStore, _ progress: (Int) -> Void
  ) throws {
    let mixture = Mixture(weights: script.weights)
    guard count > 0, let rules = script.generated, !mixture.isEmpty else { return }
    var patterns = PatternCache(script: script, today: today, calendar: calendar)
    var order: [(moment: Int64, index: Int)] = []
    order.reserveCapacity(count)
    for index in 0..<count {
      let (place, shift) = mixture.pick(index, spread: rules.spread)
      guard let pattern = try patterns.walk(place, shift) else { continue }
      order.append((pattern.session.moment, index))
    }
    order.sort { $0 < $1 }
    var last: CaseWalk?
    do {
      try store.perform(
        order.count, chunk: Self.chunk,
        walk: { number in
          let index = order[number].index
          let (place, shift) = mixture.pick(index, spread: rules.spread)
          last = try patterns.walk(place, shift)?.taking(rules.facts(of: index))
          return last
        }, progress: progress)
    } catch let refused as WalkRefused {
      throw Self.problem(refused, of: last)
    }
  }
}

/// The walks of the script's cases as they would be so many days earlier, each read once.
private struct PatternCache {
  private struct Key: Hashable {
    let place: Int
    let shift: Int
  }

  let script: DemonstrationScript
  let today: CalendarDate
  let calendar: WorkingCalendar
  private var walks: [Key: CaseWalk] = [:]

  init(script: DemonstrationScript, today: CalendarDate, calendar: WorkingCalendar) {
    self.script = script
    self.today = today
    self.calendar = calendar
  }

  mutating func walk(_ place: Int, _ shift: Int) throws(Problems) -> CaseWalk? {
    let key = Key(place: place, shift: shift)
    if let known = walks[key] { return known }
    var reading = DemonstrationReading(
      script, today: today.adding(days: -shift), calendar: calendar)
    let walk = reading.walk(
      script.cases[place], leavingOut: script.generated?.leavingOut ?? [])
    guard reading.yaml.problems.isEmpty else { throw Problems(reading.yaml.problems) }
    walks[key] = walk
    return walk
  }
}

extension CaseWalk {
  /// The same walk with some facts of its own.
  fileprivate func taking(_ facts: Facts) -> CaseWalk {
    var walk = self
    switch arrival {
    case .application(var application, let pack):
      application.facts.merge(facts) { _, new in new }
      walk.arrival = .application(application, pack: pack)
    case .rosterEntry(var entry, let pack):
      entry.facts.merge(facts) { _, new in new }
      walk.arrival = .rosterEntry(entry, pack: pack)
    }
    return walk
  }
}
