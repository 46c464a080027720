import ArgumentParser
import CaseStore
import Quantities
import RuleDrafting
import RulePacks

/// Draws the procedures of a pack.
struct DrawPack: Verb {
  /// How a drawing is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case svg
    case dot
  }

  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "画出程序 / Draw the procedures",
    discussion: """
      EXAMPLES
        dossier pack graph qingdao-2024 establishment
        dossier pack graph qingdao-2024 establishment --format svg > establishment.svg
        dossier pack graph qingdao-2024 --format dot | dot -Tsvg > all.svg
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "规则包或其目录 / The pack or its folder", completion: Completions.packs)
  var id: String

  @Argument(help: ArgumentHelp("只画该程序 / This procedure alone", valueName: "procedure"))
  var chosen: String?

  @Option(help: ArgumentHelp("同上 / The same as an option", valueName: "id"))
  var procedure: String?

  @Option(help: ArgumentHelp("格式 / The format", valueName: "text|svg|dot"))
  var format = Format.text

  @Flag(help: ArgumentHelp("同 --format dot / The same as --format dot", visibility: .hidden))
  var dot = false

  func carryOut(_ errand: Errand) throws {
    let pack = try errand.loadPack(id).pack
    let wanted = chosen ?? procedure
    let procedures = pack.procedures.filter { wanted == nil || $0.id == wanted }
    guard !procedures.isEmpty else {
      throw UsageProblem(
        "procedure.unknown", zh: "没有程序“\(wanted ?? "")”",
        en: "There is no procedure “\(wanted ?? "")”",
        remedy: (
          zh: "现有：\(pack.procedures.map(\.id).joined(separator: "、"))",
          en: "There are: \(pack.procedures.map(\.id).joined(separator: ", "))"
        ), status: .notFound)
    }
    let graphs = procedures.map { ProcedureGraph($0, of: pack, in: errand.language) }
    if errand.shared.json {
      errand.say(["pack": .text(pack.id), "procedures": .list(graphs.map(Self.json))])
      return
    }
    let width = errand.surroundings.columns > 0 ? errand.surroundings.columns : 100
    switch dot ? .dot : format {
    case .text: errand.say(graphs.map { $0.text(width: width) })
    case .dot: errand.say(graphs.map(\.dot))
    case .svg: errand.say(ProcedureGraph.svg(graphs))
    }
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
