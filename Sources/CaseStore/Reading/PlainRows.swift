import CStoreCalls
import GRDB

/// The rows of a statement, read in place: for going through very many without a value for each.
struct PlainRows: ~Copyable {
  private let statement: Statement
  private let pointer: UnsafeMutableRawPointer

  /// Rows of a statement that nothing else steps through meanwhile.
  init(_ statement: Statement, _ arguments: StatementArguments = []) throws {
    try statement.setArguments(arguments)
    self.statement = statement
    pointer = UnsafeMutableRawPointer(statement.sqliteStatement)
  }

  deinit { store_rewind(pointer) }

  /// Goes to the next row.
  func next() throws -> Bool {
    let code = store_step(pointer)
    guard code < 0 else { return code == 1 }
    throw DatabaseError(resultCode: ResultCode(rawValue: -code), sql: statement.sql)
  }

  /// A whole number of the present row.
  func number(_ column: Int32) -> Int64 { store_number(pointer, column) }

  /// Bytes of the present row, there until the next one is gone to.
  func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    var count: Int32 = 0
    let start = store_bytes(pointer, column, &count)
    return UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(count))
  }
}
