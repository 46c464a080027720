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
    let syntax: Syntax
    do throws(Unread) {
      syntax = try self.syntax(of: source)
    } catch {
      throw Problems(error.faults.map { $0.problem(from: place) })
    }
    var checker = Checker(vocabulary: vocabulary, environment: environment)
    let result = checker.check(syntax, expecting: environment.expected.map(Kind.init))
    guard let result, checker.faults.isEmpty else {
      throw Problems(checker.faults.map { $0.problem(from: place) })
    }
    return Expression(
      source: written(source, checker.uses, environment.definitions),
      type: environment.expected ?? result.kind.valueType, root: result.node,
      facts: checker.facts)
  }

  /// The words that no name may be.
  package static var keywords: Set<String> { Token.keywords }

  /// The names, out of the given ones, that a text uses by themselves.
  package static func names(
    in source: String, among known: some Sequence<String>
  ) -> [String] {
    words(in: source, among: Set(known)).map(\.name)
  }

  private static func words(
    in source: String, among known: Set<String>
  ) -> [(position: Position, name: String)] {
    let tokens = Lexer(source).tokens
    return tokens.indices.compactMap { index in
      let token = tokens[index]
      guard token.kind == .word, known.contains(token.text),
        index == 0 || !tokens[index - 1].isSymbol("."), !tokens[index + 1].isSymbol(".")
      else { return nil }
      return (token.position, token.text)
    }
  }

  /// What keeps a text from being read.
  struct Unread: Error {
    let faults: [Fault]
  }

  /// The shape of a text, nothing of it resolved.
  static func syntax(of source: String) throws(Unread) -> Syntax {
    let lexer = Lexer(source)
    var parser = SyntaxParser(lexer.tokens)
    let syntax: Syntax
    do throws(Fault) {
      syntax = try parser.whole()
    } catch {
      throw Unread(faults: lexer.faults.isEmpty ? [error] : lexer.faults)
    }
    guard lexer.faults.isEmpty else { throw Unread(faults: lexer.faults) }
    return syntax
  }

  /// A text with the definitions that it uses written out, those within them too.
  private static func written(
    _ source: String, _ uses: [(position: Position, name: String)],
    _ definitions: [String: Definition]
  ) -> String {
    guard !uses.isEmpty else { return source }
    var lines = source.split(separator: "\n", omittingEmptySubsequences: false).map {
      Array($0.unicodeScalars)
    }
    let last = uses.sorted {
      ($0.position.line, $0.position.column) > ($1.position.line, $1.position.column)
    }
    for use in last where use.position.line < lines.count {
      guard let definition = definitions[use.name] else { continue }
      let start = use.position.column
      let end = start + use.name.unicodeScalars.count
      guard end <= lines[use.position.line].count else { continue }
      let whole = "(\(written(definition, definitions)))"
      lines[use.position.line].replaceSubrange(start..<end, with: Array(whole.unicodeScalars))
    }
    return lines.map { line in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: line)
      return String(view)
    }.joined(separator: "\n")
  }

  private static func written(
    _ definition: Definition, _ definitions: [String: Definition]
  ) -> String {
    let others = Set(definitions.keys).subtracting([definition.id])
    let uses = words(in: definition.source, among: others)
    return written(definition.source, uses, definitions)
  }
}
