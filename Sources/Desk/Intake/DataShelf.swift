import Quantities
import RuleDrafting
import RulePacks

/// What lies in the data folder: vocabulary, packs, departments, schedules of working days.
struct DataShelf {
  private let folder: String

  /// The shelf of a data folder.
  init(_ folder: String) { self.folder = folder }

  /// The facts that there are.
  func vocabulary() throws -> Vocabulary {
    let path = folder + "/vocabulary.yaml"
    guard let bytes = SmallFile.bytes(of: path) else {
      throw Problem("file.missing", at: .init(file: path))
    }
    return try VocabularyLoader.load(SourceFile(path: path, bytes: bytes))
  }

  /// The ids of the packs.
  var packNames: [String] {
    SmallFile.names(in: folder + "/packs").filter {
      SmallFile.bytes(of: "\(folder)/packs/\($0)/pack.yaml") != nil
    }
  }

  /// The files of a pack.
  func sources(ofPack id: String) -> [SourceFile] {
    Self.files(in: folder + "/packs/" + id, showing: id)
  }

  /// A pack, read and checked.
  func pack(_ id: String, _ vocabulary: Vocabulary) throws -> RulePack {
    try PackLoader.load(sources(ofPack: id), vocabulary: vocabulary)
  }

  /// The supervising departments of all cities.
  func departments() -> [Department] {
    Self.files(in: folder + "/departments", showing: "departments").flatMap { file in
      (try? DepartmentLoader.load(file)) ?? []
    }
  }

  /// The schedules of working days.
  func schedules() throws -> [WorkingCalendar.Year] {
    try Self.files(in: folder + "/calendars", showing: "calendars").map(CalendarLoader.load)
  }

  /// The YAML files of a folder and of those in it; `name` stands for the folder in their paths.
  static func files(in folder: String, showing name: String) -> [SourceFile] {
    SmallFile.names(in: folder).flatMap { entry -> [SourceFile] in
      let path = folder + "/" + entry
      if SmallFile.isFolder(path) { return files(in: path, showing: name + "/" + entry) }
      guard entry.hasSuffix(".yaml"), let bytes = SmallFile.bytes(of: path) else { return [] }
      return [SourceFile(path: name + "/" + entry, bytes: bytes)]
    }
  }
}
