import Glibc
import Quantities

/// The folder of what is not code: packs, calendars, vocabulary, samples.
enum DataFolder {
  /// `--data`, `$DOSSIER_DATA`, `share/dossier/data` beside the executable's folder, then upward from
  /// it and from here to `Package.swift`.
  ///
  /// - Throws: `usage.no_data` with the places that were looked at.
  static func path(_ errand: Errand) throws(Problem) -> String {
    if let path = errand.shared.data { return try checked(path) }
    if let path = errand.surroundings.environment["DOSSIER_DATA"], !path.isEmpty {
      return try checked(path)
    }
    let program = executableFolder
    var places = [parent(of: program) + "/share/dossier/data"]
    for start in [program, errand.surroundings.folder] {
      var folder = start
      while folder != "/", folder != "." {
        if Folders.exists(folder + "/Package.swift") {
          places.append(folder + "/data")
          break
        }
        folder = parent(of: folder)
      }
    }
    guard let found = places.first(where: { Folders.exists($0 + "/packs") }) else {
      throw Problem("usage.no_data", ["places": places.joined(separator: ", ")])
    }
    return found
  }

  /// The folder that a path lies in.
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  private static func checked(_ path: String) throws(Problem) -> String {
    if Folders.exists(path + "/packs") { return path }
    if Folders.exists(path + "/data/packs") { return path + "/data" }
    throw Problem("usage.no_data", ["places": path])
  }

  private static var executableFolder: String {
    guard let pointer = realpath("/proc/self/exe", nil) else { return "." }
    defer { free(pointer) }
    return parent(of: String(cString: pointer))
  }
}
