import Quantities

/// An expression as written: the shape is known, the names and types are not.
struct Syntax: Sendable {
  indirect enum Form: Sendable {
    case literal(Value)
    case notApplicable
    case word(String)
    case member(Syntax, String)
    case row(Syntax, Syntax)
    case call(String, [Argument])
    case negative(Syntax)
    case not(Syntax)
    case arithmetic(Arithmetic, Syntax, Syntax)
    case comparison(Comparison, Syntax, Syntax)
    case among(Syntax, [Syntax])
    case all([Syntax])
    case any([Syntax])
    case conditional(Syntax, Syntax, Syntax)
    case each(Argument)
  }

  /// What stands between the brackets of a function: `finance`, `years: 3`, `partners where in_city`,
  /// `y in years(2023, 2025): known(reports[y].received_on)`.
  struct Argument: Sendable {
    var label: String?
    var binder: String?
    var value: Syntax
    var filter: Syntax?
    var body: Syntax?
    var position: Position

    /// Whether it is an expression and nothing else.
    var isPlain: Bool { label == nil && binder == nil && filter == nil && body == nil }
  }

  let form: Form
  /// Where it begins.
  let position: Position
  /// Where its last name begins: for `host.knd` that of `knd`.
  let namePosition: Position

  init(_ form: Form, at position: Position, name: Position? = nil) {
    self.form = form
    self.position = position
    namePosition = name ?? position
  }

  /// The names of a dotted path; nil for anything else.
  var dottedNames: [String]? {
    switch form {
    case .word(let name): [name]
    case .member(let base, let name): base.dottedNames.map { $0 + [name] }
    default: nil
    }
  }
}
