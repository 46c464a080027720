package import Quantities

extension Wording {
  /// What is the matter.
  package func message(for problem: Problem) -> String {
    if let refusal = refusal(within: problem) { return line(for: refusal) }
    let arguments = arguments(of: problem)
    guard let sentence = Catalogue.sentence(for: problem.code) else {
      return plainSentence(problem.code, problem.arguments)
    }
    return filled(language == .zh ? sentence.zh : sentence.en, with: arguments)
  }

  /// What is the matter, beneath the field that it is about: without its name and what stands in it.
  package func messageAtField(for problem: Problem) -> String {
    guard let sentence = Catalogue.sentences[problem.code + ".field"] else {
      return message(for: problem)
    }
    return filled(language == .zh ? sentence.zh : sentence.en, with: arguments(of: problem))
  }

  /// What mends it; nil where there is nothing to say beyond the message.
  package func remedy(for problem: Problem) -> String? {
    if let refusal = refusal(within: problem) { return remedy(for: refusal) }
    let own = remedy(of: problem.code, with: arguments(of: problem))
    return own ?? Catalogue.remedy(for: problem.code)?[language]
  }

  /// The problem on one line as compilers write it: `file:line:column: error: message`.
  package func line(for problem: Problem) -> String {
    let place = place(problem.place)
    let remedy = remedy(for: problem).map { text(zh: "。", en: ". ") + $0 } ?? ""
    return (place.isEmpty ? "" : place + ": ") + name(of: problem.severity)
      + text(zh: "：", en: ": ") + message(for: problem) + remedy
  }

  /// A place as `file:line:column`, or the field where no line is known.
  package func place(_ place: Problem.Place) -> String {
    var parts: [String] = []
    if let file = place.file { parts.append(file) }
    if let line = place.line {
      parts.append(String(line))
      if let column = place.column { parts.append(String(column)) }
    } else if let field = place.field {
      parts.append(field)
    }
    return parts.joined(separator: ":")
  }

  private func arguments(of problem: Problem) -> [String: String] {
    var arguments = problem.arguments
    if arguments["file"] == nil { arguments["file"] = problem.place.file }
    if arguments["name"] == nil { arguments["name"] = problem.place.field }
    return arguments
  }
}
