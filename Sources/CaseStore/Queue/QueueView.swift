import Casework
package import Quantities
import RulePacks

/// What a tab of the queue shows.
package enum QueueView: Hashable, Sendable {
  /// What the viewer's roles have to do.
  case todo
  /// Every case.
  case all
  /// Cases on their way to becoming a centre.
  case underReview
  /// Cases with a proceeding at a stage of this id.
  case stage(String)
  /// Cases with an open proceeding of this procedure beside the main one.
  case procedure(String)
  /// Centres on the standing roster.
  case roster
  /// Cases whose main proceeding has ended.
  case ended

  /// The view as text, for commands and settings.
  package var id: String {
    switch self {
    case .todo: "todo"
    case .all: "all"
    case .underReview: "review"
    case .stage(let stage): "stage:" + stage
    case .procedure(let procedure): "procedure:" + procedure
    case .roster: "roster"
    case .ended: "ended"
    }
  }

  /// Reads the text of a view.
  package init?(id: String) {
    switch id {
    case "todo": self = .todo
    case "all": self = .all
    case "review": self = .underReview
    case "roster": self = .roster
    case "ended": self = .ended
    case _ where id.hasPrefix("stage:"): self = .stage(String(id.dropFirst(6)))
    case _ where id.hasPrefix("procedure:"): self = .procedure(String(id.dropFirst(10)))
    default: return nil
    }
  }

  /// Whether a case that stands so belongs to the view.
  func holds(_ standing: Standing, for viewer: QueueViewer, _ table: StandingTable) -> Bool {
    let main = table.label(of: standing.main, in: standing.pack)
    switch self {
    case .all: return true
    case .todo: return Self.isToDo(standing, for: viewer, table)
    case .underReview:
      return standing.main.ends == nil && main?.isRoster != true && main?.isPhase != true
    case .stage(let stage): return standing.places.contains { $0.stage == stage }
    case .procedure(let procedure): return standing.beside.contains { $0.procedure == procedure }
    case .roster: return main?.isRoster == true
    case .ended: return standing.main.ends != nil
    }
  }

  /// Whether the office's clock runs for an owner for whom the viewer acts, and nobody else has the
  /// case.
  private static func isToDo(
    _ standing: Standing, for viewer: QueueViewer, _ table: StandingTable
  ) -> Bool {
    guard standing.assignee == nil || viewer.has(standing) else { return false }
    return standing.places.contains { place in
      guard place.ends == nil, place.clock == .running,
        let label = table.label(of: place, in: standing.pack), !label.isOutside
      else { return false }
      return label.roles.contains { role in
        guard viewer.roles.contains(role) else { return false }
        return role != .clerk || viewer.department == nil
          || viewer.department == standing.department
      }
    }
  }
}

/// A tab of the queue.
package struct QueueTab: Hashable, Sendable {
  /// What it shows.
  package var view: QueueView
  /// What the pack calls the stage or procedure; nil for views that are no pack's own.
  package var label: Bilingual?
  /// How many cases it holds.
  package var count: Int

  /// A tab.
  package init(view: QueueView, label: Bilingual? = nil, count: Int) {
    self.view = view
    self.label = label
    self.count = count
  }
}

/// What the header of the queue says.
package struct QueueTally: Hashable, Sendable {
  /// The tabs that the adopted packs give, in order.
  package var tabs: [QueueTab]
  /// Cases for which the office's clock has run out.
  package var overdue: Int
  /// Cases that are due today.
  package var dueToday: Int

  /// A header.
  package init(tabs: [QueueTab], overdue: Int, dueToday: Int) {
    self.tabs = tabs
    self.overdue = overdue
    self.dueToday = dueToday
  }
}
