import Quantities

/// What a step came to while it is evaluated, with what goes along with it.
struct Reading: Hashable, Sendable {
  var outcome: Outcome
  var note: Explanation.Note?
  var isPartial = false

  init(_ outcome: Outcome, note: Explanation.Note? = nil, isPartial: Bool = false) {
    self.outcome = outcome
    self.note = note
    self.isPartial = isPartial
  }

  init(_ value: Value) { self.init(.value(value)) }

  init(_ truth: Bool) { self.init(.value(.boolean(truth))) }

  init(_ fact: FactValue?, path: @autoclosure () -> FactPath) {
    switch fact {
    case .value(let value): self.init(.value(value))
    case .absent: self.init(.absent)
    case nil: self.init(.unknown([path()]))
    }
  }

  static func failed(_ note: Explanation.Note) -> Reading { Reading(.unknown([]), note: note) }

  /// A ratio over zero.
  static let overZero = Reading(.absent, note: .overZero)

  /// Whether it is a ratio over zero, which no comparison meets.
  var isOverZero: Bool { note == .overZero && outcome == .absent }

  /// The value; nil for anything else.
  var value: Value? {
    if case .value(let value) = outcome { return value }
    return nil
  }

  /// The whole number of a count; nil for anything else.
  var number: Int64? {
    if case .value(.count(let number, _)) = outcome { return number }
    return nil
  }

  /// The same with what goes along with another step.
  func along(with other: Reading) -> Reading {
    var result = self
    result.isPartial = isPartial || other.isPartial
    result.note = note ?? other.note
    return result
  }
}

/// What two or more steps lack, where at least one lacks something.
///
/// Unknown goes before a ratio over zero, that before absent, that before not applicable.
struct Lack {
  private var missing: [FactPath] = []
  private var isUnknown = false
  private var isOverZero = false
  private var isAbsent = false
  private var isNotApplicable = false
  private var note: Explanation.Note?
  private(set) var isPartial = false

  /// Notes a step.
  ///
  /// - Returns: whether it has a value.
  mutating func add(_ reading: Reading) -> Bool {
    isPartial = isPartial || reading.isPartial
    switch reading.outcome {
    case .value: return true
    case .unknown(let paths):
      isUnknown = true
      note = note ?? reading.note
      for path in paths where !missing.contains(path) { missing.append(path) }
    case .absent:
      if reading.isOverZero { isOverZero = true } else { isAbsent = true }
    case .notApplicable: isNotApplicable = true
    }
    return false
  }

  /// What the steps come to together; nil where all have values.
  var reading: Reading? {
    var result: Reading
    if isUnknown {
      result = Reading(.unknown(missing), note: note)
    } else if isOverZero {
      result = .overZero
    } else if isAbsent {
      result = Reading(.absent)
    } else if isNotApplicable {
      result = Reading(.notApplicable)
    } else {
      return nil
    }
    result.isPartial = isPartial
    return result
  }
}
