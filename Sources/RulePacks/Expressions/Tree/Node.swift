import Quantities

/// A step of a checked expression.
///
/// Names are resolved, types agree and units are settled: evaluation reads facts by path or by
/// group, row and field, and never parses text.
package indirect enum Node: Hashable, Sendable, Codable {
  /// A value written in the pack.
  case literal(Value)
  /// `not_applicable`: the question does not arise.
  case notApplicable
  /// A fact of a record, by its path.
  case fact(FactPath)
  /// A field of the row with the given key or index: `finance[2024].rd`.
  case cell(Column, row: Node)
  /// A field of the last row on record, up to and including a key: `last(evaluations, 2026).grade`.
  case latest(Column, through: Node?)
  /// A field of the row that a selection is at.
  case item(slot: Int, Column)
  /// The key of the row, or the year, that a selection is at.
  case itemKey(slot: Int)
  /// What the person gave for the action.
  case input(String)
  /// The practice in force.
  case practice(String)
  /// The answer to a question about other cases.
  case question(String)
  /// The answer to a question about other cases that asks for a day.
  case dateQuestion(String)
  /// `on`, `today`, `entered` or `due`.
  case date(NamedDate)
  /// Whether the conditions of a moment pass.
  case passes(Moment)
  /// What a definition of the pack says, under its name.
  case defined(String, Node)
  /// The value with the opposite sign.
  case negated(Node)
  /// Sums, differences, products and ratios.
  case arithmetic(Arithmetic, Node, Node)
  /// The comparison of two values.
  case comparison(Comparison, Node, Node)
  /// Whether a value is one of several.
  case among(Node, [Node])
  /// `and`, over two or more tests.
  case all([Node])
  /// `or`, over two or more tests.
  case any([Node])
  /// `not`.
  case not(Node)
  /// `if … then … else …`.
  case choice(Node, then: Node, otherwise: Node)
  /// A function of values.
  case call(Function, [Node])
  /// One result a row; all must hold.
  case each(Selection, Node)
  /// One value from many rows; the value is nil for counts, and `zero` is what no rows come to.
  case aggregate(Aggregate, Selection, Node?, zero: Value?)
}
