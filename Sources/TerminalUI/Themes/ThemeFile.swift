import Yams

extension Theme {
  /// Reads a theme; roles that it leaves out are as in the dark theme.
  ///
  /// - Parameters:
  ///   - text: the YAML.
  ///   - file: its name, for the places of problems.
  package static func read(_ text: String, file: String) throws(ThemeProblems) -> Theme {
    var reader = ThemeReader(file: file)
    let theme = reader.theme(text)
    guard let theme, reader.problems.isEmpty else {
      throw ThemeProblems(problems: reader.problems)
    }
    return theme
  }
}

/// Walks the nodes of a theme file and gathers everything that is wrong.
private struct ThemeReader {
  let file: String
  var problems: [ThemeProblem] = []

  init(file: String) { self.file = file }

  mutating func theme(_ text: String) -> Theme? {
    guard let root = compose(text), let pairs = pairs(of: root) else { return nil }
    var name: String?
    var titles: [String: String] = [:]
    var looks = Role.allCases.map { Theme.dark[$0] }
    for (key, value) in pairs {
      switch key.scalar?.string {
      case "name": name = string(value)
      case "title":
        for (language, title) in self.pairs(of: value) ?? [] {
          if let language = string(language), let title = string(title) {
            titles[language] = title
          }
        }
      case "roles":
        for (key, value) in self.pairs(of: value) ?? [] { role(key, value, into: &looks) }
      default: report(.unknownKey, key, [key.scalar?.string ?? ""])
      }
    }
    guard let name else {
      report(.missingKey, root, ["name"])
      return nil
    }
    return Theme(name: name, titles: titles, looks: looks)
  }

  private mutating func compose(_ text: String) -> Node? {
    do {
      if let node = try Yams.compose(yaml: text) { return node }
      report(.missingKey, nil, ["name"])
    } catch let error as YamlError {
      report(error, in: text)
    } catch {
      report(.syntax, nil, ["\(error)"])
    }
    return nil
  }

  private mutating func report(_ error: YamlError, in text: String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      add(.syntax, line: mark.line, column: mark.column, [problem])
    case .duplicatedKeysInMapping(let duplicates, let context):
      for key in duplicates {
        let place = repeated(key, in: text, from: context.mark.line)
        add(
          .duplicateKey, line: place?.line ?? context.mark.line,
          column: place?.column ?? context.mark.column, [key])
      }
    default: report(.syntax, nil, ["\(error)"])
    }
  }

  /// Where a key stands for the second time; the reader itself only knows where the mapping begins.
  private func repeated(
    _ key: String, in text: String, from start: Int
  ) -> (line: Int, column: Int)? {
    var seen = false
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where index + 1 >= start {
      let indent = line.prefix { $0 == " " }.count
      guard line.dropFirst(indent).hasPrefix(key + ":") else { continue }
      if seen { return (index + 1, indent + 1) }
      seen = true
    }
    return nil
  }

  private mutating func role(_ key: Node, _ value: Node, into looks: inout [RoleLook]) {
    guard let name = string(key), let fields = pairs(of: value) else { return }
    guard let role = Role(name: name) else { return report(.unknownRole, key, [name]) }
    var look = RoleLook()
    for (field, value) in fields {
      switch string(field) {
      case "fg": look.full.foreground = colour(value, upTo: 255)
      case "bg": look.full.background = colour(value, upTo: 255)
      case "fg16": look.basic.foreground = colour(value, upTo: 15)
      case "bg16": look.basic.background = colour(value, upTo: 15)
      case "attr":
        look.full.attributes = attributes(value)
        look.basic.attributes = look.full.attributes
      case "mono": look.mono = attributes(value)
      case let other: report(.unknownKey, field, [other ?? ""])
      }
    }
    looks[Int(role.rawValue)] = look
  }

  private mutating func colour(_ node: Node, upTo greatest: Int) -> UInt8? {
    guard let text = string(node) else { return nil }
    if let number = Int(text), (0...greatest).contains(number) { return UInt8(number) }
    report(.badColour, node, [text, "\(greatest)"])
    return nil
  }

  private mutating func attributes(_ node: Node) -> Attributes {
    guard let text = string(node) else { return [] }
    var result: Attributes = []
    for word in text.split(separator: " ") {
      if let known = Attributes.names.first(where: { $0.0 == word }) {
        result.insert(known.1)
      } else {
        report(.badAttribute, node, [String(word)])
      }
    }
    return result
  }

  private mutating func pairs(of node: Node) -> [(Node, Node)]? {
    if let mapping = node.mapping { return mapping.map { ($0.key, $0.value) } }
    report(.wrongShape, node, ["mapping"])
    return nil
  }

  private mutating func string(_ node: Node) -> String? {
    if let scalar = node.scalar { return scalar.string }
    report(.wrongShape, node, ["text"])
    return nil
  }

  private mutating func report(_ code: ThemeProblem.Code, _ node: Node?, _ arguments: [String]) {
    add(code, line: node?.mark?.line ?? 0, column: node?.mark?.column ?? 0, arguments)
  }

  private mutating func add(
    _ code: ThemeProblem.Code, line: Int, column: Int, _ arguments: [String]
  ) {
    problems.append(
      ThemeProblem(code: code, file: file, line: line, column: column, arguments: arguments))
  }
}
