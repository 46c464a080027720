import Foundation
import Testing

extension TrainingStore {
  /// The journal's file.
  var journal: String { program.folder + "/training.dossier/journal.sqlite" }

  /// How many events the store holds.
  func eventCount() throws -> Int {
    try #require(try program.json("verify").events.number)
  }

  /// Brings the case to the formal review.
  func submitAndRecommend(by user: String = "clerk") throws {
    try act("submit", by: user, on: "2026-03-02", to: "preliminary")
    try act("recommend", by: user, on: "2026-03-06", ["opinion=同意推荐"], to: "formal_review")
  }

  /// The journal's bytes, with everything in the one file.
  func journalBytes() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: journal)) }

  /// Writes over some bytes of the journal.
  func patch(at offset: Int, with bytes: [UInt8]) throws {
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: journal))
    try file.seek(toOffset: UInt64(offset))
    try file.write(contentsOf: Data(bytes))
    try file.close()
  }

  /// Gives the store's folder and its files these modes, and lets everybody come so far.
  func open(folder: Int, files: Int) throws {
    let manager = FileManager.default
    let base = program.folder + "/training.dossier"
    func set(_ mode: Int, _ path: String) throws {
      try manager.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
    for path in [base, base + "/files"] { try set(0o755, path) }
    for name in try manager.contentsOfDirectory(atPath: base) where name != "files" {
      try set(files, base + "/" + name)
    }
    for path in [base + "/files", base] { try set(folder, path) }
  }
}
