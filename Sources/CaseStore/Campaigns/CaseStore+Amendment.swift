package import Casework
import Foundation
import GRDB
import Quantities
package import RulePacks

/// What it came to that a notice took another form.
package struct CampaignAmendment: Sendable {
  /// The notice as it was carried out before; nil where the store kept its window and quotas alone.
  package var before: CampaignNotice?
  /// Whether the form is another one at all; where it is not, nothing is recorded.
  package var isAnother: Bool
  /// The cases whose due dates follow the new windows.
  package var restated: [CaseRestatement]
}

extension CaseStore {
  /// Carries an open campaign on by another form of its notice or guide.
  ///
  /// What was done stays as it was recorded. A run that stands at a stage whose window ends on another
  /// day now has that day as its due date, by an event of its own; centres that belong only now are
  /// taken in by `launch`.
  ///
  /// - Parameter isDryRun: to learn what would move, with nothing recorded.
  /// - Throws: `Refusals` for the role; `campaign.unknown`; `campaign.closed`; `campaign.exists` where
  ///   the campaign of that id runs another procedure, another pack or another year.
  package func amend(
    _ notice: CampaignNotice, by session: Session, isDryRun: Bool = false
  ) throws -> CampaignAmendment {
    var amendment = CampaignAmendment(before: nil, isAnother: true, restated: [])
    try recording(unless: isDryRun) { db in
      let desk = try DecisionDesk(self, db, session)
      let role = try officeRole(of: desk.actor, over: notice)
      guard let standing = desk.office.campaigns[notice.id] else {
        throw Problem(
          "campaign.unknown",
          ["id": notice.id, "known": desk.office.campaigns.keys.sorted().joined(separator: ", ")])
      }
      guard standing.isCarriedOut(by: notice) else {
        throw Problem("campaign.exists", ["id": notice.id])
      }
      if standing.isClosed { throw Problem("campaign.closed", ["id": notice.id]) }
      if let content = standing.content {
        amendment.before = try campaign(notice.id, in: db).notice
        amendment.isAnother = content.contentHash != SealedEvent.hash(try notice.compiled())
      }
      guard amendment.isAnother else { return }
      try record([.notice(notice, isClosed: false)], by: desk.actor, as: role, session, in: db)
      amendment.restated = try restateWindows(of: notice, by: desk.actor, as: role, session, in: db)
    }
    return amendment
  }

  /// Gives the runs of a notice the last days of its windows.
  private func restateWindows(
    of notice: CampaignNotice, by actor: Actor, as role: Role, _ session: Session,
    in db: Database
  ) throws -> [CaseRestatement] {
    let inForce = try campaign(notice.id, in: db)
    let streams = try Foundation.Data.fetchAll(
      db,
      sql: """
        SELECT q.stream FROM queue q WHERE EXISTS (
          SELECT 1 FROM proceedings p WHERE p.id = q.id AND p.ends IS NULL AND p.procedure = ?)
        ORDER BY q.number_key, q.id
        """, arguments: [notice.procedure])
    var recorder = try Recorder(db, of: self, actor: actor, moment: session.moment)
    let recount = Recount(
      calendar: try office(in: db).calendar, notices: [notice], years: [],
      basis: notice.documentNumber ?? notice.title.zh, role: role, session: session)
    var restated: [CaseRestatement] = []
    for stream in streams {
      let history = try recorder.journal.events(of: StreamID(blob: stream))
      let state = try CaseState.folded(history)
      guard !state.notices(among: [inForce]).isEmpty else { continue }
      if let found = try restate(state, history, by: recount, &recorder) {
        restated.append(found)
      }
    }
    try recorder.finish()
    return restated
  }
}

extension Campaign {
  /// Whether a notice is one of this campaign, in this form or another.
  package func isCarriedOut(by notice: CampaignNotice) -> Bool {
    id == notice.id && pack == notice.pack && procedure == notice.procedure && year == notice.year
      && takesApplications == notice.takesApplications
  }
}
