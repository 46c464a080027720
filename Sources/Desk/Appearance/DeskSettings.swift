package import Quantities
import RuleDrafting
import RulePacks
package import TerminalUI

/// What a person set for the desk: language, theme, widths, borders, keys.
///
/// Kept as a YAML file that people may edit; what the desk writes leaves the rest of it alone.
package struct DeskSettings: Hashable, Sendable {
  /// The language.
  package var language: Language?
  /// The name of the theme.
  package var theme: String?
  /// Whether glyphs of ambiguous width take two columns.
  package var isAmbiguousWide: Bool?
  /// Whether signs and borders stay within ASCII.
  package var isPlain: Bool?
  /// How long a lone Escape waits, in milliseconds.
  package var escapeDelay: Int?
  /// The order of the queue, as commands name it.
  package var sort: String?
  /// Whether the queue has the last first.
  package var isDescending: Bool?
  /// Columns by which the name of a centre is wider in the queue.
  package var nameColumns: Int?
  /// The views of the queue: in which order, and which were put away.
  package var views: ViewArrangement?
  /// Keys by context and action.
  package var keys: [String: [String: [String]]] = [:]
  /// What is wrong with the file.
  package var problems: [Problem] = []

  /// Some settings.
  package init(language: Language? = nil, theme: String? = nil) {
    self.language = language
    self.theme = theme
  }

  /// Reads settings; what cannot be read is left out and named among the problems.
  package init(readingFrom file: String) {
    self.init()
    do {
      guard let bytes = try SmallFile.bytesIfPresent(of: file), !bytes.isEmpty else { return }
      self.init(SourceFile(path: file, bytes: bytes))
    } catch {
      problems = [error]
    }
  }

  /// Reads the text of a file.
  init(_ source: SourceFile) {
    self.init()
    var yaml = YAMLReader(prefix: "pack.yaml")
    guard let node = yaml.document(source) else {
      problems = yaml.problems
      return
    }
    for entry in yaml.entries(node) { read(entry, &yaml) }
    problems = yaml.problems
  }

  private mutating func read(_ entry: YAMLNode.Entry, _ yaml: inout YAMLReader) {
    let value = entry.value
    switch entry.key {
    case "language":
      language = value.text.flatMap(Language.init(rawValue:))
      if language == nil {
        yaml.wrongOption(value.text ?? "", at: value.place, among: ["zh", "en"])
      }
    case "theme": theme = yaml.text(value)
    case "ambiguous_width": isAmbiguousWide = option(value, ["1": false, "2": true], &yaml)
    case "borders": isPlain = option(value, ["lines": false, "ascii": true], &yaml)
    case "sort": sort = yaml.text(value)
    case "order": isDescending = option(value, ["up": false, "down": true], &yaml)
    case "name_column": nameColumns = yaml.integer(value).map { Int(clamping: $0) }
    case "views": views = (views ?? ViewArrangement()).ordered(yaml.texts(value).map(\.text))
    case "hidden_views": views = (views ?? ViewArrangement()).hiding(yaml.texts(value).map(\.text))
    case "escape_delay": escapeDelay = yaml.integer(value).map { Int(clamping: $0) }
    case "keys":
      for context in yaml.entries(value) {
        for action in yaml.entries(context.value) {
          let names =
            action.value.text.map { [$0] } ?? yaml.texts(action.value).map(\.text)
          keys[context.key, default: [:]][action.key] = names
        }
      }
    default:
      yaml.wrongOption(
        entry.key, at: entry.place,
        among: [
          "language", "theme", "ambiguous_width", "borders", "escape_delay", "sort", "order",
          "name_column", "views", "hidden_views", "keys",
        ])
    }
  }

  private func option(
    _ node: YAMLNode, _ options: [String: Bool], _ yaml: inout YAMLReader
  ) -> Bool? {
    if let found = node.text.flatMap({ options[$0] }) { return found }
    yaml.wrongOption(node.text ?? "", at: node.place, among: options.keys.sorted())
    return nil
  }

  /// Writes the settings that are made into a file and leaves its other lines as they are.
  ///
  /// - Throws: `file.unreadable` or `yaml.encoding` where what the file says cannot be kept, and
  ///   `file.unwritable`; it is then as it was.
  package func save(to file: String) throws(Problem) {
    let place = Problem.Place(file: file)
    let bytes = try SmallFile.bytesIfPresent(of: file) ?? []
    guard let before = String(validating: bytes, as: UTF8.self) else {
      throw Problem("yaml.encoding", at: place)
    }
    guard SmallFile.write(Array(merged(into: before).utf8), to: file) else {
      throw Problem("file.unwritable", at: place)
    }
  }

  /// A file's text with the settings that are made.
  func merged(into text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    var values: [(String, String)] = []
    if let language { values.append(("language", language.rawValue)) }
    if let theme { values.append(("theme", theme)) }
    if let isAmbiguousWide { values.append(("ambiguous_width", isAmbiguousWide ? "2" : "1")) }
    if let isPlain { values.append(("borders", isPlain ? "ascii" : "lines")) }
    if let escapeDelay { values.append(("escape_delay", "\(escapeDelay)")) }
    if let sort { values.append(("sort", sort)) }
    if let isDescending { values.append(("order", isDescending ? "down" : "up")) }
    if let nameColumns { values.append(("name_column", "\(nameColumns)")) }
    if let views {
      values.append(("views", "[" + views.order.joined(separator: ", ") + "]"))
      values.append(("hidden_views", "[" + views.hidden.sorted().joined(separator: ", ") + "]"))
    }
    for (name, value) in values.reversed() {
      if let place = lines.firstIndex(where: { $0.hasPrefix(name + ":") }) {
        lines[place] = "\(name): \(value)"
      } else {
        lines.insert("\(name): \(value)", at: 0)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The keymap with these keys, and what is wrong with them.
  package func keymap(
    from standard: Keymap<DeskAction>
  ) -> (keymap: Keymap<DeskAction>, problems: [KeymapProblem]) {
    guard !keys.isEmpty else { return (standard, []) }
    let (keymap, problems) = standard.remapped(keys)
    let before = Set(standard.problems)
    return (keymap, problems + keymap.problems.filter { !before.contains($0) })
  }
}
