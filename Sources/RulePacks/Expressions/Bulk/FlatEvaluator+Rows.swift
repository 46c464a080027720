import Quantities

extension FlatEvaluator {
  /// The greatest number of years that a window or a span may have.
  private static var greatestSpan: Int64 { 200 }

  /// The rows of a selection, before its filter.
  private struct Range {
    var selection: FlatSelection
    /// The first year; nil where the rows of a group are gone through.
    var from: Int64?
    var count: Int
  }

  /// The rows of a selection; or why there are none to speak of.
  private func range(_ selection: FlatSelection) -> (range: Range, lack: Cell?) {
    let none = Range(selection: selection, from: nil, count: 0)
    switch selection.source {
    case .rows:
      guard let count = facts.rows(of: selection.group) else { return (none, Cell(.unknown)) }
      return (Range(selection: selection, from: nil, count: count), nil)
    case .window:
      let (years, ending) = (read(selection.first), read(selection.last))
      guard let count = years.number, let last = ending.number else {
        return (none, years.lackingNumber(ending))
      }
      guard (1...Self.greatestSpan).contains(count), (1...9999).contains(last) else {
        return (none, Cell(.unknown))
      }
      return (Range(selection: selection, from: last - count + 1, count: Int(count)), nil)
    case .years:
      let (first, last) = (read(selection.first), read(selection.last))
      guard let from = first.number, let to = last.number else {
        return (none, first.lackingNumber(last))
      }
      guard from <= to else { return (none, nil) }
      guard (1...9999).contains(from), (1...9999).contains(to), to - from < Self.greatestSpan else {
        return (none, Cell(.unknown))
      }
      return (Range(selection: selection, from: from, count: Int(to - from + 1)), nil)
    }
  }

  /// Goes to a row.
  private func enter(_ place: Int, of range: Range) {
    let selection = range.selection
    var item = Item()
    if let from = range.from {
      item.key = from + Int64(place)
      if selection.group >= 0 { item.row = facts.row(key: item.key, of: selection.group) }
    } else {
      (item.row, item.key) = facts.row(place, of: selection.group)
    }
    items[Int(selection.slot)] = item
  }

  /// Whether the row passes the filter; nil where it is unknown.
  private func passes(_ selection: FlatSelection) -> Bool? {
    guard selection.filter >= 0 else { return true }
    let cell = read(selection.filter)
    if cell.tag == .unknown { return nil }
    return cell.truth == true
  }

  func each(_ node: FlatNode) -> Cell {
    let (range, lack) = range(selections[Int(node.a)])
    if let lack { return lack }
    var isUnknown = false
    var hasValue = false
    var skipped: Cell?
    for place in 0..<range.count {
      enter(place, of: range)
      guard let isIn = passes(range.selection) else {
        isUnknown = true
        continue
      }
      guard isIn else { continue }
      let cell = read(node.b)
      if cell.isValue {
        hasValue = true
        if cell.truth == false { return cell }
      } else if cell.tag == .unknown {
        isUnknown = true
      } else {
        skipped = skipped?.lacking(cell) ?? cell
      }
    }
    if isUnknown { return Cell(.unknown) }
    return (hasValue ? nil : skipped) ?? Cell(true)
  }

  func aggregate(_ node: FlatNode) -> Cell {
    let (range, lack) = range(selections[Int(node.a)])
    if let lack { return lack }
    guard case .aggregate(let aggregate) = node.operation else { return Cell(.unknown) }
    switch aggregate {
    case .longestRun where node.b >= 0: return longestRun(range, node)
    case .sum where node.b >= 0, .min where node.b >= 0, .max where node.b >= 0:
      return fold(aggregate, range, node)
    default: return count(aggregate, range, node)
    }
  }

  private func count(_ aggregate: Aggregate, _ range: Range, _ node: FlatNode) -> Cell {
    var isUnknown = false
    var number: Int64 = 0
    for place in 0..<range.count {
      enter(place, of: range)
      switch passes(range.selection) {
      case .some(true): number += 1
      case .some(false): break
      case nil: isUnknown = true
      }
    }
    if aggregate == .exists {
      return number > 0 ? Cell(true) : isUnknown ? Cell(.unknown) : Cell(false)
    }
    guard node.c >= 0, literals[Int(node.c)].tag == .count, !isUnknown else {
      return Cell(.unknown)
    }
    return Cell(.count, number, literals[Int(node.c)].b)
  }

  private func fold(_ aggregate: Aggregate, _ range: Range, _ node: FlatNode) -> Cell {
    var isUnknown = false
    var isOverZero = false
    var total: Cell? = node.c >= 0 ? literals[Int(node.c)] : nil
    var (count, absences) = (0, 0)
    for place in 0..<range.count {
      enter(place, of: range)
      switch passes(range.selection) {
      case .some(true): break
      case .some(false): continue
      case nil:
        isUnknown = true
        continue
      }
      let cell = read(node.b)
      guard cell.isValue else {
        if cell.tag == .unknown {
          isUnknown = true
        } else {
          absences += 1
          isOverZero = isOverZero || cell.tag == .overZero
        }
        continue
      }
      count += 1
      guard let sofar = total else {
        total = cell
        continue
      }
      switch aggregate {
      case .sum:
        let sum = sofar.combined(.add, cell)
        if sum.isValue { total = sum } else { isUnknown = true }
      case .min: if let order = cell.order(to: sofar), order < 0 { total = cell }
      default: if let order = cell.order(to: sofar), order > 0 { total = cell }
      }
    }
    if isUnknown { return Cell(.unknown) }
    if isOverZero { return Cell(.overZero) }
    guard let total, count > 0 || absences == 0 else { return Cell(.absent) }
    return total
  }

  private func longestRun(_ range: Range, _ node: FlatNode) -> Cell {
    var isUnknown = false
    var (run, longest): (Int64, Int64) = (0, 0)
    for place in 0..<range.count {
      enter(place, of: range)
      var holds = false
      switch passes(range.selection) {
      case .some(true):
        let cell = read(node.b)
        if cell.tag == .unknown { isUnknown = true }
        holds = cell.truth == true
      case .some(false): break
      case nil: isUnknown = true
      }
      run = holds ? run + 1 : 0
      longest = max(longest, run)
    }
    return isUnknown ? Cell(.unknown) : .years(longest)
  }
}

extension Cell {
  /// What two steps come to of which at least one is no number.
  fileprivate func lackingNumber(_ other: Cell) -> Cell {
    let (first, second) = (isValue ? other : self, other.isValue ? self : other)
    let lack = first.lacking(second)
    return lack.isValue ? Cell(.unknown) : lack
  }
}
