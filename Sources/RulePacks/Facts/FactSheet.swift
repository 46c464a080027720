package import Quantities

/// The facts of one centre, arranged for evaluation: scalars by path, tables and lists by row.
///
/// It is built once a case; expressions then read rows without parsing paths. A group that stands
/// as *absent* under its own name (`partners`) is known to have no rows; a row that stands as
/// absent (`finance[2023]`) is absent in all its fields.
package struct FactSheet: Sendable {
  /// The facts of one row.
  package struct Row: Sendable {
    /// The key of a table's row, or the index of a list's.
    package let key: Int64
    /// Whether there can be no such row.
    package fileprivate(set) var isAbsent = false
    fileprivate var cells: [(field: String, value: FactValue)] = []

    fileprivate init(key: Int64) { self.key = key }

    /// The values on record, by field; what is known to be absent is not among them.
    package var values: [String: Value] {
      var values: [String: Value] = [:]
      for case (let field, .value(let value)) in cells { values[field] = value }
      return values
    }

    /// The value of a field; nil where it is not on record.
    package subscript(_ field: String) -> FactValue? {
      for cell in cells where cell.field == field { return cell.value }
      return isAbsent ? .absent : nil
    }
  }

  /// The facts as they are on record.
  package private(set) var facts: Facts
  /// The day on which the host was founded, where it is on record.
  package private(set) var foundedOn: CalendarDate?
  /// The year of that day: tables have nothing before it.
  private(set) var foundedYear: Int64?
  // A centre has a handful of tables: comparing their short names is faster than hashing one.
  private var names: [String] = []
  private var tables: [[Row]] = []

  /// The fact that says since when a host can have figures at all.
  package static let foundedOnPath: FactPath = "host.founded_on"

  /// Arranges facts.
  package init(_ facts: Facts) {
    self.facts = facts
    if case .value(.date(let date)) = facts[Self.foundedOnPath] {
      foundedOn = date
      foundedYear = Int64(date.year)
    } else {
      foundedOn = nil
      foundedYear = nil
    }
    for (path, value) in facts { arrange(value, at: path) }
  }

  /// The same facts with some set anew: what was arranged already stays so.
  package func setting(_ changes: Facts) -> FactSheet {
    guard !changes.isEmpty else { return self }
    var sheet = self
    sheet.facts.merge(changes) { _, new in new }
    if case .value(.date(let date))? = changes[Self.foundedOnPath] {
      sheet.foundedOn = date
      sheet.foundedYear = Int64(date.year)
    } else if changes[Self.foundedOnPath] != nil {
      sheet.foundedOn = nil
      sheet.foundedYear = nil
    }
    for (path, value) in changes { sheet.arrange(value, at: path) }
    return sheet
  }

  private mutating func arrange(_ value: FactValue, at path: FactPath) {
    guard let address = RowAddress(path) else { return }
    if let index = names.firstIndex(of: address.group) {
      tables[index].insert(value, at: address)
    } else {
      names.append(address.group)
      tables.append([])
      tables[names.count - 1].insert(value, at: address)
    }
  }

  /// The value of a scalar fact.
  package subscript(_ path: FactPath) -> FactValue? { facts[path] }

  /// The rows of a table or list, by key or index; nil where nothing is on record about them.
  package func rows(of group: String) -> [Row]? {
    if let index = names.firstIndex(of: group) { return tables[index] }
    return facts[group] == .absent ? [] : nil
  }

  /// The row with a key or index.
  package func row(_ key: Int64, of group: String) -> Row? {
    guard let index = names.firstIndex(of: group) else { return nil }
    return tables[index].row(key)
  }
}

extension [FactSheet.Row] {
  /// The row with a key.
  func row(_ key: Int64) -> FactSheet.Row? {
    let index = position(of: key)
    return index < count && self[index].key == key ? self[index] : nil
  }

  /// Where the row with a key stands, or would stand.
  fileprivate func position(of key: Int64) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  fileprivate mutating func insert(_ value: FactValue, at address: RowAddress) {
    let index = position(of: address.key)
    if index == count || self[index].key != address.key {
      insert(FactSheet.Row(key: address.key), at: index)
    }
    if let field = address.field {
      if let cell = self[index].cells.firstIndex(where: { $0.field == field }) {
        self[index].cells[cell].value = value
      } else {
        self[index].cells.append((field, value))
      }
    } else {
      self[index].isAbsent = value == .absent
    }
  }
}
