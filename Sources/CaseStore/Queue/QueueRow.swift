package import Casework
import Foundation
import GRDB
package import Quantities
import RulePacks

/// One case in a list.
package struct QueueRow: Hashable, Sendable {
  /// The row's id in this store, until a rebuild.
  package var id: Int64
  /// The case.
  package var stream: StreamID
  /// The number; nil for a case that has none yet.
  package var number: String?
  /// The centre's name.
  package var name: String
  /// The host's name.
  package var host: String
  /// The host's credit code.
  package var creditCode: String?
  /// Where the case stands.
  package var standing: Standing
  /// The due date of the place that has to be looked at first (`standing.first`).
  package var due: CalendarDate?
  /// The day on which that place was entered.
  package var enteredOn: CalendarDate
  /// The due date of the main proceeding.
  package var mainDue: CalendarDate?
  /// The day on which the main proceeding entered its stage.
  package var mainEnteredOn: CalendarDate
  /// The first day on which the row looks different though nothing happens.
  package var nextChangeOn: CalendarDate?
  /// The batch, such as `2026-1`.
  package var batch: String?
  /// The field of technology.
  package var field: String?
  /// The day of the first event.
  package var openedOn: CalendarDate
  /// Whether it was taken over from a roster.
  package var isTakenOver: Bool
  /// For whom the office waits, as the log of contacts says.
  package var waitingFor: String?
  /// How many events the case has.
  package var version: Int

  /// A row.
  package init(
    id: Int64, stream: StreamID, number: String? = nil, name: String, host: String,
    creditCode: String? = nil, standing: Standing, due: CalendarDate? = nil,
    enteredOn: CalendarDate, mainDue: CalendarDate? = nil, mainEnteredOn: CalendarDate,
    nextChangeOn: CalendarDate? = nil, batch: String? = nil, field: String? = nil,
    openedOn: CalendarDate, isTakenOver: Bool, waitingFor: String? = nil, version: Int
  ) {
    self.id = id
    self.stream = stream
    self.number = number
    self.name = name
    self.host = host
    self.creditCode = creditCode
    self.standing = standing
    self.due = due
    self.enteredOn = enteredOn
    self.mainDue = mainDue
    self.mainEnteredOn = mainEnteredOn
    self.nextChangeOn = nextChangeOn
    self.batch = batch
    self.field = field
    self.openedOn = openedOn
    self.isTakenOver = isTakenOver
    self.waitingFor = waitingFor
    self.version = version
  }

  /// The supervising department.
  package var department: String? { standing.department }
  /// The person who has the case.
  package var assignee: String? { standing.assignee }
}

extension QueueRow {
  /// The columns that `init` reads, of `queue q`.
  static let columns = """
    q.id, q.stream, q.number, q.name, q.host, q.credit, q.standing, q.due, q.entered, q.main_due, \
    q.main_entered, q.next_change, q.batch, q.field, q.opened, q.taken_over, q.waiting_for, q.version
    """

  /// A row of the queue; nil where its standing is not known.
  init?(_ row: Row, _ standings: [Int64: Standing]) {
    guard let standing = standings[row[6]] else { return nil }
    func date(_ index: Int) -> CalendarDate? {
      (row[index] as Int64?).flatMap {
        $0 == Projection.never ? nil : CalendarDate(ordinal: Int32(clamping: $0))
      }
    }
    func day(_ index: Int) -> CalendarDate { CalendarDate(ordinal: row[index]) }
    let number = row[2] as String
    self.init(
      id: row[0], stream: StreamID(blob: row[1]), number: number.isEmpty ? nil : number,
      name: row[3], host: row[4], creditCode: row[5], standing: standing, due: date(7),
      enteredOn: day(8), mainDue: date(9), mainEnteredOn: day(10), nextChangeOn: date(11),
      batch: row[12], field: row[13], openedOn: day(14), isTakenOver: row[15], waitingFor: row[16],
      version: row[17])
  }
}
