/// Which names an expression may use beside facts, and what it must come to.
package struct ParsingEnvironment: Hashable, Sendable {
  /// The inputs by id, bound as `input.<id>`.
  package var inputs: [String: ValueType]
  /// The practice items by id, bound as `practice.<id>`.
  package var practice: [String: ValueType]
  /// The questions about other cases, bound as `others.<id>`.
  package var questions: Set<String>
  /// Those questions among them that a date answers.
  package var dateQuestions: Set<String>
  /// The definitions by their names, bound as they are.
  package var definitions: [String: Definition]
  /// Whether `passes(<moment>)` may be used (guards only).
  package var allowsPasses: Bool
  /// The type that is asked for; nil for any.
  package var expected: ValueType?

  /// The names that there are.
  package init(
    inputs: [String: ValueType] = [:], practice: [String: ValueType] = [:],
    questions: Set<String> = [], dateQuestions: Set<String> = [],
    definitions: [String: Definition] = [:], allowsPasses: Bool = false,
    expected: ValueType? = nil
  ) {
    self.inputs = inputs
    self.practice = practice
    self.questions = questions
    self.dateQuestions = dateQuestions
    self.definitions = definitions
    self.allowsPasses = allowsPasses
    self.expected = expected
  }

  /// The same names, where another type is asked for.
  package func expecting(_ type: ValueType?) -> ParsingEnvironment {
    var copy = self
    copy.expected = type
    return copy
  }
}
