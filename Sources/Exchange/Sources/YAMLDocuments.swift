import Quantities
import RuleDrafting
import RulePacks

/// The documents of a YAML file, each with the line on which it begins.
///
/// A line that begins with `---` or `...` always parts documents, whatever stands around it (YAML
/// 1.2, 9.1.2), so that each document is composed alone and a broken one does not hide the others.
struct YAMLDocuments: Sequence {
  /// One document.
  struct Document {
    /// The text between two marks.
    let text: Substring
    /// How many lines of the file stand before it.
    let linesBefore: Int
  }

  private let documents: [Document]

  /// Parts a text.
  init(_ text: String) {
    var documents: [Document] = []
    let utf8 = text.utf8
    var start = utf8.startIndex
    var lineStart = utf8.startIndex
    var line = 0
    var firstLine = 0
    func close(before end: String.Index) {
      let body = text[start..<end]
      let isBlank = Self.isBlank(body.utf8)
      if !isBlank { documents.append(Document(text: body, linesBefore: firstLine)) }
    }
    while lineStart < utf8.endIndex {
      let end = utf8[lineStart...].firstIndex(of: 0x0A).map { utf8.index(after: $0) }
      let next = end ?? utf8.endIndex
      if Self.isMark(utf8[lineStart..<next]) {
        close(before: lineStart)
        start = next
        firstLine = line + 1
      }
      lineStart = next
      line += 1
    }
    close(before: utf8.endIndex)
    self.documents = documents
  }

  func makeIterator() -> IndexingIterator<[Document]> { documents.makeIterator() }

  /// Whether there is nothing but blanks, comments and directives.
  private static func isBlank(_ body: Substring.UTF8View) -> Bool {
    var isHead = true
    var isComment = false
    for byte in body {
      switch byte {
      case 0x0A, 0x0D: (isHead, isComment) = (true, false)
      case 0x20, 0x09: continue
      case UInt8(ascii: "#"), UInt8(ascii: "%"):
        if isHead { isComment = true }
        fallthrough
      default:
        guard isComment else { return false }
        isHead = false
      }
    }
    return true
  }

  private static func isMark(_ line: Substring.UTF8View) -> Bool {
    let mark = line.prefix(3)
    guard mark.elementsEqual("---".utf8) || mark.elementsEqual("...".utf8) else { return false }
    return line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x0A || $0 == 0x09 }
  }
}

extension YAMLDocuments.Document {
  /// The tree of the document; problems have the places of the whole file.
  func node(file: String, _ problems: inout [Problem]) -> SourceNode? {
    var yaml = YAMLReader(prefix: "import.yaml")
    let root = yaml.document(SourceFile(path: file, text: String(text)))
    problems += yaml.problems.map { problem in
      var problem = problem
      problem.place.line = problem.place.line.map { $0 + linesBefore }
      return problem
    }
    return root.map(converted)
  }

  private func converted(_ node: YAMLNode) -> SourceNode {
    let mark = mark(of: node.place)
    if node.isNull { return SourceNode(content: .null, mark: mark) }
    switch node.content {
    case .scalar(let text, _): return SourceNode(content: .text(text), mark: mark)
    case .list(let items): return SourceNode(content: .list(items.map(converted)), mark: mark)
    case .map(let entries):
      let converted = entries.map { entry in
        SourceNode.Entry(
          key: entry.key, mark: self.mark(of: entry.place), value: self.converted(entry.value))
      }
      return SourceNode(content: .map(converted), mark: mark)
    }
  }

  private func mark(of place: Problem.Place) -> Mark {
    .at(line: (place.line ?? 1) + linesBefore, column: place.column ?? 1)
  }
}
