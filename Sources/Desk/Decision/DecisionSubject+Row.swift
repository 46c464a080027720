import CaseStore
import Casework

extension DecisionSubject {
  /// The case of a row.
  init(row: QueueRow) {
    self.init(
      stream: row.stream, title: row.number ?? row.stream.short, name: row.name,
      heads: nil)
  }
}
