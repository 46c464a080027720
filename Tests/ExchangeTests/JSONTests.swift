import Exchange
import Quantities
import RulePacks
import Testing

@Suite("JSON and JSON lines")
struct JSONTests {
  @Test("A broken line does not hide what is wrong with the others")
  func lines() throws {
    let file = try Regulation.read(
      """
      {"name": "甲", "department": "qd-laoshan"}
      {"name": "乙", "department": }
      {"name": "丙", "host": {"credit_code": "91370211MA0000A27H"}}

      """, as: "in.jsonl")
    let errors = file.problems.filter { $0.severity == .error }
    #expect(errors.map(\.code) == ["import.json.value_expected", "import.fact.credit_code.check"])
    #expect(errors.map(\.place.line) == [2, 3])
    #expect(errors.map(\.place.column) == [29, 39])
  }

  @Test("A list of objects is one application each")
  func list() throws {
    let file = try Regulation.read(#"[{"name": "甲"}, {"name": "乙"}]"#, as: "in.json")
    #expect(file.arriving.map(\.name) == ["甲", "乙"])
  }

  @Test("Escapes are read, and a number keeps all its digits")
  func escapes() throws {
    let file = try Regulation.read(
      #"{"name": "\u7532\"\\\uD842\uDFB7", "host": {"credit_code": 123702000000000191}}"#,
      as: "in.json")
    #expect(file.arriving.first?.name == "甲\"\\𠮷")
    #expect(
      file.facts.first?["host.credit_code"] == .value(.text("123702000000000191")))
  }

  @Test(
    "What is no JSON is said with its place",
    arguments: [
      ("{\"name\": \"甲\",}", "import.json.key_expected", 14),
      ("{\"name\" \"甲\"}", "import.json.colon_expected", 9),
      ("{\"name\": \"甲\"", "import.json.comma_expected", 13),
      ("{\"name\": \"甲", "import.json.quote_unclosed", 10),
      ("{\"name\": 甲}", "import.json.value_expected", 10),
      ("{\"name\": \"\\x\"}", "import.json.escape", 11),
      ("{\"name\": \"甲\", \"name\": \"乙\"}", "import.json.duplicate_key", 15),
    ])
  func broken(text: String, code: String, column: Int) throws {
    let file = try Regulation.read(text, as: "in.json")
    let problem = try #require(file.problems.first { $0.severity == .error })
    #expect(problem.code == code)
    #expect(problem.place.line == 1)
    #expect(problem.place.column == column)
    #expect(file.hasErrors)
  }

  @Test("Brackets that nest without end are refused, not followed")
  func depth() throws {
    let file = try Regulation.read(
      "{\"name\": " + String(repeating: "[", count: 100_000), as: "in.json")
    #expect(file.errors == ["import.json.too_deep"])
  }

  @Test("An empty file says so", arguments: ["in.json", "in.yaml", "in.csv"])
  func empty(path: String) throws {
    #expect(try Regulation.read("\n", as: path).errors == ["import.empty"])
  }
}
