import CaseStore
import Casework
import Quantities
import RuleDrafting
import RulePacks
import Testing

@Suite("Official texts in the store")
struct LawTextTests {
  private static let text = "某市某办法\n第一条 为了甲。\n第二条 应当：\n1.乙；\n2.丙。\n"

  private func new(_ text: String = Self.text, source: String = "a.txt") -> NewLawText {
    NewLawText(
      pack: InventedPack.id, text: text, source: source,
      sha256: SealedEvent.hash(Array(text.utf8)), encoding: "UTF-8", articles: 2)
  }

  @Test("A text that was loaded is there again, with who loaded it and from what")
  func loaded() throws {
    let training = try TrainingStore()
    #expect(try training.store.lawText(of: InventedPack.id) == nil)
    try training.store.perform(.law(new()), by: TrainingStore.session("wang"))
    let again = try CaseStore.open(at: training.path, access: .reading)
    let kept = try #require(try again.lawText(of: InventedPack.id))
    #expect(kept.text.passage("2.1")?.text == "乙；")
    #expect(kept.record.actor == "wang")
    #expect(kept.record.on == TrainingStore.today)
    #expect(kept.record.loaded.source == "a.txt")
    #expect(kept.record.loaded.sha256 == SealedEvent.hash(Array(Self.text.utf8)))
    #expect(try training.store.verify().isSound)
  }

  @Test("A later text counts, and the earlier one stays on record")
  func replaced() throws {
    let training = try TrainingStore()
    try training.store.perform(.law(new()), by: TrainingStore.session("wang"))
    try training.store.perform(
      .law(new(Self.text.replacing("甲", with: "丁"), source: "b.txt")),
      by: TrainingStore.session("root"))
    #expect(try training.store.lawText(of: InventedPack.id)?.text.passage("1")?.text == "为了丁。")
    let records = try training.store.office().lawTexts[InventedPack.id] ?? []
    #expect(records.map(\.loaded.source) == ["a.txt", "b.txt"])
    #expect(records.map(\.actor) == ["wang", "root"])
  }

  @Test("Clerks and auditors load no text", arguments: ["li", "audit"])
  func role(name: String) throws {
    let training = try TrainingStore()
    #expect(throws: Refusals.self) {
      try training.store.perform(.law(new()), by: TrainingStore.session(name))
    }
    #expect(try training.store.lawText(of: InventedPack.id) == nil)
  }
}
