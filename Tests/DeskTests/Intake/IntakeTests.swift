import CaseStore
import Casework
import Foundation
import Quantities
import RulePacks
import TerminalUI
import Testing

@testable import Desk

@Suite("Intake at the desk")
struct IntakeTests {
  @Test("An application typed in becomes a case with a number")
  func newCase() throws {
    let bench = try FormBench()
    bench.runner.send(.input(.key(.character("N"))))
    if !(bench.runner.state.top is FactsPane) { bench.open(NewCasePane()) }
    let pane = try #require(bench.form)
    #expect(pane.form?.isShort == true)
    for (query, text) in [
      ("中心名称", "青岛市新材料技术创新中心"), ("依托单位名称", "新材（虚构）有限公司"),
    ] {
      bench.press("f3")
      bench.type(query)
      bench.press("enter")
      bench.type(text)
      bench.press("esc")
    }
    let before = try bench.store.office().version
    bench.press("ctrl-s", "ctrl-s")
    #expect(try bench.store.office().version == before)
    let page = try bench.store.total(
      of: QueueQuery(view: .all), for: bench.runner.state.circumstances.viewer)
    #expect(page == 2)
  }

  @Test("A file is shown before it is brought in, and written when confirmed")
  func importing() throws {
    let bench = try FormBench()
    bench.open(ImportPane())
    bench.type(FormBench.root + "/data/samples/qingdao-univ")
    bench.press("tab")
    bench.press("enter")
    #expect(bench.screen.contains("将导入 1 件"))
    let query = QueueQuery(view: .all)
    let viewer = bench.runner.state.circumstances.viewer
    #expect(try bench.store.total(of: query, for: viewer) == 1)
    bench.press("enter")
    #expect(try bench.store.total(of: query, for: viewer) == 2)
  }

  @Test("What is missing is said with the titles of the conditions that need it")
  func missing() throws {
    let bench = try FormBench()
    bench.open(ImportPane())
    bench.type(FormBench.root + "/data/samples/qingdao-institution.yaml")
    bench.press("enter")
    #expect(bench.screen.contains("将导入 1 件"))
    #expect(bench.screen.contains("将无法核查"))
    #expect(bench.screen.contains("具有独立法人资格"))
    #expect(!bench.screen.contains("legal-person"))
  }

  @Test("A file with errors names them by place and brings nothing in")
  func broken() throws {
    let bench = try FormBench()
    let file = bench.folder + "/bad.yaml"
    try "pack: qingdao-2024\nname: 青岛市某技术创新中心\nhost: { credit_code: 123 }\n"
      .write(toFile: file, atomically: true, encoding: .utf8)
    bench.open(ImportPane())
    bench.type(file)
    bench.press("enter")
    #expect(bench.screen.contains("不能导入"))
    #expect(bench.screen.contains("bad.yaml:3"))
  }

  @Test("A paper is put on file with its seal and date")
  func attaching() throws {
    let bench = try FormBench()
    let folder = try bench.caseFolder()
    let kind = try #require(folder.pack.materials.first?.kind)
    bench.open(AttachPane(folder, kind: kind))
    bench.press("tab", "tab")
    bench.type("申报书（纸质）")
    bench.press("ctrl-s")
    let material = try #require(try bench.caseFolder().state.materials.last)
    #expect(material.kind == kind)
    #expect(material.title == "申报书（纸质）")
    #expect(material.received == FormBench.today)
  }

  @Test("A table is read by the column map that was chosen, and without it by its headers")
  func columnMap() throws {
    let bench = try FormBench()
    try """
    名字,单位,代码,部门
    青岛市膜分离技术创新中心,膜科（虚构）有限公司,91370211MA0000A27G,qd-laoshan
    """.write(toFile: bench.folder + "/list.csv", atomically: true, encoding: .utf8)
    try """
    pack: qingdao-2024
    columns: { 名字: name, 单位: host.name, 代码: host.credit_code, 部门: department }
    """.write(toFile: bench.folder + "/columns.yaml", atomically: true, encoding: .utf8)
    bench.open(ImportPane())
    bench.type(bench.folder + "/list.csv")
    bench.press("enter")
    #expect(bench.screen.contains("不能导入"))
    bench.press("f6")
    bench.type("columns.yaml")
    bench.press("enter")
    #expect(bench.screen.contains("将导入 1 件"))
    #expect(bench.screen.contains("columns.yaml"))
    bench.press("f6")
    #expect(bench.screen.contains("不能导入"))
  }

  @Test("The pack for what names none is one of the office's own")
  func pack() throws {
    let bench = try FormBench()
    bench.open(ImportPane())
    #expect(bench.screen.contains("文件自带"))
    bench.press("f4")
    #expect(bench.screen.contains("规则包 青岛市技术创新中心"))
    bench.press("f4")
    #expect(bench.screen.contains("文件自带"))
  }

  @Test("A wrong check character shows while the code is typed")
  func creditCode() throws {
    let bench = try FormBench(rows: 40, columns: 120)
    bench.open(FactsPane(try bench.caseFolder()))
    bench.press("f3")
    bench.type("信用代码")
    bench.press("enter", "ctrl-u")
    bench.type("91370211MA0000A270")
    #expect(bench.screen.contains("应为 G"))
  }

  @Test("Without a kind the first required document that is missing is meant; it becomes a fact")
  func firstMissing() throws {
    let bench = try FormBench()
    let folder = try bench.caseFolder()
    let onFile = Set(folder.state.materials.map(\.kind))
    let missing = try #require(
      folder.pack.materials.first { $0.isRequired && !onFile.contains($0.kind) }?.kind)
    bench.open(AttachPane(folder))
    bench.press("tab", "tab")
    bench.type("盖章件（纸质）")
    bench.press("ctrl-s")
    let state = try bench.caseFolder().state
    #expect(state.materials.last?.kind == missing)
    let row = state.facts.keys.first {
      $0.hasPrefix("materials[") && $0.hasSuffix("].kind")
        && state.facts[$0] == .value(.text(missing))
    }
    #expect(row != nil)
  }
}
