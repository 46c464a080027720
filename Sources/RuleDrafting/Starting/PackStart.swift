/// The first files of a new pack: those of another one, with a name of their own.
package struct PackStart: Hashable, Sendable {
  /// The id of the new pack.
  package var id: String
  /// The title in Chinese; nil for the one that is there.
  package var title: String?
  /// The title in English; nil for the one that is there.
  package var englishTitle: String?
  /// The division code of the city; nil for the one that is there.
  package var city: String?
  /// The prefix of case numbers; nil for the one that is there.
  package var prefix: String?

  /// A start with an id.
  package init(
    id: String, title: String? = nil, englishTitle: String? = nil, city: String? = nil,
    prefix: String? = nil
  ) {
    self.id = id
    self.title = title
    self.englishTitle = englishTitle
    self.city = city
    self.prefix = prefix
  }

  /// The small pack of a page for writers: its blocks of YAML whose first line is a comment with a
  /// path, such as `# example-2026/pack.yaml`.
  package static func example(in page: String) -> [SourceFile] {
    var files: [SourceFile] = []
    var rest = page[...]
    while let opening = rest.firstRange(of: "```yaml\n# ") {
      rest = rest[opening.upperBound...]
      guard let closing = rest.firstRange(of: "```") else { break }
      let block = rest[..<closing.lowerBound]
      rest = rest[closing.upperBound...]
      guard let line = block.firstIndex(of: "\n") else { continue }
      let path = String(block[..<line])
      guard path.contains("/"), path.hasSuffix(".yaml") else { continue }
      files.append(SourceFile(path: path, text: String(block[block.index(after: line)...])))
    }
    return files
  }

  /// The files of the new pack, under paths within its folder.
  ///
  /// - Parameters:
  ///   - files: the files of the other pack.
  ///   - folder: what the paths of those files begin with.
  package func files(from files: [SourceFile], in folder: String) -> [SourceFile] {
    files.map { file in
      var path = file.path
      if path.hasPrefix(folder + "/") { path.removeFirst(folder.count + 1) }
      let text = String(decoding: file.bytes, as: UTF8.self)
      return SourceFile(path: "\(id)/\(path)", text: path == "pack.yaml" ? renamed(text) : text)
    }
  }

  /// `pack.yaml` with what the new pack says of itself; only lines at the margin are looked at.
  private func renamed(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      let key = line.prefix { $0 != ":" }
      switch key {
      case "id": return "id: \(id)"
      case "city": return city.map { "city: \"\($0)\"" } ?? String(line)
      case "case_number_prefix": return prefix.map { "case_number_prefix: \($0)" } ?? String(line)
      case "title": return self.titleLine(line)
      default: return String(line)
      }
    }.joined(separator: "\n")
  }

  private func titleLine(_ line: Substring) -> String {
    guard title != nil || englishTitle != nil else { return String(line) }
    var yaml = YAMLReader(prefix: "pack.yaml")
    let node = yaml.document(SourceFile(path: "title", text: String(line)))?["title"]
    let zh = title ?? node?["zh"]?.text ?? ""
    let en = englishTitle ?? node?["en"]?.text ?? ""
    return "title: { zh: \(Self.quoted(zh)), en: \(Self.quoted(en)) }"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
