package import CaseStore

/// Where a case stands in a list, so that its page can go on to the next one.
package struct QueuePlace: Hashable, Sendable {
  /// The list.
  package var query: QueueQuery
  /// The case's place in it.
  package var key: QueueKey
  /// How many cases come before it.
  package var index: Int
  /// How many cases the list has.
  package var total: Int

  /// A place.
  package init(query: QueueQuery, key: QueueKey, index: Int, total: Int) {
    self.query = query
    self.key = key
    self.index = index
    self.total = total
  }
}
