/// What an expression came to: a value, or one of the ways of having none.
package enum Outcome: Hashable, Sendable {
  /// A value.
  case value(Value)
  /// Facts are missing; these.
  case unknown([FactPath])
  /// There can be no such value (a year before the firm was founded).
  case absent
  /// The question does not arise (a ratio over zero under a declared exemption).
  case notApplicable

  /// The truth of a boolean outcome; nil for anything else.
  package var truth: Bool? {
    if case .value(.boolean(let flag)) = self { return flag }
    return nil
  }
}
