import ArgumentParser
import Quantities
import RulePacks

/// A command line that could not be read, as a problem in the reader's language.
///
/// The parser says what is wrong in English alone; its sentences are recognised by how they begin and
/// by what they quote. One that is not recognised stands as it is.
struct WrongCall {
  /// The sentence of the parser, without its head.
  let sentence: String
  /// The arguments, in the order in which the parser was given them.
  let arguments: [String]
  /// The reader's language.
  let language: Language

  /// What is wrong; the code begins with `usage.`.
  var problem: Problem {
    let quoted = self.quoted
    var slots = ["help": help]
    func problem(_ code: String, _ more: [String: String] = [:]) -> Problem {
      Problem("usage." + code, slots.merging(more) { _, new in new })
    }
    if sentence.hasPrefix("Unexpected argument") || sentence.contains("unexpected arguments:") {
      if let verb = unknownVerb {
        slots["suggestion"] = Suggestion.nearest(to: verb, among: names)
        slots["verbs"] = isWithinVerb ? names.sorted().joined(separator: ", ") : nil
        return problem("unknown_verb", ["verb": verb])
      }
      return problem("unexpected", ["value": quoted.joined(separator: " ")])
    }
    if sentence.hasPrefix("Missing expected argument") || sentence.hasPrefix("Missing one of") {
      return problem("missing_argument", ["name": quoted.joined(separator: ", ")])
    }
    if sentence.hasPrefix("Unknown option"), let option = quoted.first {
      slots["suggestion"] = quoted.count > 1 ? quoted[1] : nil
      return problem("unknown_option", ["option": option])
    }
    if sentence.hasPrefix("Missing value for"), let option = quoted.first {
      return problem("missing_value", ["option": option])
    }
    if sentence.hasPrefix("The value "), quoted.count > 1 {
      if quoted[1].hasSuffix("<date>") { return problem("date", ["value": quoted[0]]) }
      slots["options"] = quoted.count > 2 ? quoted[2...].joined(separator: ", ") : nil
      return problem("option", ["value": quoted[0], "option": quoted[1]])
    }
    if sentence.hasPrefix("The option "), quoted.count > 1 {
      return problem("no_value_taken", ["option": quoted[0], "value": quoted[1]])
    }
    return problem("wrong", ["detail": ownSentence ?? sentence])
  }

  /// Our own verbs say what is wrong in both languages: the half in the reader's.
  private var ownSentence: String? {
    guard let cut = sentence.firstRange(of: " / "),
      !sentence[..<cut.lowerBound].allSatisfy(\.isASCII)
    else { return nil }
    return String(language == .zh ? sentence[..<cut.lowerBound] : sentence[cut.upperBound...])
  }

  /// The pieces of the sentence that stand between quotation marks.
  private var quoted: [String] {
    let pieces = sentence.split(separator: "'", omittingEmptySubsequences: false)
    return pieces.indices.filter { $0 % 2 == 1 }.map { String(pieces[$0]) }
  }

  // MARK: Verbs

  /// The verbs that were named, as far as they are known, and the first word after them.
  private var walk: (path: [any ParsableCommand.Type], rest: String?) {
    var path: [any ParsableCommand.Type] = [Dossier.self]
    for word in arguments {
      guard !word.hasPrefix("-") else { return (path, nil) }
      guard
        let verb = path[path.count - 1].configuration.subcommands.first(where: {
          $0._commandName == word || $0.configuration.aliases.contains(word)
        })
      else { return (path, word) }
      path.append(verb)
    }
    return (path, nil)
  }

  /// The names that could have stood where the unknown verb stands.
  private var names: [String] {
    walk.path.last?.configuration.subcommands.map { $0._commandName } ?? []
  }

  private var isWithinVerb: Bool { walk.path.count > 1 }

  /// The word that stands where a verb should.
  private var unknownVerb: String? { names.isEmpty ? nil : walk.rest }

  /// The call that explains the verb.
  private var help: String {
    (walk.path.map { $0._commandName } + ["--help"]).joined(separator: " ")
  }
}
