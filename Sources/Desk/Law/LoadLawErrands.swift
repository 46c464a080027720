import CaseStore
import Casework
import Exchange
import Quantities
import RulePacks

/// Lists what an official text can be loaded for: the packs that the office has adopted, and the
/// notices.
struct ListLawsErrand: DeskErrand {
  /// One of them.
  struct Line: Sendable {
    /// The regulation or the notice.
    let law: any PublishedLaw
    /// The text that is loaded; nil where none is.
    let loaded: LawTextRecord?
  }

  /// The lines; or why the store cannot be read.
  typealias Answer = Result<[Line], DeskTrouble>

  var name: String { "laws" }

  func run(with tools: DeskTools) -> any Sendable {
    guard let store = tools.store as? CaseStore else { return Answer.success([]) }
    do {
      let office = try store.office()
      return Answer.success(
        try Self.laws(tools, store).map { Line(law: $0, loaded: office.lawTexts[$0.id]?.last) })
    } catch {
      return Answer.failure(DeskTrouble(error))
    }
  }

  /// The packs and the notices of the office, then the notices of the data folder.
  static func laws(_ tools: DeskTools, _ store: CaseStore) throws -> [any PublishedLaw] {
    let packs = try store.packs()
    let kept = try store.campaignsInForce().map(\.notice)
    let known = Set(kept.map(\.id))
    let others = CampaignShelf(tools, store).notices.filter { !known.contains($0.id) }
    return packs + kept + others
  }
}

/// Reads a file as the official text of a regulation or of a notice, and keeps it where that is
/// asked for.
struct LoadLawErrand: DeskErrand {
  /// What it came to.
  struct Answer: Sendable {
    /// Whether nothing was recorded on purpose.
    let isDryRun: Bool
    /// What file and data have in common, or why it cannot be read.
    let result: Result<LawTextReport, DeskTrouble>
  }

  /// The name under which the answer comes back.
  static let answerName = "load-law"

  private let path: String
  private let law: any PublishedLaw
  private let isDryRun: Bool
  var name: String { Self.answerName }

  init(_ path: String, for law: any PublishedLaw, isDryRun: Bool) {
    self.path = path
    self.law = law
    self.isDryRun = isDryRun
  }

  func run(with tools: DeskTools) -> any Sendable {
    do {
      return Answer(isDryRun: isDryRun, result: .success(try report(tools)))
    } catch {
      return Answer(isDryRun: isDryRun, result: .failure(DeskTrouble(error)))
    }
  }

  private func report(_ tools: DeskTools) throws -> LawTextReport {
    let place = SmallFile.expanded(path)
    guard let store = tools.store as? CaseStore, !SmallFile.isFolder(place),
      let bytes = SmallFile.bytes(of: place)
    else { throw Problem("file.missing", at: .init(file: path)) }
    let report = LawTextReport(
      try LawTextFile(bytes, path: path), for: law,
      loaded: try store.office().lawTexts[law.id] ?? [])
    if !isDryRun, !report.isSame {
      try store.perform(.law(report.newText), by: tools.session)
    }
    return report
  }
}
