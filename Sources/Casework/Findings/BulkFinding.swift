/// What one condition came to for one of many cases, from its facts alone.
///
/// Judgements, waivers and departures have no part in it: a condition that a person judges stands as
/// *judgement*, one that was waived as *not met*. Whoever needs those folds the case and asks
/// `FindingEvaluator`, which also explains.
package struct BulkFinding: Hashable, Sendable {
  private let code: UInt8

  private static let results = FindingResult.allCases

  /// A result.
  package init(_ result: FindingResult, isSoftened: Bool = false) {
    let place = Self.results.firstIndex(of: result) ?? 0
    code = UInt8(place) | (isSoftened ? 0x80 : 0)
  }

  private init(code: UInt8) { self.code = code }

  /// The same, also where an exception made a default of it.
  func softened(_ isSoftened: Bool) -> BulkFinding {
    isSoftened ? BulkFinding(code: code | 0x80) : self
  }

  /// What it came to.
  package var result: FindingResult { Self.results[place] }

  /// The place of the result among all of them.
  var place: Int { Int(code & 0x7F) }

  /// Whether an exception made a default of it, to be departed from with a reason.
  package var isSoftened: Bool { code & 0x80 != 0 }
}

/// How many of many cases came to each result, condition by condition.
package struct BulkTally: Hashable, Sendable {
  /// How many cases were looked at.
  package private(set) var cases = 0
  private var counts: [Int]

  /// How many results there are.
  static let results = FindingResult.allCases.count

  /// Nothing yet, for a number of conditions.
  package init(conditions: Int) {
    counts = Array(repeating: 0, count: conditions * Self.results)
  }

  /// What was counted, condition by condition, by the places of the results.
  init(cases: Int, counts: [Int]) {
    self.cases = cases
    self.counts = counts
  }

  /// How many cases came to a result under the condition at a place.
  package func count(of result: FindingResult, at condition: Int) -> Int {
    let place = FindingResult.allCases.firstIndex(of: result) ?? 0
    return counts[condition * Self.results + place]
  }

  /// Takes in what was counted of other cases under the same conditions.
  package mutating func add(_ other: BulkTally) {
    cases += other.cases
    for (place, count) in other.counts.enumerated() { counts[place] += count }
  }
}
