import CaseStore
import Casework
import TerminalUI

/// The stretch of the queue that is loaded: what shows, and some rows around it.
struct QueueWindow: Sendable {
  /// The most rows kept.
  static let most = 600

  /// The place of the first loaded row in the whole list.
  private(set) var start = 0
  /// The loaded rows.
  private(set) var rows: [QueueRow] = []
  private var keys: [QueueKey] = []
  /// Columns that the longest number takes, as far as rows were loaded.
  private(set) var numberColumns = 8
  /// The stages that occur, as far as rows were loaded.
  private(set) var sights: Set<StageSight> = []
  /// Whether rows follow that were not loaded.
  private(set) var hasMore = true

  /// The places that are loaded.
  var range: Range<Int> { start..<(start + rows.count) }

  /// The row at a place; nil where it is not loaded.
  subscript(index: Int) -> QueueRow? { range.contains(index) ? rows[index - start] : nil }

  /// The key of the row at a place.
  func key(at index: Int) -> QueueKey? { range.contains(index) ? keys[index - start] : nil }

  /// From where to read so that some places are loaded; nil where they are.
  func anchor(for wanted: Range<Int>, total: Int?) -> QueueAnchor? {
    if wanted.lowerBound >= start, wanted.upperBound <= range.upperBound { return nil }
    guard let first = keys.first, let last = keys.last else { return rows.isEmpty ? .start : nil }
    if wanted.lowerBound >= start, wanted.lowerBound <= range.upperBound {
      return hasMore ? .after(last) : nil
    }
    if wanted.upperBound >= start, wanted.upperBound <= range.upperBound { return .before(first) }
    if let total, wanted.upperBound >= total { return .end }
    return wanted.lowerBound == 0 ? .start : .offset(wanted.lowerBound)
  }

  /// Takes a page in.
  mutating func take(_ page: QueuePage, for query: QueueQuery, total: Int?) {
    let isFull = page.rows.count >= query.limit
    for row in page.rows {
      numberColumns = max(numberColumns, row.number?.count ?? 0)
      sights.insert(StageSight(of: row))
    }
    switch query.anchor {
    case .after:
      rows += page.rows
      keys += page.keys
      hasMore = isFull
      drop(first: rows.count - Self.most)
    case .before:
      rows.insert(contentsOf: page.rows, at: 0)
      keys.insert(contentsOf: page.keys, at: 0)
      start = max(0, start - page.rows.count)
      if rows.count > Self.most {
        rows.removeLast(rows.count - Self.most)
        keys.removeLast(keys.count - Self.most)
        hasMore = true
      }
    case .start, .from: replace(page, at: 0, isFull)
    case .offset(let count): replace(page, at: count, isFull)
    case .end: replace(page, at: max(0, (total ?? page.rows.count) - page.rows.count), false)
    }
  }

  private mutating func replace(_ page: QueuePage, at place: Int, _ isFull: Bool) {
    start = place
    rows = page.rows
    keys = page.keys
    hasMore = isFull
  }

  private mutating func drop(first count: Int) {
    guard count > 0 else { return }
    rows.removeFirst(count)
    keys.removeFirst(count)
    start += count
  }
}
