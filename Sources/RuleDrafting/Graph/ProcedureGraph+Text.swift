import Quantities
import RulePacks

extension ProcedureGraph {
  /// The drawing for a terminal: the ordinary way from top to bottom, the branches below a line.
  ///
  /// `◎` is the start, `○` a stage, `◆` the standing roster, `■` an end; `→` leads on, `↺` stays,
  /// `↩` sends back for correction, `⇒` moves the case in its main procedure. Who has to agree, and
  /// what silence does, stands in brackets. Ids and articles stand
  /// at the end of a line and are cut first.
  ///
  /// - Parameters:
  ///   - width: the columns there are, 40 or more.
  ///   - stage: the stage where a case stands, marked `▣`.
  package func text(width: Int, at stage: String? = nil) -> String {
    let width = max(40, width)
    var lines = [Self.line(label, [id] + Self.articles(cites), width)]
    let spine = vertices.filter(\.isOnSpine)
    for (index, vertex) in spine.enumerated() {
      lines += drawn(vertex, isLast: index == spine.count - 1, width, stage)
    }
    let branches = vertices.filter { !$0.isOnSpine }
    if !branches.isEmpty { lines.append(String(repeating: "┄", count: width)) }
    for vertex in branches { lines += drawn(vertex, isLast: true, width, stage) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What marks the stage where a case stands.
  package static let hereMark = "▣"

  private func drawn(
    _ vertex: Vertex, isLast: Bool, _ width: Int, _ stage: String?
  ) -> [String] {
    let mark = vertex.id == stage ? Self.hereMark : vertex.mark.symbol
    var head = "\(mark) \(vertex.label)"
    if let owner = vertex.owner { head += " · \(owner)" }
    var lines = [Self.line(head, [vertex.id] + Self.articles(vertex.cites), width)]
    let stem = isLast ? " " : "│"
    for (index, edge) in vertex.edges.enumerated() {
      let branch = index == vertex.edges.count - 1 ? "└" : "├"
      lines.append(
        Self.line(
          "\(stem) \(branch) \(edge.label) \(arrow(edge, from: vertex))",
          [edge.id] + Self.articles(edge.cites), width))
    }
    if !isLast { lines.append("▼") }
    return lines
  }

  private func arrow(_ edge: Edge, from vertex: Vertex) -> String {
    var text =
      edge.to == vertex.id ? "↺" : "\(edge.isReturn ? "↩" : "→") \(label(of: edge.to))"
    if let main = edge.movesMainTo { text += " ⇒ \(mainLabels[main] ?? main)" }
    for note in edge.notes { text += " (\(note))" }
    return text
  }

  private static func articles(_ cites: [Citation]) -> [String] {
    cites.isEmpty ? [] : ["[\(cites.joined(separator: ", "))]"]
  }

  /// A line with details at its end, as many of them as there is room for.
  private static func line(_ text: String, _ details: [String], _ width: Int) -> String {
    var line = ColumnWidth.cut(text, to: width)
    for detail in details.reversed() {
      let longer = "\(line)  \(detail)"
      if ColumnWidth.of(longer) <= width { line = longer }
    }
    return line
  }
}

extension ProcedureGraph.Mark {
  /// How the terminal shows it.
  fileprivate var symbol: String {
    switch self {
    case .start: "◎"
    case .stage: "○"
    case .roster: "◆"
    case .end: "■"
    }
  }
}
