package import Quantities

/// Reads expressions: names resolved, types and units checked.
package enum ExpressionParser {
  /// Reads and checks one expression.
  ///
  /// - Parameters:
  ///   - source: the raw text, one line or a block.
  ///   - vocabulary: the facts that there are.
  ///   - environment: the other names that there are, and the type that is asked for.
  ///   - place: where the first character of `source` stands; problems point at the offending
  ///     token from there.
  /// - Throws: every problem found, with codes that begin with `pack.expression.`.
  package static func parse(
    _ source: String, vocabulary: Vocabulary, environment: ParsingEnvironment = .init(),
    at place: Problem.Place = Problem.Place()
  ) throws(Problems) -> Expression {
    let lexer = Lexer(source)
    var parser = SyntaxParser(lexer.tokens)
    let syntax: Syntax
    do throws(Fault) {
      syntax = try parser.whole()
    } catch {
      throw Problems(
        (lexer.faults.isEmpty ? [error] : lexer.faults).map { $0.problem(from: place) })
    }
    guard lexer.faults.isEmpty else {
      throw Problems(lexer.faults.map { $0.problem(from: place) })
    }
    var checker = Checker(vocabulary: vocabulary, environment: environment)
    let result = checker.check(syntax, expecting: environment.expected.map(Kind.init))
    guard let result, checker.faults.isEmpty else {
      throw Problems(checker.faults.map { $0.problem(from: place) })
    }
    return Expression(
      source: source, type: environment.expected ?? result.kind.valueType, root: result.node,
      facts: checker.facts)
  }
}
