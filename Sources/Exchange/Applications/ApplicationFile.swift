import CaseStore
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
    let parts =
      form == .json
      ? readJSON(text, path, reader, finisher)
      : readYAML(decoded.text, path, reader, finisher)
    var count = 0
    for part in parts {
      count += part.count
      file.arriving += part.file.arriving
      file.problems += part.file.problems
    }
    file.problems += parts.flatMap(\.faults)
    if count == 0, file.problems.isEmpty {
      file.problems.append(Problem("import.empty", at: .init(file: path)))
    }
    file.problems = file.problems.inFileOrder
    return file
  }

  /// What came of a part of a file.
  private struct Part: Sendable {
    var count = 0
    var file = ReadFile()
    /// What is wrong with its outer form.
    var faults: [Problem] = []

    /// Reads centres.
    mutating func take(
      _ nodes: some Sequence<SourceNode>, _ reader: CentreReader, _ finisher: CentreFinisher
    ) {
      for node in nodes {
        count += 1
        guard let draft = reader.draft(node, &file.problems) else { continue }
        finisher.finish(draft, into: &file)
      }
    }
  }

  /// A list on the top level is one centre an item.
  private static func centres(in node: SourceNode) -> [SourceNode] {
    if case .list(let items) = node.content { return items }
    return [node]
  }

  private static func readYAML(
    _ text: String, _ path: String, _ reader: CentreReader, _ finisher: CentreFinisher
  ) -> [Part] {
    inParts(Array(YAMLDocuments(text)), of: 32) { documents in
      var part = Part()
      for document in documents {
        guard let node = document.node(file: path, &part.faults) else { continue }
        part.take(centres(in: node), reader, finisher)
      }
      return part
    }
  }

  private static func readJSON(
    _ text: SourceText, _ path: String, _ reader: CentreReader, _ finisher: CentreFinisher
  ) -> [Part] {
    let isLines = path.hasSuffix("l") || path.hasSuffix(".ndjson")
    if isLines, let parts = readLines(text, reader, finisher) { return parts }
    var scanner = JSONScanner(text.bytes)
    var faults: [JSONScanner.Fault] = []
    var nodes: [SourceNode] = []
    while true {
      do throws(JSONScanner.Fault) {
        guard let node = try scanner.next() else { break }
        nodes += centres(in: node)
      } catch {
        faults.append(error)
        guard isLines else { break }
        scanner.skipLine()
      }
    }
    let problems = (faults + scanner.faults).map { fault in
      Problem(
        "import.json.\(fault.code)", at: text.place(of: .offset(fault.offset)), fault.arguments)
    }
    let parts = inParts(nodes) { nodes in
      var part = Part()
      part.take(nodes, reader, finisher)
      return part
    }
    return parts + [Part(faults: problems)]
  }

  /// Reads a file with one value a line on every core; nil where some value is not of that form, or
  /// is not read without a fault.
  private static func readLines(
    _ text: SourceText, _ reader: CentreReader, _ finisher: CentreFinisher
  ) -> [Part]? {
    let found = inParts(text.parts(of: 128 << 10), of: 1) { ranges -> Part? in
      var part = Part()
      for range in ranges {
        var scanner = JSONScanner(text.bytes, in: range)
        do throws(JSONScanner.Fault) {
          while let node = try scanner.next() { part.take(centres(in: node), reader, finisher) }
        } catch {
          return nil
        }
        guard scanner.faults.isEmpty else { return nil }
      }
      return part
    }
    let parts = found.compactMap { $0 }
    return parts.count == found.count ? parts : nil
  }
}
