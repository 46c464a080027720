import Fixtures
import Foundation
import Quantities
import RuleDrafting
import RulePacks
import Testing

@Suite("Procedures drawn as SVG")
struct SVGTests {
  private static var all: [(RulePack, Procedure)] {
    get throws {
      let vocabulary = try Repository.vocabulary()
      return try Repository.packs.flatMap { id in
        let pack = try PackLoader.load(
          Repository.files(under: "data/packs/\(id)"), vocabulary: vocabulary)
        return pack.procedures.map { (pack, $0) }
      }
    }
  }

  @Test("Every procedure names every stage, and every action or what it is cut to")
  func complete() throws {
    for (pack, procedure) in try Self.all {
      let graph = ProcedureGraph(procedure, of: pack, in: .zh)
      let svg = ProcedureGraph.svg([graph])
      #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
      #expect(svg.hasSuffix("</svg>\n"))
      for vertex in graph.vertices {
        #expect(svg.contains(vertex.label.prefix(6)), "\(pack.id) \(vertex.id)")
      }
    }
  }

  @Test("The drawing is well-formed, marks the stage of a case and colours ends by what they are")
  func wellFormed() throws {
    let pack = try SmallPack.load().pack
    let main = try #require(pack.mainProcedure)
    let svg = ProcedureGraph.svg([ProcedureGraph(main, of: pack, in: .en)], at: "deciding")
    let opened = svg.ranges(of: "<text").count
    #expect(opened == svg.ranges(of: "</text>").count)
    #expect(svg.ranges(of: "stroke-width=\"3\"").count == 1)
    // Declined is amber.
    #expect(svg.contains("#b7791f"))
    #expect(!svg.contains("& "))
  }

  @Test("Several procedures stand below one another in one drawing")
  func several() throws {
    let pack = try SmallPack.load().pack
    let graphs = pack.procedures.map { ProcedureGraph($0, of: pack, in: .zh) }
    let svg = ProcedureGraph.svg(graphs)
    #expect(svg.ranges(of: "<svg").count == 1)
    #expect(svg.contains(">建设<") && svg.contains(">年度报告<"))
  }
}
