import Casework
import Foundation
import GRDB
import Quantities
import RulePacks

/// Finds out who takes part in a notice: what its rules come to is read off the rows of facts, and
/// only those who take part are folded.
struct CampaignPlanning {
  private let store: CaseStore
  private let notice: CampaignNotice
  private let desk: DecisionDesk
  private let pack: RulePack
  private let practice: [String: Value]
  private let table: StandingTable

  /// What has to be looked at of a case that takes part.
  private struct Look: Sendable {
    var isEnrolled = false
    var hindrances: [Refusal] = []
  }

  /// Many cases take part before they are looked at on every core.
  private static let part = 16

  init(_ store: CaseStore, _ notice: CampaignNotice, _ desk: DecisionDesk) throws {
    guard desk.office.packs[notice.pack] != nil else {
      throw Problem("campaign.not_adopted", ["id": notice.id, "pack": notice.pack])
    }
    self.store = store
    self.notice = notice
    self.desk = desk
    pack = try store.pack(notice.pack, law: nil, in: desk.db)
    practice = desk.office.practice(under: pack, on: desk.on).values
    table = try store.standings(in: desk.db)
  }

  /// The plan, by number.
  func plan() throws -> CampaignPlan {
    guard let cohort = notice.cohort else { return CampaignPlan(notice: notice, entries: []) }
    let memberships = try memberships(of: cohort)
    let rows = try Row.fetchCursor(
      desk.db.cachedStatement(
        sql: """
          SELECT id, stream, number, name, host, standing FROM queue ORDER BY number_key, id
          """))
    var entries: [CampaignPlan.Entry] = []
    while let row = try rows.next() {
      guard let standing = table.byID[row[5]], isIn(standing) else { continue }
      let (verdict, reason) = try verdict(on: row[0], memberships, cohort, standing)
      entries.append(
        CampaignPlan.Entry(
          id: StreamID(blob: row[1]), number: row[2], name: row[3], host: row[4],
          department: standing.department,
          stage: table.label(of: standing.main, in: standing.pack)?.stageLabel
            ?? Bilingual(zh: standing.main.stage, en: standing.main.stage),
          verdict: verdict, reason: reason))
    }
    let members = entries.indices.filter { entries[$0].verdict == .member }
    for (place, look) in zip(members, try looks(at: members.map { entries[$0].id })) {
      entries[place].isEnrolled = look.isEnrolled
      entries[place].hindrances = look.hindrances
    }
    return CampaignPlan(notice: notice, entries: entries)
  }

  /// Whether cases that stand somewhere are asked about.
  private func isIn(_ standing: Standing) -> Bool {
    let only = desk.actor.onlyDepartment
    return standing.pack == notice.pack && (only == nil || standing.department == only)
  }

  /// Whether a case takes part, and why; facts that are missing are only looked for where the case
  /// stands at a stage at which they count.
  private func verdict(
    on row: Int64, _ memberships: [Int64: CohortMembership], _ cohort: Cohort, _ standing: Standing
  ) throws -> (CohortMembership.Verdict, CampaignPlan.Reason) {
    let (stage, procedure) = (standing.main.stage, pack.mainProcedure)
    if let membership = memberships[row] {
      return notice.verdict(membership, main: stage, of: procedure)
    }
    if let reason = notice.hindrance(at: stage, of: procedure) { return (.outside, reason) }
    return notice.verdict(
      try membership(of: row, in: cohort), main: stage, of: procedure)
  }

  // MARK: Facts

  /// What the notice says of the facts of each case, by its row in the queue; those in doubt are
  /// left out.
  private func memberships(of cohort: Cohort) throws -> [Int64: CohortMembership] {
    let tests = cohort.tests
    let rules = FlatRules(
      tests, in: FlatRules.Circumstances(practice: practice, on: desk.on, today: desk.on))
    let paths = try FactTables(db: desk.db).paths().map { (number: $0.key, path: $0.value) }
    let cases = try ChosenCases(
      standing: { id in table.byID[id].flatMap { isIn($0) ? 0 : nil } }, desk.db)
    let parts = try FactScan(store: store, db: desk.db, cases: cases).run { _, part in
      let evaluator = FlatEvaluator(rules, paths: paths)
      var found: [(Int64, CohortMembership)] = []
      try part.forEach { row, _, facts in
        evaluator.frame.fill(facts)
        if let membership = cohort.membership(by: { evaluator.truth(of: $0) }) {
          found.append((row, membership))
        }
      }
      return found
    }
    return Dictionary(parts.joined()) { first, _ in first }
  }

  /// The same for one case, with the facts that are missing.
  private func membership(of row: Int64, in cohort: Cohort) throws -> CohortMembership {
    let tables = FactTables(db: desk.db)
    let paths = try tables.paths(read: notice.factsOfCohort)
    return cohort.membership(
      in: Scope(
        facts: FactSheet(try tables.facts(of: row, paths)), practice: practice, on: desk.on,
        today: desk.on))
  }

  // MARK: Those who take part

  /// Whether the runs of cases are under way, and otherwise what stands in their way.
  private func looks(at streams: [StreamID]) throws -> [Look] {
    let views = streams.count < 2 * Self.part ? nil : try SameViews.of(store, desk.db)
    let parts = stride(from: 0, to: streams.count, by: Self.part).map {
      Array(streams[$0..<min($0 + Self.part, streams.count)])
    }
    return try Sweeping(parts, views, desk.db) {
      [store, notice, session = desk.session, office = desk.office, actor = desk.actor] db, part in
      let desk = DecisionDesk(store, db, session, office: office, actor: actor)
      return try part.map { try Self.look(at: $0, for: notice, store, desk) }
    }.results()
  }

  private static func look(
    at stream: StreamID, for notice: CampaignNotice, _ store: CaseStore, _ desk: DecisionDesk
  ) throws -> Look {
    let state = try CaseState.folded(try Journal(db: desk.db).events(of: stream))
    if state.proceedings.contains(where: { $0.campaign == notice.id }) {
      return Look(isEnrolled: true)
    }
    var context = try desk.context(
      for: state, under: try store.pack(state.pack, law: state.law, in: desk.db))
    if !context.campaigns.contains(where: { $0.notice.id == notice.id }),
      let campaign = Campaign(notice, contentHash: "", isClosed: false)
    {
      context.campaigns.append(CampaignInForce(campaign: campaign, notice: notice))
    }
    context.actor.roles.formUnion(
      context.pack.procedure(notice.procedure)?.opening?.roles ?? [])
    context.actor.department = nil
    let command = Command.open(
      procedure: notice.procedure, inputs: notice.openingInputs, note: nil)
    guard case .failure(let refusals) = Decider.decide(command, on: state, in: context) else {
      return Look()
    }
    return Look(hindrances: refusals.list)
  }
}

extension CampaignNotice {
  /// The facts that say who takes part.
  fileprivate var factsOfCohort: Set<FactPath> {
    let rules = (cohort?.outside ?? []) + (cohort?.members ?? [])
    return rules.reduce(into: [FactSheet.foundedOnPath]) { $0.formUnion($1.when.facts) }
  }
}
