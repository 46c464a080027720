import CaseStore
import Casework
import Quantities
import RulePacks

/// One command on its way through several cases, or what it would come to on them.
struct BulkRun: Sendable {
  /// What it came to on one case; light, since there may be very many.
  struct Line: Sendable {
    /// What it came to.
    enum Outcome: Sendable {
      /// It was done, or can be; where the case then stands.
      case able(pack: String, procedure: String, stage: String)
      /// It was not, and why.
      case trouble(DeskTrouble)
    }

    /// The case.
    let stream: StreamID
    /// What it came to.
    let outcome: Outcome
    /// Whether it is on record.
    let isRecorded: Bool
  }

  /// The most cases that are looked at beforehand; the others are when their turn comes.
  static let lookedAt = 300
  /// The most cases handed over at once; how many of them are done before the next picture, the
  /// clock decides.
  private static let handful = 64

  /// What is to be done, a case each.
  let errands: [DeskEffect.Errand]
  /// Whether it is only found out what would come of it.
  let isDryRun: Bool
  /// To which request answers belong.
  let ticket: Ticket
  /// What it came to so far, in the order of the cases.
  private(set) var lines: [Line] = []
  /// Whether the person stopped it.
  var isStopped = false

  /// A run that has not begun.
  init(_ errands: [DeskEffect.Errand], isDryRun: Bool, ticket: Ticket) {
    self.errands = errands
    self.isDryRun = isDryRun
    self.ticket = ticket
  }

  /// Whether there is more to do.
  var isRunning: Bool { !isStopped && lines.count < errands.count }

  /// What comes next; nil at the end.
  var next: DeskEffect? {
    guard isRunning else { return nil }
    let rest = errands[lines.count...].prefix(Self.handful)
    return .bulk(Array(rest), isDryRun: isDryRun, ticket: ticket)
  }

  /// On how many cases it was done, or can be.
  var able: Int {
    lines.count { if case .able = $0.outcome { true } else { false } }
  }

  /// The cases on whose record it is now.
  var recorded: [StreamID] { lines.filter(\.isRecorded).map(\.stream) }

  /// The articles of what stands in the way of the first cases.
  var cites: [Citation] {
    lines.prefix(Self.lookedAt).flatMap { line -> [Citation] in
      guard case .trouble(.refused(let refusals)) = line.outcome else { return [] }
      return refusals.list.flatMap(\.cites)
    }
  }

  /// Takes in what it came to on the next cases.
  mutating func take(_ results: [BulkResult]) {
    guard !results.isEmpty else {
      isStopped = true
      return
    }
    lines += results.map(Line.init)
  }
}

extension BulkRun.Line {
  /// The line of a result.
  fileprivate init(_ result: BulkResult) {
    stream = result.stream
    switch result.result {
    case .success(let performed):
      let main = performed.after.main
      outcome = .able(
        pack: performed.after.pack, procedure: main?.procedure ?? "", stage: main?.stage ?? "")
      isRecorded = !performed.events.isEmpty
    case .failure(let trouble):
      outcome = .trouble(trouble)
      isRecorded = false
    }
  }

  /// What has to be filled in, where nothing else stands in the way.
  var lacking: [Refusal] {
    guard case .trouble(.refused(let refusals)) = outcome,
      refusals.list.allSatisfy({ $0.code == "input.missing" })
    else { return [] }
    return refusals.list
  }
}
