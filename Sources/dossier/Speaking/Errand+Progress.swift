import Glibc

extension Errand {
  /// Shows on a terminal how far a long piece of work has come, on one line that is written anew.
  ///
  /// - Parameter work: what is being done; empty where that was just asked for.
  func showProgress(_ done: Int, of total: Int, doing work: String = "") {
    guard surroundings.isTerminal, !shared.json else { return }
    let text = "\r\(work)\(done) / \(total)" + (done >= total ? "\n" : "")
    _ = text.utf8.withContiguousStorageIfAvailable {
      write(STDERR_FILENO, $0.baseAddress, $0.count)
    }
  }
}
