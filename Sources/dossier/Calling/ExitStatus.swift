import Casework
import Quantities

/// How the program ends; the numbers are those of `sysexits.h` where one fits.
enum ExitStatus: Int32 {
  case done = 0
  /// Refused by the law, or by where the case stands.
  case refused = 1
  /// The command line is wrong.
  case usage = 64
  /// What was given is wrong.
  case badData = 65
  /// There is no such case, store, pack or user.
  case notFound = 66
  /// The store cannot be made or written.
  case cannotWrite = 73
  /// The store cannot be read, or is damaged.
  case damaged = 74
  /// The store is busy; another try may succeed.
  case busy = 75
  /// Refused for the role.
  case role = 77

  /// The status for a problem, by its code.
  init(_ problem: Problem) {
    let exact = Self.exact[problem.code]
    self = exact ?? Self.families.first { problem.code.hasPrefix($0.prefix) }?.status ?? .badData
  }

  /// The status for refusals: the role weighs most, then the law, then what was given.
  init(_ refusals: Refusals) {
    if refusals.isRole {
      self = .role
    } else if refusals.list.contains(where: { Self.unknownNames.contains($0.code) }) {
      self = .notFound
    } else if refusals.list.contains(where: { $0.kind == .law }) {
      self = .refused
    } else if refusals.list.contains(where: { Self.badInputs.contains($0.code) }) {
      self = .badData
    } else {
      self = .refused
    }
  }

  private static let exact: [String: ExitStatus] = [
    "store.missing": .notFound, "store.exists": .cannotWrite, "store.established": .cannotWrite,
    "store.network": .cannotWrite, "store.permission": .cannotWrite,
    "store.no_place": .cannotWrite,
    "store.read_only": .cannotWrite, "store.full": .cannotWrite,
    "store.group_unknown": .notFound, "store.locked": .busy,
    "case.not_found": .notFound, "case.ambiguous": .notFound, "case.not_yet": .notFound,
    "pack.not_adopted": .notFound, "pack.missing": .notFound, "host.not_found": .notFound,
    "file.missing": .notFound, "attachment.not_found": .notFound,
    "store.not_empty": .cannotWrite, "file.exists": .cannotWrite, "file.unwritable": .cannotWrite,
    "law.no_such_article": .notFound, "law.not_loaded": .notFound, "law.damaged": .damaged,
    "campaign.unknown": .notFound, "campaign.not_adopted": .notFound,
    "campaign.table": .notFound, "campaign.closed": .refused,
    "campaign.not_open": .notFound,
  ]

  private static let families: [(prefix: String, status: ExitStatus)] = [
    ("store.", .damaged), ("journal.", .damaged), ("verify.", .damaged), ("session.", .role),
    ("usage.", .usage),
  ]

  private static let unknownNames: Set = [
    "condition.no_such", "procedure.unknown", "proceeding.unknown", "campaign.unknown",
  ]
  private static let badInputs: Set = [
    "input.type", "input.option", "input.range", "input.unknown",
  ]
}
