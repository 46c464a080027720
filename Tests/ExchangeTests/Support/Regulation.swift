import Casework
import Exchange
import Foundation
import Quantities
import RuleDrafting
import RulePacks

/// The Qingdao pack as it ships, with its vocabulary and departments.
struct Regulation {
  static let root: URL = {
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while folder.pathComponents.count > 1 {
      let manifest = folder.appendingPathComponent("Package.swift").path
      if FileManager.default.fileExists(atPath: manifest) { break }
      folder = folder.deletingLastPathComponent()
    }
    return folder
  }()

  let vocabulary: Vocabulary
  let pack: RulePack
  let departments: [Department]

  /// Read once for all tests.
  static let shipped = Result { try Regulation() }

  private init() throws {
    vocabulary = try VocabularyLoader.load(Self.file("data/vocabulary.yaml"))
    let folder = "data/packs/qingdao-2024"
    let names = FileManager.default.subpaths(atPath: Self.root.appendingPathComponent(folder).path)
    pack = try PackLoader.load(
      (names ?? []).filter { $0.hasSuffix(".yaml") }.map { try Self.file("\(folder)/\($0)") },
      vocabulary: vocabulary)
    departments = try DepartmentLoader.load(Self.file("data/departments/qingdao.yaml"))
  }

  /// A file of the repository.
  static func file(_ path: String) throws -> SourceFile {
    SourceFile(path: path, bytes: try Data(contentsOf: root.appendingPathComponent(path)))
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
