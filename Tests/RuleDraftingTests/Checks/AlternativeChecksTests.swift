import Quantities
import RuleDrafting
import RulePacks
import Testing

@Suite("Actions of a stage that part by what they are given")
struct AlternativeChecksTests {
  /// The small pack whose decision parts by one or two inputs of given types.
  private func problems(
    _ inputs: [String: String], approve: String, refuse: String, return kind: String = "true",
    definitions: String = ""
  ) throws -> [Problem] {
    var files = SmallPack.sources()
    func edit(_ name: String, _ change: (String) -> String) throws {
      let place = try #require(files.firstIndex { $0.path == "small/\(name)" })
      let text = change(String(decoding: files[place].bytes, as: UTF8.self))
      files[place] = SourceFile(path: files[place].path, text: text)
    }
    try edit("pack.yaml") { text in
      let lines = inputs.sorted { $0.key < $1.key }.map {
        "  \($0.key): { label: { zh: 值, en: Value }, type: \($0.value) }\n"
      }
      return text.replacing("inputs:\n", with: "inputs:\n" + lines.joined())
    }
    if !definitions.isEmpty {
      try edit("conditions.yaml") { "definitions:\n" + definitions + $0 }
    }
    let needs = inputs.keys.sorted().joined(separator: ", ")
    try edit("procedures/establishment.yaml") { text in
      text.replacing("returns: true", with: "returns: \(kind)")
        .replacing("needs: [result]", with: "needs: [\(needs)]")
        .replacing("needs: [result, reason]", with: "needs: [\(needs), reason]")
        .replacing(
          "requires: input.result == good", with: "requires: |\n                  \(approve)"
        )
        .replacing(
          "requires: input.result in [fair, bad]", with: "requires: |\n                  \(refuse)")
    }
    let vocabulary = try SmallPack.loadedVocabulary()
    let loaded = try PackLoader.loadWithPlaces(files, vocabulary: vocabulary)
    return PackChecks.run(loaded.pack, vocabulary: vocabulary, places: loaded.places).problems
      .filter { $0.code.contains("_uncovered") || $0.code.contains("_overlap") }
  }

  @Test(
    "Tests that meet at their boundary leave nothing to say",
    arguments: [
      ("score", "input.x >= 60 分", "input.x < 60 分"),
      ("ratio", "input.x >= 2/3", "input.x < 2/3"),
      ("ratio", "input.x > 50%", "not (input.x > 50%)"),
      ("date", "input.x <= date(2026, 3, 31)", "input.x > date(2026, 3, 31)"),
      ("boolean", "input.x", "not input.x"),
      ("count person", "input.x >= practice.experts", "input.x < practice.experts"),
      ("money", "input.x > 100 万元", "input.x <= 100 万元"),
    ])
  func meeting(type: String, approve: String, refuse: String) throws {
    #expect(try problems(["x": type], approve: approve, refuse: refuse) == [])
  }

  @Test("What is said once and used by name is looked into, whatever else it says")
  func definitions() throws {
    let high = "{ label: { zh: 高, en: High }, is: host.kind == enterprise and input.x > 60 分 }"
    let found = try problems(
      ["x": "score"], approve: "high", refuse: "input.x < 60 分", definitions: "  high: \(high)\n")
    #expect(found.map(\.code) == ["pack.check.values_uncovered"])
    #expect(found.first?.arguments["values"] == "60 分")
    let low = "{ label: { zh: 低, en: Low }, is: input.x <= 70 分 or host.kind == enterprise }"
    let shared = try problems(
      ["x": "score"], approve: "input.x >= 60 分", refuse: "low", definitions: "  low: \(low)\n")
    #expect(shared.map(\.code) == ["pack.check.values_overlap"])
  }

  @Test(
    "A value that no action takes is named",
    arguments: [
      ("score", "input.x > 60 分", "input.x < 60 分", "60 分"),
      ("ratio", "input.x > 2/3", "input.x < 2/3", "2/3"),
      ("date", "input.x < date(2026, 3, 31)", "input.x > date(2026, 3, 31)", "2026-03-31"),
      ("boolean", "input.x", "input.x and input.x", "false"),
      ("count person", "input.x > practice.experts", "input.x < 7 人", "7 人"),
      ("money", "input.x > 100 万元", "input.x < 100 万元", "100 万元"),
    ])
  func gap(type: String, approve: String, refuse: String, value: String) throws {
    let found = try problems(["x": type], approve: approve, refuse: refuse)
    #expect(found.map(\.code).contains("pack.check.values_uncovered"))
    let gap = try #require(found.first { $0.code == "pack.check.values_uncovered" })
    #expect(gap.arguments["values"] == value)
    #expect(gap.arguments["stage"] == "deciding")
    #expect(gap.severity == .warning)
    #expect(gap.place.line != nil)
  }

  @Test(
    "A value that two actions take to different stages is named with both",
    arguments: [
      ("score", "input.x >= 60 分", "input.x <= 60 分", "60 分"),
      ("ratio", "input.x >= 50%", "input.x < 60%", "50%, 55%"),
      ("date", "input.x <= date(2026, 3, 31)", "input.x >= date(2026, 3, 31)", "2026-03-31"),
      ("area", "input.x >= 100 平方米", "input.x <= 100 平方米", "100 平方米"),
    ])
  func overlap(type: String, approve: String, refuse: String, values: String) throws {
    let found = try problems(["x": type], approve: approve, refuse: refuse)
    #expect(found.map(\.code) == ["pack.check.values_overlap"])
    #expect(found.first?.arguments["values"] == values)
    #expect(found.first?.arguments["first"] == "approve")
    #expect(found.first?.arguments["second"] == "refuse")
  }

  @Test("Values that are refused only together with another's are found")
  func together() throws {
    let inputs = ["x": "score", "y": "boolean"]
    let found = try problems(
      inputs, approve: "input.x >= 60 分 and input.y", refuse: "input.x < 60 分 and not input.y")
    let gap = try #require(found.first { $0.code == "pack.check.values_uncovered" })
    #expect(gap.arguments["input"] == "x / y")
    #expect(gap.arguments["values"]?.hasPrefix("59.99 分 / true, 60 分 / false") == true)
  }

  @Test("What facts or dates decide is left open")
  func open() throws {
    let found = try problems(
      ["x": "score"], approve: "input.x >= 60 分 and host.kind == enterprise",
      refuse: "input.x < 60 分 or host.kind == university")
    #expect(found == [])
  }

  @Test("A guard that all of them have parts none")
  func common() throws {
    let found = try problems(
      ["x": "count person"], approve: "input.x >= 5 人", refuse: "input.x >= 5 人")
    #expect(found.map(\.code) == ["pack.check.values_overlap"])
  }

  @Test("Where the same people have another way on, a value may be left out")
  func otherWay() throws {
    let found = try problems(
      ["x": "score"], approve: "input.x > 60 分", refuse: "input.x < 60 分", return: "false")
    #expect(found == [])
  }
}
