import Quantities
import RuleDrafting
import RulePacks
import Testing

@Suite("Files that were damaged")
struct DamagedPackTests {
  /// What is put in the place of a character.
  static let damage = ["", "\t", "{", "[", "\"", ":", "&a ", "*a", "|", "!x ", "\u{0}", "- ", "\n"]

  @Test(
    "Whatever one character is replaced by, reading ends, and every problem has its place",
    arguments: SmallPack.files.keys.sorted())
  func damaged(file: String) throws {
    let vocabulary = try SmallPack.loadedVocabulary()
    let text = Array(try #require(SmallPack.files[file]))
    for (turn, position) in stride(from: 0, to: text.count, by: 31).enumerated() {
      var damaged = text.map(String.init)
      damaged[position] = Self.damage[turn % Self.damage.count]
      let sources = SmallPack.files.map { path, whole in
        SourceFile(path: "small/\(path)", text: path == file ? damaged.joined() : whole)
      }
      do {
        _ = try PackLoader.load(sources, vocabulary: vocabulary)
      } catch {
        #expect(!error.list.isEmpty)
        #expect(error.list.allSatisfy { $0.place.file != nil && $0.place.line != nil })
      }
    }
  }
}
