import CaseStore
import Casework
import Exchange
import Fixtures
import Foundation
import Quantities
import RulePacks

/// A store for training under the Qingdao pack, in a folder of its own, which goes with it.
final class Office: Sendable {
  let store: CaseStore
  private let temporary: TemporaryFolder
  let importer: Importer

  /// A store with an officer and a clerk of 崂山区.
  init(campaigns: [Campaign] = []) throws {
    let shipped = try Regulation.shipped.get()
    temporary = try TemporaryFolder("exchange-tests")
    store = try CaseStore.create(at: temporary.path("office.dossier"))
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

  static func session(_ name: String) -> Session {
    Session(
      login: name, today: Regulation.today,
      moment: Int64(Regulation.today.ordinal) * 86_400_000 - 480 * 60_000 + 9 * 3_600_000)
  }

  /// The path of a file in the folder.
  func path(_ name: String) -> String { temporary.path(name) }

  /// Writes a file into the folder.
  func file(_ name: String, _ text: String) throws -> String {
    try file(name, Array(text.utf8))
  }

  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let url = temporary.url.appendingPathComponent(name)
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
