import Quantities

/// Where the facts of a case lie.
struct FactPlaces {
  /// Where a path of the store leads, by its number.
  struct Binding {
    var slot: Int32 = -1
    var group: Int32 = -1
    var row: Int32 = -1
    var field: Int32 = -2
    /// Whether the value is read, not only that there is a row.
    var isRead: Bool { slot >= 0 || field >= -1 }
  }

  private struct Place {
    var turn: Int = 0
    var cell = Cell(.unknown)
  }

  private struct Line {
    var turn: Int = 0
    var absentTurn: Int = 0
  }

  private struct Table {
    /// The slot of the fact that says there are no rows.
    var slot: Int32
    /// Where its rows and keys begin, and how many keys any case has.
    var firstLine: Int
    var keys: Int
    var firstPlace: Int
    var fields: Int
  }

  private struct Filled {
    var turn: Int = 0
    var count: Int = 0
  }

  private let founded: Int32
  private let bindings: UnsafeMutableBufferPointer<Binding>
  private let scalars: UnsafeMutableBufferPointer<Place>
  private let cells: UnsafeMutableBufferPointer<Place>
  private let lines: UnsafeMutableBufferPointer<Line>
  /// The rows that the case has, by group, in the order of their keys.
  private let present: UnsafeMutableBufferPointer<Int32>
  private let filled: UnsafeMutableBufferPointer<Filled>
  private let tables: UnsafeMutableBufferPointer<Table>
  /// The keys of all tables, of each in ascending order.
  private let keys: UnsafeMutableBufferPointer<Int64>
  private let turns: UnsafeMutablePointer<Int>

  /// Places for rows in which paths have the given numbers, none of them negative.
  init(_ rules: FlatRules, paths: [(number: Int64, path: FactPath)]) {
    let layout = rules.layout
    founded = layout.founded
    let targets = paths.map { ($0.number, layout.target(of: $0.path)) }
    var keys: [Set<Int64>] = layout.groups.map { _ in [] }
    for case (_, let target?) in targets where target.group >= 0 {
      keys[Int(target.group)].insert(target.key)
    }
    let sorted = keys.map { $0.sorted() }
    tables = .allocate(capacity: layout.groups.count)
    var (line, place) = (0, 0)
    for (index, group) in layout.groups.enumerated() {
      let count = sorted[index].count
      tables.initializeElement(
        at: index,
        to: Table(
          slot: group.slot, firstLine: line, keys: count, firstPlace: place,
          fields: group.fields.count))
      line += count
      place += count * group.fields.count
    }
    self.keys = .allocate(capacity: line)
    _ = self.keys.initialize(from: sorted.joined())
    let last = paths.map(\.number).max() ?? 0
    bindings = .allocate(capacity: Int(clamping: last) + 1)
    bindings.initialize(repeating: Binding())
    for case (let number, let target?) in targets where number >= 0 {
      var binding = Binding(slot: target.slot, group: target.group)
      if target.group >= 0 {
        let known = sorted[Int(target.group)].firstIndex(of: target.key) ?? 0
        binding.row = Int32(known)
        binding.field = target.field
      }
      bindings[Int(number)] = binding
    }
    scalars = .allocate(capacity: layout.scalars.count)
    scalars.initialize(repeating: Place())
    cells = .allocate(capacity: place)
    cells.initialize(repeating: Place())
    lines = .allocate(capacity: line)
    lines.initialize(repeating: Line())
    present = .allocate(capacity: line)
    present.initialize(repeating: 0)
    filled = .allocate(capacity: tables.count)
    filled.initialize(repeating: Filled())
    turns = .allocate(capacity: 1)
    turns.initialize(to: 0)
  }

  func deallocate() {
    tables.deallocate()
    keys.deallocate()
    bindings.deallocate()
    scalars.deallocate()
    cells.deallocate()
    lines.deallocate()
    present.deallocate()
    filled.deallocate()
    turns.deallocate()
  }

  /// Which case it is, from 1.
  var turn: Int { turns.pointee }

  // MARK: Filling

  func begin() { turns.pointee += 1 }

  /// Where the fact with a number belongs.
  @inline(__always)
  func binding(_ number: Int64) -> Binding {
    number >= 0 && number < bindings.count ? bindings[Int(number)] : Binding()
  }

  /// Puts a fact in.
  @inline(__always)
  func put(_ cell: Cell, _ binding: Binding) {
    if binding.slot >= 0 { scalars[Int(binding.slot)] = Place(turn: turn, cell: cell) }
    if binding.group >= 0 { putInRow(cell, binding) }
  }

  private func putInRow(_ cell: Cell, _ binding: Binding) {
    let table = tables[Int(binding.group)]
    let line = table.firstLine + Int(binding.row)
    if lines[line].turn != turn { enter(binding.row, of: Int(binding.group), line, table) }
    if binding.field >= 0 {
      cells[table.firstPlace + Int(binding.row) * table.fields + Int(binding.field)] = Place(
        turn: turn, cell: cell)
    } else if binding.field == -1, cell.tag == .absent {
      lines[line].absentTurn = turn
    }
  }

  /// Notes that the case has a row.
  private func enter(_ row: Int32, of group: Int, _ line: Int, _ table: Table) {
    lines[line].turn = turn
    var count = filled[group].turn == turn ? filled[group].count : 0
    var index = table.firstLine + count
    while index > table.firstLine, present[index - 1] > row {
      present[index] = present[index - 1]
      index -= 1
    }
    present[index] = row
    count += 1
    filled[group] = Filled(turn: turn, count: count)
  }

  // MARK: Reading

  /// A scalar fact; unknown where it is not on record.
  @inline(__always)
  func scalar(_ slot: Int32) -> Cell {
    let place = scalars[Int(slot)]
    return place.turn == turn ? place.cell : Cell(.unknown)
  }

  /// The year before which tables have nothing; nil where it is not on record.
  var foundedYear: Int64? {
    let founded = scalar(founded)
    guard founded.tag == .date else { return nil }
    return Int64(CalendarDate(ordinal: Int32(clamping: founded.a)).year)
  }

  /// How many rows a group has; nil where nothing is on record about them.
  func rows(of group: Int32) -> Int? {
    let filled = filled[Int(group)]
    if filled.turn == turn { return filled.count }
    return scalar(tables[Int(group)].slot).tag == .absent ? 0 : nil
  }

  /// A row that the case has, by its place among them.
  func row(_ place: Int, of group: Int32) -> (row: Int32, key: Int64) {
    let table = tables[Int(group)]
    let row = present[table.firstLine + place]
    return (row, keys[table.firstLine + Int(row)])
  }

  /// The row with a key; -1 where the case has none.
  func row(key: Int64, of group: Int32) -> Int32 {
    let table = tables[Int(group)]
    var (low, high) = (0, table.keys)
    while low < high {
      let middle = (low + high) / 2
      if keys[table.firstLine + middle] < key { low = middle + 1 } else { high = middle }
    }
    guard low < table.keys, keys[table.firstLine + low] == key,
      lines[table.firstLine + low].turn == turn
    else { return -1 }
    return Int32(low)
  }

  /// A field of a row; nil where it is not on record.
  func cell(_ field: Int32, row: Int32, of group: Int32) -> Cell? {
    let table = tables[Int(group)]
    let place = cells[table.firstPlace + Int(row) * table.fields + Int(field)]
    if place.turn == turn { return place.cell }
    return lines[table.firstLine + Int(row)].absentTurn == turn ? Cell(.absent) : nil
  }
}
