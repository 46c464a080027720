package import Quantities

/// A span of days in which one body has to act; both days belong to it.
package struct CampaignWindow: Hashable, Sendable, Codable {
  /// The id, unique in the notice.
  package var id: String
  /// What it is called.
  package var label: Bilingual
  /// The articles; none for guides that have no articles.
  package var cites: [Citation]
  /// The id of the owner who acts, among those of the pack; nil where the notice names none.
  package var owner: String?
  /// The first day; nil where only a last day is stated.
  package var from: CalendarDate?
  /// The last day, itself in the window.
  package var to: CalendarDate
  /// The id of the stage of the procedure whose time ends with the window; nil for none.
  package var stage: String?
  /// The id of the window that has to be over before; nil for none.
  package var follows: String?
  /// Whether its first day may be the last day of the window that it follows.
  package var sharesDay: Bool
  /// The windows of the same owner beside which it runs.
  package var beside: [String]
  /// How it is done, where the notice says so.
  package var hint: Bilingual?

  /// A window.
  package init(
    id: String, label: Bilingual, cites: [Citation], owner: String?, from: CalendarDate?,
    to: CalendarDate, stage: String? = nil, follows: String? = nil, sharesDay: Bool = false,
    beside: [String] = [], hint: Bilingual? = nil
  ) {
    self.id = id
    self.label = label
    self.cites = cites
    self.owner = owner
    self.from = from
    self.to = to
    self.stage = stage
    self.follows = follows
    self.sharesDay = sharesDay
    self.beside = beside
    self.hint = hint
  }

  /// Where a day lies.
  package enum Place: String, CaseIterable, Hashable, Sendable {
    /// Before the window.
    case ahead
    /// In it.
    case open
    /// After it.
    case over
  }

  /// Where a day lies; without a first day every day up to the last is in the window.
  package func place(of day: CalendarDate) -> Place {
    if day > to { return .over }
    if let from, day < from { return .ahead }
    return .open
  }

  /// Whether two windows have a day in common; one that is a last day alone has none.
  package func overlaps(_ other: CampaignWindow) -> Bool {
    guard let from, let begins = other.from else { return false }
    return from <= other.to && begins <= to
  }
}
