import Quantities

/// What a list is sorted by.
package enum QueueSort: String, CaseIterable, Hashable, Sendable {
  case due
  case number
  case name
  case host
  case entered

  /// The column, and the index that has it.
  var column: String {
    switch self {
    case .due: "due"
    case .number: "number_key"
    case .name: "name_key"
    case .host: "host_key"
    case .entered: "entered"
    }
  }

  var index: String {
    switch self {
    case .due: "queue_due"
    case .number: "queue_number"
    case .name: "queue_name"
    case .host: "queue_host"
    case .entered: "queue_entered"
    }
  }

  var isText: Bool { self != .due && self != .entered }
}

/// The place of a row in a sorted list.
package struct QueueKey: Hashable, Sendable {
  /// The sorted value.
  package enum Value: Hashable, Sendable {
    case number(Int64)
    case text(String)
  }

  /// The sorted value.
  package var value: Value
  /// The row, which breaks ties.
  package var id: Int64

  /// A place.
  package init(value: Value, id: Int64) {
    self.value = value
    self.id = id
  }
}

/// From where a page of a list is read.
package enum QueueAnchor: Hashable, Sendable {
  /// The first rows.
  case start
  /// The last rows.
  case end
  /// The rows after one.
  case after(QueueKey)
  /// The rows before one.
  case before(QueueKey)
  /// The rows from one on, itself among them.
  case from(QueueKey)
  /// The rows after so many.
  case offset(Int)
}

/// A page of the queue to be read.
package struct QueueQuery: Hashable, Sendable {
  /// The tab.
  package var view: QueueView
  /// What has to hold beyond it.
  package var filter: QueueFilter
  /// What it is sorted by.
  package var sort: QueueSort
  /// Whether the last comes first.
  package var isDescending: Bool
  /// How many rows at most.
  package var limit: Int
  /// From where.
  package var anchor: QueueAnchor

  /// A query.
  package init(
    view: QueueView = .todo, filter: QueueFilter = QueueFilter(), sort: QueueSort = .due,
    isDescending: Bool = false, limit: Int = 40, anchor: QueueAnchor = .start
  ) {
    self.view = view
    self.filter = filter
    self.sort = sort
    self.isDescending = isDescending
    self.limit = limit
    self.anchor = anchor
  }
}

/// Rows in the order of the list, each with its place.
package struct QueuePage: Hashable, Sendable {
  /// The rows.
  package var rows: [QueueRow]
  /// The place of each row.
  package var keys: [QueueKey]

  /// A page.
  package init(rows: [QueueRow], keys: [QueueKey]) {
    self.rows = rows
    self.keys = keys
  }
}
