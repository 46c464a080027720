/// A typed, checked test or formula over facts, inputs, practice and dates.
///
/// The grammar is in `data/packs/GRAMMAR.md`. Expressions are made by `ExpressionParser` and never
/// fail on evaluation: what is missing comes out as *unknown*, *absent* or *not applicable*.
package struct Expression: Hashable, Sendable, Codable {
  /// The text as the pack has it.
  package let source: String
  /// The type of its value.
  package let type: ValueType
  /// The checked tree.
  package let root: Node
  /// The facts that it reads, tables by their name.
  package let facts: Set<FactPath>

  /// A checked expression.
  package init(source: String, type: ValueType, root: Node, facts: Set<FactPath>) {
    self.source = source
    self.type = type
    self.root = root
    self.facts = facts
  }

  /// Encodes the expression, its facts in a fixed order.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(source, forKey: .source)
    try container.encode(type, forKey: .type)
    try container.encode(root, forKey: .root)
    try container.encode(facts.sorted(), forKey: .facts)
  }
}
