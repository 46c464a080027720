import Foundation
import Quantities
import Testing

@testable import Wording

@Suite("The catalogue")
struct CatalogueTests {
  /// Calls that make a problem or a refusal, with what their code has to be prefixed by.
  private static let makers: [(pattern: String, prefix: String)] = [
    (#"\bProblem\(\s*"([a-z_.]+)""#, ""), (#"\bRefusal\(\s*\.\w+,\s*"([a-z_.]+)""#, ""),
    (#"\breport\(\s*"([a-z_]+\.[a-z_.]+)""#, ""), (#"\breport\(\s*yaml: "([a-z_]+)""#, "yaml."),
    (#"\bStoreProblem\.make\(\s*"([a-z_]+)""#, "store."),
    (#"\brefuse\(\.\w+, "([a-z_.]+)""#, ""), (#"\brefusal\("([a-z_.]+)"\)"#, ""),
    (#"\bwrong\(\s*"(input\.[a-z_]+)""#, ""), (#"\bFault\(code: "([a-z_]+)""#, "yaml."),
    (#"\bFault\(\s*"([a-z_]+)""#, "pack.expression."),
    (#"\bcheckup\.note\(\s*"([a-z_]+)""#, "doctor."), (#"\bproblem\(\s*"(fact\.[a-z_]+)""#, ""),
  ]

  private static var sources: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources")
  }

  private static func codes() throws -> [String: String] {
    var found: [String: String] = [:]
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    while let url = files?.nextObject() as? URL {
      guard url.pathExtension == "swift", !url.path.contains("/Sources/TerminalUI/") else {
        continue
      }
      let text = try String(contentsOf: url, encoding: .utf8)
      for (pattern, prefix) in makers {
        for match in text.matches(of: try Regex(pattern, as: (Substring, Substring).self)) {
          let code = String(match.output.1)
          guard !code.hasSuffix(".") else { continue }
          found[prefix + code] = url.lastPathComponent
        }
      }
    }
    return found
  }

  @Test("Every code that the sources make has a sentence")
  func complete() throws {
    let codes = try Self.codes()
    #expect(codes.count > 60)
    for (code, file) in codes.sorted(by: { $0.key < $1.key }) {
      #expect(Catalogue.sentence(for: code) != nil, "\(code), made in \(file)")
    }
  }

  @Test("Every fault that a pack's files can have says what mends it, in both languages")
  func remedies() throws {
    let families = [
      "pack.", "yaml.", "calendar.", "department.", "facts.row.", "facts.unknown",
    ]
    let codes = try Self.codes().keys.filter { code in families.contains(where: code.hasPrefix) }
    #expect(codes.count > 40)
    let others = ["stage", "owner", "input", "practice", "procedure", "citation", "fact", "action"]
    for code in codes.sorted() + others.map({ "pack.unknown.\($0)" }) {
      for language in Language.allCases {
        let remedy = Wording(language).remedy(for: Problem(code))
        #expect(remedy?.isEmpty == false, "\(code)")
        #expect(remedy?.contains("⟨") != true, "\(code)")
      }
    }
  }

  @Test("At the desk no remedy tells a command of the command line")
  func atDesk() throws {
    // Every slot is filled, so that no part of a remedy stays away.
    let names = Catalogue.sentences.values.flatMap { sentence in
      [sentence.remedyZh, sentence.remedyEn].compactMap { $0 }.flatMap(\.slots)
    }
    let slots = Dictionary(names.map { ($0, "7") }) { first, _ in first }
    let keys = Set(Wording.standardKeys.keys.map { "key-" + $0 })
    for language in Language.allCases {
      var wording = Wording(language, surface: .desk)
      wording.keys = ["facts": "E"]
      for code in Catalogue.sentences.keys.sorted() {
        let remedy = wording.remedy(of: code, with: slots) ?? ""
        #expect(remedy.firstMatch(of: /\bdossier [a-z]|--[a-z]/) == nil, "\(code): \(remedy)")
      }
      #expect(
        wording.remedy(of: "case.duplicate", with: [:])?.contains("E") == true)
    }
    for (code, remedy) in Catalogue.remediesAtDesk {
      #expect(Catalogue.sentence(for: code) != nil, "\(code)")
      #expect(Template(remedy.zh).slots.sorted() == Template(remedy.en).slots.sorted(), "\(code)")
      let named = Template(remedy.zh).slots.filter { $0.hasPrefix("key-") }
      #expect(keys.isSuperset(of: named), "\(code)")
    }
  }

  private static var texts: [(code: String, zh: String, en: String)] {
    Catalogue.sentences.flatMap { code, sentence in
      let full: (Template) -> String = { $0.filled { _, _ in "7" } }
      return [(code, full(sentence.zh), full(sentence.en))]
        + (sentence.remedyZh.map { zh in
          [(code, full(zh), sentence.remedyEn.map(full) ?? "")]
        } ?? [])
    }
  }

  @Test("No template leaves a brace, a bracket of its own or an ellipsis behind")
  func filled() {
    for (code, zh, en) in Self.texts {
      for text in [zh, en] {
        #expect(!text.isEmpty, "\(code)")
        #expect(!text.contains("⟨") && !text.contains("⟩"), "\(code)")
        #expect(
          !text.replacing("{ cites, period }", with: "").contains { "{}".contains($0) }, "\(code)")
      }
    }
  }

  @Test("A template without any value is still no riddle of slots")
  func unfilled() {
    for (code, sentence) in Catalogue.sentences {
      for template in [sentence.zh, sentence.en] {
        #expect(!template.filled { _, _ in nil }.contains("{"), "\(code)")
      }
    }
  }

  @Test("English has no Chinese, and Chinese is Chinese")
  func languages() {
    func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }
    for (code, zh, en) in Self.texts {
      #expect(!en.unicodeScalars.contains(where: isHan), "\(code): \(en)")
      #expect(
        !en.unicodeScalars.contains { (0xFF00...0xFF60).contains($0.value) }, "\(code): \(en)")
      let isNamed = zh.contains("7") || zh.unicodeScalars.contains(where: isHan)
      #expect(isNamed, "\(code): \(zh)")
    }
  }

  @Test("Both languages use the same slots")
  func slots() {
    for (code, sentence) in Catalogue.sentences {
      #expect(Set(sentence.zh.slots) == Set(sentence.en.slots), "\(code)")
      #expect(
        Set(sentence.remedyZh?.slots ?? []).subtracting(["input"])
          == Set(sentence.remedyEn?.slots ?? []).subtracting(["input"]), "\(code)")
    }
  }

  @Test("Every form that a slot asks for is known")
  func forms() throws {
    let folder = Self.sources.appendingPathComponent("Wording/Catalogue")
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let text = try String(
        contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      for match in text.matches(of: /\{[a-zA-Z]+:([a-z]+)\}/) where match.output.1 != "form" {
        #expect(SlotForm(rawValue: String(match.output.1)) != nil, "\(match.output.0) in \(file)")
      }
    }
  }

  @Test("Sentences are short enough for a line or two of eighty columns")
  func widths() {
    for (code, zh, en) in Self.texts {
      let columns = zh.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E7F ? 2 : 1) }
      #expect(columns <= 110, "\(code)")
      #expect(en.count <= 130, "\(code)")
    }
  }

  @Test("Every phrase is filled in both languages", arguments: Phrase.allCases)
  func phrases(phrase: Phrase) {
    let arguments = [
      "count": "3", "events": "9", "cases": "2", "signed": "0", "unsigned": "9", "file": "a",
    ]
    for language in Language.allCases {
      let text = Wording(language).phrase(phrase, arguments)
      #expect(!text.isEmpty && !text.contains("{") && !text.contains("…"))
    }
  }
}
