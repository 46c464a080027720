/// The facts of one centre, arranged for evaluation: scalars by path, tables by row.
package struct FactSheet: Sendable {
  /// The facts as they are on record.
  package let facts: Facts

  /// Arranges facts.
  package init(_ facts: Facts) { self.facts = facts }

  /// The value of a scalar fact.
  package subscript(_ path: FactPath) -> FactValue? { facts[path] }
}
