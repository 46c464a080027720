import CaseStore
import Casework

extension DecisionSubject {
  /// The case of a row, or of one that was chosen.
  init(_ mark: QueueMark, heads: [EventID]? = nil) {
    self.init(
      stream: mark.stream, title: mark.number ?? mark.stream.short, name: mark.name, heads: heads)
  }
}
