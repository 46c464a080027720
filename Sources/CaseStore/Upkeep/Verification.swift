package import Quantities

/// What `verify` found.
package struct Verification: Hashable, Sendable {
  /// How many events the journal holds.
  package var events = 0
  /// How many of them bear a signature of their own.
  package var signed = 0
  /// How many were redacted.
  package var redacted = 0
  /// How many cases there are.
  package var cases = 0
  /// How many attachments were read.
  package var files = 0
  /// The head of the ledger.
  package var head: LedgerCheckpoint
  /// Everything that is wrong.
  package var problems: [Problem] = []

  /// Whether nothing is wrong.
  package var isSound: Bool { !problems.contains { $0.severity == .error } }
  /// Whether nothing is wrong but with attachments.
  package var isJournalSound: Bool {
    problems.allSatisfy {
      $0.severity != .error || $0.code.hasPrefix("verify.file_")
    }
  }
  /// How many events rest on the login of the operating system alone.
  package var unsigned: Int { events - signed }
}
