import CaseStore
import Foundation
import Quantities
import RuleDrafting
import RulePacks
import Testing

@testable import Desk

@Suite("The picture of a draft that is tried")
struct SimulateScreenTests {
  /// What the shipped pack with a text replaced would change; nothing lies in a folder.
  private func answer(
    _ bench: FormBench, replacing old: String, with new: String
  ) throws -> SimulateErrand.Answer {
    let sources = FormBench.shelf.sources(ofPack: "qingdao-2024").map { source in
      let text = String(decoding: source.bytes, as: UTF8.self)
      return SourceFile(
        path: source.path, bytes: Array(text.replacingOccurrences(of: old, with: new).utf8))
    }
    do {
      let draft = try PackLoader.load(
        sources, vocabulary: FormBench.shelf.vocabulary(), isDraft: true)
      let simulation = try bench.store.simulate(
        draft, for: bench.runner.state.circumstances.viewer)
      return .done(simulation, present: try bench.store.pack(simulation.pack))
    } catch let problems as Problems {
      return .faulty(problems.list)
    }
  }

  private func bench(_ look: ScreenTests.Look) throws -> FormBench {
    let bench = try FormBench(rows: look.rows, columns: look.columns, language: look.language)
    bench.open(SimulatePane("drafts/qingdao-2024"))
    return bench
  }

  @Test("Cases that would change, with what changes", arguments: ScreenTests.looks)
  func done(_ look: ScreenTests.Look) throws {
    let bench = try bench(look)
    let answer = try answer(bench, replacing: ".rd) >= 2000 万元", with: ".rd) >= 3000 万元")
    bench.runner.send(.answer(.errand(SimulateErrand.answerName, answer)))
    try bench.expectGolden("simulate-\(look.testDescription)")
  }

  @Test("A draft that cannot be loaded", arguments: ScreenTests.looks)
  func faulty(_ look: ScreenTests.Look) throws {
    let bench = try bench(look)
    let answer = try answer(bench, replacing: "force: mandatory", with: "force: strict")
    bench.runner.send(.answer(.errand(SimulateErrand.answerName, answer)))
    try bench.expectGolden("simulate-faulty-\(look.testDescription)")
  }
}
