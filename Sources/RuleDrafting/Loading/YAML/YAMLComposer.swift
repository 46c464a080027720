import Quantities
import RulePacks
import Yams

/// Turns the text of one file into nodes with places, over Yams' tree.
///
/// Yams stops at the first double key and names only its first place. So that every double key is
/// reported where it stands, the first of two is masked by a private-use character (columns stay)
/// and the file is composed again.
struct YAMLComposer {
  /// What a file came to.
  struct Result {
    /// The tree; nil where the text is no YAML.
    var root: YAMLNode?
    /// What is wrong, by the ending of its code.
    var faults: [Fault] = []
  }

  /// Something wrong with the YAML itself.
  struct Fault {
    /// The ending of the code, such as `duplicate_key`.
    var code: String
    var place: Problem.Place
    var arguments: [String: String] = [:]
  }

  private static let deepest = 200
  private static let firstMask: UInt32 = 0xF0000
  private static let mostMasks = 100
  private static let textTag = "tag:yaml.org,2002:str"

  private var text: YAMLText
  private var masked: [Unicode.Scalar: Unicode.Scalar] = [:]
  private var faults: [Fault] = []

  /// Composes one file.
  static func compose(_ source: SourceFile) -> Result {
    guard let string = String(validating: source.bytes, as: UTF8.self) else {
      return Result(faults: [Fault(code: "encoding", place: invalidPlace(in: source))])
    }
    var composer = YAMLComposer(text: YAMLText(path: source.path, text: string))
    let root = composer.root()
    return Result(root: root, faults: composer.faults)
  }

  private init(text: YAMLText) { self.text = text }

  private mutating func root() -> YAMLNode? {
    if let place = text.tooDeepPlace(limit: Self.deepest) {
      faults.append(Fault(code: "too_deep", place: place))
      return nil
    }
    while true {
      do {
        let parser = try Parser(yaml: text.string, resolver: .basic, encoding: .utf8)
        guard let node = try parser.singleRoot() else {
          faults.append(Fault(code: "empty_file", place: place(line: 1, column: 1)))
          return nil
        }
        // Anchors are weak references that the parser keeps alive.
        return withExtendedLifetime(parser) { converted(node, field: "") }
      } catch YamlError.duplicatedKeysInMapping(_, let context) {
        if mask(context.mark) { continue }
        faults.append(Fault(code: "duplicate_key", place: place(context.mark)))
        return nil
      } catch {
        faults.append(fault(of: error))
        return nil
      }
    }
  }

  // MARK: Double keys

  /// Makes the key at a place another one; false where that cannot be done.
  private mutating func mask(_ mark: Mark) -> Bool {
    guard masked.count < Self.mostMasks,
      var index = text.index(line: mark.line, column: mark.column)
    else { return false }
    if text.scalars[index] == "\"" || text.scalars[index] == "'" { index += 1 }
    guard index < text.scalars.count, text.scalars[index].properties.isXIDContinue,
      let mask = Unicode.Scalar(Self.firstMask + UInt32(masked.count))
    else { return false }
    masked[mask] = text.scalars[index]
    text.replace(at: index, with: mask)
    return true
  }

  private func unmasked(_ key: String) -> String {
    guard !masked.isEmpty, let first = key.unicodeScalars.first, let real = masked[first] else {
      return key
    }
    var view = String.UnicodeScalarView([real])
    view.append(contentsOf: key.unicodeScalars.dropFirst())
    return String(view)
  }

  // MARK: Nodes

  private mutating func converted(_ node: Yams.Node, field: String) -> YAMLNode {
    let start = place(node.mark, field: field)
    if node.anchor != nil {
      faults.append(Fault(code: "anchor", place: start))
      return YAMLNode(content: .scalar("", .plain), place: start, textPlace: start)
    }
    switch node {
    case .scalar(let scalar):
      let tag = "\(scalar.tag)"
      if !tag.isEmpty, tag != Self.textTag {
        faults.append(Fault(code: "tag", place: start, arguments: ["tag": tag]))
      }
      let style = style(of: scalar)
      return YAMLNode(
        content: .scalar(scalar.string, style), place: start,
        textPlace: textPlace(of: style, from: start))
    case .sequence(let sequence):
      var items: [YAMLNode] = []
      for (index, item) in sequence.enumerated() {
        items.append(converted(item, field: "\(field)[\(index)]"))
      }
      return YAMLNode(content: .list(items), place: start, textPlace: start)
    case .mapping(let mapping):
      return YAMLNode(
        content: .map(entries(of: mapping, field: field)), place: start, textPlace: start)
    case .alias:
      faults.append(Fault(code: "anchor", place: start))
      return YAMLNode(content: .scalar("", .plain), place: start, textPlace: start)
    }
  }

  private mutating func entries(of mapping: Yams.Node.Mapping, field: String) -> [YAMLNode.Entry] {
    var entries: [YAMLNode.Entry] = []
    var firstLines: [String: Int] = [:]
    for (keyNode, valueNode) in mapping {
      guard case .scalar(let scalar) = keyNode else {
        faults.append(Fault(code: "key_kind", place: place(keyNode.mark, field: field)))
        continue
      }
      let key = unmasked(scalar.string)
      let path = field.isEmpty ? key : "\(field).\(key)"
      let keyPlace = place(scalar.mark, field: path)
      if let line = firstLines[key] {
        faults.append(
          Fault(
            code: "duplicate_key", place: keyPlace, arguments: ["key": key, "line": "\(line)"]))
        continue
      }
      firstLines[key] = keyPlace.line
      entries.append(
        YAMLNode.Entry(key: key, place: keyPlace, value: converted(valueNode, field: path)))
    }
    return entries
  }

  private func style(of scalar: Yams.Node.Scalar) -> YAMLNode.Style {
    switch scalar.style {
    case .singleQuoted, .doubleQuoted: .quoted
    case .literal: .literal
    case .folded: .folded
    case .plain, .any: .plain
    }
  }

  // MARK: Places

  private func place(line: Int, column: Int, field: String = "") -> Problem.Place {
    Problem.Place(
      file: text.path, line: line, column: column, field: field.isEmpty ? nil : field)
  }

  private func place(_ mark: Mark?, field: String = "") -> Problem.Place {
    guard let mark else { return Problem.Place(file: text.path, field: field) }
    return place(line: mark.line, column: mark.column, field: field)
  }

  private func textPlace(of style: YAMLNode.Style, from start: Problem.Place) -> Problem.Place {
    guard let line = start.line, let column = start.column else { return start }
    var place = start
    switch style {
    case .plain: break
    case .quoted: place.column = column + 1
    case .literal, .folded:
      var content = line + 1
      while content <= text.lineCount, text.indentation(of: content) == nil { content += 1 }
      guard let indentation = text.indentation(of: content) else { return start }
      place.line = content
      place.column = indentation + 1
    }
    return place
  }

  private static func invalidPlace(in source: SourceFile) -> Problem.Place {
    var line = 1
    for part in source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil {
        // The longest valid beginning of the line, at most three bytes before the fault.
        var end = part.startIndex
        for candidate in part.indices
        where String(validating: part[part.startIndex..<candidate], as: UTF8.self) != nil {
          end = candidate
        }
        let column = String(validating: part[part.startIndex..<end], as: UTF8.self) ?? ""
        return Problem.Place(
          file: source.path, line: line, column: column.unicodeScalars.count + 1)
      }
      line += 1
    }
    return Problem.Place(file: source.path)
  }

  private func fault(of error: any Error) -> Fault {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _):
      if text.scalar(line: mark.line, column: mark.column) == "\t" {
        return Fault(code: "tab", place: place(mark))
      }
      // An expression with `years: 3` looks like a map in a map.
      if problem == "mapping values are not allowed in this context" {
        return Fault(code: "colon_in_text", place: place(mark))
      }
      return Fault(code: "syntax", place: place(mark), arguments: ["detail": problem])
    case YamlError.parser(_, let problem, let mark, _):
      return Fault(code: "syntax", place: place(mark), arguments: ["detail": problem])
    case YamlError.composer(_, let problem, let mark, _):
      return Fault(code: "syntax", place: place(mark), arguments: ["detail": problem])
    case YamlError.reader:
      return Fault(
        code: "control_character", place: text.forbiddenPlace ?? place(line: 1, column: 1))
    default:
      return Fault(
        code: "syntax", place: place(line: 1, column: 1), arguments: ["detail": "\(error)"])
    }
  }
}
