import Dispatch
import Synchronization

/// Reads many things in parts, as many at a time as there are cores; the results in order.
package func inParts<Item: Sendable, Result: Sendable>(
  _ items: [Item], of size: Int = 128, _ read: @Sendable (ArraySlice<Item>) -> Result
) -> [Result] {
  guard items.count > size else { return items.isEmpty ? [] : [read(items[...])] }
  let count = (items.count + size - 1) / size
  let found: Mutex<[Int: Result]> = Mutex([:])
  DispatchQueue.concurrentPerform(iterations: count) { part in
    let result = read(items[part * size..<min((part + 1) * size, items.count)])
    found.withLock { $0[part] = result }
  }
  return found.withLock { found in (0..<count).compactMap { found[$0] } }
}
