import CaseStore

extension QueuePane {
  /// The queue as it was left the last time.
  package init(remembering settings: DeskSettings?) {
    self.init()
    guard let settings else { return }
    if let sort = settings.sort.flatMap(QueueSort.init(rawValue:)) { self.sort = sort }
    isDescending = settings.isDescending ?? false
    if let columns = settings.nameColumns, abs(columns) <= Self.mostExtra { extra = columns }
    if let views = settings.views { self.views = views }
    arranged = arrangement
  }

  /// What is to be kept for the next time; nil where it is as it was.
  var memory: DeskSettings? {
    guard arrangement != arranged else { return nil }
    var settings = DeskSettings()
    settings.sort = sort.rawValue
    settings.isDescending = isDescending
    settings.nameColumns = extra
    return settings
  }

  /// The order and the columns.
  private var arrangement: Arrangement {
    Arrangement(sort: sort, isDescending: isDescending, extra: extra)
  }

  /// How a queue is arranged.
  struct Arrangement: Hashable, Sendable {
    /// The order.
    var sort = QueueSort.due
    /// Whether the last comes first.
    var isDescending = false
    /// Columns by which the name is wider.
    var extra = 0
  }
}
