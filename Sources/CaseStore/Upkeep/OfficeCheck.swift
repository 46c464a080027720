import Casework
import GRDB
import Quantities
import RulePacks

/// Checks that everything the office's own events name is kept beside the journal: packs, notices of
/// campaigns, official texts.
struct OfficeCheck {
  let db: Database

  /// Every blob that an event of the office names is there, and notices can be read.
  ///
  /// Whether the bytes of a blob are those of its hash is asked of all blobs alike.
  func run(_ report: inout Verification) throws {
    let journal = Journal(db: db)
    for record in try journal.records(of: .office) {
      // An event that cannot be read has been reported as such.
      guard let event = try? record.event(), let payload = event.payload,
        let (kind, hash) = Self.blob(of: payload)
      else { continue }
      let arguments = ["event": event.id, "kind": kind.rawValue, "hash": hash]
      guard let bytes = try journal.blob(hash) else {
        report.problems.append(Problem("verify.blob_missing", arguments))
        continue
      }
      if kind == .campaign, SealedEvent.hash(bytes) == hash,
        (try? CampaignNotice(compiled: bytes)) == nil
      {
        report.problems.append(Problem("verify.blob_unreadable", arguments))
      }
    }
  }

  private static func blob(of payload: EventPayload) -> (kind: EventKind, hash: String)? {
    switch payload {
    case .pack(let adopted): (.pack, adopted.contentHash)
    case .campaign(let campaign): campaign.content.map { (.campaign, $0.contentHash) }
    case .law(let loaded): (.law, loaded.contentHash)
    default: nil
    }
  }
}
