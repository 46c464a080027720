import CaseStore
import Casework
import Fixtures
import Foundation
import Glibc
import Quantities
import RulePacks

/// A store for training in a folder of its own, which goes with it.
final class TrainingStore: Sendable {
  let path: String
  let store: CaseStore

  /// A store with an administrator, two officers, and clerks of two departments.
  init(allowsActingAs: Bool = true, packs: [RulePack] = [InventedPack.make()]) throws {
    path = Self.freePath()
    store = try CaseStore.create(at: path)
    try store.establish(
      Self.founding(allowsActingAs: allowsActingAs, packs: packs), by: Self.session("root"))
  }

  deinit { Self.remove(path) }

  /// A path in the folder for temporary files where nothing is yet.
  static func freePath() -> String {
    let number = UInt64.random(in: .min ... .max)
    return "\(prefix)\(getpid())-\(String(number, radix: 36)).dossier"
  }

  /// The folder for temporary files.
  static let folder = TemporaryFolder.root.path
  private static let prefix = folder + "/case-store-tests-"

  /// Removes a folder that a test has made.
  static func remove(_ path: String) {
    guard path.hasPrefix(prefix) else { return }
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { remove(path + "/" + name) }
      }
      closedir(folder)
      rmdir(path)
    } else {
      unlink(path)
    }
  }

  static func founding(allowsActingAs: Bool, packs: [RulePack]) -> [OfficeCommand] {
    let people: [(String, [Role], String?)] = [
      ("root", [.administrator], nil), ("wang", [.officer], nil), ("zhao", [.officer], nil),
      ("li", [.clerk], "d1"), ("sun", [.clerk], "d2"), ("audit", [.auditor], nil),
    ]
    return [
      .settings(
        OfficeSettings(
          name: InventedPack.text("虚构科技局", "Invented bureau"), utcOffsetMinutes: 480,
          allowsActingAs: allowsActingAs, defaultPack: InventedPack.id))
    ]
      + people.map { name, roles, department in
        .user(
          User(
            name: name, display: name.uppercased() + "（虚构）", login: name, roles: roles,
            department: department))
      } + packs.map { .adopt($0) }
  }

  /// The start of a day in the office's calendar.
  static func moment(_ date: CalendarDate) -> Int64 {
    Int64(date.ordinal) * 86_400_000 - 480 * 60_000 + 9 * 3_600_000
  }

  static let today = InventedPack.day(2026, 4, 13)

  /// A user at the terminal on a day.
  static func session(
    _ name: String, on date: CalendarDate? = nil, today: CalendarDate = TrainingStore.today
  ) -> Session {
    Session(login: name, today: today, on: date, moment: moment(today))
  }

  /// An application with a name of its own.
  static func application(
    _ name: String, host: String = "深蓝传感（虚构）有限公司", credit: String = "91370212MA00000001",
    department: String = "d1", more: Facts = [:]
  ) -> Application {
    let facts: Facts = [
      "name": .value(.text(name)), "host.name": .value(.text(host)),
      "host.credit_code": .value(.text(credit)), "department": .value(.text(department)),
      "field": .value(.text("海洋传感")),
    ]
    return Application(
      facts: facts.merging(more) { _, new in new }, materials: [],
      fingerprint: SealedEvent.hash(name.utf8))
  }

  /// Receives an application and gives its number.
  @discardableResult
  func receive(
    _ name: String, host: String = "深蓝传感（虚构）有限公司", credit: String = "91370212MA00000001",
    department: String = "d1", more: Facts = [:], by user: String = "wang"
  ) throws -> String {
    let performed = try store.open(
      Self.application(
        name, host: host, credit: credit, department: department, more: more),
      under: InventedPack.id, by: Self.session(user))
    return performed.after.number ?? ""
  }

  /// Takes an action.
  @discardableResult
  func act(
    _ action: String, on number: String, by user: String, inputs: [String: Value] = [:],
    proceeding: ProceedingID? = nil
  ) throws -> Performed {
    try store.perform(
      .act(action: action, proceeding: proceeding, inputs: inputs, note: nil),
      on: .text(number), by: Self.session(user))
  }

  /// How somebody looks at the queue.
  func viewer(_ name: String, today: CalendarDate = TrainingStore.today) throws -> QueueViewer {
    let user = try store.office().users[name]
    return QueueViewer(
      user: name, roles: Set(user?.roles ?? []), department: user?.department, today: today)
  }
}

/// The code of the problem that something throws; nil where it throws none.
func problemCode(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch let problem as Problem {
    return problem.code
  } catch {
    return "\(error)"
  }
}
