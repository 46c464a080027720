package import Quantities
package import RulePacks

/// What vocabularies, packs and lists of departments have in common.
extension YAMLReader {
  /// A text in Chinese and English, `{ zh: …, en: … }`; both must be there.
  package mutating func bilingual(_ node: YAMLNode) -> Bilingual {
    guard node.entries != nil else {
      report("pack.text.language_missing", at: node.place, ["languages": "zh, en"])
      return Bilingual(zh: "", en: "")
    }
    guard let map = map(node, keys: ["zh", "en"]) else { return Bilingual(zh: "", en: "") }
    let missing = ["zh", "en"].filter { map.node($0) == nil }
    if !missing.isEmpty {
      report(
        "pack.text.language_missing", at: node.place,
        ["languages": missing.joined(separator: ", ")])
    }
    return Bilingual(zh: text(map.node("zh")) ?? "", en: text(map.node("en")) ?? "")
  }

  /// The text in both languages of a key that has to be there.
  package mutating func bilingual(_ key: String, of map: YAMLMap) -> Bilingual {
    guard let node = map.node(key) else {
      missing(key, of: map.place)
      return Bilingual(zh: "", en: "")
    }
    return bilingual(node)
  }

  /// The text in both languages of a key that may be missing.
  package mutating func bilingual(ifPresent key: String, of map: YAMLMap) -> Bilingual? {
    guard let node = map[key] else { return nil }
    return bilingual(node)
  }

  /// An id: letters, digits, `-` and `_`.
  package mutating func identifier(_ key: String, of map: YAMLMap) -> String {
    let id = text(key, of: map)
    if let node = map[key], !id.isEmpty { checkIdentifier(id, at: node.place) }
    return id
  }

  /// Keeps a problem where a name is no id.
  package mutating func checkIdentifier(_ id: String, at place: Problem.Place) {
    let isPlain = id.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        || scalar == "-" || scalar == "_"
    }
    if !isPlain || id.isEmpty { report("pack.id.form", at: place, ["id": id]) }
  }

  /// The options of a choice, by name, with what each is called.
  package mutating func choiceOptions(_ node: YAMLNode?) -> [(name: String, label: Bilingual)] {
    entries(node).map { entry in
      checkIdentifier(entry.key, at: entry.place)
      return (entry.key, bilingual(entry.value))
    }
  }

  /// The type under `type`, with the options under `options` where it is a choice.
  package mutating func valueType(
    of map: YAMLMap
  ) -> (type: ValueType, options: [String: Bilingual])? {
    guard let node = map.node("type") else {
      missing("type", of: map.place)
      return nil
    }
    guard let text = text(node) else { return nil }
    let options = choiceOptions(map["options"])
    guard text == "choice" else {
      if let given = map["options"] {
        report("pack.type.options_unused", at: given.place, ["type": text])
      }
      guard let type = Self.plainType(text) else {
        wrongOption(text, at: node.place, among: Self.typeNames)
        return nil
      }
      return (type, [:])
    }
    if options.isEmpty { report("pack.type.options_missing", at: node.place) }
    return (
      .choice(options.map(\.name)),
      Dictionary(options.map { ($0.name, $0.label) }) { first, _ in first }
    )
  }

  /// A value of a type, as the YAML writes it.
  package mutating func value(_ node: YAMLNode?, as type: ValueType) -> Value? {
    guard let node, let text = text(node) else { return nil }
    if let value = Value(text, as: type) { return value }
    var arguments = ["value": text, "type": type.name]
    if case .choice(let options) = type {
      arguments["options"] = options.joined(separator: ", ")
      arguments["suggestion"] = Suggestion.nearest(to: text, among: options)
    }
    report("pack.value.type", at: node.place, arguments)
    return nil
  }

  /// The names of the types of values.
  static let typeNames =
    [
      "boolean", "year", "money", "area", "ratio", "date", "period", "text", "lines", "choice",
      "score",
    ] + CountUnit.allCases.filter { $0 != .point }.map { "count \($0.rawValue)" }

  private static func plainType(_ text: String) -> ValueType? {
    switch text {
    case "boolean": return .boolean
    case "year": return .year
    case "money": return .money
    case "area": return .area
    case "ratio": return .ratio
    case "date": return .date
    case "period": return .period
    case "text": return .text
    case "lines": return .lines
    case "score": return .count(.point)
    default:
      let words = text.split(separator: " ")
      guard words.count == 2, words[0] == "count", let unit = CountUnit(rawValue: String(words[1])),
        unit != .point
      else { return nil }
      return .count(unit)
    }
  }
}
