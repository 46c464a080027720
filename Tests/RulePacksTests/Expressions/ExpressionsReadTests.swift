import Fixtures
import Quantities
import RuleDrafting
import RulePacks
import Testing

@Suite("Which expressions a step reads")
struct ExpressionsReadTests {
  private static func pack(_ id: String) throws -> RulePack {
    try PackLoader.load(
      Repository.files(under: "data/packs/\(id)"), vocabulary: Repository.vocabulary())
  }

  @Test(
    "Questions about other cases are found however deep they stand", arguments: Repository.packs)
  func questions(id: String) throws {
    let pack = try Self.pack(id)
    for expression in pack.conditions.flatMap(\.expressions) {
      let named = pack.questions.map(\.id).filter { expression.source.contains("others.\($0)") }
      #expect(expression.questions.isSuperset(of: named))
    }
    #expect(pack.questionsOnArrival.allSatisfy(pack.questions.contains))
  }

  @Test("A step reads its guards, what it sets and opens, conditions and due dates")
  func step() throws {
    let pack = try Self.pack("weihai-2022")
    var asked: Set<String> = []
    for action in Set(pack.procedures.flatMap(\.stages).flatMap(\.actions).map(\.id)) {
      let expressions = pack.expressions(readBy: action)
      let actions = pack.procedures.flatMap(\.stages).compactMap { $0.action(action) }
      for one in actions {
        #expect(one.guards.allSatisfy { expressions.contains($0.requires) })
        #expect(one.sets.allSatisfy { expressions.contains($0.value) })
        #expect(one.opens.allSatisfy { $0.inputs.values.allSatisfy(expressions.contains) })
      }
      #expect(pack.conditions.compactMap(\.requires).allSatisfy(expressions.contains))
      let dues = pack.procedures.flatMap(\.stages).compactMap(\.due?.anchor)
      #expect(dues.allSatisfy(expressions.contains))
      asked.formUnion(pack.questions(askedBy: action).map(\.id))
    }
    #expect(!asked.isEmpty)
  }
}
