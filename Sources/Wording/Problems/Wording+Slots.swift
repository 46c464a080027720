import Casework
import Quantities
import RulePacks

extension Wording {
  /// The value of a slot in words; actions as they are called at a stage.
  func word(_ value: String, _ form: SlotForm?, at place: String? = nil) -> String {
    switch form {
    case nil: value
    case .stage: stage(value)
    case .stages: list(names(value).map { stage($0) })
    case .action: action(value, at: place)
    case .actions: some(names(value).map { called(action($0, at: place), $0) })
    case .procedure: procedure(value)
    case .proceeding: proceeding(value)
    case .proceedings: list(names(value).map(proceeding))
    case .inputs: list(names(value).map { called(input($0), $0) })
    case .fact: fact(value)
    case .facts: facts(names(value))
    case .roles: roles(value)
    case .result: FindingResult(rawValue: value).map(name(of:)) ?? value
    case .type: name(ofType: value)
    case .value: Value(canonical: value).map { text(of: $0) } ?? value
    case .person: person(value)
    case .department: department(value)
    case .owner: owner(value)
    case .owners: list(names(value).map { owner($0) })
    case .conditions: list(names(value).map(condition))
    case .articles: articles(names(value))
    case .material: material(value)
    case .kind: EventKind(rawValue: value).map { name(of: $0) } ?? value
    case .id: String(value.prefix(10))
    }
  }

  private func names(_ value: String) -> [String] {
    value.split(separator: ",").map { TextFolding.trimmed(String($0)) }
  }

  /// A label, on the command line with the id that has to be typed.
  private func called(_ label: String, _ id: String) -> String {
    surface == .commandLine && label != id ? "\(label) (\(id))" : label
  }

  private func some(_ words: [String]) -> String {
    let limit = 6
    guard words.count > limit else { return list(words) }
    return list(Array(words.prefix(limit))) + text(zh: "等", en: " …")
  }

  private func roles(_ value: String) -> String {
    let named = names(value).map { name in Role(rawValue: name).map { self.name(of: $0) } ?? name }
    return named.joined(separator: text(zh: "或", en: " or "))
  }

  /// What `import.refused` carries of the refusal that it stands for.
  func refusal(within problem: Problem) -> Refusal? {
    guard problem.code == "import.refused", let code = problem.arguments["refusal"] else {
      return nil
    }
    return Refusal(
      .law, code, cites: problem.arguments["cites"].map(names) ?? [],
      arguments: problem.arguments)
  }

  /// A template filled from arguments; empty arguments count as missing.
  func filled(_ template: Template, with arguments: [String: String]) -> String {
    template.filled { name, form in
      guard let value = arguments[name], !value.isEmpty else { return nil }
      return word(value, form, at: arguments["stage"])
    }
  }

  /// The remedy of a code where it is read; nil where there is none, or one that comes out empty.
  func remedy(of code: String, with arguments: [String: String]) -> String? {
    let template: Template?
    var arguments = arguments
    if surface == .desk, let own = Catalogue.remediesAtDesk[code] {
      template = Template(own[language])
      for (name, key) in keys { arguments["key-" + name] = key }
    } else {
      let sentence = Catalogue.sentence(for: code)
      template = language == .zh ? sentence?.remedyZh : sentence?.remedyEn
    }
    guard let template else { return nil }
    let text = filled(template, with: arguments)
    return text.isEmpty ? nil : text
  }

  /// What is said where no sentence is known for a code: the code and its arguments.
  func plainSentence(_ code: String, _ arguments: [String: String]) -> String {
    let details = arguments.sorted { $0.key < $1.key }
      .filter { !$0.value.isEmpty }
      .map { "\($0.key) = \($0.value)" }
    let head = text(zh: "出现问题 \(code)", en: "Problem \(code)")
    return details.isEmpty ? head : head + text(zh: "：", en: ": ") + clauses(details)
  }
}
