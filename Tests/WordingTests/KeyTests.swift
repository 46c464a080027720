import Quantities
import RuleDrafting
import RulePacks
import Testing

@testable import Wording

@Suite("What the keys of packs stand for")
struct KeyTests {
  @Test("Every key of every kind of file is explained", arguments: FileSchema.allCases)
  func complete(schema: FileSchema) {
    #expect(schema.keys.count > 3)
    for key in schema.keys { #expect(Wording.description(ofKey: key) != nil, "\(key)") }
  }

  @Test("A key that means something else in one map is told so there")
  func qualified() {
    #expect(Wording.description(ofKey: "action.to") != Wording.description(ofKey: "in_force.to"))
    #expect(Wording(.en).key("requires") == "what must hold")
    #expect(Wording(.zh).key("surplus") == "surplus")
  }
}
