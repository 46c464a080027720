package import Casework

/// What the office says of an event that reached it.
package enum Verdict: Int, CaseIterable, Hashable, Sendable {
  /// It happened.
  case accepted = 1
  /// It came from elsewhere and does not fit; it is not folded until a person settles it.
  case contested = 2
  /// A person settled a contested event: from here on it happened.
  case settled = 3
  /// A person settled a contested event: it did not happen.
  case dismissed = 4

  /// Whether the event is folded.
  package var counts: Bool { self == .accepted || self == .settled }
}

/// One entry of the office's gapless record.
package struct LedgerEntry: Hashable, Sendable {
  /// The place, from 1.
  package var position: Int64
  /// The event.
  package var event: EventID
  /// What was said of it.
  package var verdict: Verdict
  /// SHA-256 over the hash before, the position, the event and the verdict.
  package var hash: String

  /// The hash that an empty ledger begins with.
  static let root = String(repeating: "0", count: 64)

  /// The hash of an entry after another one.
  static func hash(
    after previous: String, position: Int64, event: EventID, verdict: Verdict
  ) -> String {
    SealedEvent.hash("\(previous) \(position) \(event) \(verdict.rawValue)".utf8)
  }
}

/// The head of the ledger at some time, as it is printed on papers and kept off the machine.
package struct LedgerCheckpoint: Hashable, Sendable, CustomStringConvertible {
  /// How many entries there were.
  package var position: Int64
  /// The hash of the last one, or its first digits (16 at least).
  package var hash: String

  /// A checkpoint.
  package init(position: Int64, hash: String) {
    self.position = position
    self.hash = hash
  }

  /// Reads `1234-9f86d081884c7d65`; case and blanks around it do not matter.
  package init?(parsing text: String) {
    let parts = text.lowercased().split(whereSeparator: { $0 == "-" || $0 == " " || $0 == "\n" })
    guard parts.count == 2, let position = Int64(parts[0]), position >= 0,
      (16...64).contains(parts[1].count), parts[1].allSatisfy(\.isHexDigit)
    else { return nil }
    self.init(position: position, hash: String(parts[1]))
  }

  /// `1234-9f86d081884c7d65`: short enough to be printed and typed.
  package var description: String { "\(position)-\(hash.prefix(16))" }
}
