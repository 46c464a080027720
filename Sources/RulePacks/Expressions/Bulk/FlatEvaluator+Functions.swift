import Quantities

extension FlatEvaluator {
  func call(_ node: FlatNode) -> Cell {
    guard case .function(let function) = node.operation else { return Cell(.unknown) }
    let places = Int(node.a)..<Int(node.a + node.b)
    switch function {
    case .coalesce:
      for place in places {
        let cell = read(operands[place])
        if cell.tag != .unknown { return cell }
      }
      return Cell(.unknown)
    case .known: return Cell(read(operands[places.lowerBound]).isValue)
    case .absent: return Cell(read(operands[places.lowerBound]).tag == .absent)
    case .min, .max: return extreme(function, places)
    default: return value(function, places)
    }
  }

  private func extreme(_ function: Function, _ places: Range<Int>) -> Cell {
    var lack: Cell?
    var best: Cell?
    for place in places {
      let cell = read(operands[place])
      guard cell.isValue else {
        lack = lack?.lacking(cell) ?? cell
        continue
      }
      guard let sofar = best else {
        best = cell
        continue
      }
      guard let order = cell.order(to: sofar) else { return Cell(.unknown) }
      if function == .min ? order < 0 : order > 0 { best = cell }
    }
    return lack ?? best ?? Cell(.unknown)
  }

  /// A function of values, of which none may be missing.
  private func value(_ function: Function, _ places: Range<Int>) -> Cell {
    var lack: Cell?
    var first = Cell(.unknown)
    var second = Cell(.unknown)
    for place in places {
      let cell = read(operands[place])
      if !cell.isValue {
        lack = lack?.lacking(cell) ?? cell
      } else if place == places.lowerBound {
        first = cell
      } else if place == places.lowerBound + 1 {
        second = cell
      }
    }
    if let lack { return lack }
    switch (function, first.tag, second.tag) {
    case (.year, .date, _):
      return .years(Int64(CalendarDate(ordinal: Int32(clamping: first.a)).year))
    case (.startsWith, .text, .text), (.endsWith, .text, .text), (.contains, .text, .text):
      return Cell(first.has(second, function))
    case (.length, .text, _): return .characters(first.characters)
    case (.ratio, _, _): return first.combined(.divide, second)
    default:
      let values = places.compactMap { read(operands[$0]).value }
      return Cell(Evaluator<Untraced>.apply(function, values))
    }
  }
}
