import CaseStore
import Casework

extension DecisionSubject {
  /// The case of a row, or of one that was chosen.
  init(_ mark: QueueMark, seen: CaseSeen? = nil) {
    self.init(
      stream: mark.stream, title: mark.number ?? mark.stream.short, name: mark.name, seen: seen)
  }
}
