package import Casework
package import RulePacks

/// How many of the cases came to what, condition by condition.
package struct BulkCounts: Sendable {
  /// The conditions, in the order of the pack.
  package var conditions: [Condition]
  /// The figures, each condition at its place in `conditions`.
  package var tally: BulkTally
}
