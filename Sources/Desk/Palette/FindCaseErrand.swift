import CaseStore
import Casework
import Quantities

/// Finds the case that a number, an alias or the beginning of an id means, or the only one that
/// answers to the words.
struct FindCaseErrand: DeskErrand {
  /// The case, or why there is none.
  typealias Answer = Result<StreamID, DeskTrouble>

  /// What was typed.
  let text: String
  /// Who looks.
  let viewer: QueueViewer
  var name: String { "find-case" }

  func run(with tools: DeskTools) -> any Sendable {
    do {
      guard let store = tools.store as? CaseStore else {
        throw Problem("case.not_found", ["case": text])
      }
      return Answer.success(try stream(in: store))
    } catch {
      return Answer.failure(DeskTrouble(error))
    }
  }

  private func stream(in store: CaseStore) throws -> StreamID {
    do {
      guard let found = try store.row(of: .text(text)) else {
        throw Problem("case.not_found", ["case": text])
      }
      return found.row.stream
    } catch let problem as Problem where problem.code == "case.not_found" {
      let query = QueueQuery(view: .all, filter: try QueueFilter(parsing: text), limit: 2)
      let rows = try store.page(query, for: viewer).rows
      guard rows.count == 1 else { throw problem }
      return rows[0].stream
    }
  }
}
