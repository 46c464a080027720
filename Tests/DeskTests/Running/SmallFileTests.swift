import Foundation
import Quantities
import Testing

@testable import Desk

@Suite("Small files")
struct SmallFileTests {
  private let folder = NSTemporaryDirectory() + "small-file-\(UUID().uuidString)"

  @Test("The folders of a relative path are made where it says, not below the root")
  func relativeFolders() throws {
    let files = FileManager.default
    let outer = "small-file-\(UUID().uuidString)"
    defer { try? files.removeItem(atPath: outer) }
    #expect(SmallFile.write([1], to: outer + "/inner/x"))
    #expect(files.fileExists(atPath: "\(files.currentDirectoryPath)/\(outer)/inner/x"))
    #expect(!files.fileExists(atPath: "/" + outer))
  }

  @Test("No file is one thing, a file that cannot be read another")
  func presence() throws {
    let files = FileManager.default
    try files.createDirectory(atPath: folder + "/inner", withIntermediateDirectories: true)
    defer { try? files.removeItem(atPath: folder) }
    #expect(try SmallFile.bytesIfPresent(of: folder + "/nothing") == nil)
    #expect(SmallFile.write([], to: folder + "/empty"))
    #expect(try SmallFile.bytesIfPresent(of: folder + "/empty") == [])
    #expect(
      throws: Problem("file.unreadable", at: Problem.Place(file: folder + "/inner"))
    ) { try SmallFile.bytesIfPresent(of: folder + "/inner") }
  }

  @Test("A text for the editor is in its file, and only its owner reads it")
  func temporary() throws {
    let text = String(repeating: "意见\n", count: 20_000)
    let path = try #require(SmallFile.temporary(containing: text))
    defer { SmallFile.remove(path) }
    #expect(SmallFile.text(of: path) == text)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }
}
