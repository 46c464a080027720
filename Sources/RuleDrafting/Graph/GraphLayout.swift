import Quantities
import RulePacks

/// Where the parts of a drawing stand.
///
/// The ordinary way runs from top to bottom, a layer a stage. What leads back or skips stages runs
/// in a channel at the left; stages beside the way and ends stand at the right of the stage that
/// leads there, an end once at each such stage, so that no line crosses another's label.
struct GraphLayout {
  typealias Vertex = ProcedureGraph.Vertex
  typealias Edge = ProcedureGraph.Edge

  /// A line from a stage to what stands at its right.
  struct Branch {
    var labels: [String]
    var target: Vertex
    var isReturn: Bool
    /// The lines that lead on from a stage beside the way.
    var further: [Branch]
    /// Whether the target stands here, or is only named.
    var isPlaced: Bool

    var lines: Int { max(1, further.count) }
  }

  /// A line in the channel at the left.
  struct Detour {
    var labels: [String]
    var from: Int
    var to: Int
    var isReturn: Bool
    var lane = 0
    /// Which of the lines that leave the stage it is.
    var exit = 0
  }

  /// One layer.
  struct Layer {
    var vertex: Vertex
    /// What leads to the next layer; nil where nothing does.
    var onward: [String]?
    var branches: [Branch] = []
    /// What is recorded without moving.
    var records: [String] = []
    var exits = 0
    var top = 0.0
    var height = 0.0
  }

  private(set) var layers: [Layer] = []
  private(set) var detours: [Detour] = []
  /// Ends that only other procedures lead to.
  private(set) var elsewhere: [Vertex] = []
  private(set) var lanes = 0
  private(set) var height = 0.0

  static let nodeWidth = 200.0
  static let lineHeight = 34.0
  static let gap = 46.0

  init(_ graph: ProcedureGraph, top: Double) {
    let byID = Dictionary(graph.vertices.map { ($0.id, $0) }) { first, _ in first }
    var ways = graph.vertices.filter { $0.isOnSpine }
    var placed = Set(ways.map(\.id))
    // A stage beside the way belongs to the first stage that leads to it.
    var owner: [String: String] = [:]
    for vertex in ways {
      for edge in vertex.edges {
        guard let target = byID[edge.to], !target.isOnSpine, target.mark != .end else { continue }
        if owner[target.id] == nil { owner[target.id] = vertex.id }
        placed.insert(target.id)
      }
    }
    // What nothing on the way leads to stands below it.
    ways += graph.vertices.filter {
      !$0.isOnSpine && $0.mark != .end && !placed.contains($0.id)
    }
    let index = Dictionary(ways.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var named: Set<String> = []
    for (place, vertex) in ways.enumerated() {
      var layer = Layer(vertex: vertex)
      for (target, edges) in Self.grouped(vertex.edges) {
        let labels = edges.map(\.title)
        if target == vertex.id {
          layer.records += labels
        } else if let other = index[target] {
          if other == place + 1, vertex.isOnSpine {
            layer.onward = labels
          } else {
            for edge in edges {
              detours.append(
                Detour(
                  labels: [edge.title], from: place, to: other, isReturn: edge.isReturn,
                  exit: layer.exits))
              layer.exits += 1
            }
          }
        } else if let target = byID[target] {
          named.insert(target.id)
          guard owner[target.id] == vertex.id else {
            layer.branches += edges.map { Self.branch($0, to: target) }
            continue
          }
          layer.branches.append(
            Branch(
              labels: labels, target: target, isReturn: edges.contains(where: \.isReturn),
              further: target.edges.compactMap { edge in
                byID[edge.to].map { Self.branch(edge, to: $0) }
              }, isPlaced: true))
          named.formUnion(target.edges.map(\.to))
        }
      }
      layer.branches.sort { ($0.isPlaced ? 0 : 1) < ($1.isPlaced ? 0 : 1) }
      layers.append(layer)
    }
    elsewhere = graph.vertices.filter {
      $0.mark == .end && !named.contains($0.id) && index[$0.id] == nil
    }
    stack(from: top)
    allotLanes()
  }

  private mutating func stack(from top: Double) {
    var y = top
    for place in layers.indices {
      let lines = layers[place].branches.reduce(0) { $0 + $1.lines }
      let records = Double(layers[place].records.count) * 17
      let exits = 20 + Double(layers[place].exits) * 24
      layers[place].top = y
      layers[place].height = max(
        52 + records, max(exits, Double(lines) * Self.lineHeight))
      height = y + layers[place].height
      // What leads on is named in the gap, a line each.
      y = height + max(Self.gap, 22 + 16 * Double(layers[place].onward?.count ?? 0))
    }
  }

  /// Lines of the channel that run side by side get lanes of their own, short ones further in.
  private mutating func allotLanes() {
    var ends: [[ClosedRange<Int>]] = []
    let order = detours.indices.sorted {
      abs(detours[$0].from - detours[$0].to) < abs(detours[$1].from - detours[$1].to)
    }
    for place in order {
      let detour = detours[place]
      let span = min(detour.from, detour.to)...max(detour.from, detour.to)
      let lane = ends.firstIndex { $0.allSatisfy { !$0.overlaps(span) } } ?? ends.count
      if lane == ends.count { ends.append([]) }
      ends[lane].append(span)
      detours[place].lane = lane
    }
    lanes = ends.count
  }

  private static func branch(_ edge: Edge, to target: Vertex) -> Branch {
    Branch(
      labels: [edge.title], target: target, isReturn: edge.isReturn, further: [],
      isPlaced: false)
  }

  /// Actions by what they lead to, in the order of the pack.
  private static func grouped(_ edges: [Edge]) -> [(target: String, edges: [Edge])] {
    var order: [String] = []
    var groups: [String: [Edge]] = [:]
    for edge in edges {
      if groups[edge.to] == nil { order.append(edge.to) }
      groups[edge.to, default: []].append(edge)
    }
    return order.map { ($0, groups[$0] ?? []) }
  }
}

extension ProcedureGraph.Edge {
  /// The label with its terms and articles, as short as can be.
  var title: String {
    ([label] + notes.map { "(\($0))" } + (cites.isEmpty ? [] : [cites.condensed]))
      .joined(separator: " ")
  }
}

extension [Citation] {
  /// Items of one article in one piece, and no more than three pieces: `18.1–6, 4.2`.
  var condensed: String {
    var order: [String] = []
    var items: [String: [Int]] = [:]
    for key in self {
      let parts = key.split(separator: ".")
      guard parts.count == 2, let item = Int(parts[1]) else {
        order.append(key)
        continue
      }
      let article = String(parts[0])
      if items[article] == nil { order.append(article) }
      items[article, default: []].append(item)
    }
    let pieces = order.map { article -> String in
      guard let found = items[article]?.sorted(), let first = found.first, let last = found.last
      else { return article }
      if found.count == 1 { return "\(article).\(first)" }
      if last - first == found.count - 1 { return "\(article).\(first)–\(last)" }
      return "\(article)." + found.map(String.init).joined(separator: "/")
    }
    return pieces.prefix(3).joined(separator: ", ") + (pieces.count > 3 ? " …" : "")
  }
}
