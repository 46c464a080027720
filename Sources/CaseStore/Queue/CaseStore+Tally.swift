import Casework
import GRDB
import Quantities
import RulePacks

extension CaseStore {
  /// The tabs with their numbers, and how many cases are overdue: sums over the table of counts.
  ///
  /// Tabs follow from the adopted packs: the stages at which centres stand for long, publicity, and
  /// every procedure beside the main one that has a case or that runs by years.
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
      for label in Self.stageTabs(table) { tabs.append(tab(.stage(label.stage), label.stageLabel)) }
      for label in Self.procedureTabs(table) {
        let made = tab(.procedure(label.procedure), label.procedureLabel)
        if made.count > 0 || label.isYearly { tabs.append(made) }
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

  /// The first label of each stage that has a tab of its own.
  private static func stageTabs(_ table: StandingTable) -> [StageLabel] {
    var seen: Set<String> = []
    return table.labels.values
      .filter { $0.isMain && $0.ends == nil && ($0.isPhase || $0.stage == "publicity") }
      .sorted { ($0.place, $0.pack) < ($1.place, $1.pack) }
      .filter { seen.insert($0.stage).inserted }
  }

  private struct ProcedureLabel {
    let procedure: String
    let procedureLabel: Bilingual
    let isYearly: Bool
  }

  /// The first label of each procedure beside the main one.
  private static func procedureTabs(_ table: StandingTable) -> [ProcedureLabel] {
    var seen: Set<String> = []
    return table.labels.values.filter { !$0.isMain }
      .sorted { ($0.procedure, $0.pack, $0.place) < ($1.procedure, $1.pack, $1.place) }
      .filter { seen.insert($0.procedure).inserted }
      .map { label in
        ProcedureLabel(
          procedure: label.procedure, procedureLabel: label.procedureLabel,
          isYearly: label.procedure == "annual_report" || label.procedure == "evaluation")
      }
  }
}
