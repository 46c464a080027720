import Quantities
import RulePacks
import Testing

@testable import Casework

@Suite("Whose moment it is")
struct MomentTests {
  private func approved() throws -> Walk {
    var walk = try Walk(DecidingTests.good, under: EvaluatedPack.load())
    try walk.act("submit", by: Walk.clerk)
    try walk.act("recommend", ["opinion": .text("同意")], by: Walk.clerk)
    try walk.perform(.judge(condition: "ability", answer: true, note: "具备"), by: Walk.officer)
    try walk.act("approve", ["score": .count(86, .plain)])
    return walk
  }

  @Test("On the way to the approval it is the application, wherever the case stands")
  func application() throws {
    var walk = try Walk(DecidingTests.good, under: EvaluatedPack.load())
    #expect(try walk.state.moment(under: walk.pack) == .application)
    try walk.act("submit", by: Walk.clerk)
    try walk.act("recommend", ["opinion": .text("同意")], by: Walk.clerk)
    #expect(try walk.state.moment(under: walk.pack) == .application)
  }

  @Test("Behind the last stage that tests anything a centre is measured by its evaluation")
  func centre() throws {
    let walk = try approved()
    #expect(try walk.state.main?.stage == "building")
    #expect(try walk.state.moment(under: walk.pack) == .evaluation)
  }
}

@Suite("Who may have a case")
struct HoldingTests {
  private func user(_ roles: [Role], department: String? = nil, isActive: Bool = true) -> User {
    User(
      name: "li", display: "李", login: "li", roles: roles, department: department,
      isActive: isActive)
  }

  @Test("Those who record in cases, clerks for their own department alone")
  func holding() {
    #expect(user([.officer]).mayHold(caseOf: "d1"))
    #expect(user([.clerk], department: "d1").mayHold(caseOf: "d1"))
    #expect(user([.clerk], department: "d1").mayHold(caseOf: nil))
    #expect(!user([.clerk], department: "d2").mayHold(caseOf: "d1"))
    #expect(user([.clerk, .officer], department: "d2").mayHold(caseOf: "d1"))
    #expect(!user([.auditor]).mayHold(caseOf: "d1"))
    #expect(!user([.administrator]).mayHold(caseOf: nil))
    #expect(!user([.officer], isActive: false).mayHold(caseOf: "d1"))
  }
}

@Suite("Documents that are put on file")
struct AttachingTests {
  private func codes(_ material: Material) throws -> [String] {
    let walk = try Walk(DecidingTests.good)
    return try walk.refusals(.attach(material), by: Walk.officer).map(\.code)
  }

  @Test("Received tomorrow, about no year, or empty is no document; paper alone has no size")
  func refused() throws {
    let tomorrow = CalendarDate(parsing: "2026-03-03")
    #expect(try codes(Material(kind: "report", title: "报告", received: tomorrow)) == ["date.future"])
    #expect(try codes(Material(kind: "report", title: "报告", year: 20_260)) == ["material.year"])
    #expect(try codes(Material(kind: "report", title: "报告", size: 0)) == ["material.empty"])
    #expect(try codes(Material(kind: "report", title: "报告", year: 2025)).isEmpty)
  }

  @Test("A role that the actor does not hold is told, not passed over")
  func role() throws {
    var clerk = Walk.clerk
    clerk.preferredRole = .officer
    let walk = try Walk(DecidingTests.good)
    let refusals = try walk.refusals(.note("x"), by: clerk)
    #expect(refusals.map(\.code) == ["role.not_held"])
    #expect(refusals.first?.kind == .role)
  }
}
