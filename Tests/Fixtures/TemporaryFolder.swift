package import Foundation

/// A folder of its own among the system's temporary ones, which goes with it.
package final class TemporaryFolder: Sendable {
  /// The folder.
  package let url: URL

  /// Makes a folder whose name begins with what it is for.
  package init(_ purpose: String) throws {
    url = Self.root.appendingPathComponent("\(purpose)-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The system's folder for temporary files.
  package static var root: URL { FileManager.default.temporaryDirectory }
  /// The path of a file or folder in it.
  package func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}
