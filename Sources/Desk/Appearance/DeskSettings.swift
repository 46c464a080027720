package import Quantities

/// What the desk remembers from one time to the next: language and theme.
package struct DeskSettings: Hashable, Sendable {
  /// The language.
  package var language: Language?
  /// The name of the theme.
  package var theme: String?

  /// Some settings.
  package init(language: Language?, theme: String?) {
    self.language = language
    self.theme = theme
  }

  /// Reads settings, one `name: value` a line; what cannot be read is left out.
  package init(readingFrom file: String) {
    for line in (SmallFile.text(of: file) ?? "").split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1).map { $0.filter { $0 != " " } }
      guard parts.count == 2 else { continue }
      switch parts[0] {
      case "language": language = Language(rawValue: parts[1])
      case "theme": theme = parts[1]
      default: continue
      }
    }
  }

  /// Writes the settings.
  package func save(to file: String) {
    var text = ""
    if let language { text += "language: \(language.rawValue)\n" }
    if let theme { text += "theme: \(theme)\n" }
    SmallFile.write(Array(text.utf8), to: file)
  }
}
