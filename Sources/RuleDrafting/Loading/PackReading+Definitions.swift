import Quantities
import RulePacks

/// The expressions that a pack says once and uses by name.
extension PackReading {
  /// Reads the definitions, each checked by itself: with every input, every practice item and every
  /// moment that the pack has.
  mutating func readDefinitions(_ root: YAMLNode?, into pack: inout RulePack) {
    guard let node = root?["definitions"] else { return }
    var found: [Definition] = []
    var texts: [String: YAMLNode] = [:]
    for entry in yaml.entries(node) {
      guard let map = yaml.map(entry.value, .definition) else { continue }
      guard isFree(entry.key, at: entry.place) else { continue }
      let label = yaml.bilingual("label", of: map)
      guard let text = map["is"], let source = yaml.text(text) else { continue }
      found.append(Definition(id: entry.key, label: label, source: source))
      texts[entry.key] = text
    }
    names.definitions = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    for definition in found {
      let environment = ParsingEnvironment(
        inputs: names.inputs, practice: names.practice.mapValues(\.type),
        questions: names.questions, dateQuestions: names.dateQuestions,
        definitions: names.definitions.filter { $0.key != definition.id }, allowsPasses: true)
      if leadsBack(definition.id) {
        yaml.report(
          "pack.definition.cycle", at: texts[definition.id]?.place ?? node.place,
          ["name": definition.id])
        names.brokenDefinitions.insert(definition.id)
      } else if expression(texts[definition.id], environment) == nil {
        names.brokenDefinitions.insert(definition.id)
      }
    }
    pack.definitions = found.isEmpty ? nil : found
  }

  /// A name is a word of the language, and not one that means something else already.
  private mutating func isFree(_ name: String, at place: Problem.Place) -> Bool {
    let isWord = name.unicodeScalars.enumerated().allSatisfy { index, scalar in
      ("a"..."z").contains(scalar) || scalar == "_" || index > 0 && ("0"..."9").contains(scalar)
    }
    if !isWord || name.isEmpty { yaml.report("pack.definition.form", at: place, ["name": name]) }
    let fields = vocabulary.groups.flatMap { $0.fields.map(\.name) }
    let groups = vocabulary.groups.map { String($0.name.prefix { $0 != "." }) }
    let others = ["input", "practice", "others"] + NamedDate.allCases.map(\.rawValue)
    let types =
      vocabulary.groups.flatMap { $0.fields.map(\.type) } + names.inputs.values
      + names.practice.values.map(\.type)
    let options = types.flatMap { type -> [String] in
      if case .choice(let options) = type { return options }
      return []
    }
    let taken = fields + groups + others + options
    if ExpressionParser.keywords.contains(name) || taken.contains(name) {
      yaml.report("pack.definition.taken", at: place, ["name": name])
      return false
    }
    return true
  }

  /// Whether a definition comes to use itself.
  private func leadsBack(_ name: String) -> Bool {
    var seen: Set<String> = []
    var queue = [name]
    while let next = queue.popLast() {
      guard let definition = names.definitions[next] else { continue }
      for used in ExpressionParser.names(in: definition.source, among: names.definitions.keys) {
        if used == name { return true }
        if seen.insert(used).inserted { queue.append(used) }
      }
    }
    return false
  }
}
