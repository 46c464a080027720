import Quantities
import RulePacks

/// That the actions of a stage which part by the options of one input leave no option out and share
/// none.
///
/// Only what is certain is said: guards that compare one input of a choice with options, and for
/// shared options actions with no other guard that lead to different stages.
struct ChoiceChecks {
  /// What is wrong; warnings.
  private(set) var problems: [Problem] = []

  /// Checks the stages of one procedure.
  init(_ procedure: Procedure, of pack: RulePack, places: PackPlaces) {
    for stage in procedure.stages {
      for input in pack.inputs {
        guard case .choice(let options) = input.type else { continue }
        let place = places["procedures.\(procedure.id).\(stage.id)"]
        check(stage, input.id, options, place)
      }
    }
  }

  private mutating func check(
    _ stage: Stage, _ input: String, _ options: [String], _ place: Problem.Place
  ) {
    var accepting: [(action: Action, options: Set<String>)] = []
    for action in stage.actions {
      let accepted = action.guards.compactMap {
        $0.requires.root.acceptedOptions(of: input, among: options)
      }
      if let first = accepted.first {
        accepting.append((action, accepted.dropFirst().reduce(first) { $0.intersection($1) }))
      } else if action.needs.contains(input) {
        // This action takes every option.
        return
      }
    }
    guard accepting.count > 1 else { return }
    let covered = accepting.reduce(into: Set<String>()) { $0.formUnion($1.options) }
    let uncovered = options.filter { !covered.contains($0) }
    if !uncovered.isEmpty {
      problems.append(
        Problem(
          "pack.check.options_uncovered", severity: .warning, at: place,
          ["stage": stage.id, "input": input, "options": uncovered.joined(separator: ", ")]))
    }
    for (index, first) in accepting.enumerated() {
      for second in accepting[(index + 1)...] where second.action.to != first.action.to {
        let shared = options.filter { first.options.contains($0) && second.options.contains($0) }
        guard !shared.isEmpty, first.action.guards.count == 1, second.action.guards.count == 1
        else { continue }
        problems.append(
          Problem(
            "pack.check.options_overlap", severity: .warning, at: place,
            [
              "stage": stage.id, "input": input, "options": shared.joined(separator: ", "),
              "first": first.action.id, "second": second.action.id,
            ]))
      }
    }
  }
}

extension Node {
  /// The options of an input for which a test holds, where the test is about nothing else.
  fileprivate func acceptedOptions(of input: String, among options: [String]) -> Set<String>? {
    switch self {
    case .comparison(.equal, .input(input), .literal(.choice(let option))),
      .comparison(.equal, .literal(.choice(let option)), .input(input)):
      return [option]
    case .comparison(.unequal, .input(input), .literal(.choice(let option))),
      .comparison(.unequal, .literal(.choice(let option)), .input(input)):
      return Set(options).subtracting([option])
    case .among(.input(input), let items):
      var accepted: Set<String> = []
      for item in items {
        guard case .literal(.choice(let option)) = item else { return nil }
        accepted.insert(option)
      }
      return accepted
    case .not(let test):
      return test.acceptedOptions(of: input, among: options).map { Set(options).subtracting($0) }
    case .any(let tests):
      let parts = tests.map { $0.acceptedOptions(of: input, among: options) }
      guard !parts.contains(nil) else { return nil }
      return parts.compactMap(\.self).reduce(into: []) { $0.formUnion($1) }
    default: return nil
    }
  }
}
