import Foundation
import RulePacks
import Testing

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
