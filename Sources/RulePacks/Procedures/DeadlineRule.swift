package import Quantities

/// How a due date is found.
package struct DeadlineRule: Hashable, Sendable, Codable {
  /// What the period or the date is taken from.
  package enum Measure: Hashable, Sendable, Codable {
    /// A period that the cited article states.
    case period(Period)
    /// A period of practice, by the item's id.
    case practice(String)
    /// A date computed from facts and inputs, such as the 31 March after a year.
    case date(Expression)
  }

  /// The article, or for practice the one that is silent.
  package var cites: Citation
  /// The measure.
  package var measure: Measure
  /// The day from which a period runs; nil for the day on which the stage is entered.
  package var anchor: Expression?
  /// Whether the anchor day is day one (Civil Code, article 201, does not count it).
  ///
  /// Practice items carry their own.
  package var countsFirstDay: Bool
  /// Whether a last day that is no working day moves to the next one (Civil Code, article 203).
  package var rolls: Bool

  /// A rule.
  package init(
    cites: Citation, measure: Measure, anchor: Expression?, countsFirstDay: Bool, rolls: Bool
  ) {
    self.cites = cites
    self.measure = measure
    self.anchor = anchor
    self.countsFirstDay = countsFirstDay
    self.rolls = rolls
  }
}
