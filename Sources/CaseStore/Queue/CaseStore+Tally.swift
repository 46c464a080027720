import Casework
import GRDB
import Quantities
import RulePacks

extension CaseStore {
  /// The tabs with their numbers, and how many cases are overdue: sums over the table of counts.
  ///
  /// Tabs follow from the adopted packs: the stages at which centres stand for long, the stages and
  /// procedures for which a pack declares a view, and every other procedure that has a case.
  package func tally(for viewer: QueueViewer) throws -> QueueTally {
    try reading { db in
      let table = try standings(in: db)
      let seen = table.entries.filter { entry in
        viewer.onlyDepartment.map { $0 == entry.standing.department } ?? true
      }
      func tab(_ view: QueueView, _ label: Bilingual? = nil) -> QueueTab {
        let count = seen.reduce(0) { sum, entry in
          view.holds(entry.standing, for: viewer, table) ? sum + entry.count : sum
        }
        return QueueTab(view: view, label: label, count: count)
      }
      var tabs = [tab(.todo), tab(.all), tab(.underReview)]
      for label in Self.stageTabs(table) {
        tabs.append(tab(.stage(label.stage), label.stageView ?? label.stageLabel))
      }
      for label in Self.procedureTabs(table) {
        let made = tab(.procedure(label.procedure), label.procedureView ?? label.procedureLabel)
        if made.count > 0 || label.procedureView != nil { tabs.append(made) }
      }
      tabs += [tab(.roster), tab(.ended)]
      let running = seen.filter { $0.standing.first.clock == .running }.map(\.id)
      return QueueTally(
        tabs: tabs,
        overdue: try Self.sum(of: running, where: "due < \(viewer.today.ordinal)", db),
        dueToday: try Self.sum(of: running, where: "due = \(viewer.today.ordinal)", db))
    }
  }

  /// How many cases stand at some places, with a test of the due date.
  static func sum(of standings: [Int64], where test: String?, _ db: Database) throws -> Int {
    guard !standings.isEmpty else { return 0 }
    let list = standings.map(String.init).joined(separator: ",")
    return try Int.fetchOne(
      db,
      sql: """
        SELECT COALESCE(SUM(n), 0) FROM counts WHERE standing IN (\(list))
        \(test.map { "AND " + $0 } ?? "")
        """) ?? 0
  }

  /// The first label of each stage that has a tab of its own, those of the main procedures first.
  private static func stageTabs(_ table: StandingTable) -> [StageLabel] {
    var seen: Set<String> = []
    return table.labels.values
      .filter { $0.ends == nil && ($0.stageView != nil || $0.isMain && $0.isPhase) }
      .sorted {
        ($0.isMain ? 0 : 1, $0.place, $0.pack, $0.procedure)
          < ($1.isMain ? 0 : 1, $1.place, $1.pack, $1.procedure)
      }
      .filter { seen.insert($0.stage).inserted }
  }

  /// The first label of each procedure beside the main one; where packs share an id, one with a view.
  private static func procedureTabs(_ table: StandingTable) -> [StageLabel] {
    var seen: Set<String> = []
    return table.labels.values.filter { !$0.isMain }
      .sorted {
        ($0.procedure, $0.procedureView == nil ? 1 : 0, $0.pack, $0.place)
          < ($1.procedure, $1.procedureView == nil ? 1 : 0, $1.pack, $1.place)
      }
      .filter { seen.insert($0.procedure).inserted }
  }
}
