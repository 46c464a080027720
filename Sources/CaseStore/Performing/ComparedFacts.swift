import RulePacks

/// What a case has of the facts in which a question compares it with others.
struct ComparedFacts: Hashable, Sendable {
  /// The facts in which both have to agree, in the question's order.
  let same: [IndexedValue]
  /// The beginnings in which both have to agree, by path.
  let beginnings: [IndexedValue]
  /// The facts by which one has to come before the other, in the question's order.
  let befores: [IndexedValue]

  /// Nil where a fact that the question needs is not on record, or is too short.
  init?(_ question: Question, _ facts: Facts) {
    var same: [IndexedValue] = []
    var beginnings: [IndexedValue] = []
    var befores: [IndexedValue] = []
    for path in question.same {
      guard let value = facts[path].flatMap(IndexedValue.init) else { return nil }
      same.append(value)
    }
    for (path, count) in question.beginnings {
      guard let value = facts[path].flatMap(IndexedValue.init)?.beginning(count) else {
        return nil
      }
      beginnings.append(value)
    }
    for path in question.before {
      guard let value = facts[path].flatMap(IndexedValue.init) else { return nil }
      befores.append(value)
    }
    self.same = same
    self.beginnings = beginnings
    self.befores = befores
  }
}

extension Question {
  /// The facts of which beginnings are compared, by path, with how many characters.
  var beginnings: [(path: FactPath, count: Int)] {
    samePrefix.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Whether a case stands where the other case has to stand, or has ended as it has to.
  func isMet(by standing: Standing) -> Bool {
    let end = standing.main.ends
    if isLiveOnly, end != nil { return false }
    if !self.standing.isEmpty, !self.standing.contains(standing.main.stage) { return false }
    if !ended.isEmpty || subject == .latestEnd {
      guard let end, ended.isEmpty || ended.contains(end) else { return false }
    }
    return true
  }
}
