import Quantities

extension Evaluator {
  mutating func call(
    _ function: Function, _ arguments: [Node], _ trace: inout Kept
  ) -> Reading {
    var parts = Kept()
    let reading: Reading
    switch function {
    case .coalesce: reading = coalesce(arguments, &parts)
    case .known, .absent:
      let inner = read(arguments[0], &parts)
      if function == .known {
        reading = Reading(inner.value != nil)
      } else {
        reading = Reading(inner.outcome == .absent && !inner.isOverZero)
      }
    case .min, .max: reading = extreme(function, arguments, &parts)
    default:
      var lack = Lack()
      var values: [Value] = []
      for argument in arguments {
        let part = read(argument, &parts)
        if lack.add(part), let value = part.value { values.append(value) }
      }
      if let lacking = lack.reading {
        reading = lacking
      } else {
        var result = function == .workday ? workday(values) : Self.apply(function, values)
        result.isPartial = lack.isPartial
        reading = result
      }
    }
    trace.add(.function, function.rawValue, reading, parts)
    return reading
  }

  private mutating func coalesce(_ arguments: [Node], _ parts: inout Kept) -> Reading {
    var lack = Lack()
    for argument in arguments {
      let reading = read(argument, &parts)
      guard case .unknown = reading.outcome else { return reading }
      _ = lack.add(reading)
    }
    return lack.reading ?? Reading(.unknown([]))
  }

  private mutating func extreme(
    _ function: Function, _ arguments: [Node], _ parts: inout Kept
  ) -> Reading {
    var lack = Lack()
    var best: Value?
    for argument in arguments {
      let reading = read(argument, &parts)
      guard lack.add(reading), let value = reading.value else { continue }
      guard let sofar = best else {
        best = value
        continue
      }
      guard let order = value.order(to: sofar) else { return .failed(.incomparable) }
      if function == .min ? order < 0 : order > 0 { best = value }
    }
    return lack.reading ?? best.map { Reading(.value($0), isPartial: lack.isPartial) }
      ?? Reading(.unknown([]))
  }

  /// The first working day on or after a day; unknown where no calendar is at hand.
  private func workday(_ values: [Value]) -> Reading {
    guard case .date(let day)? = values.first, let calendar = scope.calendar else {
      return Reading(.unknown([]))
    }
    return Reading(.date(calendar.workingDay(onOrAfter: day)))
  }

  static func apply(_ function: Function, _ values: [Value]) -> Reading {
    switch (function, values.first, values.dropFirst().first) {
    case (.year, .date(let date)?, _): return Reading(.count(Int64(date.year), .year))
    case (.month, .date(let date)?, _): return Reading(.count(Int64(date.month), .plain))
    case (.date, .count(let year, _)?, .count(let month, _)?):
      guard case .count(let day, _)? = values.last else { return Reading(.unknown([])) }
      return Self.day(year, month, day)
    case (.endOfMonth, .count(let year, _)?, .count(let month, _)?):
      guard (1...9999).contains(year), (1...12).contains(month) else {
        return .failed(.noSuchDay)
      }
      let last = CalendarDate.daysIn(month: Int(month), of: Int(year))
      return Self.day(year, month, Int64(last))
    case (.ratio, let above?, let below?): return above.combined(.divide, below)
    case (.startsWith, .text(let text)?, .text(let part)?):
      return matches(text, part) { $0.hasPrefix($1) }
    case (.endsWith, .text(let text)?, .text(let part)?):
      return matches(text, part) { $0.hasSuffix($1) }
    case (.contains, .text(let text)?, .text(let part)?):
      return matches(text, part) { $1.isEmpty || $0.contains($1) }
    case (.length, .text(let text)?, _): return Reading(.count(Int64(text.count), .character))
    default: return Reading(.unknown([]))
    }
  }

  /// Whether a text has a part, as they are written or with full-width forms taken as half-width
  /// ones: names are typed with brackets of either width.
  private static func matches(
    _ text: String, _ part: String, _ test: (String, String) -> Bool
  ) -> Reading {
    func narrowed(_ text: String) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: text.unicodeScalars.map(TextFolding.halfWidth))
      return String(view)
    }
    return Reading(test(text, part) || test(narrowed(text), narrowed(part)))
  }

  private static func day(_ year: Int64, _ month: Int64, _ day: Int64) -> Reading {
    let date = CalendarDate(
      year: Int(clamping: year), month: Int(clamping: month), day: Int(clamping: day))
    return date.map { Reading(.date($0)) } ?? .failed(.noSuchDay)
  }
}
