import Quantities
import RulePacks

extension ProcedureGraph {
  /// The drawing in the language of Graphviz, for `dot -Tsvg`.
  package var dot: String {
    var lines = [
      "digraph \(Self.quoted(id)) {",
      "  label=\(Self.quoted(Self.titled(label, cites)));",
      "  rankdir=TB; node [shape=box, style=rounded];",
    ]
    for vertex in vertices {
      let title = Self.titled([vertex.label, vertex.owner].compactMap(\.self), vertex.cites)
      var attributes = "label=\(Self.quoted(title))"
      switch vertex.mark {
      case .start: attributes += ", penwidth=2"
      case .stage: break
      case .roster: attributes += ", shape=box, peripheries=2"
      case .end: attributes += ", shape=oval"
      }
      if vertex.isOnSpine { attributes += ", group=spine" }
      lines.append("  \(Self.quoted(vertex.id)) [\(attributes)];")
    }
    for vertex in vertices {
      for edge in vertex.edges {
        let title = Self.titled([edge.label] + edge.notes, edge.cites)
        var attributes = "label=\(Self.quoted(title))"
        if edge.isReturn { attributes += ", style=dashed" }
        if edge.isSilence { attributes += ", style=dotted" }
        lines.append(
          "  \(Self.quoted(vertex.id)) -> \(Self.quoted(edge.to)) [\(attributes)];")
      }
    }
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }

  private static func titled(_ label: String, _ cites: [Citation]) -> String {
    titled([label], cites)
  }

  private static func titled(_ labels: [String], _ cites: [Citation]) -> String {
    (labels + (cites.isEmpty ? [] : [cites.joined(separator: ", ")])).joined(separator: "\n")
  }

  /// A text in quotation marks, line ends as `\n`.
  private static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
    return "\"\(escaped)\""
  }
}
