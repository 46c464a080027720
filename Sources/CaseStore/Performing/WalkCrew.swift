import Casework
import Dispatch
import Foundation
import Quantities
import RulePacks
import Synchronization

/// Decides walks on every core, as if one after the other.
///
/// The walks of a handful are decided at the same time, with the answers about other cases that the
/// walks before the handful give. Then they are gone through in order: one whose answers the walks
/// before it in the handful have changed is decided again. So the events are those that performing
/// the walks one after the other gives, whatever the number of cores.
struct WalkCrew {
  /// A walk with its place, and the number that its case will have.
  struct Order: Sendable {
    let place: Int
    let walk: CaseWalk
    let number: String
  }

  /// A desk of its own for every core: what is shared is counted at every touch.
  private final class Clerk: Sendable {
    let reader: CaseStore
    let desk: Mutex<WalkDesk>

    init(_ path: String) throws {
      let reader = try CaseStore.open(at: path, access: .reading)
      desk = Mutex(WalkDesk(try reader.reading { try reader.office(in: $0) }))
      self.reader = reader
    }

    func decide(_ order: Order, _ cases: CasesAtHand) throws -> DecidedWalk {
      var sketch = WalkSketch(cases, number: order.number, reader: reader)
      let state = try desk.withLock { desk in
        try desk.perform(order.walk, order.place, on: &sketch)
      }
      let entry = CaseProjection(state)
      sketch.walk.entry = entry
      sketch.walk.traits = cases.entries(of: entry)
      return sketch.walk
    }
  }

  private let clerks: [Clerk]
  private var cases: CasesAtHand

  /// A crew for a store, as many as there are cores.
  init(_ path: String) throws {
    clerks = try (0..<Cores.usable).map { _ in
      try Clerk(path)
    }
    let reader = clerks[0].reader
    let packs = try reader.packs()
    cases = try reader.reading { try CasesAtHand(for: packs, $0) }
  }

  /// The pack that new cases are received under.
  func pack(_ id: String) throws -> RulePack { try clerks[0].reader.pack(id) }

  /// How far the numbers of new cases have come on file.
  func lastNumber(prefix: String, year: Int) throws -> Int {
    try clerks[0].reader.reading { try CaseNumbers(db: $0).last(prefix: prefix, year: year) }
  }

  /// Decides a handful of walks.
  ///
  /// - Returns: the walks before the first that is refused, and why that one is.
  mutating func decide(_ orders: [Order]) -> (walks: [DecidedWalk], failure: (any Error)?) {
    let found = together(orders)
    var walks: [DecidedWalk] = []
    walks.reserveCapacity(orders.count)
    for (order, found) in zip(orders, found) {
      let walk: DecidedWalk
      if let found, found.holds(with: cases) {
        walk = found
      } else {
        do {
          walk = try clerks[0].decide(order, cases)
        } catch {
          return (walks, error)
        }
      }
      cases.add(walk.traits)
      walks.append(walk)
    }
    return (walks, nil)
  }

  /// Decides walks at the same time; nil for one that is refused with the answers as they are.
  private func together(_ orders: [Order]) -> [DecidedWalk?] {
    let next = Atomic(0)
    let found: Mutex<[Int: DecidedWalk]> = Mutex([:])
    let cases = cases
    DispatchQueue.concurrentPerform(iterations: min(clerks.count, orders.count)) { clerk in
      var own: [(Int, DecidedWalk)] = []
      while case let place = next.add(1, ordering: .relaxed).oldValue, place < orders.count {
        if let walk = try? clerks[clerk].decide(orders[place], cases) { own.append((place, walk)) }
      }
      found.withLock { for (place, walk) in own { $0[place] = walk } }
    }
    return found.withLock { found in orders.indices.map { found[$0] } }
  }
}
