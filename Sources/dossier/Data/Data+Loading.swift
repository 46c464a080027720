import Desk
import Quantities
import RuleDrafting
import RulePacks

extension Errand {
  /// The facts that packs share.
  ///
  /// - Throws: `usage.no_data`, and what is wrong with the file.
  func vocabulary() throws -> Vocabulary {
    try VocabularyLoader.load(try source("vocabulary.yaml"))
  }

  /// The supervising departments of all cities; none where the data folder is not there.
  func departments() -> [Department] {
    guard let data = try? DataFolder.path(self) else { return [] }
    return SourceFiles.read(data + "/departments", showing: "departments").flatMap { file in
      (try? DepartmentLoader.load(file)) ?? []
    }
  }

  /// The files of one pack: a folder, or the id of a pack under `data/packs`.
  ///
  /// - Throws: `pack.missing`.
  func sources(ofPack name: String) throws -> [SourceFile] {
    let folder = isFolder(name) ? name : try DataFolder.path(self) + "/packs/" + name
    guard Folders.exists(folder + "/pack.yaml") else {
      throw UsageProblem(
        "pack.missing", zh: "没有规则包“\(name)”", en: "There is no pack “\(name)”",
        remedy: (
          zh: "现有：\((try? packNames().joined(separator: "、")) ?? "—")",
          en: "There are: \((try? packNames().joined(separator: ", ")) ?? "—")"
        ), status: .notFound)
    }
    return SourceFiles.read(folder, showing: folder)
  }

  /// The ids of the packs in the data folder.
  func packNames() throws -> [String] {
    let packs = try DataFolder.path(self) + "/packs"
    return SmallFile.names(in: packs).filter { Folders.exists("\(packs)/\($0)/pack.yaml") }
  }

  /// A pack, read and checked as far as single files show; a folder of one's own may have any name.
  func loadPack(_ name: String) throws -> PackLoader.Loaded {
    try PackLoader.loadWithPlaces(
      try sources(ofPack: name), vocabulary: try vocabulary(), isDraft: isFolder(name))
  }

  /// Whether a folder is meant, not a pack of the data folder.
  private func isFolder(_ name: String) -> Bool {
    name.contains("/") || Folders.exists(name + "/pack.yaml")
  }

  /// The schedules of working days in the data folder, by year.
  func calendars() throws -> [(year: WorkingCalendar.Year, file: String)] {
    let folder = try DataFolder.path(self) + "/calendars"
    return try SourceFiles.read(folder, showing: "calendars").map { file in
      (try CalendarLoader.load(file), file.path)
    }
  }

  /// The text of a page in the data folder.
  ///
  /// - Throws: `usage.no_data`, `file.missing`.
  func page(_ name: String) throws -> String {
    String(decoding: try source(name).bytes, as: UTF8.self)
  }

  private func source(_ name: String) throws -> SourceFile {
    let path = try DataFolder.path(self) + "/" + name
    guard let bytes = Folders.bytes(of: path) else {
      throw Problem("file.missing", at: Problem.Place(file: path))
    }
    return SourceFile(path: path, bytes: bytes)
  }
}

/// Files of YAML in a folder and the folders in it.
enum SourceFiles {
  /// The files, by path; `name` stands for the folder in their paths.
  static func read(_ folder: String, showing name: String) -> [SourceFile] {
    SmallFile.names(in: folder).flatMap { entry -> [SourceFile] in
      let path = folder + "/" + entry
      if Folders.isFolder(path) { return read(path, showing: name + "/" + entry) }
      guard entry.hasSuffix(".yaml"), let bytes = Folders.bytes(of: path) else { return [] }
      return [SourceFile(path: name + "/" + entry, bytes: bytes)]
    }
  }
}
