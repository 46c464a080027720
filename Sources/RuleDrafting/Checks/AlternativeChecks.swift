import Quantities
import RulePacks

/// That the actions of a stage which part by what they are given leave no value out, and share none.
///
/// Every value at which their guards can change is tried, for one input at a time and for those that
/// two or more of the actions share together. Only what is certain is said: a gap is a value that
/// every action refuses whatever else holds, where the same people have no other way on; an overlap
/// one that two actions of the same roles take to different stages with nothing else to tell them
/// apart. A guard that all of the actions have parts none of them and is passed over.
struct AlternativeChecks {
  /// What is wrong; warnings.
  private(set) var problems: [Problem] = []
  private let pack: RulePack
  private let practice: [String: Value]

  /// How many combinations of values are tried at most.
  private static let limit = 4000
  /// How many values a message names at most.
  private static let named = 3

  /// Checks the stages of one procedure.
  init(_ procedure: Procedure, of pack: RulePack, places: PackPlaces) {
    self.pack = pack
    practice = Dictionary(pack.practice.map { ($0.id, $0.suggested) }) { first, _ in first }
    for stage in procedure.stages {
      check(stage, at: places["procedures.\(procedure.id).\(stage.id)"])
    }
  }

  /// Actions of one stage that part by some inputs.
  private struct Fork {
    let stage: String
    let place: Problem.Place
    let inputs: [Input]
    let actions: [Action]
    /// Whether the same people can lead on without any of the inputs.
    let hasOtherWay: Bool

    init(_ stage: Stage, _ place: Problem.Place, parting actions: [Action], by inputs: [Input]) {
      self.stage = stage.id
      self.place = place
      self.inputs = inputs
      self.actions = actions
      hasOtherWay = stage.actions.contains { other in
        other.to != stage.id && !other.isReturn && !actions.contains(other)
          && actions.contains { $0.isFor(someOf: other) }
      }
    }
  }

  private mutating func check(_ stage: Stage, at place: Problem.Place) {
    var forks: [Fork] = []
    for input in pack.inputs {
      let parted = stage.actions.filter { $0.asks(about: input.id) }
      let takesAll = stage.actions.contains { action in
        action.needs.contains(input.id) && !parted.contains(action)
      }
      guard parted.count > 1, !takesAll else { continue }
      forks.append(Fork(stage, place, parting: parted, by: [input]))
    }
    let found = forks.flatMap { faults(at: $0) }
    problems += found
    // Values of one input that are taken may still be refused with those of another.
    guard found.isEmpty, forks.count > 1, let actions = forks.first?.actions,
      forks.allSatisfy({ $0.actions == actions })
    else { return }
    problems += faults(at: Fork(stage, place, parting: actions, by: forks.flatMap(\.inputs)))
  }

  private func faults(at fork: Fork) -> [Problem] {
    let common = Self.commonGuards(of: fork.actions)
    let boundaries = fork.actions.flatMap(\.guards).flatMap { limits(in: $0.requires.root) }
    let samples = fork.inputs.map { InputSamples(of: $0, boundaries: boundaries).values }
    var uncovered: [[Value]] = []
    var overlaps: [[String]: [[Value]]] = [:]
    for values in Self.combinations(of: samples) {
      let trial = GuardTrial(
        inputs: Dictionary(zip(fork.inputs.map(\.id), values)) { first, _ in first },
        practice: practice)
      if fork.actions.allSatisfy({ trial.truth(of: $0, leavingOut: common) == false }) {
        uncovered.append(values)
      }
      let taking = fork.actions.filter { trial.truth(of: $0) == true }
      for (index, first) in taking.enumerated() {
        for second in taking[(index + 1)...] where first.isRival(of: second) {
          overlaps[[first.id, second.id], default: []].append(values)
        }
      }
    }
    let gaps =
      uncovered.isEmpty || fork.hasOtherWay ? [] : [problem("uncovered", at: fork, uncovered)]
    return gaps
      + overlaps.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { pair, values in
        problem("overlap", at: fork, values, ["first": pair[0], "second": pair[1]])
      }
  }

  /// What a test compares with that is no input: literals, suggested practice, what follows of them.
  private func limits(in node: Node) -> [Value] {
    if let value = GuardTrial(inputs: [:], practice: practice).value(of: node) { return [value] }
    return node.parts.flatMap { limits(in: $0) }
  }

  private func problem(
    _ kind: String, at fork: Fork, _ values: [[Value]], _ further: [String: String] = [:]
  ) -> Problem {
    let isChoice =
      if case .choice? = fork.inputs.first?.type { fork.inputs.count == 1 } else { false }
    let texts = values.map { $0.map(\.written).joined(separator: " / ") }
    let shown = isChoice ? texts[...] : texts.prefix(Self.named)
    var arguments = further
    arguments["stage"] = fork.stage
    arguments["input"] = fork.inputs.map(\.id).joined(separator: " / ")
    arguments[isChoice ? "options" : "values"] =
      shown.joined(separator: ", ") + (shown.count < texts.count ? " …" : "")
    return Problem(
      "pack.check.\(isChoice ? "options" : "values")_\(kind)", severity: .warning, at: fork.place,
      arguments)
  }

  /// The sources of the guards that every one of the actions has.
  private static func commonGuards(of actions: [Action]) -> Set<String> {
    let sources = actions.map { Set($0.guards.map(\.requires.normalisedSource)) }
    guard let first = sources.first else { return [] }
    return sources.dropFirst().reduce(first) { $0.intersection($1) }
  }

  /// Every choice of one value from each list; none where there would be too many.
  private static func combinations(of lists: [[Value]]) -> [[Value]] {
    guard lists.reduce(1, { $0 * min($1.count, limit) }) <= limit else { return [] }
    return lists.reduce([[]]) { found, values in
      found.flatMap { known in values.map { known + [$0] } }
    }
  }
}

extension Action {
  /// Whether one of its guards is about an input.
  fileprivate func asks(about input: String) -> Bool {
    guards.contains { $0.requires.root.contains { $0 == .input(input) } }
  }

  /// Whether some of those who take another may take it too.
  fileprivate func isFor(someOf other: Action) -> Bool {
    roles == other.roles || !Set(roles).isDisjoint(with: other.roles)
  }

  /// Whether only guards can tell the two apart, and they lead to different stages.
  fileprivate func isRival(of other: Action) -> Bool {
    to != other.to && roles == other.roles && terms == other.terms
  }
}
