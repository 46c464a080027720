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

  /// What it came to.
  package var result: FindingResult { Self.results[Int(code & 0x7F)] }

  /// Whether an exception made a default of it, to be departed from with a reason.
  package var isSoftened: Bool { code & 0x80 != 0 }
}
