import Casework
import Dispatch
import GRDB
import Quantities
import RulePacks
import Synchronization

extension CaseStore {
  /// Performs walks by the thousand: they are decided on every core, and while some are recorded the
  /// next are decided.
  ///
  /// Each step passes the same gate as one that is performed alone, and the events are those that
  /// performing the walks one after the other gives. Unlike `perform(_:)` it takes many transactions:
  /// walks before one that is refused stay. A walk is recorded whole or not at all, whenever the
  /// program is stopped. Nobody else may write meanwhile.
  ///
  /// - Parameters:
  ///   - count: how many walks there are.
  ///   - chunk: how many walks one transaction takes.
  ///   - walk: gives the walk with a number; nil to leave it out.
  ///   - progress: told how many walks have been recorded.
  /// - Throws: `WalkRefused` with the number of the walk; `walks.interrupted` where somebody else wrote
  ///   meanwhile, what was recorded before staying whole; `Problem` for everything else.
  package func perform(
    _ count: Int, chunk: Int = 1000, walk: (Int) throws -> CaseWalk?,
    progress: (Int) -> Void = { _ in }
  ) throws {
    try inBulk { try perform(count, chunk, walk, progress) }
  }

  private func perform(
    _ count: Int, _ chunk: Int, _ walk: (Int) throws -> CaseWalk?, _ progress: (Int) -> Void
  ) throws {
    var line = try WalkLine(self)
    defer { try? line.wait() }
    var number = 0
    while number < count {
      var walks: [(place: Int, walk: CaseWalk)] = []
      while number < count, walks.count < min(WalkLine.handful, chunk) {
        if let walk = try walk(number) { walks.append((number, walk)) }
        number += 1
      }
      let failure = try line.perform(walks)
      if line.finished >= chunk || number == count || failure != nil {
        try line.send()
        progress(number)
      }
      if let failure { throw failure }
    }
    try line.wait()
  }
}

/// Whole walks that have still to be recorded.
private struct WalkBatch: Sendable {
  var records: [(record: JournalRecord, header: EventHeader)] = []
  var blobs: [(hash: String, bytes: [UInt8])] = []
  var entries: [CaseProjection] = []
  /// The running number of the event before the first.
  var began: Int64 = 0
  /// The running number of the last event.
  var sequence: Int64 = 0
}

/// Takes walks, and hands what was decided over in batches to be recorded.
private struct WalkLine {
  /// How many walks are decided together: with more, more of them would ask about each other.
  static let handful = 128

  private let entropy: Entropy
  private let recording: WalkRecording
  private var crew: WalkCrew
  private var device: Device
  /// How far the running number had come when the last batch was handed over.
  private var sent: Int64
  private var batch = WalkBatch()
  private var numbers: [String: Int] = [:]
  /// The explanations that were handed over; many cases share one.
  private var explained: Set<String> = []

  init(_ store: CaseStore) throws {
    entropy = store.entropy
    recording = WalkRecording(store)
    // A copied or restored store begins its new incarnation with a write.
    device = try store.writing { try Device.current($0, of: store, moment: 0) }
    sent = device.sequence
    crew = try WalkCrew(store.directory.path)
  }

  /// How many walks wait to be recorded.
  var finished: Int { batch.entries.count }

  /// Decides and seals walks.
  ///
  /// - Returns: why one of them is refused; those before it are done.
  mutating func perform(_ walks: [(place: Int, walk: CaseWalk)]) throws -> (any Error)? {
    let orders = try walks.map { place, walk in
      WalkCrew.Order(place: place, walk: walk, number: try number(of: walk))
    }
    let (decided, failure) = crew.decide(orders)
    let work = decided.map { walk in (walk, seal(for: walk)) }
    let sealed = inParts(work, of: 8) { part in
      Result { try part.map { walk, seal in try walk.sealed(seal) } }
    }
    for part in sealed { for records in try part.get() { batch.records += records } }
    for (walk, seal) in work {
      batch.blobs += walk.blobs.filter { explained.insert($0.hash).inserted }
      guard var entry = walk.entry else { continue }
      entry.stream = seal.stream
      batch.entries.append(entry)
    }
    return failure
  }

  /// Hands the batch over, once the one before is recorded.
  mutating func send() throws {
    guard !batch.entries.isEmpty else { return }
    batch.began = sent
    batch.sequence = device.sequence
    sent = device.sequence
    try recording.begin(batch)
    batch = WalkBatch()
  }

  func wait() throws { try recording.wait() }

  /// The number of the case that a walk begins.
  private mutating func number(of walk: CaseWalk) throws -> String {
    let prefix = try crew.pack(walk.arrival.pack).caseNumberPrefix
    let year = (walk.session.on ?? walk.session.today).year
    let key = "\(prefix)-\(year)"
    let place = try numbers[key] ?? crew.lastNumber(prefix: prefix, year: year)
    numbers[key] = place + 1
    return CaseNumbers.text(prefix: prefix, year: year, place + 1)
  }

  /// What the next walk is sealed with.
  private mutating func seal(for walk: DecidedWalk) -> WalkSeal {
    let sequence = device.sequence
    let stream = StreamID(random: entropy.bytes(16))
    let salts = walk.parts.map { _ in
      _ = device.next()
      return entropy.bytes(16)
    }
    return WalkSeal(stream: stream, device: device.id, sequence: sequence, salts: salts)
  }
}

/// Records batches, one after the other, on a thread of its own.
private final class WalkRecording: Sendable {
  private let store: CaseStore
  private let queue = DispatchQueue(label: "walks")
  private let group = DispatchGroup()
  private let failure: Mutex<(any Error)?> = Mutex(nil)

  init(_ store: CaseStore) { self.store = store }

  deinit { group.wait() }

  /// Waits for the batch before, and begins with this one.
  func begin(_ batch: WalkBatch) throws {
    try wait()
    queue.async(group: group) { [self] in
      do {
        try store.writing { db in
          guard try Device.current(db, of: store, moment: 0).sequence == batch.began else {
            throw Problem("walks.interrupted")
          }
          try Self.record(batch, db)
        }
      } catch {
        failure.withLock { $0 = error }
      }
    }
  }

  /// Waits for everything that was begun.
  func wait() throws {
    group.wait()
    if let error = failure.withLock({ $0 }) { throw error }
  }

  private static func record(_ batch: WalkBatch, _ db: Database) throws {
    let journal = Journal(db: db)
    for blob in batch.blobs { try journal.keep(blob.bytes, hash: blob.hash, as: .basis) }
    var head = try journal.head()
    for (record, header) in batch.records {
      let entry = try journal.append(record, header: header, verdict: .accepted, after: head)
      head = LedgerCheckpoint(position: entry.position, hash: entry.hash)
    }
    let projector = Projector(db: db, memory: BulkMemory(defersSums: true))
    for entry in batch.entries { try projector.insert(entry) }
    try projector.settle()
    try Device.save(batch.sequence, db)
  }
}
