import CaseStore
import TerminalUI

extension QueuePane {
  /// Searches the list without narrowing it; nil where the input is no search.
  mutating func search(_ input: DeskInput, _ circumstances: Circumstances) -> [DeskStep]? {
    guard field == nil else { return nil }
    let here = window.key(at: list.cursor)
    if input == .action(Finder.begin) { findsFrom = here }
    switch finder.take(input) {
    case .ignored: return nil
    case .shown: return []
    case .search: return find(.at(findsFrom), circumstances)
    case .step(let distance):
      guard let here else { return [] }
      return find(distance > 0 ? .after(here) : .before(here), circumstances)
    }
  }

  /// Searches for a text that a command gave.
  mutating func look(for text: String, _ circumstances: Circumstances) -> [DeskStep] {
    finder.look(for: text)
    return find(.at(window.key(at: list.cursor)), circumstances)
  }

  private func find(
    _ start: FindRowErrand.Start, _ circumstances: Circumstances
  ) -> [DeskStep] {
    guard !finder.text.isEmpty, (try? QueueFilter(parsing: finder.text)) != nil else { return [] }
    return [
      .effect(
        .errand(
          FindRowErrand(
            query: query(.start, circumstances), text: finder.text, start: start,
            viewer: circumstances.viewer)))
    ]
  }

  /// Goes to what was found.
  mutating func arrive(
    _ found: Result<FindRowErrand.Answer, any Error>, _ circumstances: Circumstances
  ) -> [DeskStep] {
    guard case .success(let answer) = found, answer.text == finder.text else { return [.quiet] }
    guard let index = answer.index else {
      finder.tell(total: 0, ordinal: nil)
      return []
    }
    finder.tell(total: answer.total, ordinal: answer.ordinal)
    list.count = max(list.count, index + 1)
    list.move(by: index - list.cursor, listRows(circumstances))
    return load(circumstances)
  }
}
