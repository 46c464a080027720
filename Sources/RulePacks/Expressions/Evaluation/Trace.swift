/// What is kept of the steps of an evaluation.
///
/// The evaluator is one and the same with and without a tree, so that both cannot disagree.
protocol Trace {
  /// Whether steps are kept, so that none may be skipped for speed.
  static var isKept: Bool { get }
  /// The steps that were kept.
  var steps: [Explanation] { get }
  init()
  /// Keeps a step; parts are the steps that it rests on.
  mutating func add(
    _ kind: Explanation.Kind, _ text: @autoclosure () -> String, _ reading: Reading,
    _ parts: Self?, shortfall: @autoclosure () -> Value?)
}

extension Trace {
  mutating func add(
    _ kind: Explanation.Kind, _ text: @autoclosure () -> String, _ reading: Reading,
    _ parts: Self? = nil
  ) {
    add(kind, text(), reading, parts, shortfall: nil)
  }
}

/// Nothing is kept.
struct Untraced: Trace {
  static var isKept: Bool { false }
  var steps: [Explanation] { [] }

  mutating func add(
    _ kind: Explanation.Kind, _ text: @autoclosure () -> String, _ reading: Reading,
    _ parts: Untraced?, shortfall: @autoclosure () -> Value?
  ) {}
}

/// The tree is kept.
struct Tree: Trace {
  static var isKept: Bool { true }
  var steps: [Explanation] = []

  mutating func add(
    _ kind: Explanation.Kind, _ text: @autoclosure () -> String, _ reading: Reading,
    _ parts: Tree?, shortfall: @autoclosure () -> Value?
  ) {
    steps.append(
      Explanation(
        kind: kind, text: text(), outcome: reading.outcome, parts: parts?.steps ?? [],
        shortfall: shortfall(), isPartial: reading.isPartial, note: reading.note))
  }
}
