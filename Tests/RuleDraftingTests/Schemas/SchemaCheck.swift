import Foundation
import RulePacks

@testable import RuleDrafting

/// A small validator of JSON Schema: as much of draft 2020-12 as the schemas of packs use.
struct SchemaCheck {
  private let root: [String: Any]

  /// Reads a schema.
  init(_ schema: FileSchema) throws {
    let data = Data(schema.text { _ in nil }.utf8)
    root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  /// What does not fit, each as `rule path`.
  func faults(of node: YAMLNode) -> [String] { faults(node, root, "") }

  private func faults(_ node: YAMLNode, _ schema: [String: Any], _ path: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      let name = reference.split(separator: "/").last.map(String.init) ?? ""
      let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any]
      guard let target else { return ["reference \(reference)"] }
      return faults(node, target, path)
    }
    if let kinds = schema["anyOf"] as? [[String: Any]] {
      let found = kinds.map { faults(node, $0, path) }
      if found.contains([]) { return [] }
      // What is of the right type tells more of what is wrong.
      let near = found.filter { !$0.contains("type \(path)") }
      return (near.isEmpty ? found : near).min { $0.count < $1.count } ?? []
    }
    var found: [String] = []
    if let words = schema["enum"] as? [Any] {
      let known = words.map { word in
        (word as? String).map { "s" + $0 } ?? "b\(word as? Bool == true)"
      }
      if !known.contains(Self.scalar(node) ?? "") { found.append("enum \(path)") }
    }
    if let type = schema["type"] {
      let types = type as? [String] ?? [type as? String ?? ""]
      if !types.contains(where: Self.types(of: node).contains) { found.append("type \(path)") }
    }
    if let pattern = schema["pattern"] as? String, let text = node.text,
      (try? Regex(pattern).firstMatch(in: text)) == nil
    {
      found.append("pattern \(path)")
    }
    if let length = schema["minLength"] as? Int, let text = node.text, text.count < length,
      Self.types(of: node) == ["string"]
    {
      found.append("minLength \(path)")
    }
    if let entries = node.entries { found += faults(ofMap: entries, schema, path) }
    if let items = node.items, let kind = schema["items"] as? [String: Any] {
      for (number, item) in items.enumerated() { found += faults(item, kind, "\(path)[\(number)]") }
    }
    return found
  }

  private func faults(
    ofMap entries: [YAMLNode.Entry], _ schema: [String: Any], _ path: String
  ) -> [String] {
    var found: [String] = []
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    for name in schema["required"] as? [String] ?? []
    where !entries.contains(where: { $0.key == name }) {
      found.append("required \(path).\(name)")
    }
    for entry in entries {
      let place = "\(path).\(entry.key)"
      if let property = properties[entry.key] {
        found += faults(entry.value, property, place)
      } else if schema["additionalProperties"] as? Bool == false {
        found.append("additional \(place)")
      } else if let other = schema["additionalProperties"] as? [String: Any] {
        found += faults(entry.value, other, place)
      }
    }
    return found
  }

  /// What YAML's core schema takes a node for.
  private static func types(of node: YAMLNode) -> [String] {
    if node.entries != nil { return ["object"] }
    if node.items != nil { return ["array"] }
    guard case .scalar(let text, .plain) = node.content else { return ["string"] }
    if node.isNull { return ["null"] }
    if text == "true" || text == "false" { return ["boolean"] }
    if text.wholeMatch(of: /[-+]?[0-9]+/) != nil { return ["integer", "number"] }
    if text.wholeMatch(of: /[-+]?[0-9]*\.?[0-9]+([eE][-+]?[0-9]+)?/) != nil { return ["number"] }
    return ["string"]
  }

  private static func scalar(_ node: YAMLNode) -> String? {
    guard let text = node.text else { return nil }
    return types(of: node) == ["boolean"] ? "b\(text == "true")" : "s" + text
  }
}
