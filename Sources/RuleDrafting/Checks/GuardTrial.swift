import Quantities
import RulePacks

/// Guards put to the test with chosen inputs, and nothing else known.
///
/// Practice counts as suggested. What a guard says of facts, of dates or of other cases is left
/// open, so what comes out as true or false holds whatever the case.
struct GuardTrial {
  /// The inputs.
  let inputs: [String: Value]
  /// The practice that packs suggest, by item id.
  let practice: [String: Value]

  /// What all guards of an action come to, those of some sources left out; nil for open.
  func truth(of action: Action, leavingOut: Set<String> = []) -> Bool? {
    Self.all(
      action.guards.filter { !leavingOut.contains($0.requires.normalisedSource) }
        .map { truth($0.requires.root) })
  }

  private func truth(_ node: Node) -> Bool? {
    switch node {
    case .all(let tests): return Self.all(tests.map { truth($0) })
    case .any(let tests): return Self.all(tests.map { truth($0).map { !$0 } }).map { !$0 }
    case .not(let test): return truth(test).map { !$0 }
    case .defined(_, let test): return truth(test)
    case .choice(let test, let yes, let no): return truth(test).flatMap { truth($0 ? yes : no) }
    default:
      guard case .boolean(let holds)? = value(of: node) else { return nil }
      return holds
    }
  }

  /// What a test or a formula over the inputs, practice and literals alone comes to; nil for any
  /// other.
  func value(of node: Node) -> Value? {
    guard isDecided(node) else { return nil }
    let formula = Expression(source: "", type: .boolean, root: node, facts: [])
    let day = CalendarDate(ordinal: 0)
    let scope = Scope(
      facts: FactSheet([:]), inputs: inputs, practice: practice, on: day, today: day)
    guard case .value(let value) = formula.evaluate(in: scope) else { return nil }
    return value
  }

  private func isDecided(_ node: Node) -> Bool {
    switch node {
    case .input(let id): return inputs[id] != nil
    case .practice(let id): return practice[id] != nil
    case .literal: return true
    case .call(let function, _) where [.known, .absent, .coalesce].contains(function):
      return false
    case .negated, .arithmetic, .comparison, .among, .all, .any, .not, .choice, .call, .defined:
      return node.parts.allSatisfy { isDecided($0) }
    default: return false
    }
  }

  /// Kleene's `and`.
  private static func all(_ truths: [Bool?]) -> Bool? {
    if truths.contains(false) { return false }
    return truths.contains(nil) ? nil : true
  }
}
