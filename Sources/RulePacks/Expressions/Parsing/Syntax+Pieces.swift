import Quantities

/// What an expression is made of, so that two texts can be compared by what they say.
extension Syntax {
  /// One step of an expression.
  enum Piece: Hashable {
    /// A value that is written out.
    case literal(Value)
    /// A name, or a form with the number of its parts.
    case mark(String)

    /// The value, where it is one.
    var literal: Value? {
      if case .literal(let value) = self { return value }
      return nil
    }
  }

  /// The steps, the outer before the inner.
  ///
  /// Brackets that only group are none of them; `and` within `and`, and `or` within `or`, are one row
  /// of tests however they are bracketed.
  var pieces: [Piece] {
    switch form {
    case .literal(let value): [.literal(value)]
    case .notApplicable: [.mark("not_applicable")]
    case .word(let name): [.mark("word " + name)]
    case .member(let base, let name): Self.row("member " + name, [base])
    case .row(let table, let key): Self.row("row", [table, key])
    case .call(let name, let arguments):
      [.mark("call \(name) \(arguments.count)")] + arguments.flatMap(\.pieces)
    case .negative(let part): Self.row("negative", [part])
    case .not(let part): Self.row("not", [part])
    case .arithmetic(let operation, let left, let right):
      Self.row(operation.rawValue, [left, right])
    case .comparison(let comparison, let left, let right):
      Self.row(comparison.rawValue, [left, right])
    case .among(let subject, let options): Self.row("in \(options.count)", [subject] + options)
    case .all: Self.row("and \(conjuncts.count)", conjuncts)
    case .any: Self.row("or \(disjuncts.count)", disjuncts)
    case .conditional(let test, let yes, let no): Self.row("if", [test, yes, no])
    case .each(let argument): [.mark("each")] + argument.pieces
    }
  }

  private static func row(_ mark: String, _ parts: [Syntax]) -> [Piece] {
    [.mark(mark)] + parts.flatMap(\.pieces)
  }

  private var conjuncts: [Syntax] {
    if case .all(let parts) = form { return parts.flatMap(\.conjuncts) }
    return [self]
  }

  private var disjuncts: [Syntax] {
    if case .any(let parts) = form { return parts.flatMap(\.disjuncts) }
    return [self]
  }
}

extension Syntax.Argument {
  fileprivate var pieces: [Syntax.Piece] {
    let names = [label, binder].map { $0 ?? "-" } + [filter, body].map { $0 == nil ? "-" : "+" }
    return [.mark("argument " + names.joined(separator: " "))] + value.pieces
      + (filter?.pieces ?? []) + (body?.pieces ?? [])
  }
}
