import CaseStore
import Casework
import Exchange
import Foundation
import Quantities
import RulePacks

/// A store for training under the Qingdao pack, in a folder of its own, which goes with it.
final class Office: Sendable {
  let store: CaseStore
  let folder: URL
  let importer: Importer

  /// A store with an officer and a clerk of 崂山区.
  init(campaigns: [Campaign] = []) throws {
    let shipped = try Regulation.shipped.get()
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("exchange-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try CaseStore.create(at: folder.appendingPathComponent("office.dossier").path)
    let people: [(String, [Role], String?)] = [
      ("root", [.administrator], nil), ("wang", [.officer], nil), ("li", [.clerk], "qd-laoshan"),
      ("audit", [.auditor], nil),
    ]
    try store.establish(
      [
        .settings(
          OfficeSettings(
            name: Bilingual(zh: "虚构科技局", en: "Invented bureau"), utcOffsetMinutes: 480,
            allowsActingAs: true, defaultPack: nil))
      ]
        + people.map { name, roles, department in
          .user(
            User(
              name: name, display: name, login: name, roles: roles, department: department))
        } + [.adopt(shipped.pack)] + campaigns.map { .campaign($0) },
      by: Self.session("root"))
    importer = Importer(
      store: store, vocabulary: shipped.vocabulary, departments: shipped.departments)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  static func session(_ name: String) -> Session {
    Session(
      login: name, today: Regulation.today,
      moment: Int64(Regulation.today.ordinal) * 86_400_000 - 480 * 60_000 + 9 * 3_600_000)
  }

  /// Writes a file into the folder.
  func file(_ name: String, _ text: String) throws -> String {
    try file(name, Array(text.utf8))
  }

  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let url = folder.appendingPathComponent(name)
    try Data(bytes).write(to: url)
    return url.path
  }

  /// Brings files in.
  func run(
    _ files: [String], by user: String = "wang",
    _ change: (inout Importer.Options) -> Void = { _ in }
  ) throws -> ImportReport {
    var options = Importer.Options()
    change(&options)
    return try importer.run(files: files, options: options, by: Self.session(user))
  }
}
