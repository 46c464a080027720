import GRDB
import Quantities

/// The numbers of cases, `PREFIX-YEAR-NNN`: gapless for each prefix and year.
struct CaseNumbers {
  let db: Database

  /// Allots the next number; it is taken when the transaction commits.
  func next(prefix: String, year: Int) throws -> String {
    Self.text(prefix: prefix, year: year, try last(prefix: prefix, year: year) + 1)
  }

  /// The last number that was allotted; 0 where none was.
  func last(prefix: String, year: Int) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT last FROM numbers WHERE prefix = ? AND year = ?"),
      arguments: [prefix, year]) ?? 0
  }

  /// Notes a number that an event has, so that it is not allotted again.
  func note(_ number: String) throws {
    guard let (prefix, year, place) = Self.parts(of: number) else { return }
    try db.cachedStatement(
      sql: """
        INSERT INTO numbers (prefix, year, last) VALUES (?, ?, ?)
        ON CONFLICT (prefix, year) DO UPDATE SET last = MAX(last, excluded.last)
        """
    ).execute(arguments: [prefix, year, place])
  }

  /// A number as text, with three digits or more.
  static func text(prefix: String, year: Int, _ place: Int) -> String {
    let digits = String(place)
    return "\(prefix)-\(year)-" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }

  /// The parts of a number; nil where it is not of the office's form.
  static func parts(of number: String) -> (prefix: String, year: Int, place: Int)? {
    let parts = number.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count >= 3, let place = Int(parts[parts.count - 1]),
      let year = Int(parts[parts.count - 2])
    else { return nil }
    return (parts.dropLast(2).joined(separator: "-"), year, place)
  }
}
