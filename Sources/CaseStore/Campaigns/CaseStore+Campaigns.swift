package import Casework
import Foundation
import GRDB
import Quantities
package import RulePacks

/// What opening a campaign came to.
package struct CampaignLaunch: Sendable {
  /// The plan on which it was opened.
  package var plan: CampaignPlan
  /// The cases whose runs were opened, or would be.
  package var opened: [StreamID]
  /// Whether the campaign was open before, so that only those who were missing were taken in.
  package var wasOpen: Bool
}

extension CaseStore {
  /// Who would take part in a notice, who would not, and why.
  ///
  /// A clerk sees the cases of the own department alone.
  package func plan(_ notice: CampaignNotice, for session: Session) throws -> CampaignPlan {
    try reading { try CampaignPlanning(self, notice, DecisionDesk(self, $0, session)).plan() }
  }

  /// Opens a campaign: states it in the office's stream and opens the run of every case that takes
  /// part and can be taken in, in one transaction.
  ///
  /// Where it is open already, those who were missing are taken in.
  ///
  /// - Throws: `Refusals` for the role; `campaign.not_adopted` where the store has not adopted the
  ///   pack; `campaign.closed` where it was closed; `campaign.changed` where it is open by another form
  ///   of the notice; `campaign.exists` for another campaign of that id.
  package func launch(
    _ notice: CampaignNotice, by session: Session, isDryRun: Bool = false
  ) throws -> CampaignLaunch {
    var launch: CampaignLaunch?
    try recording(unless: isDryRun) { db in
      var desk = try DecisionDesk(self, db, session)
      let role = try officeRole(of: desk.actor, over: notice)
      let standing = desk.office.campaigns[notice.id]
      if let standing {
        guard let content = standing.content, standing.isCarriedOut(by: notice) else {
          throw Problem("campaign.exists", ["id": notice.id])
        }
        if standing.isClosed { throw Problem("campaign.closed", ["id": notice.id]) }
        guard content.lawHash == notice.lawHash else {
          throw Problem("campaign.changed", ["id": notice.id])
        }
      } else {
        try record(
          [.notice(notice, isClosed: false)], by: desk.actor, as: role, session, in: db)
        desk = try DecisionDesk(self, db, session)
      }
      let plan = try CampaignPlanning(self, notice, desk).plan()
      var opened: [StreamID] = []
      for entry in plan.ready {
        let history = try Journal(db: db).events(of: entry.id)
        let state = try CaseState.folded(history)
        let context = try desk.context(
          for: state, under: try pack(state.pack, law: state.law, in: db))
        let command = Command.open(
          procedure: notice.procedure, inputs: notice.openingInputs, note: nil)
        let decision = try Decider.decide(command, on: state, in: context).get()
        if !isDryRun { _ = try desk.carryOut(decision, on: state, history) }
        opened.append(entry.id)
      }
      launch = CampaignLaunch(plan: plan, opened: opened, wasOpen: standing != nil)
    }
    guard let launch else { throw Problem("campaign.unknown", ["id": notice.id]) }
    return launch
  }

  /// Closes a campaign; runs that are under way go on.
  ///
  /// - Throws: `Refusals` for the role; `campaign.unknown`, `campaign.closed`.
  package func closeCampaign(_ id: String, by session: Session) throws {
    try writing { db in
      let desk = try DecisionDesk(self, db, session)
      guard var campaign = desk.office.campaigns[id] else {
        throw Problem(
          "campaign.unknown",
          ["id": id, "known": desk.office.campaigns.keys.sorted().joined(separator: ", ")])
      }
      let role = try officeRole(
        of: desk.actor, among: campaign.takesApplications ? [.officer, .administrator] : [.officer])
      if campaign.isClosed { throw Problem("campaign.closed", ["id": id]) }
      campaign.isClosed = true
      try record([.campaign(campaign)], by: desk.actor, as: role, session, in: db)
    }
  }

  /// How far a campaign has got; a clerk sees the cases of the own department alone.
  ///
  /// - Throws: `campaign.unknown`.
  package func progress(of id: String, for session: Session) throws -> CampaignProgress {
    try reading { db in
      let desk = try DecisionDesk(self, db, session)
      let campaign = try campaign(id, in: db)
      let notice = campaign.notice
      let pack = try pack(notice.pack, law: nil, in: db)
      let practice = desk.office.practice(under: pack, on: session.today).values
      let table = try standings(in: db)
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT q.id, q.stream, q.number, q.name, q.host, q.standing FROM queue q
            WHERE q.id IN (SELECT id FROM proceedings WHERE procedure = ?)
            ORDER BY q.number_key, q.id
            """), arguments: [notice.procedure])
      let only = desk.actor.onlyDepartment
      let reading = try CampaignReading(
        db: db, campaign: campaign, practice: practice,
        procedure: pack.procedure(notice.procedure), today: session.today)
      var entries: [CampaignProgress.Entry] = []
      for row in rows {
        guard let standing = table.byID[row[5]], standing.pack == notice.pack,
          only == nil || standing.department == only
        else { continue }
        if let entry = try reading.entry(of: row, department: standing.department) {
          entries.append(entry)
        }
      }
      return CampaignProgress(campaign: campaign, today: session.today, entries: entries)
    }
  }

  /// The role in which a person may state a notice: one that opens runs of cases is for the bureau's
  /// officers.
  func officeRole(of actor: Actor, over notice: CampaignNotice) throws -> Role {
    try officeRole(
      of: actor, among: notice.takesApplications ? [.officer, .administrator] : [.officer])
  }

  private func officeRole(of actor: Actor, among allowed: [Role]) throws -> Role {
    guard let role = allowed.first(where: actor.roles.contains) else {
      throw Refusals([
        Refusal(
          .role, "role.missing",
          arguments: [
            "actor": actor.name, "roles": allowed.map(\.rawValue).joined(separator: ", "),
          ])
      ])
    }
    return role
  }
}

extension Actor {
  /// The one department whose cases the person may see; nil for all.
  var onlyDepartment: String? { roles == [.clerk] ? department : nil }
}
