import Casework
import Quantities
import RulePacks
import Testing

@testable import Wording

@Suite("Names")
struct NameTests {
  @Test("Roles, clocks, ends, moments, kinds and results differ from each other in each language")
  func distinct() {
    for language in Language.allCases {
      let wording = Wording(language)
      let families: [[String]] = [
        Role.allCases.map { wording.name(of: $0) },
        ClockState.allCases.map { wording.name(of: $0) },
        EndKind.allCases.map { wording.name(of: $0) }, Moment.allCases.map { wording.name(of: $0) },
        EventKind.allCases.map { wording.name(of: $0) },
        FindingResult.allCases.map { wording.name(of: $0) },
        Force.allCases.map { wording.name(of: $0) },
        WaiverStep.Step.allCases.map { wording.name(of: $0) },
      ]
      for family in families {
        #expect(Set(family).count == family.count)
        #expect(family.allSatisfy { !$0.isEmpty })
      }
    }
  }

  @Test("Proceedings are called by procedure and year or number")
  func proceedings() {
    #expect(Fixture.zh.proceeding("establishment") == "组建")
    #expect(Fixture.zh.proceeding("establishment-2026") == "2026年组建")
    #expect(Fixture.en.proceeding("establishment-2") == "Establishment (2)")
    #expect(Fixture.zh.proceeding("other-1") == "other-1")
  }

  @Test("Without a pack ids stand in for labels")
  func withoutPack() {
    let bare = Wording(.zh)
    #expect(bare.stage("preliminary") == "preliminary")
    #expect(bare.condition("rd-total") == "rd-total")
    #expect(bare.fact("finance[2024].rd") == "finance[2024].rd")
  }

  @Test("Channels of contact have names, unknown ones stay as written")
  func channels() {
    #expect(Fixture.zh.channel("phone") == "电话")
    #expect(Fixture.zh.channel("微信") == "微信")
  }
}
