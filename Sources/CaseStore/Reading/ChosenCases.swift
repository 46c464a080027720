import GRDB

/// Cases that are looked at together, each in one of a few groups, by their rows in the queue.
struct ChosenCases: Sendable {
  /// The group of the case with each row, from 0; -1 for cases that are not looked at.
  private var groups: [Int16] = []
  /// Cases whose rows lie far above the number of cases, as only a store mended by hand has them.
  private var far: [Int64: Int16] = [:]
  /// How many there are.
  private(set) var count = 0

  private static let farFrom: Int64 = 1 << 26

  /// Cases by their rows, all in the first group.
  init(rows: [Int64]) {
    for row in rows { add(row, to: 0) }
  }

  /// The cases at some places.
  ///
  /// - Parameter group: the group of the cases that stand at a place; nil for none.
  init(standing group: (Int64) -> Int?, _ db: Database) throws {
    var known: [Int64: Int?] = [:]
    let rows = try PlainRows(db.cachedStatement(sql: "SELECT id, standing FROM queue"))
    while try rows.next() {
      let standing = rows.number(1)
      let place: Int?
      if let found = known[standing] {
        place = found
      } else {
        place = group(standing)
        known[standing] = .some(place)
      }
      if let place { add(rows.number(0), to: place) }
    }
  }

  /// Takes a case in, once.
  private mutating func add(_ row: Int64, to group: Int) {
    count += 1
    guard row >= 0, row < Self.farFrom else {
      far[row] = Int16(clamping: group)
      return
    }
    let place = Int(row)
    if place >= groups.count {
      let missing = max(place + 1, 2 * groups.count) - groups.count
      groups.append(contentsOf: repeatElement(-1, count: missing))
    }
    groups[place] = Int16(clamping: group)
  }

  /// The group of a case; nil where it is not looked at.
  func group(of row: Int64) -> Int? {
    guard row >= 0, row < Int64(groups.count) else { return far[row].map(Int.init) }
    let group = groups[Int(row)]
    return group < 0 ? nil : Int(group)
  }

  /// The rows in so many parts, the first and the last open to what lies below and above.
  func parts(_ number: Int) -> [ClosedRange<Int64>] {
    guard number > 1, groups.count >= number else { return [Int64.min...Int64.max] }
    let length = Int64((groups.count + number - 1) / number)
    return (0..<Int64(number)).map { part in
      let start = part == 0 ? Int64.min : part * length
      let end = part == Int64(number) - 1 ? Int64.max : (part + 1) * length - 1
      return start...end
    }
  }
}
