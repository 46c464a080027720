/// A row of facts as it lies in the database, read in place for testing conditions.
///
/// The same form as `BinaryFacts` writes.
package struct FactRow {
  private var next: UnsafeRawPointer
  private let end: UnsafeRawPointer

  /// A row; its bytes have to stay where they are until the case was tested.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return nil }
    next = base
    end = base + bytes.count
  }

  /// Puts every fact that is read into its place; a damaged rest is left out.
  mutating func fill(_ places: FactPlaces) {
    while let number = number(), next < end, let tag = FactTag(rawValue: byte()) {
      let binding = places.binding(number)
      if binding.isRead {
        guard let cell = cell(tag) else { return }
        places.put(cell, binding)
      } else {
        guard skip(tag) else { return }
        places.put(Cell(.unknown), binding)
      }
    }
  }

  /// The next fact and its number; nil at the end, and where the rest is damaged.
  mutating func fact() -> (number: Int64, cell: Cell)? {
    guard let number = number(), next < end, let tag = FactTag(rawValue: byte()),
      let cell = cell(tag)
    else { return nil }
    return (number, cell)
  }

  /// The facts of a row whose numbers have a path; a damaged rest is left out.
  package static func facts(in bytes: UnsafeRawBufferPointer, path: (Int64) -> FactPath?) -> Facts {
    var row = FactRow(bytes)
    var facts: Facts = [:]
    while let (number, cell) = row?.fact() {
      if let path = path(number), let value = cell.fact { facts[path] = value }
    }
    return facts
  }

  @inline(__always)
  private mutating func cell(_ tag: FactTag) -> Cell? {
    switch tag {
    case .absent: return Cell(.absent)
    case .no: return Cell(.boolean, 0)
    case .yes: return Cell(.boolean, 1)
    case .count: return pair(.count, below: FactTag.countUnits)
    case .money: return number().map { Cell(.money, $0) }
    case .area: return number().map { Cell(.area, $0) }
    case .ratio:
      guard let above = number(), let below = number(), below > 0 else { return nil }
      return Cell(.ratio, above, below)
    case .date: return number().map { Cell(.date, $0) }
    case .period: return pair(.period, below: FactTag.periodUnits)
    case .text: return text(.text)
    case .choice: return text(.choice)
    }
  }

  /// Goes past a value; false where it is damaged.
  @inline(__always)
  private mutating func skip(_ tag: FactTag) -> Bool {
    switch tag {
    case .absent, .no, .yes: return true
    case .money, .area, .date: return number() != nil
    case .count, .ratio, .period: return cell(tag) != nil
    case .text, .choice:
      guard let count = number(), count >= 0, count <= Int64(end - next) else { return false }
      next += Int(count)
      return true
    }
  }

  @inline(__always)
  private mutating func pair(_ tag: Cell.Tag, below units: Int64) -> Cell? {
    guard let value = number(), let unit = number(), unit >= 0, unit < units else { return nil }
    return Cell(tag, value, unit)
  }

  @inline(__always)
  private mutating func text(_ tag: Cell.Tag) -> Cell? {
    guard let count = number(), count >= 0, count <= Int64(end - next) else { return nil }
    let start = next
    next += Int(count)
    return Cell(tag, bytes: start, count: Int(count))
  }

  @inline(__always)
  private mutating func byte() -> UInt8 {
    let byte = next.load(as: UInt8.self)
    next += 1
    return byte
  }

  @inline(__always)
  private mutating func number() -> Int64? {
    guard next < end else { return nil }
    let first = UInt64(byte())
    if first < 0x80 { return Int64(bitPattern: first >> 1) ^ -Int64(first & 1) }
    var result = first & 0x7F
    var shift: UInt64 = 7
    while next < end, shift < 64 {
      let byte = byte()
      result |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return Int64(bitPattern: result >> 1) ^ -Int64(result & 1) }
      shift += 7
    }
    return nil
  }
}

extension Cell {
  /// What stands on record; nil where nothing does.
  var fact: FactValue? { tag == .absent ? .absent : value.map { .value($0) } }
}
