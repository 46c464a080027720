package import Quantities
package import RulePacks

/// A user of the store; each event of this kind states the user anew.
package struct User: Hashable, Sendable, Codable {
  /// The name by which commands call the user.
  package var name: String
  /// The name that papers and screens show.
  package var display: String
  /// The operating-system login.
  package var login: String
  /// The roles.
  package var roles: [Role]
  /// The supervising department, for clerks.
  package var department: String?
  /// Whether the user may still act.
  package var isActive: Bool
  /// Who stands in for the user, and until when.
  package var deputy: String?
  /// The last day of the deputy.
  package var deputyUntil: CalendarDate?

  /// A user.
  package init(
    name: String, display: String, login: String, roles: [Role], department: String?,
    isActive: Bool = true, deputy: String? = nil, deputyUntil: CalendarDate? = nil
  ) {
    self.name = name
    self.display = display
    self.login = login
    self.roles = roles
    self.department = department
    self.isActive = isActive
    self.deputy = deputy
    self.deputyUntil = deputyUntil
  }
}

/// The bureau set a value on which the regulation is silent.
package struct PracticeSet: Hashable, Sendable, Codable {
  /// The pack.
  package var pack: String
  /// The item.
  package var item: String
  /// The value.
  package var value: Value
  /// For periods: whether the first day counts; nil to keep what the pack suggests.
  package var countsFirstDay: Bool?
  /// The first day on which it holds.
  package var from: CalendarDate
  /// What it rests on.
  package var basis: String?
  /// A value set.
  package init(
    pack: String, item: String, value: Value, countsFirstDay: Bool?, from: CalendarDate,
    basis: String?
  ) {
    self.pack = pack
    self.item = item
    self.value = value
    self.countsFirstDay = countsFirstDay
    self.from = from
    self.basis = basis
  }
}

/// A year's schedule of working days was put in.
package struct CalendarSet: Hashable, Sendable, Codable {
  /// The schedule.
  package var year: WorkingCalendar.Year
  /// The notice that it comes from.
  package var source: String?
  /// A schedule put in.
  package init(year: WorkingCalendar.Year, source: String?) {
    self.year = year
    self.source = source
  }
}

/// A rule pack was adopted in this form; the compiled pack lies beside the journal by its hash.
package struct PackAdopted: Hashable, Sendable, Codable {
  /// The pack's id.
  package var pack: String
  /// The hash of its law.
  package var lawHash: String
  /// The SHA-256 of the compiled pack's bytes.
  package var contentHash: String
  /// An adoption.
  package init(pack: String, lawHash: String, contentHash: String) {
    self.pack = pack
    self.lawHash = lawHash
    self.contentHash = contentHash
  }
}

/// One procedure over many cases with common windows and quotas: an intake under a guide, or a notice
/// that names a cohort of centres.
///
/// Each event of this kind states the campaign anew.
package struct Campaign: Hashable, Sendable, Codable {
  /// The notice that it carries out, in the form in which the store keeps it.
  package struct Content: Hashable, Sendable, Codable {
    /// The hash of what the notice demands.
    package var lawHash: String
    /// The SHA-256 of the compiled notice's bytes, which lie beside the journal.
    package var contentHash: String
    /// Whether it is run over cases that are there already, and takes no applications.
    package var isCohort: Bool

    /// A notice that is kept.
    package init(lawHash: String, contentHash: String, isCohort: Bool) {
      self.lawHash = lawHash
      self.contentHash = contentHash
      self.isCohort = isCohort
    }
  }

  /// The id, such as `2026-1`.
  package var id: String
  /// Its title.
  package var title: Bilingual
  /// The pack.
  package var pack: String
  /// The procedure that it runs.
  package var procedure: String
  /// The year.
  package var year: Int
  /// The number of the batch in its year.
  package var number: Int
  /// The first day on which applications are taken.
  package var from: CalendarDate
  /// The last day.
  package var to: CalendarDate
  /// How many cases each department may recommend; a department without a figure is not limited.
  package var quotas: [String: Int]
  /// Whether it is closed.
  package var isClosed: Bool
  /// The notice that it carries out; nil for intakes that state a window and quotas alone.
  package var content: Content?

  /// Whether it takes applications.
  package var takesApplications: Bool { content?.isCohort != true }

  /// A campaign.
  package init(
    id: String, title: Bilingual, pack: String, procedure: String, year: Int, number: Int,
    from: CalendarDate, to: CalendarDate, quotas: [String: Int], isClosed: Bool,
    content: Content? = nil
  ) {
    self.id = id
    self.title = title
    self.pack = pack
    self.procedure = procedure
    self.year = year
    self.number = number
    self.from = from
    self.to = to
    self.quotas = quotas
    self.isClosed = isClosed
    self.content = content
  }
}

/// The office's own settings; each event of this kind states them anew.
package struct OfficeSettings: Hashable, Sendable, Codable {
  /// The office's name.
  package var name: Bilingual
  /// Minutes east of UTC by which the office's days are counted.
  package var utcOffsetMinutes: Int
  /// Minutes east of UTC where nothing else is said: China Standard Time.
  package static let standardOffset = 480
  /// Whether the store is for training: one may act as another and on another day.
  package var allowsActingAs: Bool
  /// The pack for new cases where nothing else is said.
  package var defaultPack: String?
  /// Settings.
  package init(
    name: Bilingual, utcOffsetMinutes: Int, allowsActingAs: Bool, defaultPack: String?
  ) {
    self.name = name
    self.utcOffsetMinutes = utcOffsetMinutes
    self.allowsActingAs = allowsActingAs
    self.defaultPack = defaultPack
  }
}
