import Fixtures
import Quantities
import RulePacks
import Testing

@testable import RuleDrafting

@Suite("The schemas for editors")
struct SchemaTests {
  /// The kind of a shipped file; nil for facts and files that other readers have.
  private func kind(of file: SourceFile, inNotice: Bool = false) -> FileSchema? {
    let parts = file.components
    if inNotice, parts.dropLast().last == "tests" { return .campaignTests }
    switch parts.last ?? "" {
    case "campaign.yaml": return .campaign
    case "outline.yaml": return .outline
    case "tables.yaml": return .tables
    case "pack.yaml": return .pack
    case "conditions.yaml" where !parts.contains("tests"): return .conditions
    case "practice.yaml" where !parts.contains("tests"): return .practice
    case "vocabulary.yaml": return .vocabulary
    default: break
    }
    switch parts.dropLast().last ?? "" {
    case "procedures": return .procedure
    case "tests": return .tests
    case "calendars": return .calendar
    case "departments": return .departments
    default: return nil
    }
  }

  private func tree(_ file: SourceFile) -> YAMLNode? {
    var yaml = YAMLReader(prefix: "pack.yaml")
    return yaml.document(file)
  }

  private func checks() throws -> [FileSchema: SchemaCheck] {
    var checks: [FileSchema: SchemaCheck] = [:]
    for schema in FileSchema.allCases { checks[schema] = try SchemaCheck(schema) }
    return checks
  }

  @Test("Every file that ships with the program fits the schema of its kind")
  func shipped() throws {
    let checks = try checks()
    var seen: Set<FileSchema> = []
    let files = try Repository.files(under: "data")
    // Notices lie among the packs, with tests of their own kind.
    let notices = files.map(\.path).filter { $0.hasSuffix("/campaign.yaml") }
      .map { $0.dropLast("campaign.yaml".count) }
    for file in files {
      let inNotice = notices.contains { file.path.hasPrefix($0) }
      guard let kind = kind(of: file, inNotice: inNotice), let check = checks[kind],
        let root = tree(file)
      else { continue }
      if [.tests, .campaignTests].contains(kind), root["tests"] == nil { continue }
      seen.insert(kind)
      let faults = check.faults(of: root)
      #expect(faults.isEmpty, "\(file.path): \(faults.prefix(5))")
    }
    #expect(seen == Set(FileSchema.allCases))
  }

  @Test("Tests go by what their folder is, whatever its name")
  func patterns() {
    #expect(FileSchema.campaignTests.pattern(notices: ["spring"]) == "packs/spring/tests/*.yaml")
    #expect(FileSchema.tests.pattern(packs: ["b", "a"]) == "packs/{a,b}/tests/*.yaml")
    #expect(FileSchema.tests.pattern() == "packs/*/tests/*.yaml")
  }

  @Test("The example of the page for writers fits, file by file")
  func page() throws {
    let checks = try checks()
    for file in try ReadmePack.files() {
      guard let kind = kind(of: file), let root = tree(file) else { continue }
      if kind == .tests, root["tests"] == nil { continue }
      #expect(checks[kind]?.faults(of: root) == [], "\(file.path)")
    }
  }

  @Test("A key that the loader does not know is marked by the schema too, in every map")
  func unknownKeys() throws {
    let checks = try checks()
    let files = try ReadmePack.files()
    let vocabulary = try Repository.vocabulary()
    var tried = 0
    for (index, file) in files.enumerated() {
      guard let kind = kind(of: file), kind != .tests, let root = tree(file) else { continue }
      for place in SurplusKey.places(in: root) {
        let damaged = SurplusKey.insert(at: place, into: file)
        guard let node = tree(damaged) else {
          Issue.record("\(file.path):\(place) is no YAML any more")
          continue
        }
        var others = files
        others[index] = damaged
        let loader = Self.complains(of: others, vocabulary)
        let schema =
          checks[kind]?.faults(of: node).contains { $0.hasPrefix("additional ") } ?? false
        #expect(loader == schema, "\(file.path):\(place)")
        tried += 1
      }
    }
    #expect(tried > 60)
  }

  @Test("A key that the loader of notices does not know is marked by the schema too")
  func unknownNoticeKeys() throws {
    let checks = try checks()
    let files = try Repository.files(under: "data/packs/qingdao-2026-evaluation")
      .filter { !$0.components.contains("tests") }
    let vocabulary = try Repository.vocabulary()
    let base = try PackLoader.load(
      Repository.files(under: "data/packs/qingdao-2024"), vocabulary: vocabulary)
    var tried: Set<FileSchema> = []
    for (index, file) in files.enumerated() {
      guard let kind = kind(of: file), let root = tree(file) else { continue }
      // Every eighth map: each try reads the notice anew.
      let places = SurplusKey.places(in: root).enumerated().filter { $0.offset % 8 == 0 }
      for place in places.map(\.element) {
        let damaged = SurplusKey.insert(at: place, into: file)
        guard let node = tree(damaged) else {
          Issue.record("\(file.path):\(place) is no YAML any more")
          continue
        }
        var others = files
        others[index] = damaged
        let schema =
          checks[kind]?.faults(of: node).contains { $0.hasPrefix("additional ") } ?? false
        let loader = Self.complains {
          _ = try CampaignLoader.load(others, extending: base, vocabulary: vocabulary)
        }
        #expect(loader == schema, "\(file.path):\(place)")
        tried.insert(kind)
      }
    }
    #expect(tried == [.campaign, .conditions, .outline, .tables])
  }

  /// Whether a reading is refused for a key that no map knows.
  private static func complains(of reading: () throws -> Void) -> Bool {
    do {
      try reading()
      return false
    } catch {
      return (error as? Problems)?.list.contains { $0.code.hasSuffix(".yaml.unknown_key") } ?? false
    }
  }

  private static func complains(of files: [SourceFile], _ vocabulary: Vocabulary) -> Bool {
    do throws(Problems) {
      _ = try PackLoader.load(files, vocabulary: vocabulary)
      return false
    } catch {
      return error.list.contains { $0.code == "pack.yaml.unknown_key" }
    }
  }

  @Test("A wrong word, a missing key and a bare text are marked")
  func faults() throws {
    let check = try SchemaCheck(.conditions)
    let file = SourceFile(
      path: "conditions.yaml",
      text: """
        conditions:
          - id: spaced id
            cites: [8.1, "8.2"]
            label: bare
            force: strict
            tested_at: application, evaluation
            requires: 1 == 1
        """)
    let root = try #require(tree(file))
    #expect(
      Set(check.faults(of: root)) == [
        "pattern .conditions[0].id", "type .conditions[0].label", "enum .conditions[0].force",
      ])
  }
}

/// A key that no map knows, put before the first key of a map.
enum SurplusKey {
  /// Where the first keys of all maps stand.
  static func places(in node: YAMLNode) -> [Problem.Place] {
    var places: [Problem.Place] = []
    if let entries = node.entries {
      if let first = entries.first { places.append(first.place) }
      for entry in entries { places += self.places(in: entry.value) }
    }
    for item in node.items ?? [] { places += self.places(in: item) }
    return places
  }

  /// The file with the key.
  static func insert(at place: Problem.Place, into file: SourceFile) -> SourceFile {
    var lines = String(decoding: file.bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
    let (row, column) = ((place.line ?? 1) - 1, (place.column ?? 1) - 1)
    let before = lines[row][..<column].last { $0 != " " }
    let isFlow = before == "{"
    let text =
      isFlow ? "surplus: 1, " : "surplus: 1\n" + String(repeating: " ", count: column)
    lines[row].insert(contentsOf: Array(text.unicodeScalars), at: column)
    let joined = lines.map { line in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: line)
      return String(view)
    }.joined(separator: "\n")
    return SourceFile(path: file.path, text: joined)
  }
}
