import Casework
import Foundation
import GRDB
import Quantities
import RulePacks

/// Reads how far the run of a case under a notice has got, from the derived tables.
///
/// Which run is the notice's stands in the event that opened it; a case is folded only where more of
/// its history may have a say.
struct CampaignReading {
  private let db: Database
  private let campaign: CampaignInForce
  private let practice: [String: Value]
  private let procedure: Procedure?
  private let today: CalendarDate
  private let paths: [Int64: FactPath]
  /// How an input that names the notice is written in a payload.
  private let mark: Data
  private let readsInputs: Bool

  init(
    db: Database, campaign: CampaignInForce, practice: [String: Value], procedure: Procedure?,
    today: CalendarDate
  ) throws {
    self.db = db
    self.campaign = campaign
    self.practice = practice
    self.procedure = procedure
    self.today = today
    paths = try FactTables(db: db).paths()
    let id = Redaction.escaped(Value.text(campaign.notice.id).canonical)
    mark = Data("\"\(Campaign.input)\":\"\(id)\"".utf8)
    readsInputs = campaign.notice.readsInputs
  }

  /// A case that takes part; nil where no run of it belongs to the campaign.
  ///
  /// - Parameter row: id, stream, number, name and host of the queue.
  func entry(of row: Row, department: String?) throws -> CampaignProgress.Entry? {
    let stream = StreamID(blob: row[1] as Data)
    let events = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT kind, payload FROM events
          WHERE stream = ? AND kind IN ('opened', 'acted', 'proceeding', 'redacted', 'migrated')
            AND (payload IS NULL OR instr(payload, ?) > 0) ORDER BY seq DESC
          """), arguments: [stream.blob, mark])
    guard !events.isEmpty else { return nil }
    let openings = try events.map(opening)
    guard !readsInputs, !openings.contains(where: { $0 == nil }) else {
      return CampaignProgress.Entry(
        try CaseState.folded(try Journal(db: db).events(of: stream)), in: campaign,
        practice: practice, procedure: procedure, today: today)
    }
    for case let opening? in openings {
      guard let place = try place(of: opening.proceeding, row[0]) else { continue }
      let number = row[2] as String
      var entry = CampaignProgress.Entry(
        id: stream, number: number.isEmpty ? stream.text : number, name: row[3], host: row[4],
        department: department, proceeding: opening.proceeding, stage: place.stage,
        stageLabel: CampaignProgress.Entry.label(of: place.stage, in: procedure),
        isEnded: place.isEnded, facts: try FactTables(db: db).facts(of: row[0], paths))
      entry.look(
        at: campaign.notice, inputs: opening.inputs, practice: practice, today: today)
      return entry
    }
    return nil
  }

  /// The opening that an event is; nil for another event.
  private func opening(_ event: Row) throws -> ProceedingOpened? {
    guard event[0] == EventKind.proceeding.rawValue, let payload = event[1] as Data?,
      case .proceeding(let opened) = try EventPayload(kind: .proceeding, bytes: Array(payload))
    else { return nil }
    return opened
  }

  /// Where a run stands; nil where it was undone.
  private func place(
    of proceeding: ProceedingID, _ id: Int64
  ) throws -> (stage: String, isEnded: Bool)? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT stage, ends IS NOT NULL FROM proceedings WHERE id = ? AND proceeding = ?"),
      arguments: [id, proceeding]
    ).map { ($0[0], $0[1]) }
  }
}
