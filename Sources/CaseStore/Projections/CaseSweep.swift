import Casework
import Dispatch
import GRDB
import Quantities
import Synchronization

/// Folds many cases: while one batch is written or compared, the next is folded on the other cores.
struct CaseSweep {
  let journal: Journal
  /// How many cases are folded together.
  private static let batch = 512

  /// Goes through cases in order, each with what the tables should hold of it, or with what is wrong
  /// with its history.
  func forEach(
    _ streams: [StreamID],
    _ body: (StreamID, Result<CaseProjection, Problem>) throws -> Void
  ) throws {
    var next = try fold(streams.prefix(Self.batch))
    var start = 0
    while start < streams.count {
      let end = min(start + Self.batch, streams.count)
      let folding = next
      next = try fold(streams[end..<min(end + Self.batch, streams.count)])
      for (stream, result) in zip(streams[start..<end], folding.results()) {
        try body(stream, result)
      }
      start = end
    }
  }

  /// Begins to fold some cases; their bytes are read here, in the caller's transaction.
  private func fold(_ streams: ArraySlice<StreamID>) throws -> Folding {
    Folding(try streams.map { try journal.records(of: $0) })
  }
}

/// Cases that are being folded.
private final class Folding: Sendable {
  private let group = DispatchGroup()
  private let found: Mutex<[Int: Result<CaseProjection, Problem>]> = Mutex([:])
  private let count: Int

  /// Begins at once, on as many threads as there are parts.
  init(_ histories: [[JournalRecord]], parts: Int = 4) {
    count = histories.count
    let size = max(1, (histories.count + parts - 1) / parts)
    for start in stride(from: 0, to: histories.count, by: size) {
      let part = histories[start..<min(start + size, histories.count)]
      DispatchQueue.global().async(group: group) {
        let results = part.map(Self.projection)
        self.found.withLock { found in
          for (offset, result) in results.enumerated() { found[start + offset] = result }
        }
      }
    }
  }

  /// The results in order, once all are there.
  func results() -> [Result<CaseProjection, Problem>] {
    group.wait()
    return found.withLock { found in
      (0..<count).map { found[$0] ?? .failure(Problem("journal.cannot_fold")) }
    }
  }

  private static func projection(
    of records: [JournalRecord]
  ) -> Result<CaseProjection, Problem> {
    do throws(Problem) {
      var events: [Event] = []
      events.reserveCapacity(records.count)
      for record in records { events.append(try record.event()) }
      return .success(CaseProjection(try CaseState.folded(events)))
    } catch {
      return .failure(error)
    }
  }
}
