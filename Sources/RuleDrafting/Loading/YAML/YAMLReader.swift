package import Quantities
import RulePacks

/// Reads nodes into values and gathers everything that is wrong with them.
///
/// Reading never stops: where a value is missing or wrong, the problem is kept and a blank stands
/// in, so that one run reports all problems of all files. The codes begin with a prefix of the
/// caller's (`pack.yaml.unknown_key`, `import.yaml.unknown_key`).
package struct YAMLReader {
  /// What the codes of problems with YAML begin with.
  package let prefix: String
  /// What is wrong, in the order in which it was found.
  package var problems: [Problem] = []

  /// A reader whose problems have codes such as `pack.yaml.syntax`.
  package init(prefix: String) { self.prefix = prefix }

  /// Keeps a problem with the YAML, under the reader's prefix.
  package mutating func report(
    yaml code: String, at place: Problem.Place, _ arguments: [String: String] = [:]
  ) {
    problems.append(Problem("\(prefix).\(code)", at: place, arguments))
  }

  /// Keeps a problem with what the YAML says.
  package mutating func report(
    _ code: String, at place: Problem.Place, _ arguments: [String: String] = [:]
  ) {
    problems.append(Problem(code, at: place, arguments))
  }

  /// The tree of a file; nil where it is no YAML.
  package mutating func document(_ source: SourceFile) -> YAMLNode? {
    let result = YAMLComposer.compose(source)
    for fault in result.faults { report(yaml: fault.code, at: fault.place, fault.arguments) }
    return result.root
  }

  // MARK: Kinds of nodes

  /// A map with none but the given keys.
  package mutating func map(_ node: YAMLNode, keys: [String], required: [String] = []) -> YAMLMap? {
    guard let entries = node.entries else {
      wrongKind(node, expected: "map")
      return nil
    }
    var known: [YAMLNode.Entry] = []
    for (index, entry) in entries.enumerated() {
      if keys.contains(entry.key) {
        known.append(entry)
      } else if index > 0, let cut = Self.cutText(entries[index - 1], entry) {
        report(
          yaml: "cut_text", at: entries[index - 1].value.place,
          ["key": entries[index - 1].key, "text": cut, "rest": entry.key])
      } else {
        var arguments = ["key": entry.key]
        arguments["suggestion"] = Suggestion.nearest(to: entry.key, among: keys)
        report(yaml: "unknown_key", at: entry.place, arguments)
      }
    }
    for key in required where !entries.contains(where: { $0.key == key }) {
      missing(key, of: node.place)
    }
    return YAMLMap(place: node.place, entries: known)
  }

  /// The entries of a map whose keys are names of its own.
  package mutating func entries(_ node: YAMLNode?) -> [YAMLNode.Entry] {
    guard let node else { return [] }
    guard let entries = node.entries else {
      wrongKind(node, expected: "map")
      return []
    }
    return entries
  }

  /// The items of a list.
  package mutating func items(_ node: YAMLNode?) -> [YAMLNode] {
    guard let node else { return [] }
    guard let items = node.items else {
      wrongKind(node, expected: "list")
      return []
    }
    return items
  }

  /// The text of a scalar that says something.
  package mutating func text(_ node: YAMLNode?) -> String? {
    guard let node else { return nil }
    guard let text = node.text else {
      wrongKind(node, expected: "text")
      return nil
    }
    guard !node.isNull, !TextFolding.trimmed(text).isEmpty else {
      report(yaml: "empty_value", at: node.place)
      return nil
    }
    return text
  }

  /// The text of a key; a blank where it is missing.
  package mutating func text(_ key: String, of map: YAMLMap) -> String {
    guard let node = map.node(key) else {
      missing(key, of: map.place)
      return ""
    }
    return text(node) ?? ""
  }

  /// One text, or several in a list; texts with `, ` are taken apart.
  package mutating func texts(_ node: YAMLNode?) -> [(text: String, place: Problem.Place)] {
    guard let node else { return [] }
    if let items = node.items {
      return items.compactMap { item in text(item).map { ($0, item.place) } }
    }
    guard let text = text(node) else { return [] }
    return text.split(separator: ",").map { (TextFolding.trimmed(String($0)), node.place) }
  }

  /// True or false; the default where the key is missing.
  package mutating func flag(_ key: String, of map: YAMLMap, default fallback: Bool) -> Bool {
    guard let node = map[key], let text = text(node) else { return fallback }
    switch text {
    case "true": return true
    case "false": return false
    default:
      report(yaml: "wrong_value", at: node.place, ["value": text, "options": "true, false"])
      return fallback
    }
  }

  /// A whole number.
  package mutating func integer(_ node: YAMLNode?) -> Int64? {
    guard let node, let text = text(node) else { return nil }
    guard let number = Int64(text) else {
      report(yaml: "wrong_value", at: node.place, ["value": text, "type": "integer"])
      return nil
    }
    return number
  }

  /// A date, written `2026-03-02`.
  package mutating func date(_ node: YAMLNode?) -> CalendarDate? {
    guard let node, let text = text(node) else { return nil }
    guard let date = CalendarDate(parsing: text), date.description == text else {
      report(yaml: "wrong_value", at: node.place, ["value": text, "type": "date"])
      return nil
    }
    return date
  }

  /// One of the raw values of an enumeration.
  package mutating func option<Option: RawRepresentable & CaseIterable>(
    _ node: YAMLNode?, of type: Option.Type
  ) -> Option? where Option.RawValue == String {
    guard let node, let text = text(node) else { return nil }
    if let option = Option(rawValue: text) { return option }
    wrongOption(text, at: node.place, among: Option.allCases.map(\.rawValue))
    return nil
  }

  /// Several raw values of an enumeration, one text or a list.
  package mutating func options<Option: RawRepresentable & CaseIterable>(
    _ node: YAMLNode?, of type: Option.Type
  ) -> [Option] where Option.RawValue == String {
    var found: [Option] = []
    for (text, place) in texts(node) {
      if let option = Option(rawValue: text) {
        found.append(option)
      } else {
        wrongOption(text, at: place, among: Option.allCases.map(\.rawValue))
      }
    }
    return found
  }

  // MARK: What is wrong

  /// Keeps that a key is missing; once, however many look for it.
  package mutating func missing(_ key: String, of place: Problem.Place) {
    let problem = Problem("\(prefix).missing_key", at: place, ["key": key])
    if !problems.contains(problem) { problems.append(problem) }
  }

  /// Keeps that a text is none of those that may stand here.
  package mutating func wrongOption(
    _ text: String, at place: Problem.Place, among options: [String]
  ) {
    var arguments = ["value": text, "options": options.joined(separator: ", ")]
    arguments["suggestion"] = Suggestion.nearest(to: text, among: options)
    report(yaml: "wrong_value", at: place, arguments)
  }

  private mutating func wrongKind(_ node: YAMLNode, expected: String) {
    if node.isEmpty {
      report(yaml: "empty_value", at: node.place)
      return
    }
    let found =
      switch node.content {
      case .scalar: "text"
      case .list: "list"
      case .map: "map"
      }
    report(yaml: "wrong_kind", at: node.place, ["expected": expected, "found": found])
  }

  /// The text that a comma or a colon cut in two, where an unquoted one stood in a flow map:
  /// `{ guard: sum(last(finance, 3).rd) >= 1 }` is two keys to YAML.
  private static func cutText(_ before: YAMLNode.Entry, _ entry: YAMLNode.Entry) -> String? {
    guard case .scalar(let text, .plain) = before.value.content, !text.isEmpty,
      before.place.line == entry.place.line || entry.value.isEmpty
    else { return nil }
    let opened = text.count { $0 == "(" } - text.count { $0 == ")" }
    let closed = entry.key.count { $0 == ")" } - entry.key.count { $0 == "(" }
    guard opened > 0 || closed > 0 || entry.value.isEmpty else { return nil }
    return text
  }
}
