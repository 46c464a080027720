import Fixtures
import Foundation
import Quantities
import RuleDrafting
import Testing

@testable import RulePacks

@Suite("The compiled form of packs")
struct CompiledPackTests {
  @Test("A pack read from its compiled form is the same pack", arguments: Repository.packs)
  func same(id: String) throws {
    let pack = try PackLoader.load(
      Repository.files(under: "data/packs/\(id)"), vocabulary: Repository.vocabulary())
    let bytes = try pack.compiled()
    let read = try RulePack(compiled: bytes)
    #expect(read == pack)
    #expect(try read.compiled() == bytes)
    #expect(bytes.count < (try JSONEncoder().encode(pack)).count)
  }

  @Test("Both readers of the compiled form agree", arguments: Repository.packs)
  func readers(id: String) throws {
    let pack = try PackLoader.load(
      Repository.files(under: "data/packs/\(id)"), vocabulary: Repository.vocabulary())
    let bytes = try pack.compiled()
    // The quick one knows every field: else the slow one would be taken at every call.
    #expect(try CompactValue.read(RulePack.self, from: bytes) == pack)
    #expect(try CompactDecoder.decode(RulePack.self, from: bytes) == pack)
  }

  @Test("What holds more than the quick reader knows is left to the other")
  func laterField() throws {
    let bytes = try CompactEncoder.encode(["en": "Bureau", "fr": "Bureau", "zh": "局"])
    #expect(throws: CompactDamage.self) { try CompactValue.read(Bilingual.self, from: bytes) }
    let read = try CompactDecoder.decode(Bilingual.self, from: bytes)
    #expect(read == Bilingual(zh: "局", en: "Bureau"))
    let later = try CompactEncoder.encode(["en": "Bureau", "zh": "局", "zz": "局"])
    #expect(throws: CompactDamage.self) { try CompactValue.read(Bilingual.self, from: later) }
  }

  @Test("Damaged bytes are refused and never crash", arguments: Repository.packs)
  func damaged(id: String) throws {
    let pack = try PackLoader.load(
      Repository.files(under: "data/packs/\(id)"), vocabulary: Repository.vocabulary())
    let bytes = try pack.compiled()
    #expect(throws: (any Error).self) { _ = try RulePack(compiled: []) }
    for count in stride(from: 0, to: bytes.count - 1, by: bytes.count / 50) {
      #expect(throws: (any Error).self) { _ = try RulePack(compiled: Array(bytes[..<count])) }
    }
    for place in stride(from: 8, to: bytes.count, by: bytes.count / 50) {
      var changed = bytes
      changed[place] ^= 0xFF
      _ = try? RulePack(compiled: changed)
    }
  }
}
