import CaseStore

/// Finds the next row of a list that answers to some words, without narrowing the list.
struct FindRowErrand: DeskErrand {
  /// What was found.
  struct Answer: Sendable {
    /// What was searched for.
    let text: String
    /// The place in the list; nil where nothing answers.
    let index: Int?
    /// Which of the rows that answer it is, from 1.
    let ordinal: Int
    /// How many rows answer.
    let total: Int
  }

  /// From where the next one is looked for.
  enum Start: Hashable, Sendable {
    /// The row itself, or the first after it.
    case at(QueueKey?)
    /// After a row.
    case after(QueueKey)
    /// Before a row.
    case before(QueueKey)
  }

  /// The name under which the answer comes back.
  static let answerName = "find-row"
  var name: String { Self.answerName }

  /// The list.
  let query: QueueQuery
  /// What is searched for, in the language of filters.
  let text: String
  /// From where.
  let start: Start
  /// Who looks.
  let viewer: QueueViewer

  func run(with tools: DeskTools) -> any Sendable {
    Result<Answer, any Error> {
      guard let store = tools.store as? CaseStore else {
        return Answer(text: text, index: nil, ordinal: 0, total: 0)
      }
      var narrow = query
      narrow.filter = QueueFilter(
        clauses: query.filter.clauses + (try QueueFilter(parsing: text)).clauses)
      narrow.limit = 1
      let (first, again): (QueueAnchor, QueueAnchor) =
        switch start {
        case .at(nil): (.start, .start)
        case .at(let key?): (.from(key), .start)
        case .after(let key): (.after(key), .start)
        case .before(let key): (.before(key), .end)
        }
      narrow.anchor = first
      var key = try store.page(narrow, for: viewer).keys.first
      if key == nil {
        narrow.anchor = again
        key = try store.page(narrow, for: viewer).keys.first
      }
      guard let key else { return Answer(text: text, index: nil, ordinal: 0, total: 0) }
      return Answer(
        text: text, index: try store.rank(of: key, in: query, for: viewer),
        ordinal: try store.rank(of: key, in: narrow, for: viewer) + 1,
        total: try store.total(of: narrow, for: viewer))
    }
  }
}
