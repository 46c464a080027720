import Casework
import GRDB
import Quantities
import RulePacks

/// What a sweep found out about one case.
struct SweptCase: Sendable {
  let stream: StreamID
  /// What the tables should hold of the case, or what is wrong with its history.
  let projection: Result<CaseProjection, Problem>
  /// Its facts as a row, where every one of their paths has a number already.
  let facts: BinaryFacts?
}

/// Folds many cases: while one batch is written or compared, the next is read and folded on the other
/// cores.
struct CaseSweep<Outcome: Sendable> {
  let db: Database
  /// Where the cases are read; nil to read them here.
  let views: SameViews?
  /// What is made of each case, on the core that folded it.
  let finish: @Sendable (Database, SweptCase) throws -> Outcome
  /// How many cases are folded together, and how many of them one after the other.
  private static var batch: Int { 1024 }
  private static var part: Int { 32 }

  /// Goes through cases in order.
  ///
  /// - Parameter paths: the numbers of the paths that are known when a batch begins.
  func forEach(
    _ streams: [StreamID], paths: () throws -> [FactPath: Int64],
    _ body: (Outcome) throws -> Void
  ) throws {
    var next = try fold(streams.prefix(Self.batch), try paths())
    var start = 0
    while start < streams.count {
      let end = min(start + Self.batch, streams.count)
      let folding = next
      next = try fold(streams[end..<min(end + Self.batch, streams.count)], try paths())
      for outcome in try folding.results() { try body(outcome) }
      start = end
    }
  }

  private func fold(
    _ streams: ArraySlice<StreamID>, _ paths: [FactPath: Int64]
  ) throws -> Sweeping<Outcome> {
    let streams = Array(streams)
    let parts = stride(from: 0, to: streams.count, by: Self.part).map { start in
      start..<min(start + Self.part, streams.count)
    }
    return try Sweeping(parts, views, db) { [finish] db, part in
      let journal = Journal(db: db)
      var texts = HeaderReader.Texts()
      return try streams[part].map { stream in
        let projection = Self.projection(of: try journal.records(of: stream), &texts)
        let swept = SweptCase(
          stream: stream, projection: projection,
          facts: (try? projection.get()).flatMap { BinaryFacts($0.facts, numbers: paths) })
        return try finish(db, swept)
      }
    }
  }

  private static func projection(
    of records: [JournalRecord], _ texts: inout HeaderReader.Texts
  ) -> Result<CaseProjection, Problem> {
    do throws(Problem) {
      var events: [Event] = []
      events.reserveCapacity(records.count)
      for record in records { events.append(try record.event(isForFold: true, after: &texts)) }
      return .success(CaseProjection(try CaseState.folded(events)))
    } catch {
      return .failure(error)
    }
  }
}
