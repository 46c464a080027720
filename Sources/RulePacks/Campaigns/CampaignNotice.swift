package import Quantities

/// One notice or guide as data: a procedure that is run over many cases at once.
///
/// It stands on a rule pack, which it extends: a guide takes applications in a window and under quotas
/// by department; a notice of evaluation names a cohort of centres, the windows of everybody who has
/// to act, what counts as done, and what may follow. A later year's notice is another file.
package struct CampaignNotice: Hashable, Sendable, Codable {
  /// The id, such as `2026-1`; for a folder of packs its name.
  package var id: String
  /// The title as the notice bears it.
  package var title: Bilingual
  /// The id of the pack that it extends.
  package var pack: String
  /// The id of the procedure of that pack that is run.
  package var procedure: String
  /// The calendar year that it is counted to, such as 2026.
  package var year: Int
  /// The number within the year, from 1.
  package var number: Int
  /// The issuing body, where it is another than the pack's or is to be shown.
  package var issuer: Bilingual?
  /// The document number, where it has one.
  package var documentNumber: String?
  /// The day of signature or publication.
  package var published: CalendarDate?
  /// Every part and item by citation key; none for guides that state windows and quotas alone.
  package var articles: [Article]
  /// What the procedure's opening is given for each case, by input id.
  package var inputs: [String: Value]
  /// Whom it concerns; nil for a guide, which takes whoever applies.
  package var cohort: Cohort?
  /// The spans of days in which each body acts.
  package var windows: [CampaignWindow]
  /// What counts as handed in; nil where the notice does not say.
  package var completion: CampaignCompletion?
  /// The conditions that it adds for the cases that it concerns.
  package var conditions: [Condition]
  /// The actions that its conditions stand before.
  package var gates: [CampaignGate]
  /// The documents that it asks for.
  package var materials: [MaterialRequirement]
  /// What a run can come to, and what a person may then decide.
  package var outcomes: [CampaignOutcome]
  /// What the evaluation looks at; empty where the notice does not say.
  package var subjects: [CampaignSubject]
  /// The outline of the report that it asks for.
  package var outline: [OutlineSection]
  /// The lists that departments hand in.
  package var tables: [CampaignTable]
  /// How many cases each department may recommend; a department without a figure is not limited.
  package var quotas: [String: Int]
  /// SHA-256 (hexadecimal) over what it demands, texts for people left out.
  package var lawHash: String

  /// Whether it takes applications, and does not look for cases that are there already.
  package var takesApplications: Bool { cohort == nil }
  /// The first day of its first window.
  package var from: CalendarDate? { windows.compactMap(\.from).min() ?? windows.map(\.to).min() }
  /// The last day of its last window.
  package var to: CalendarDate? { windows.map(\.to).max() }
  /// A window by its id.
  package func window(_ id: String) -> CampaignWindow? { windows.first { $0.id == id } }

  /// A citation of this notice, as it stands among those of the pack: `2026-1#4.1`.
  package func cited(_ key: Citation) -> Citation { "\(id)#\(key)" }

  /// The compiled form that a store keeps; equal notices give equal bytes.
  ///
  /// - Throws: an encoding error, which no notice that was read causes.
  package func compiled() throws -> [UInt8] { try CompactEncoder.encode(self) }

  /// Reads the compiled form.
  ///
  /// - Throws: `DecodingError` where the bytes are damaged.
  package init(compiled bytes: [UInt8]) throws {
    if let notice = try? CompactValue.read(CampaignNotice.self, from: bytes) {
      self = notice
    } else {
      self = try CompactDecoder.decode(CampaignNotice.self, from: bytes)
    }
  }

  /// A notice that says no more than its names; the other parts are set afterwards.
  package init(
    id: String, title: Bilingual, pack: String, procedure: String, year: Int, number: Int
  ) {
    self.id = id
    self.title = title
    self.pack = pack
    self.procedure = procedure
    self.year = year
    self.number = number
    articles = []
    inputs = [:]
    windows = []
    conditions = []
    gates = []
    materials = []
    outcomes = []
    subjects = []
    outline = []
    tables = []
    quotas = [:]
    lawHash = ""
  }
}
