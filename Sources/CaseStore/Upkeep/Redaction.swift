import Casework
import Foundation
import Quantities
import RulePacks

/// What stands where a payload was, without what is to be removed.
struct Redaction {
  /// What is put in the place of a text.
  static let mark = "█"

  /// The replacement, as its JSON text.
  let replacement: String
  /// The texts that were removed, so that what else holds them can be found.
  let removedTexts: [String]

  /// Removes paths from a payload.
  ///
  /// A path names a fact (`contact.name`, `partners[0]` with all below it) wherever the payload has
  /// facts, or else a member of the payload (`note`, `text`, `with`, `inputs.opinion`,
  /// `material.title`). Facts go, and so does the hash of a file; other texts become a mark. The path
  /// `material` stands for the document's title and its file.
  ///
  /// - Throws: `redact.path_unknown` with the paths that the payload does not have;
  ///   `redact.not_possible` where what is left would be no payload of its kind.
  init(_ payload: [UInt8], kind: EventKind, paths: [FactPath]) throws {
    guard let object = try? JSONSerialization.jsonObject(with: Data(payload)) as? [String: Any]
    else { throw Problem("redact.not_possible", ["kind": kind.rawValue]) }
    var eraser = Eraser(paths: paths)
    let left = eraser.erase(object)
    let unknown = Set(paths).subtracting(eraser.found)
    guard unknown.isEmpty else {
      throw Problem(
        "redact.path_unknown", ["paths": unknown.sorted().joined(separator: ", ")])
    }
    let bytes = try JSONSerialization.data(
      withJSONObject: left, options: [.sortedKeys, .withoutEscapingSlashes])
    guard (try? EventPayload(kind: kind, bytes: Array(bytes))) != nil else {
      throw Problem("redact.not_possible", ["kind": kind.rawValue])
    }
    replacement = String(decoding: bytes, as: UTF8.self)
    removedTexts = eraser.removed.filter { $0.count > 1 }
  }

  /// A text as payloads hold it between quotes.
  static func escaped(_ text: String) -> String {
    let bytes = (try? EventCoding.encoder().encode([text])).map(Array.init) ?? []
    return String(decoding: bytes.dropFirst(2).dropLast(2), as: UTF8.self)
  }
}

/// Goes through a payload as JSON and takes out what some paths name.
private struct Eraser {
  /// The members of payloads that hold facts by path.
  private static let factMembers: Set<String> = ["facts", "changes", "sets"]

  let paths: [FactPath]
  var found: Set<FactPath> = []
  var removed: [String] = []

  init(paths: [FactPath]) { self.paths = paths }

  mutating func erase(_ object: [String: Any]) -> [String: Any] {
    var out = object
    for member in Self.factMembers {
      guard let facts = object[member] as? [String: Any] else { continue }
      var left = facts
      for (path, value) in facts {
        guard let named = paths.first(where: { Self.isBelow(path, $0) }) else { continue }
        found.insert(named)
        note(value)
        left[path] = nil
      }
      out[member] = left
    }
    for path in paths where !found.contains(path) || path.hasPrefix("materials[") {
      // The title of a listed document is its fact `file`.
      let own =
        path.hasPrefix("materials[") && path.hasSuffix("].file")
        ? path.dropLast(4) + "title" : path[...]
      let parts = own.split(separator: ".").map(String.init)
      if let changed = mark(out, parts[...]) {
        out = changed
        found.insert(path)
      }
    }
    return out
  }

  /// An object with the text at a path marked; nil where there is none.
  private mutating func mark(_ object: [String: Any], _ path: ArraySlice<String>) -> [String: Any]?
  {
    guard let name = path.first else { return nil }
    if name.hasSuffix("]"), let open = name.lastIndex(of: "["),
      let place = Int(name[name.index(after: open)...].dropLast())
    {
      return mark(object, item: place, of: String(name[..<open]), path.dropFirst())
    }
    guard let value = object[name] else { return nil }
    var out = object
    if path.count > 1 {
      guard let inner = value as? [String: Any], let changed = mark(inner, path.dropFirst()) else {
        return nil
      }
      out[name] = changed
      return out
    }
    note(value)
    if name == "material", var material = value as? [String: Any] {
      for member in ["sha256", "size"] { material[member] = nil }
      if material["title"] != nil { material["title"] = Redaction.mark }
      out[name] = material
    } else if let text = value as? String, name != "sha256" {
      out[name] =
        Self.content(of: text) == nil ? Redaction.mark : Value.text(Redaction.mark).canonical
    } else {
      out[name] = nil
    }
    return out
  }

  /// An object with an item of one of its lists marked.
  private mutating func mark(
    _ object: [String: Any], item place: Int, of name: String, _ path: ArraySlice<String>
  ) -> [String: Any]? {
    guard var items = object[name] as? [[String: Any]], items.indices.contains(place) else {
      return nil
    }
    var item = items[place]
    if path.isEmpty {
      for member in ["sha256", "size"] { item[member] = nil }
      guard let changed = mark(item, ["title"]) else { return nil }
      item = changed
    } else {
      guard let changed = mark(item, path) else { return nil }
      item = changed
    }
    items[place] = item
    var out = object
    out[name] = items
    return out
  }

  private mutating func note(_ value: Any) {
    if let members = value as? [String: Any] { note(members["title"] ?? "") }
    guard let text = value as? String else { return }
    removed.append(Self.content(of: text) ?? text)
  }

  /// What a text value among inputs says; nil for a member that holds its text as it is.
  private static func content(of member: String) -> String? {
    if case .text(let text)? = Value(canonical: member) { return text }
    return nil
  }

  private static func isBelow(_ path: FactPath, _ named: FactPath) -> Bool {
    path == named || path.hasPrefix(named + ".") || path.hasPrefix(named + "[")
  }
}
