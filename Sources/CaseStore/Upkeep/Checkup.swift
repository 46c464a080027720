package import Quantities

/// One thing that `doctor` found.
package struct Ailment: Hashable, Sendable {
  /// What it is: a code that begins with `doctor.`, its place, its values.
  package var problem: Problem
  /// Whether `doctor --fix` can put it right.
  package var isFixable: Bool
  /// Whether it was put right.
  package var isFixed: Bool
}

/// What `doctor` looked at, and what it found.
package struct Checkup: Hashable, Sendable {
  /// The version of SQLite, such as `3.40.1`.
  package var sqlite: String
  /// The incarnation that writes; nil before the first write.
  package var device: String?
  /// The size of the log in bytes.
  package var logSize: Int64
  /// The free bytes of the disk; nil where the system does not tell.
  package var freeBytes: Int64?
  /// Everything that is not as it should be.
  package var ailments: [Ailment]
}

/// Versions of SQLite and the defect by which its log can lose commits.
enum SQLiteVersion {
  /// Whether a version, as 3040001, has the WAL-reset defect (3.7.0 to 3.51.2, mended in 3.51.3, 3.50.7
  /// and 3.44.6).
  static func hasLogDefect(_ version: Int32) -> Bool {
    switch version {
    case ..<3_007_000: false
    case 3_044_006..<3_045_000, 3_050_007..<3_051_000: false
    default: version < 3_051_003
    }
  }

  /// A version as it is written.
  static func text(_ version: Int32) -> String {
    "\(version / 1_000_000).\(version / 1000 % 1000).\(version % 1000)"
  }
}
