import CStoreCalls
import Casework
import Dispatch
import GRDB
import Quantities
import Synchronization

/// Several connections that see the journal in the same state, one for each core.
///
/// What is proved or folded for every event is so on all cores at once. The journal only ever grows:
/// views whose ledgers end alike have the same events.
final class SameViews: Sendable {
  /// A journal of fewer entries is read sooner than connections are opened.
  private static let fewest: Int64 = 256

  private let connections: [DatabaseQueue]

  /// How many there are.
  var count: Int { connections.count }

  private init(_ connections: [DatabaseQueue]) { self.connections = connections }

  /// Views of a store as another connection sees it; nil where the store moved meanwhile, or is small.
  static func of(_ store: CaseStore, _ db: Database) throws -> SameViews? {
    let head = try Journal(db: db).head()
    let cores = Cores.usable
    guard head.position >= fewest, cores > 1 else { return nil }
    let isSealed = !CaseStore.isWritable(store.directory)
    var connections: [DatabaseQueue] = []
    for _ in 0..<cores {
      let connection = try Connection.reading(
        store.directory, isSealed: isSealed, holdsView: true)
      let seen = try connection.unsafeRead { db in
        try db.execute(sql: "BEGIN DEFERRED")
        return try Journal(db: db).head()
      }
      guard seen == head else { return nil }
      connections.append(connection)
    }
    return SameViews(connections)
  }

  fileprivate func read<Result>(
    _ number: Int, _ body: (Database) throws -> Result
  ) throws -> Result {
    try connections[number].unsafeRead(body)
  }
}

/// The cores of the machine.
enum Cores {
  /// How many this process may use.
  static var usable: Int { Int(store_usable_cores()) }
}

/// Work on parts that is under way on every core.
final class Sweeping<Result: Sendable>: Sendable {
  private let group = DispatchGroup()
  private let found: Mutex<[Int: [Result]]> = Mutex([:])
  private let failure: Mutex<(any Error)?> = Mutex(nil)
  private let next = Atomic(0)
  private let count: Int

  /// Begins at once; without views, the work is done here.
  init<Part: Sendable>(
    _ parts: [Part], _ views: SameViews?, _ db: Database,
    _ work: @escaping @Sendable (Database, Part) throws -> [Result]
  ) throws {
    count = parts.count
    guard let views else {
      for (place, part) in parts.enumerated() {
        let results = try work(db, part)
        found.withLock { $0[place] = results }
      }
      return
    }
    for view in 0..<min(views.count, parts.count) {
      DispatchQueue.global().async(group: group) {
        do {
          try views.read(view) { db in
            while case let place = self.next.add(1, ordering: .relaxed).oldValue,
              place < parts.count
            {
              let results = try work(db, parts[place])
              self.found.withLock { $0[place] = results }
            }
          }
        } catch {
          self.failure.withLock { $0 = $0 ?? error }
        }
      }
    }
  }

  /// The results in the order of the parts, once all are there.
  func results() throws -> [Result] {
    group.wait()
    if let error = failure.withLock({ $0 }) { throw error }
    return found.withLock { found in (0..<count).flatMap { found[$0] ?? [] } }
  }
}
