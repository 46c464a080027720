import Quantities
import RulePacks

/// Reads files of applications: YAML with one or several documents, JSON, JSON lines.
package enum ApplicationFile {
  /// What is asked of a file besides its contents.
  package struct Options: Hashable, Sendable {
    /// Whether it is a roster of centres that exist already.
    package var isRoster: Bool
    /// The batch for applications that name none.
    package var batch: String?

    /// What is asked.
    package init(isRoster: Bool = false, batch: String? = nil) {
      self.isRoster = isRoster
      self.batch = batch
    }
  }

  /// Reads one file of the form `.yaml` or `.json`.
  package static func read(
    _ decoded: TextDecoding.Decoded, form: ImportSource.Form, path: String,
    in context: ImportContext, options: Options = Options()
  ) -> ReadFile {
    let text = SourceText(file: path, bytes: Array(decoded.text.utf8))
    var file = ReadFile(encoding: decoded.encoding)
    if decoded.encoding == .gb18030 {
      file.problems.append(
        Problem(
          "import.encoding.assumed", severity: .warning, at: .init(file: path, line: 1, column: 1),
          ["encoding": decoded.encoding.rawValue]))
    }
    let reader = CentreReader(context: context, text: text, isRoster: options.isRoster)
    let finisher = CentreFinisher(
      context: context, isRoster: options.isRoster, batch: options.batch)
    var count = 0
    let take = { (node: SourceNode) in
      for node in centres(in: node) {
        count += 1
        guard let draft = reader.draft(node, &file.problems) else { continue }
        finisher.finish(draft, into: &file)
      }
    }
    if form == .json {
      let isLines = path.hasSuffix("l") || path.hasSuffix(".ndjson")
      let problems = readJSON(text, isLines: isLines, take)
      file.problems += problems
    } else {
      var problems: [Problem] = []
      for document in YAMLDocuments(decoded.text) {
        if let node = document.node(file: path, &problems) { take(node) }
      }
      file.problems += problems
    }
    if count == 0, file.problems.isEmpty {
      file.problems.append(Problem("import.empty", at: .init(file: path)))
    }
    file.problems = file.problems.inFileOrder
    return file
  }

  /// A list on the top level is one centre an item.
  private static func centres(in node: SourceNode) -> [SourceNode] {
    if case .list(let items) = node.content { return items }
    return [node]
  }

  private static func readJSON(
    _ text: SourceText, isLines: Bool, _ take: (SourceNode) -> Void
  ) -> [Problem] {
    var scanner = JSONScanner(text.bytes)
    var faults: [JSONScanner.Fault] = []
    while true {
      do throws(JSONScanner.Fault) {
        guard let node = try scanner.next() else { break }
        take(node)
      } catch {
        faults.append(error)
        guard isLines else { break }
        scanner.skipLine()
      }
    }
    return (faults + scanner.faults).map { fault in
      Problem(
        "import.json.\(fault.code)", at: text.place(of: .offset(fault.offset)), fault.arguments)
    }
  }
}
