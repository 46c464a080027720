import Quantities

extension Evaluator {
  /// What was given for the step: inputs, practice, questions, dates, moments.
  mutating func given(_ node: Node, _ trace: inout Kept) -> Reading {
    let kind: Explanation.Kind
    let name: String
    let value: Value?
    switch node {
    case .input(let id): (kind, name, value) = (.input, "input." + id, scope.inputs[id])
    case .practice(let id):
      (kind, name, value) = (.practice, "practice." + id, scope.practice[id])
    case .question(let id):
      (kind, name) = (.question, "others." + id)
      value = scope.others[id].map { .count($0, .plain) }
    case .dateQuestion(let id):
      (kind, name) = (.question, "others." + id)
      value = scope.others[id].flatMap { Int32(exactly: $0) }.map {
        .date(CalendarDate(ordinal: $0))
      }
    case .date(let date):
      (kind, name) = (.date, date.rawValue)
      value =
        switch date {
        case .on: .date(scope.on)
        case .today: .date(scope.today)
        case .entered: scope.entered.map(Value.date)
        case .due: scope.due.map(Value.date)
        }
    case .passes(let moment):
      (kind, name) = (.function, "passes(\(moment.rawValue))")
      value = scope.passing[moment].map(Value.boolean)
    default: (kind, name, value) = (.literal, "", nil)
    }
    let reading = Reading(value.map(FactValue.value), path: name)
    trace.add(kind, name, reading)
    return reading
  }

  /// A field of a row: on record, absent with its row or before the founding year, else unknown.
  mutating func field(
    _ column: Column, of row: FactSheet.Row?, key: Int64, _ trace: inout Kept
  ) -> Reading {
    var value = row?[column.field]
    if value == nil, column.isKeyed, let founded = scope.facts.foundedYear, key < founded {
      value = .absent
    }
    let reading = Reading(value, path: column.path(row: key))
    trace.add(.fact, column.path(row: key), reading)
    return reading
  }

  mutating func cell(_ column: Column, _ row: Node, _ trace: inout Kept) -> Reading {
    var parts = Kept()
    let key = read(row, &parts)
    guard let number = key.number else {
      trace.add(.fact, "\(column.group)[…].\(column.field)", key, parts)
      return key
    }
    return field(column, of: scope.facts.row(number, of: column.group), key: number, &trace)
  }

  mutating func latest(_ column: Column, _ through: Node?, _ trace: inout Kept) -> Reading {
    var last = Int64.max
    if let through {
      var parts = Kept()
      let key = read(through, &parts)
      guard let number = key.number else {
        trace.add(.fact, "last(\(column.group)).\(column.field)", key, parts)
        return key
      }
      last = number
    }
    let rows = scope.facts.rows(of: column.group)
    if let row = rows?.last(where: { $0.key <= last }) {
      if column.isKey {
        let reading = Reading(.count(row.key, .year))
        trace.add(.fact, column.path(row: row.key), reading)
        return reading
      }
      return field(column, of: row, key: row.key, &trace)
    }
    if rows?.isEmpty == true {
      let reading = Reading(.absent)
      trace.add(.fact, "last(\(column.group)).\(column.field)", reading)
      return reading
    }
    if last != .max { return field(column, of: nil, key: last, &trace) }
    let reading = Reading(.unknown([column.group]))
    trace.add(.fact, "last(\(column.group)).\(column.field)", reading)
    return reading
  }
}
