import Dispatch
import Glibc
import Synchronization

/// Rows of facts that are tested together, one after the other in one stretch of bytes.
struct FactBatch: Sendable {
  /// How many rows are tested together.
  static let limit = 256

  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var answers: [[String: Int64]] = []

  /// How many rows there are.
  var count: Int { ends.count }

  /// Adds a row, with the answers to questions about other cases where some were asked.
  mutating func add(_ row: UnsafeRawBufferPointer, _ answers: [String: Int64]?) {
    bytes.append(contentsOf: row)
    ends.append(bytes.count)
    if let answers { self.answers.append(answers) }
  }

  /// Goes through the rows in the order in which they were added.
  func forEach(_ body: (UnsafeRawBufferPointer, [String: Int64]?) -> Void) {
    bytes.withUnsafeBytes { all in
      var start = 0
      for (place, end) in ends.enumerated() {
        body(
          UnsafeRawBufferPointer(rebasing: all[start..<end]),
          answers.isEmpty ? nil : answers[place])
        start = end
      }
    }
  }
}

/// Tests rows of facts on all cores while they are read on one connection.
final class FactSweep<Output: Sendable>: Sendable {
  /// Made on each thread for itself: what a batch comes to.
  typealias Test = (FactBatch) -> Output

  private struct State {
    var waiting: [(number: Int, batch: FactBatch)] = []
    var next = 0
    var done: [Int: Output] = [:]
  }

  private let state = Mutex(State())
  private let filled = DispatchSemaphore(value: 0)
  private let room: DispatchSemaphore
  private let workers = DispatchGroup()
  private let makeTest: @Sendable () -> Test
  private let mostWorkers: Int

  private init(_ makeTest: @escaping @Sendable () -> Test) {
    self.makeTest = makeTest
    mostWorkers = max(1, min(8, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    room = DispatchSemaphore(value: 2 * mostWorkers)
  }

  /// What the rows come to that a reader hands over, batch by batch, in the order of reading.
  ///
  /// - Parameters:
  ///   - test: makes the test of batches, once on each thread.
  ///   - read: hands over one row after the other.
  static func run(
    _ test: @escaping @Sendable () -> Test,
    reading read: (_ take: (UnsafeRawBufferPointer, [String: Int64]?) -> Void) throws -> Void
  ) rethrows -> [Output] {
    let sweep = FactSweep(test)
    var batch = FactBatch()
    var count = 0
    var threads = 0
    func hand() {
      guard batch.count > 0 else { return }
      sweep.room.wait()
      sweep.put(batch, count)
      if threads < sweep.mostWorkers {
        threads += 1
        DispatchQueue.global(qos: .userInitiated).async(group: sweep.workers) { sweep.work() }
      }
      count += 1
      batch = FactBatch()
    }
    func close() {
      for _ in 0..<threads { sweep.filled.signal() }
      sweep.workers.wait()
    }
    do {
      try read { row, answers in
        batch.add(row, answers)
        if batch.count == FactBatch.limit { hand() }
      }
    } catch {
      close()
      throw error
    }
    hand()
    close()
    return sweep.state.withLock { state in (0..<count).compactMap { state.done[$0] } }
  }

  private func put(_ batch: FactBatch, _ number: Int) {
    state.withLock { $0.waiting.append((number, batch)) }
    filled.signal()
  }

  private func take() -> (number: Int, batch: FactBatch)? {
    filled.wait()
    let taken = state.withLock { state -> (number: Int, batch: FactBatch)? in
      guard state.next < state.waiting.count else { return nil }
      let found = state.waiting[state.next]
      state.waiting[state.next].batch = FactBatch()
      state.next += 1
      return found
    }
    if taken != nil { room.signal() }
    return taken
  }

  private func work() {
    let test = makeTest()
    while let (number, batch) = take() {
      let output = test(batch)
      state.withLock { $0.done[number] = output }
    }
  }
}
