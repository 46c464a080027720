package import Casework
package import Quantities
package import RuleDrafting
package import RulePacks

/// What a draft of a pack would change for the open cases of a store; nothing was written.
package struct Simulation: Sendable {
  /// A case that the draft would change something for.
  package struct Touched: Sendable {
    /// The case.
    package var row: QueueRow
    /// What would change.
    package var effect: CaseEffect
  }

  /// What a condition would come to over all cases.
  package struct ConditionTotal: Hashable, Sendable {
    /// The condition.
    package var condition: String
    /// What it is called.
    package var label: Bilingual
    /// The articles.
    package var cites: [Citation]
    /// In how many cases it would no longer be met.
    package var newlyFailing = 0
    /// In how many it would no longer stand in the way.
    package var newlyMet = 0
    /// In how many a fact would be missing.
    package var newlyUnknown = 0
    /// In how many it would come out otherwise in another way, such as *not applicable*.
    package var otherwise = 0
    /// In how many it would come out otherwise though nothing tests it any more.
    package var past = 0
  }

  /// The draft.
  package var draft: RulePack
  /// The id of the pack under which the cases stand.
  package var pack: String
  /// What the draft says differently from the form that the office has adopted last.
  package var comparison: PackComparison
  /// How many open cases were looked at.
  package var cases = 0
  /// The cases for which something would change, by number, those that would be worse off first.
  package var touched: [Touched] = []
  /// The conditions that differ, in the order of the draft.
  package var conditions: [ConditionTotal] = []

  /// How many due dates would move.
  package var deadlines: Int { touched.reduce(0) { $0 + $1.effect.deadlines.count } }
  /// How many cases stand at stages that the draft does not have.
  package var stranded: Int { touched.count { !$0.effect.stages.isEmpty } }
  /// How many cases would be worse off: a condition or an action that no longer holds.
  package var setBack: Int { touched.count { $0.effect.isSetBack } }
  /// How many actions would be gone or blocked, over all cases.
  package var lostActions: Int {
    touched.reduce(0) { sum, touched in
      sum + touched.effect.actions.count { $0.fate == .gone || $0.fate == .blocked }
    }
  }
}

extension Simulation {
  /// Counts what would change for a case.
  mutating func count(_ effect: CaseEffect) {
    for change in effect.findings {
      guard let index = conditions.firstIndex(where: { $0.condition == change.condition }) else {
        continue
      }
      if !change.isAhead {
        conditions[index].past += 1
      } else if change.newlyFails {
        conditions[index].newlyFailing += 1
      } else if change.newlyUnknown {
        conditions[index].newlyUnknown += 1
      } else if change.newlyPasses {
        conditions[index].newlyMet += 1
      } else {
        conditions[index].otherwise += 1
      }
    }
  }

  /// Lists the conditions of a trial, each once.
  mutating func list(_ found: [Condition]) {
    for condition in found where !conditions.contains(where: { $0.condition == condition.id }) {
      conditions.append(
        ConditionTotal(
          condition: condition.id, label: condition.label, cites: condition.cites))
    }
  }
}
