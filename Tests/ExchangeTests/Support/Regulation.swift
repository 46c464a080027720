import Casework
import Exchange
import Fixtures
import Quantities
import RuleDrafting
import RulePacks

/// The Qingdao pack as it ships, with its vocabulary and departments.
struct Regulation {
  let vocabulary: Vocabulary
  let pack: RulePack
  let departments: [Department]

  /// Read once for all tests.
  static let shipped = Result { try Regulation() }

  private init() throws {
    vocabulary = try Repository.vocabulary()
    pack = try PackLoader.load(
      Repository.files(under: "data/packs/qingdao-2024"), vocabulary: vocabulary)
    departments = try DepartmentLoader.load(Repository.file("data/departments/qingdao.yaml"))
  }

  /// What files are read against on a day.
  static func context(
    campaigns: [Campaign] = [], today: CalendarDate = Self.today
  ) throws -> ImportContext {
    let shipped = try shipped.get()
    return ImportContext(
      vocabulary: shipped.vocabulary, packs: [shipped.pack], departments: shipped.departments,
      campaigns: campaigns, today: today)
  }

  static let today = day(2026, 4, 13)

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day) ?? CalendarDate(ordinal: 0)
  }

  /// Reads a text as a file of a name.
  static func read(
    _ text: String, as path: String = "in.yaml", roster: Bool = false, columns: ColumnMap? = nil,
    campaigns: [Campaign] = [], batch: String? = nil
  ) throws -> ReadFile {
    try read(
      Array(text.utf8), as: path, roster: roster, columns: columns, campaigns: campaigns,
      batch: batch)
  }

  static func read(
    _ bytes: [UInt8], as path: String, roster: Bool = false, columns: ColumnMap? = nil,
    campaigns: [Campaign] = [], batch: String? = nil
  ) throws -> ReadFile {
    var options = Importer.Options()
    options.isRoster = roster
    options.columns = columns
    options.batch = batch
    return Importer.read(
      ImportSource(path: path, bytes: bytes), options: options,
      in: try context(campaigns: campaigns))
  }
}

extension ReadFile {
  /// The problems of a code.
  func problems(_ code: String) -> [Problem] { problems.filter { $0.code == code } }
  /// The codes of the errors.
  var errors: [String] { problems.filter { $0.severity == .error }.map(\.code) }

  /// The facts of what arrives, by place in the file.
  var facts: [Facts] {
    arriving.map { arriving in
      switch arriving.content {
      case .application(let application): application.facts
      case .rosterEntry(let entry): entry.facts
      }
    }
  }
}
