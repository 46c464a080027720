package import Casework
import Quantities
package import RulePacks

/// What all conditions of a pack came to for many cases.
package struct BulkFindings: Sendable {
  /// One of the cases.
  package struct Case: Hashable, Sendable {
    /// The case.
    package var stream: StreamID
    /// Its number; empty where it has none.
    package var number: String
    /// Its row in the queue.
    package var row: Int64
    /// Where it stands.
    package var standing: Int64
  }

  /// The conditions, in the order of the pack.
  package var conditions: [Condition]
  /// The cases, in the order in which they were entered.
  package var cases: [Case] = []
  /// Where the cases stand.
  package var standings: [Int64: Standing]
  /// What every condition came to, case by case.
  var results: [BulkFinding] = []

  /// What the conditions came to for the case at a place, in the order of the conditions.
  package func findings(at place: Int) -> ArraySlice<BulkFinding> {
    results[place * conditions.count..<(place + 1) * conditions.count]
  }

  /// Where the case at a place stands.
  package func standing(at place: Int) -> Standing? { standings[cases[place].standing] }
}

/// How many of the cases came to what, condition by condition.
package struct BulkCounts: Sendable {
  /// The conditions, in the order of the pack.
  package var conditions: [Condition]
  /// The figures.
  package var tally: BulkTally
}
