package import Quantities
package import RulePacks

/// The office as its events have made it: users, practice, calendars, packs, campaigns.
package struct OfficeState: Hashable, Sendable {
  /// The office's settings.
  package private(set) var settings: OfficeSettings?
  /// The users by name.
  package private(set) var users: [String: User] = [:]
  /// The practice that the bureau has set, oldest first.
  package private(set) var practice: [PracticeSet] = []
  /// The schedules of working days.
  package private(set) var calendarYears: [Int: WorkingCalendar.Year] = [:]
  /// The adopted packs, by id; the last adoption counts.
  package private(set) var packs: [String: PackAdopted] = [:]
  /// The last verification of each pack, that it is in force.
  package private(set) var verifications: [String: InForceVerification] = [:]
  /// The campaigns by id.
  package private(set) var campaigns: [String: Campaign] = [:]
  /// The official texts that were loaded, by pack, oldest first; the last one counts.
  package private(set) var lawTexts: [String: [LawTextRecord]] = [:]
  /// The ids of events that no later event has as a parent.
  package private(set) var heads: [EventID] = []
  /// How many events were folded.
  package private(set) var version = 0

  /// An office before its first event.
  package init() {}

  /// Folds the accepted events of the office's stream, in the order of the ledger.
  package init(folding events: [Event]) {
    for event in events { apply(event) }
  }

  /// Takes one more event in.
  package mutating func apply(_ event: Event) {
    heads.removeAll(where: event.header.parents.contains)
    heads.append(event.id)
    version += 1
    switch event.payload {
    case .office(let settings): self.settings = settings
    case .user(let user): users[user.name] = user
    case .practice(let set): practice.append(set)
    case .calendar(let set): calendarYears[set.year.year] = set.year
    case .pack(let adopted): packs[adopted.pack] = adopted
    case .verification(let verification): verifications[verification.pack] = verification
    case .campaign(let campaign): campaigns[campaign.id] = campaign
    case .law(let loaded):
      lawTexts[loaded.pack, default: []].append(
        LawTextRecord(
          loaded: loaded, actor: event.header.actor, on: event.header.on,
          moment: event.header.moment))
    default: break
    }
  }

  /// The calendar of all schedules put in.
  package var calendar: WorkingCalendar { WorkingCalendar(Array(calendarYears.values)) }

  /// The practice in force under a pack on a day; where the bureau has set none, what the pack
  /// suggests.
  package func practice(under pack: RulePack, on date: CalendarDate) -> PracticeInForce {
    var values: [String: PracticeInForce.Item] = [:]
    for item in pack.practice {
      values[item.id] = PracticeInForce.Item(
        value: item.suggested, countsFirstDay: item.countsFirstDay, since: nil)
    }
    for set in practice.sorted(by: { $0.from < $1.from })
    where set.pack == pack.id && set.from <= date {
      guard let suggested = values[set.item] else { continue }
      values[set.item] = PracticeInForce.Item(
        value: set.value, countsFirstDay: set.countsFirstDay ?? suggested.countsFirstDay,
        since: set.from)
    }
    return PracticeInForce(items: values)
  }

  /// The campaign that takes an application of a given day under a pack, where exactly one does.
  package func intake(of pack: String, on date: CalendarDate) -> Campaign? {
    let open = campaigns.values.filter {
      $0.pack == pack && $0.takesApplications && !$0.isClosed && $0.from <= date && date <= $0.to
    }
    return open.count == 1 ? open.first : nil
  }
}

/// The values on which a regulation is silent, as they stand on a day.
package struct PracticeInForce: Hashable, Sendable {
  /// One value.
  package struct Item: Hashable, Sendable {
    /// The value.
    package var value: Value
    /// For periods: whether the first day counts.
    package var countsFirstDay: Bool
    /// The day from which the bureau's own value holds; nil for the pack's suggestion.
    package var since: CalendarDate?

    /// A value.
    package init(value: Value, countsFirstDay: Bool, since: CalendarDate?) {
      self.value = value
      self.countsFirstDay = countsFirstDay
      self.since = since
    }
  }

  /// The values by item id.
  package var items: [String: Item]

  /// Some values.
  package init(items: [String: Item]) { self.items = items }

  /// The bare values, for expressions.
  package var values: [String: Value] { items.mapValues(\.value) }
}
