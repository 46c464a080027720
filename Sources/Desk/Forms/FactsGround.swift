import Casework
package import Quantities
package import RulePacks

/// What conditions come to under changed facts, before anything is written.
package struct FactsGround: Sendable {
  /// The pack.
  package let pack: RulePack
  /// The case; nil before there is one.
  let state: CaseState?
  /// The moment whose conditions are shown.
  let moment: Moment
  private let practice: [String: Value]
  private let others: [String: Int64]
  private let on: CalendarDate?
  private let today: CalendarDate

  /// The ground of a case that is there.
  init(_ folder: CaseFolder) {
    pack = folder.pack
    state = folder.state
    moment = folder.moment
    practice = folder.context.practice.values
    others = folder.context.others
    on = folder.context.on
    today = folder.context.today
  }

  /// The ground of an application that is still to be received.
  package init(pack: RulePack, practice: [String: Value], today: CalendarDate) {
    self.pack = pack
    state = nil
    moment = .application
    self.practice = practice
    others = [:]
    on = nil
    self.today = today
  }

  /// The findings of the moment under some facts, in the order of the pack.
  func findings(under facts: Facts) -> [Finding] {
    var day = on ?? today
    if on == nil, case .value(.date(let date))? = facts["applied_on"] { day = date }
    let scope = Scope(
      facts: FactSheet(facts), practice: practice, others: others, on: day, today: today)
    return FindingEvaluator(pack: pack, scope: scope).findings(at: moment, of: state)
  }

  /// The columns that the conditions of the moment ask for.
  var asked: Set<FactPath> {
    var asked = Set<FactPath>(Self.always)
    for condition in pack.conditions where condition.testedAt.contains(moment) {
      for path in Self.reads(condition) { asked.insert(path) }
    }
    return asked
  }

  /// The conditions that read a column, of whatever moment; those of this one come first.
  func conditions(reading column: FactPath, of group: String) -> [Condition] {
    let users = pack.conditions.filter { condition in
      let reads = Self.reads(condition)
      return reads.contains(column) || reads.contains(group)
    }
    return users.filter { $0.testedAt.contains(moment) }
      + users.filter { !$0.testedAt.contains(moment) }
  }

  /// What an application has to say whatever the pack.
  static let always: [FactPath] = [
    "name", "host.name", "host.credit_code", "department", "applied_on",
  ]

  private static func reads(_ condition: Condition) -> Set<FactPath> {
    var paths: Set<FactPath> = []
    for expression in [condition.applies, condition.requires, condition.shows] {
      paths.formUnion(expression?.facts ?? [])
    }
    for exception in condition.exceptions { paths.formUnion(exception.applies.facts) }
    return paths
  }
}
