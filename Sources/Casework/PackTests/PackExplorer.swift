import Quantities
package import RulePacks

/// Walks the procedures of a pack by itself, so that every action is taken at least once where the
/// guards let it.
///
/// It begins with the cases that the pack's own tests walk through, and goes on from every place that
/// it reaches, with inputs made up by their types. Pure, and the same every time.
package struct PackExplorer {
  /// An action of a stage, or the opening of a procedure.
  package struct Place: Hashable, Sendable {
    /// The procedure.
    package var procedure: String
    /// The stage; empty for openings.
    package var stage: String
    /// The action; `opening` for openings.
    package var action: String

    /// The place as tests name it: `procedure.stage.action`.
    package var path: String {
      stage.isEmpty ? "\(procedure).\(action)" : "\(procedure).\(stage).\(action)"
    }
  }

  /// What the walk came to.
  package struct Report: Sendable {
    /// How many actions and openings the pack has.
    package var places: Int
    /// How many were taken.
    package var taken: Int
    /// How many steps were walked.
    package var steps: Int
    /// What was never taken, with the codes that stood in the way at the last try.
    package var neverTaken: [(place: Place, refusals: [String])]
  }

  /// How many cases are followed from each combination of stages.
  private static let representatives = 1
  /// How many cases are followed in all.
  private static let limit = 400

  let runner: PackTestRunner
  let test: PackTest
  var taken: Set<Place> = []
  var hindrances: [Place: [String]] = [:]
  private var visits: [[String]: Int] = [:]
  private var queue: [ImaginedCase] = []
  var steps = 0
  /// Whether ways are gone that lead to nothing new; after the first test only others are.
  private var isThorough = true

  /// Walks a pack from the cases of its tests.
  package static func report(on runner: PackTestRunner, from tests: [PackTest]) -> Report {
    let all = places(of: runner.pack)
    var taken: Set<Place> = []
    var hindrances: [Place: [String]] = [:]
    var steps = 0
    for (number, test) in tests.filter({ !$0.path.isEmpty }).enumerated() {
      var explorer = PackExplorer(runner: runner, test: test, taken: taken)
      explorer.isThorough = number == 0
      explorer.explore()
      taken = explorer.taken
      hindrances.merge(explorer.hindrances) { _, new in new }
      steps += explorer.steps
      if taken.count == all.count { break }
    }
    return Report(
      places: all.count, taken: taken.count, steps: steps,
      neverTaken: all.filter { !taken.contains($0) }.map { ($0, hindrances[$0] ?? []) })
  }

  /// Every action and opening of a pack.
  package static func places(of pack: RulePack) -> [Place] {
    pack.procedures.flatMap { procedure in
      (procedure.opening == nil
        ? [] : [Place(procedure: procedure.id, stage: "", action: "opening")])
        + procedure.stages.flatMap { stage in
          stage.actions.map {
            Place(procedure: procedure.id, stage: stage.id, action: $0.id)
          }
        }
    }
  }

  private init(runner: PackTestRunner, test: PackTest, taken: Set<Place>) {
    self.runner = runner
    self.test = test
    self.taken = taken
  }

  // MARK: Walking

  private mutating func explore() {
    let walked = runner.walk(test)
    for (before, decision) in zip(walked.cases, walked.decisions) { mark(decision, on: before) }
    let context = runner.context(of: test, by: "applicant", as: [.clerk], on: test.on)
    var starts = walked.cases
    for stage in runner.pack.mainProcedure?.takeOverStages ?? [] {
      let since = test.on.adding(days: -30)
      let taken = ImaginedCase.standing(at: stage, since: since, facts: test.facts, in: context)
      if let taken { starts.append(taken) }
    }
    for start in starts { push(start) }
    var followed = 0
    while followed < queue.count, followed < Self.limit {
      follow(queue[followed])
      followed += 1
    }
  }

  /// Notes what a step of a test has taken.
  private mutating func mark(_ decision: Decision, on before: ImaginedCase) {
    steps += 1
    for draft in decision.drafts {
      switch draft.payload {
      case .acted(let acted):
        guard let proceeding = before.state.proceeding(acted.proceeding) else { continue }
        taken.insert(
          Place(procedure: proceeding.procedure, stage: acted.from, action: acted.action))
      case .proceeding(let opened):
        taken.insert(Place(procedure: opened.procedure, stage: "", action: "opening"))
      default: continue
      }
    }
  }

  /// Whether something that was never taken could be taken of a case.
  private func leadsToNews(_ imagined: ImaginedCase) -> Bool {
    let table = DecisionTable(imagined.state, runner.context(of: test))
    let sites = table.sites.map {
      Place(procedure: $0.procedure.id, stage: $0.stage.id, action: $0.action.id)
    }
    let openings = table.openable.map { Place(procedure: $0.id, stage: "", action: "opening") }
    return (sites + openings).contains { !taken.contains($0) }
  }

  private mutating func push(_ imagined: ImaginedCase, by way: Int = 0) {
    guard isThorough || leadsToNews(imagined) else { return }
    let open = imagined.state.proceedings.filter { $0.isMain || !$0.isEnded }
    let own = open.filter {
      runner.pack.procedure($0.procedure)?.opening?.terms?.isByAction != true
    }
    guard own.count <= 2 else { return }
    let key = open.map { "\($0.procedure).\($0.stage)" } + (way > 0 ? ["way \(way)"] : [])
    guard visits[key, default: 0] < Self.representatives else { return }
    visits[key, default: 0] += 1
    queue.append(imagined)
  }

  /// Takes what stays at the stage first, for later actions may rest on it; then what moves.
  private mutating func follow(_ imagined: ImaginedCase) {
    var current = imagined
    for isStaying in [true, false] {
      let context = runner.context(of: test, on: date(of: current.state).adding(days: 1))
      let table = DecisionTable(current.state, context)
      for site in table.sites where (site.action.to == site.stage.id) == isStaying {
        let place = Place(
          procedure: site.procedure.id, stage: site.stage.id, action: site.action.id)
        guard isStaying || isWorthTaking(place, to: site.action.to, from: current) else { continue }
        let roles = site.roles(in: runner.pack)
        guard let first = attempt(place, site, roles, on: current) else { continue }
        let next = agreed(place, site, on: first)
        if isStaying { current = next }
        push(next)
      }
    }
    let openable = DecisionTable(current.state, runner.context(of: test)).openable
    for procedure in openable {
      guard let opening = procedure.opening else { continue }
      let place = Place(procedure: procedure.id, stage: "", action: "opening")
      guard !taken.contains(place) || current.state.proceedings.count == 1 else { continue }
      let made = Attempt(
        inputs: opening.needs, optional: opening.mayHave, roles: opening.roles,
        proceeding: nil, entered: current.state.main?.enteredOn ?? test.on,
        due: current.state.main?.entry.deadline?.due)
      let ways = made.inputs.compactMap(runner.pack.input).map(\.type.breadth).max() ?? 1
      for way in 0..<ways {
        let next = attempt(place, made, on: current, beginningWith: way) {
          .open(procedure: procedure.id, inputs: $0, note: nil)
        }
        if let next { push(next, by: way) }
      }
    }
  }

  /// The case once all who decide together have agreed, as far as they do.
  private mutating func agreed(
    _ place: Place, _ site: DecisionTable.Site, on imagined: ImaginedCase
  ) -> ImaginedCase {
    var current = imagined
    for _ in 1..<max(1, site.action.terms?.agreedBy.count ?? 1) {
      let table = DecisionTable(current.state, runner.context(of: test))
      let again = table.sites.first {
        $0.proceeding.id == site.proceeding.id && $0.action.id == site.action.id
      }
      guard let again, !again.consents.isEmpty, let owner = again.awaited.first,
        let roles = runner.pack.owner(owner)?.roles,
        let next = attempt(place, again, roles, on: current, as: owner)
      else { break }
      current = next
    }
    return current
  }

  private func isWorthTaking(_ place: Place, to stage: String, from current: ImaginedCase) -> Bool {
    guard taken.contains(place) else { return true }
    let reached = visits.keys.contains { $0.contains("\(place.procedure).\(stage)") }
    return !reached || current.state.proceedings.count == 1
  }

  func date(of state: CaseState) -> CalendarDate {
    max(state.steps.last?.on ?? test.on, test.on)
  }
}

extension ValueType {
  /// How many kinds of runs an input of the type can tell apart.
  fileprivate var breadth: Int {
    if case .choice(let options) = self { return options.count }
    return 1
  }
}
