import ArgumentParser
import CaseStore
import Quantities
import RulePacks

/// Draws the procedures of a pack.
struct DrawPack: Verb {
  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "画出程序 / Draw the procedures",
    discussion: """
      EXAMPLES
        dossier pack graph qingdao-2024 --procedure establishment
        dossier pack graph qingdao-2024 --dot | dot -Tsvg > establishment.svg
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "规则包或其目录 / The pack or its folder", completion: Completions.packs)
  var id: String

  @Option(help: ArgumentHelp("只画该程序 / This procedure alone", valueName: "id"))
  var procedure: String?

  @Flag(help: "Graphviz 格式 / In the language of Graphviz")
  var dot = false

  func carryOut(_ errand: Errand) throws {
    let pack = try errand.loadPack(id).pack
    let chosen = pack.procedures.filter { procedure == nil || $0.id == procedure }
    guard !chosen.isEmpty else {
      throw UsageProblem(
        "procedure.unknown", zh: "没有程序“\(procedure ?? "")”",
        en: "There is no procedure “\(procedure ?? "")”",
        remedy: (
          zh: "现有：\(pack.procedures.map(\.id).joined(separator: "、"))",
          en: "There are: \(pack.procedures.map(\.id).joined(separator: ", "))"
        ), status: .notFound)
    }
    let graphs = chosen.map { ProcedureGraph($0, of: pack, in: errand.language) }
    if errand.shared.json {
      errand.say(["pack": .text(pack.id), "procedures": .list(graphs.map(Self.json))])
      return
    }
    let width = errand.surroundings.columns > 0 ? errand.surroundings.columns : 100
    errand.say(graphs.map { dot ? $0.dot : $0.text(width: width) })
  }

  private static func json(_ graph: ProcedureGraph) -> JSON {
    [
      "id": .text(graph.id), "label": .text(graph.label),
      "stages": .list(
        graph.vertices.map { vertex in
          [
            "id": .text(vertex.id), "label": .text(vertex.label), "owner": JSON(vertex.owner),
            "cites": .text(vertex.cites.joined(separator: ", ")),
            "actions": .list(
              vertex.edges.map { edge in
                [
                  "id": .text(edge.id), "label": .text(edge.label), "to": .text(edge.to),
                  "cites": .text(edge.cites.joined(separator: ", ")),
                  "returns": .flag(edge.isReturn), "moves_main_to": JSON(edge.movesMainTo),
                ]
              }),
          ]
        }),
    ]
  }
}
