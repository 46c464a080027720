package import Quantities

/// What a regulation says of cases from before it.
///
/// A case that it concerns and that no clause covers falls into a gap: under which pack it goes on is
/// for a person to decide, with a reason.
package struct Transition: Hashable, Sendable, Codable {
  /// A clause that says what becomes of some cases.
  package struct Clause: Hashable, Sendable, Codable {
    /// The article.
    package var cites: Citation
    /// What becomes of them.
    package var label: Bilingual
    /// The cases that it covers, of type boolean.
    package var covers: Expression

    /// A clause.
    package init(cites: Citation, label: Bilingual, covers: Expression) {
      self.cites = cites
      self.label = label
      self.covers = covers
    }
  }

  /// What is said of one case.
  package enum Answer: Hashable, Sendable {
    /// The question does not arise.
    case notConcerned
    /// A clause covers it.
    case covered(Clause)
    /// No clause covers it.
    case uncovered
    /// Facts are missing.
    case unknown([FactPath])
  }

  /// The cases for which the question arises, of type boolean.
  package var concerns: Expression
  /// The clauses, in the order of the text.
  package var clauses: [Clause]

  /// A transition.
  package init(concerns: Expression, clauses: [Clause]) {
    self.concerns = concerns
    self.clauses = clauses
  }

  /// What is said of a case.
  package func answer(in scope: Scope) -> Answer {
    switch concerns.evaluate(in: scope) {
    case .value(.boolean(true)): break
    case .unknown(let missing): return .unknown(missing)
    default: return .notConcerned
    }
    var missing: [FactPath] = []
    for clause in clauses {
      switch clause.covers.evaluate(in: scope) {
      case .value(.boolean(true)): return .covered(clause)
      case .unknown(let paths): missing += paths
      default: break
      }
    }
    return missing.isEmpty ? .uncovered : .unknown(missing)
  }
}
