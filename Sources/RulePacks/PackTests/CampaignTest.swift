package import Quantities

/// A test that ships with a notice: facts and a day, and what the notice makes of them.
package struct CampaignTest: Hashable, Sendable {
  /// What it shows.
  package var name: String
  /// The trap of the text that it guards against, such as `T19`.
  package var trap: String?
  /// The day.
  package var on: CalendarDate
  /// The facts on record.
  package var facts: Facts = [:]
  /// Whether the case takes part: `in`, `out`, `unknown`.
  package var member: String?
  /// The rule that decides; `otherwise` for none.
  package var because: String?
  /// The facts that are missing.
  package var missing: [FactPath]?
  /// What the handing in comes to: `complete`, `incomplete`, `open`.
  package var completion: String?
  /// The owners whose delay it was.
  package var delays: [String]?
  /// The results of the notice's own conditions, by id.
  package var findings: [String: String] = [:]
  /// The outcome; `none` for none yet.
  package var outcome: String?
  /// What a person may decide: procedures and actions.
  package var options: [String]?
  /// Where the day lies, by window.
  package var windows: [String: String] = [:]
  /// Where the test is written.
  package var place: Problem.Place

  /// A test that expects nothing yet.
  package init(name: String, on: CalendarDate, place: Problem.Place) {
    self.name = name
    self.on = on
    self.place = place
  }
}
