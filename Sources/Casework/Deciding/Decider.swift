import Quantities
import RulePacks

/// The only gate: what may happen to a case, and what exactly happens when it does.
///
/// Pure: everything that a decision depends on is in the case and the context.
package enum Decider {
  /// Decides a command on a case.
  ///
  /// - Returns: what is to be recorded, or every refusal that stands in the way.
  package static func decide(
    _ command: Command, on state: CaseState, in context: DecisionContext
  ) -> Result<Decision, Refusals> {
    let table = DecisionTable(state, context)
    return switch command {
    case .act(let action, let proceeding, let inputs, let note):
      table.act(action, proceeding, inputs, note)
    case .open(let procedure, let inputs, let note): table.open(procedure, inputs, note)
    case .judge(let condition, let answer, let note): table.judge(condition, answer, note)
    case .waive(let condition, let step, let reason, let basis):
      table.waive(condition, step, reason, basis)
    case .depart(let condition, let reason): table.depart(condition, reason)
    case .setFacts(let changes, let cleared, let source, let note):
      table.setFacts(changes, cleared, source, note)
    case .attach(let material): table.attach(material)
    case .assign(let assigned): table.assign(assigned)
    case .contact(let contact): table.record(.contact(contact))
    case .note(let text): table.record(.note(Note(text: text)))
    case .undo(let proceeding, let reason): table.undo(proceeding, reason)
    case .reopen(let proceeding, let reason, let basis): table.reopen(proceeding, reason, basis)
    }
  }
}
