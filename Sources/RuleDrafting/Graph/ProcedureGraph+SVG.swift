import Quantities
import RulePacks

extension ProcedureGraph {
  /// Several procedures as one drawing in SVG, on a light ground.
  ///
  /// Ends are coloured by what they are: green for what was reached, grey for what was withdrawn or
  /// came to nothing, amber for what was declined, red for what was taken away.
  /// - Parameter stage: the stage where a case stands, drawn with a strong border.
  package static func svg(_ graphs: [ProcedureGraph], at stage: String? = nil) -> String {
    var y = 0.0
    var width = 0.0
    var body = ""
    for graph in graphs {
      let drawing = GraphDrawing(graph, top: y, stage: stage)
      body += drawing.text
      y = drawing.bottom
      width = max(width, drawing.width)
    }
    let size = "\(Int(width)) \(Int(y))"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size)" width="\(Int(width))" \
      height="\(Int(y))" font-family="'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei',\
      'PingFang SC','WenQuanYi Zen Hei',sans-serif">
        <defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" \
      markerHeight="8" orient="auto-start-reverse"><path d="M0 1 L9 5 L0 9 z" fill="#52606d"/>\
      </marker></defs>
        <rect width="100%" height="100%" fill="#ffffff"/>
      \(body)</svg>

      """
  }
}

/// One procedure drawn.
private struct GraphDrawing {
  private var writer = SVGWriter()
  private let layout: GraphLayout
  private let stage: String?
  private let left: Double
  /// How wide the drawing is.
  let width: Double
  /// Where the next drawing may begin.
  private(set) var bottom: Double

  var text: String { writer.text }

  private static let labelWidth = 230.0
  private static let chipWidth = 184.0
  private static let laneWidth = 16.0
  private static let grey = "#616e7c"

  init(_ graph: ProcedureGraph, top: Double, stage: String?) {
    layout = GraphLayout(graph, top: top + 64)
    self.stage = stage
    let channel = layout.detours.flatMap(\.labels).map { SVGWriter.width(of: $0, size: 12) }
    let room = layout.detours.isEmpty ? 0 : min(270, (channel.max() ?? 0) + 20)
    left = 28 + room + Double(layout.lanes) * Self.laneWidth
    let hasFurther = layout.layers.contains { $0.branches.contains { !$0.further.isEmpty } }
    let columns = hasFurther ? 2.0 : 1.0
    width = left + GraphLayout.nodeWidth + columns * (Self.labelWidth + Self.chipWidth) + 28
    bottom = layout.height + 40
    let cites = graph.cites.condensed
    writer.label(graph.label, 28, top + 36, size: 20, isStrong: true)
    writer.label(
      "\(graph.id)  \(cites)", 28 + SVGWriter.width(of: graph.label, size: 20, isStrong: true) + 16,
      top + 36,
      size: 12, fill: Self.grey)
    for detour in layout.detours { draw(detour) }
    for (place, layer) in layout.layers.enumerated() { draw(layer, place) }
    drawElsewhere(graph.language)
  }

  private mutating func draw(_ layer: GraphLayout.Layer, _ place: Int) {
    let middle = left + GraphLayout.nodeWidth / 2
    if let onward = layer.onward, layout.layers.indices.contains(place + 1) {
      let start = layer.top + layer.height
      let end = layout.layers[place + 1].top
      writer.arrow([(middle, start), (middle, end)])
      let first = (start + end) / 2 + 4 - Double(onward.count - 1) * 8
      for (index, label) in onward.enumerated() {
        writer.label(label, middle + 8, first + Double(index) * 16, size: 12)
      }
    }
    node(layer.vertex, left, layer.top, layer.height, records: layer.records)
    var y = layer.top
    for branch in layer.branches {
      draw(branch, from: left + GraphLayout.nodeWidth, y)
      y += Double(branch.lines) * GraphLayout.lineHeight
    }
  }

  private mutating func draw(_ branch: GraphLayout.Branch, from x: Double, _ y: Double) {
    let centre = y + GraphLayout.lineHeight / 2
    let target = x + Self.labelWidth
    writer.arrow([(x, centre), (target, centre)], dashed: branch.isReturn)
    caption(branch.labels, x + 8, centre - 5, Self.labelWidth - 20)
    guard branch.isPlaced, branch.target.mark != .end else {
      chip(branch.target, target, y + 4)
      return
    }
    let height = Double(branch.lines) * GraphLayout.lineHeight - 4
    node(branch.target, target, y + 2, height, width: Self.chipWidth, records: [])
    var line = y
    for further in branch.further {
      draw(further, from: target + Self.chipWidth, line)
      line += GraphLayout.lineHeight
    }
  }

  private mutating func draw(_ detour: GraphLayout.Detour) {
    let from = layout.layers[detour.from]
    let to = layout.layers[detour.to]
    let lane = 28 + Double(layout.lanes) * Self.laneWidth
    let x = lane - 8 - Double(detour.lane) * Self.laneWidth
    let exit = from.top + 24 + Double(detour.exit) * 24
    let entry = to.top + to.height - 7 - Double(detour.lane % 5) * 4
    writer.arrow(
      [(left, exit), (x, exit), (x, entry), (left, entry)], dashed: detour.isReturn)
    caption(detour.labels, lane, exit - 4, left - lane - 8)
  }

  private mutating func caption(_ labels: [String], _ x: Double, _ y: Double, _ width: Double) {
    let text = SVGWriter.fitted(labels.joined(separator: " / "), size: 12, width: width)
    writer.label(text, x, y, size: 12)
  }

  private mutating func node(
    _ vertex: ProcedureGraph.Vertex, _ x: Double, _ y: Double, _ height: Double,
    width: Double = GraphLayout.nodeWidth, records: [String]
  ) {
    let isHere = vertex.id == stage
    let paint = Paint(vertex)
    writer.box(
      x, y, width, height, radius: vertex.mark == .end ? height / 2 : 7,
      fill: isHere ? "#fff3c4" : paint.fill, stroke: isHere ? "#b44d12" : paint.stroke,
      strokeWidth: isHere ? 3 : vertex.mark == .start ? 2.2 : 1.2)
    if vertex.mark == .roster {
      writer.box(
        x + 4, y + 4, width - 8, height - 8, radius: 5, fill: "none", stroke: paint.stroke)
    }
    let small = [vertex.owner, vertex.cites.isEmpty ? nil : vertex.cites.condensed]
      .compactMap(\.self).joined(separator: " · ")
    let block = small.isEmpty || height < 44 ? 0.0 : 17.0
    let first = y + (height - block - Double(records.count) * 17) / 2 + 5
    writer.label(
      SVGWriter.fitted(vertex.label, size: 14, width: width - 10, isStrong: true), x + width / 2,
      first, size: 14,
      anchor: .middle, isStrong: true)
    if block > 0 {
      writer.label(
        SVGWriter.fitted(small, size: 11, width: width - 12), x + width / 2, first + 17, size: 11,
        fill: Self.grey, anchor: .middle)
    }
    for (index, record) in records.enumerated() {
      writer.label(
        "↺ " + SVGWriter.fitted(record, size: 11, width: width - 30), x + width / 2,
        first + block + 17 * Double(index + 1), size: 11, fill: Self.grey, anchor: .middle)
    }
  }

  /// An end, or the name of a stage that stands elsewhere in the drawing.
  private mutating func chip(_ vertex: ProcedureGraph.Vertex, _ x: Double, _ y: Double) {
    let height = GraphLayout.lineHeight - 8
    let paint = Paint(vertex)
    let isEnd = vertex.mark == .end
    writer.box(
      x, y, Self.chipWidth, height, radius: isEnd ? height / 2 : 5,
      fill: isEnd ? paint.fill : "#ffffff", stroke: paint.stroke, dashed: !isEnd)
    writer.label(
      SVGWriter.fitted(
        (isEnd ? "" : "→ ") + vertex.label, size: 13, width: Self.chipWidth - 14),
      x + Self.chipWidth / 2, y + height / 2 + 5, size: 13, fill: paint.ink, anchor: .middle)
  }

  /// Ends to which other procedures move the case.
  private mutating func drawElsewhere(_ language: Language) {
    guard !layout.elsewhere.isEmpty else { return }
    let title = Bilingual(zh: "由其他程序转入：", en: "Reached from other procedures:")
    writer.label(title[language], left, bottom, size: 12, fill: Self.grey)
    var x = left
    var y = bottom + 10
    for vertex in layout.elsewhere {
      if x + Self.chipWidth > width - 20 {
        x = left
        y += GraphLayout.lineHeight
      }
      chip(vertex, x, y)
      x += Self.chipWidth + 14
    }
    bottom = y + GraphLayout.lineHeight + 24
  }

  /// The colours of a stage.
  private struct Paint {
    let fill: String
    let stroke: String
    let ink: String

    init(_ vertex: ProcedureGraph.Vertex) {
      switch vertex.ends {
      case .completed, .upgraded: (fill, stroke, ink) = ("#e3f9e5", "#207227", "#0f5132")
      case .declined, .refused: (fill, stroke, ink) = ("#fff3e0", "#b7791f", "#7b4a00")
      case .revoked, .disqualified, .delisted, .preparationCancelled:
        (fill, stroke, ink) = ("#ffe3e3", "#ab091e", "#7a0916")
      case .withdrawn, .withdrewVoluntarily, .discontinued:
        (fill, stroke, ink) = ("#f0f2f4", "#7b8794", "#3e4c59")
      case nil:
        (fill, stroke, ink) =
          vertex.mark == .roster
          ? ("#e3f9e5", "#207227", "#0f5132") : ("#eaf2fb", "#2b6cb0", "#1f2933")
      }
    }
  }
}
