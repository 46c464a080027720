import CaseStore
import Casework
import Fixtures
import Foundation
import Quantities
import RuleDrafting
import RulePacks
import Testing

@Suite("One centre for each class of industry")
struct ClassOfIndustryTests {
  @Test("A change of field is tested for the new class, not for the one on record")
  func changeOfField() throws {
    let office = try WeihaiOffice()
    try office.takeOver("威海市海洋牧场装备技术创新中心", industry: "3562")
    let second = try office.takeOver("威海市碳纤维应用技术创新中心", industry: "2652")
    let taken = try office.changeField(of: second, to: "3562")
    #expect(taken == ["condition.not_met unique-class"])
    #expect(try office.industry(of: second) == "2652")
    let free = try office.changeField(of: second, to: "3563")
    #expect(free == [])
    #expect(try office.industry(of: second) == "3563")
  }

  @Test("A new name is looked up among the other centres")
  func changeOfName() throws {
    let office = try WeihaiOffice()
    try office.takeOver("威海市海洋牧场装备技术创新中心", industry: "3562")
    let second = try office.takeOver("威海市碳纤维应用技术创新中心", industry: "2652")
    #expect(
      try office.changeName(of: second, to: "威海市海洋牧场装备技术创新中心")
        == ["guard.name_free"])
    #expect(try office.changeName(of: second, to: "威海市碳纤维复合材料技术创新中心") == [])
  }
}

/// A training store with the Weihai pack, in a folder of its own, which goes with it.
private final class WeihaiOffice {
  let store: CaseStore
  private let temporary: TemporaryFolder
  private let pack: RulePack

  init() throws {
    pack = try PackLoader.load(
      Repository.files(under: "data/packs/weihai-2022"),
      vocabulary: try Regulation.shipped.get().vocabulary)
    temporary = try TemporaryFolder("class-of-industry")
    store = try CaseStore.create(at: temporary.path("office.dossier"))
    let people: [(String, Role)] = [
      ("root", .administrator), ("wang", .officer), ("he", .expertSecretary),
    ]
    try store.establish(
      [
        .settings(
          OfficeSettings(
            name: Bilingual(zh: "虚构科技局", en: "Invented bureau"), utcOffsetMinutes: 480,
            allowsActingAs: true, defaultPack: nil))
      ]
        + people.map { name, role in
          .user(User(name: name, display: name, login: name, roles: [role], department: nil))
        } + [.adopt(pack)], by: Office.session("root"))
  }

  @discardableResult
  func takeOver(_ name: String, industry: String) throws -> CaseReference {
    let facts: Facts = [
      "name": .value(.text(name)), "industry": .value(.text(industry)),
      "recognition.date": .value(.date(Regulation.day(2025, 6, 2))),
      "approval.date": .value(.date(Regulation.day(2022, 9, 1))),
    ]
    let entry = RosterEntry(
      facts: facts, stage: "formal", since: Regulation.day(2025, 6, 2), source: "test",
      fingerprint: name)
    return .stream(
      try store.takeOver(entry, under: pack.id, by: Office.session("wang")).after.id)
  }

  func industry(of reference: CaseReference) throws -> String? {
    try store.state(of: reference).text("industry")
  }

  /// What stands in the way of a change of field; empty where it was made.
  func changeField(of reference: CaseReference, to industry: String) throws -> [String] {
    if try store.state(of: reference).proceedings.allSatisfy(\.isMain) {
      _ = try store.perform(
        .open(
          procedure: "field_change",
          inputs: [
            "new_field": .text("新领域"), "new_industry": .text("3562"), "request": .text("申请"),
          ], note: nil), on: reference, by: Office.session("wang"))
    } else {
      _ = try store.perform(
        .act(
          action: "withdraw", proceeding: "field_change-1", inputs: ["reason": .text("改报")],
          note: nil), on: reference, by: Office.session("wang"))
      _ = try store.perform(
        .open(
          procedure: "field_change",
          inputs: [
            "new_field": .text("新领域"), "new_industry": .text(industry), "request": .text("申请"),
          ], note: nil), on: reference, by: Office.session("wang"))
    }
    let proceeding = try #require(
      try store.state(of: reference).proceedings.last { !$0.isMain }?.id)
    _ = try store.perform(
      .act(
        action: "record_review", proceeding: proceeding,
        inputs: [
          "held_on": .date(Regulation.today), "experts": .count(5, .person),
          "advice": .choice("pass"), "opinion": .text("同意"),
        ], note: nil), on: reference, by: Office.session("he"))
    return try refusals {
      _ = try store.perform(
        .act(action: "change", proceeding: proceeding, inputs: [:], note: nil), on: reference,
        by: Office.session("wang"))
    }
  }

  /// What stands in the way of filing a new name; empty where it was filed.
  func changeName(of reference: CaseReference, to name: String) throws -> [String] {
    let open = try store.state(of: reference).proceedings.last { !$0.isMain && !$0.isEnded }
    if let open {
      _ = try store.perform(
        .act(
          action: "withdraw", proceeding: open.id, inputs: ["reason": .text("改名")], note: nil),
        on: reference, by: Office.session("wang"))
    }
    _ = try store.perform(
      .open(procedure: "name_change", inputs: ["new_name": .text(name)], note: nil),
      on: reference, by: Office.session("wang"))
    return try refusals {
      _ = try store.perform(
        .act(action: "file", proceeding: nil, inputs: [:], note: nil), on: reference,
        by: Office.session("wang"))
    }
  }

  private func refusals(_ step: () throws -> Void) throws -> [String] {
    do {
      try step()
      return []
    } catch let refusals as Refusals {
      return refusals.list.map {
        [$0.code, $0.condition].compactMap { $0 }.joined(separator: " ")
      }
    }
  }
}
