import Quantities
import RuleDrafting
import RulePacks
import Testing

@Suite("YAML with places")
struct YAMLReaderTests {
  private func read(_ text: String) -> (YAMLNode?, [Problem]) {
    var yaml = YAMLReader(prefix: "yaml")
    let root = yaml.document(SourceFile(path: "f.yaml", text: text))
    return (root, yaml.problems)
  }

  @Test(
    "Scalars keep the text that was written",
    arguments: ["no", "0111", "12:30", "1_000", "1.60", "2026-03-02", "0x1F", "yes", "1e3"])
  func raw(text: String) throws {
    let (root, problems) = read("a: \(text)\n")
    #expect(problems == [])
    #expect(root?.entries?.first?.value.text == text)
  }

  @Test("Places count characters, also behind Chinese text and rare ones")
  func columns() throws {
    let (root, _) = read("名称: { 甲: 𠮷字, 乙: x }\n")
    let inner = try #require(root?.entries?.first?.value.entries)
    #expect(inner[1].place == Problem.Place(file: "f.yaml", line: 1, column: 14, field: "名称.乙"))
    #expect(inner[1].value.place.column == 17)
  }

  @Test("A byte-order mark moves nothing")
  func byteOrderMark() throws {
    let (root, problems) = read("\u{FEFF}a: 1\nb: 2\n")
    #expect(problems == [])
    #expect(root?.entries?.map(\.place.column) == [1, 1])
    #expect(root?.entries?.map(\.key) == ["a", "b"])
  }

  @Test("Line ends of Windows count once")
  func windows() throws {
    let (root, problems) = read("a: 1\r\nb:\r\n  - x\r\n  - y\r\n")
    #expect(problems == [])
    #expect(root?.entries?.last?.value.items?.map(\.place.line) == [3, 4])
  }

  @Test("The text of quoted and block scalars begins behind their mark")
  func textPlaces() throws {
    let (root, _) = read("a: \"x\"\nb: |\n\n    one\n    two\nc: plain\n")
    let values = try #require(root?.entries?.map(\.value))
    #expect(values[0].textPlace.column == 5)
    #expect(values[1].text == "\none\ntwo\n")
    #expect(values[1].textPlace.line == 4)
    #expect(values[1].textPlace.column == 5)
    #expect(values[2].textPlace == values[2].place)
  }

  @Test("Every double key is reported where it stands again")
  func doubleKeys() throws {
    let (root, problems) = read("a: 1\n\"b\": 2\na: 3\nc: { d: 1, d: 2 }\na: 4\n\"b\": 5\n")
    #expect(problems.map(\.code) == Array(repeating: "yaml.duplicate_key", count: 4))
    #expect(problems.map(\.place.line).sorted { ($0 ?? 0) < ($1 ?? 0) } == [3, 4, 5, 6])
    #expect(problems.first { $0.place.line == 4 }?.place.column == 12)
    #expect(problems.first { $0.place.line == 5 }?.arguments == ["key": "a", "line": "1"])
    #expect(root?.entries?.map(\.key) == ["a", "b", "c"])
    #expect(root?.entries?.first?.value.text == "1")
  }

  @Test("Bytes that are no UTF-8 are shown to the column")
  func encoding() throws {
    var yaml = YAMLReader(prefix: "yaml")
    let bytes = Array("a: 1\nb: 青岛".utf8) + [0xC7, 0xE0] + Array("\n".utf8)
    #expect(yaml.document(SourceFile(path: "f.yaml", bytes: bytes)) == nil)
    #expect(
      yaml.problems == [
        Problem("yaml.encoding", at: Problem.Place(file: "f.yaml", line: 2, column: 6))
      ])
  }

  @Test(
    "What is no YAML at all",
    arguments: [
      ("yaml.empty_file", "", 1, 1), ("yaml.empty_file", "# nothing\n", 1, 1),
      ("yaml.syntax", "a: [1, 2\n", 2, 1), ("yaml.control_character", "a: 1\nb: x\u{7}\n", 2, 5),
      ("yaml.syntax", "a: 1\n---\nb: 2\n", 2, 1), ("yaml.key_kind", "? [a]\n: 1\n", 1, 3),
      ("yaml.tab", "a:\n\tb: 1\n", 2, 1),
    ])
  func noYAML(code: String, text: String, line: Int, column: Int) throws {
    let (_, problems) = read(text)
    #expect(problems.map(\.code) == [code])
    #expect(problems.first?.place.line == line)
    #expect(problems.first?.place.column == column)
  }

  @Test("Nesting without end is refused before it is built")
  func nesting() throws {
    let (brackets, first) = read("a: " + String(repeating: "[", count: 100_000))
    #expect(brackets == nil)
    #expect(first.map(\.code) == ["yaml.too_deep"])
    let (dashes, second) = read(String(repeating: "- ", count: 100_000) + "x\n")
    #expect(dashes == nil)
    #expect(second.map(\.code) == ["yaml.too_deep"])
  }

  @Test("An anchor is reported, and what it stands for is not multiplied")
  func anchors() throws {
    let (_, problems) = read("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n")
    #expect(Set(problems.map(\.code)) == ["yaml.anchor"])
    #expect(problems.count < 10)
  }

  @Test("Null is told from a text that says null")
  func null() throws {
    let (root, _) = read("a: null\nb: \"null\"\nc: ~\nd:\n")
    #expect(root?.entries?.map(\.value.isNull) == [true, false, true, true])
    #expect(root?.entries?.map(\.value.isEmpty) == [false, false, false, true])
  }
}
