import CStoreCalls
import Synchronization

/// Memory that is given back stays with the process while very many like things are made.
///
/// Otherwise the system takes it, and clears the same pages again for the next of them.
enum KeptMemory {
  private static let users = Mutex(0)

  /// From here on; as often as it is begun it has to end.
  static func begin() {
    users.withLock { users in
      users += 1
      if users == 1 { store_keep_memory(1) }
    }
  }

  /// No longer for this one.
  static func end() {
    users.withLock { users in
      users -= 1
      if users == 0 { store_keep_memory(0) }
    }
  }
}
