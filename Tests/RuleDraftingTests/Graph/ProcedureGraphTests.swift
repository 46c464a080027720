import Quantities
import RulePacks
@testable import RuleDrafting
import Testing

@Suite("Procedures drawn")
struct ProcedureGraphTests {
  private func graph(_ procedure: String, _ language: Language) throws -> ProcedureGraph {
    let pack = try SmallPack.load().pack
    return ProcedureGraph(try #require(pack.procedure(procedure)), of: pack, in: language)
  }

  @Test("The ordinary way runs down, branches stand below a line")
  func text() throws {
    let drawn = try graph("establishment", .zh).text(width: 48)
    #expect(
      drawn == """
        建设  [3]  establishment
        ◎ 申报 · 依托单位  [3]  applying
        │ └ 提交 → 审批  [3]  submit
        ▼
        ○ 审批 · 局  [3]  deciding
        │ ├ 批准 → 在册  [3]  approve
        │ ├ 不批准 → 未批准  [3]  refuse
        │ └ 退回 ↩ 申报  [3]  return_for_correction
        ▼
        ◆ 在册 · 依托单位  [3]  roster
        ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄
        ■ 未批准  declined

        """)
  }

  @Test("A move in the main procedure is shown, in English too")
  func moves() throws {
    let drawn = try graph("report", .en).text(width: 60)
    #expect(drawn.contains("│ └ Revoke → Received ⇒ Declined  [5]  revoke\n"))
  }

  @Test("No line is wider than asked for, Chinese counted double", arguments: [40, 48, 80])
  func width(width: Int) throws {
    for procedure in ["establishment", "report"] {
      for line in try graph(procedure, .zh).text(width: width).split(separator: "\n") {
        #expect(ColumnWidth.of(String(line)) <= width)
      }
    }
  }

  @Test("A label that is too long is cut with an ellipsis")
  func cut() {
    #expect(ColumnWidth.of("青岛ab") == 6)
    #expect(ColumnWidth.cut("青岛市", to: 6) == "青岛市")
    #expect(ColumnWidth.cut("青岛市科技局", to: 6) == "青岛…")
  }

  @Test("Graphviz gets every stage and action, with quotation marks escaped")
  func dot() throws {
    let pack = try SmallPack.load(
      "procedures/establishment.yaml", replacing: "en: Submit", with: "en: 'Submit \"it\"'"
    ).pack
    let main = try #require(pack.mainProcedure)
    let dot = ProcedureGraph(main, of: pack, in: .en).dot
    #expect(dot.hasPrefix("digraph \"establishment\" {\n"))
    #expect(dot.hasSuffix("}\n"))
    #expect(dot.contains("  \"applying\" -> \"deciding\" [label=\"Submit \\\"it\\\"\\n3\"];\n"))
    #expect(dot.contains("\"declined\" [label=\"Declined\", shape=oval];"))
    #expect(dot.contains("\"deciding\" -> \"applying\" [label=\"Return\\n3\", style=dashed];"))
  }

  @Test("Who has to agree and what silence does is drawn in every form")
  func terms() throws {
    let pack = try SmallPack.load().pack
    var main = try #require(pack.mainProcedure)
    let place = try #require(main.stages.firstIndex { $0.id == "deciding" })
    main.stages[place].actions[0].terms = ActionTerms(isSilence: true)
    main.stages[place].actions[2].terms = ActionTerms(agreedBy: ["bureau", "host"])
    let (zh, en) = (
      ProcedureGraph(main, of: pack, in: .zh), ProcedureGraph(main, of: pack, in: .en)
    )
    #expect(zh.text(width: 80).contains("退回 ↩ 申报 (局、依托单位一致)"))
    #expect(en.text(width: 80).contains("Approve → On the roster (by silence)"))
    #expect(en.dot.contains("[label=\"Approve\\nby silence\\n3\", style=dotted];"))
    #expect(en.dot.contains("label=\"Return\\nby Bureau and Host\\n3\", style=dashed"))
    #expect(ProcedureGraph.svg([zh]).contains("批准 (逾期视为同意) 3"))
  }
}
