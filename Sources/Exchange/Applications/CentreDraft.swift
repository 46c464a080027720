import Casework
import Quantities
import RulePacks

/// One application, or one centre of a roster, while it is read and checked.
struct CentreDraft {
  /// The facts, and what is wrong so far.
  var gatherer: FactGatherer
  /// Where the application begins.
  let mark: Mark
  /// The pack that it names.
  var pack: (id: String, mark: Mark)?
  /// The batch that it names.
  var batch: (id: String, mark: Mark)?
  /// For rosters: the stage, as written.
  var stage: (text: String, mark: Mark)?
  /// For rosters: since when it stands there.
  var since: CalendarDate?
  /// For rosters: where the record comes from.
  var source: String?

  var facts: Facts { gatherer.facts }

  /// The text of a fact.
  func text(_ path: FactPath) -> String? {
    switch facts[path] {
    case .value(.text(let text)), .value(.choice(let text)): text
    default: nil
    }
  }

  /// The day of a fact.
  func date(_ path: FactPath) -> CalendarDate? {
    if case .value(.date(let date)) = facts[path] { return date }
    return nil
  }

  /// The documents that it lists, from the facts about them.
  var materials: [Material] {
    var found: [Material] = []
    for index in 0... {
      let row = "materials[\(index)]"
      guard let kind = text("\(row).kind") else { break }
      var year: Int?
      if case .value(.count(let number, _)) = facts["\(row).year"] { year = Int(number) }
      found.append(
        Material(
          kind: kind, title: text("\(row).file") ?? kind, year: year,
          isSealed: facts["\(row).sealed"] == .value(.boolean(true)),
          received: date("\(row).received")))
    }
    return found
  }
}

/// A content hash by which a second import is recognised.
enum Fingerprint {
  /// SHA-256 over facts in their canonical form, by path, and whatever else tells two arrivals apart.
  static func of(_ facts: Facts, _ more: [String] = []) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(64 * facts.count)
    for path in facts.keys.sorted() {
      guard let value = facts[path] else { continue }
      bytes.append(contentsOf: path.utf8)
      bytes.append(0x1F)
      switch value {
      case .absent: bytes.append(contentsOf: "absent".utf8)
      case .value(.text(let text)):
        bytes.append(contentsOf: Value.text(TextFolding.folded(text)).canonical.utf8)
      case .value(let value): bytes.append(contentsOf: value.canonical.utf8)
      }
      bytes.append(0x1E)
    }
    for part in more {
      bytes.append(contentsOf: part.utf8)
      bytes.append(0x1E)
    }
    return SealedEvent.hash(bytes)
  }
}
