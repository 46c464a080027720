import Foundation
import Testing

@Suite("Changes from the command line")
struct ChangeTests {
  @Test("Only the approval of the kind that was applied for is offered")
  func kinds() throws {
    let store = try TrainingStore(withCase: false)
    defer { store.program.clean() }
    let program = store.program
    try store.writeRosterOfOne()
    let day = ["--today", "2026-05-06"]
    let taken = try program.run(
      ["import", "--roster", "roster.yaml", "--as", "officer", "--json"] + day)
    let number = try #require(try taken.json.imported.items.first?["case"].string)
    for words in [
      ["open.change", "--as", "clerk", "--set", "change_kind=place", "request=a", "written=true"],
      ["forward", "--proceeding", "change-1", "--as", "clerk", "--set", "opinion=sound"],
    ] {
      let reply = try program.run(["act", number] + words + day)
      #expect(reply.status == 0, "\(reply.complaint)")
    }
    let actions = try program.run(["actions", number, "--as", "officer", "--json"] + day).json
    let approvals = actions.actions.items.filter {
      $0.id.string?.hasPrefix("approve") == true
    }
    #expect(approvals.count == 6)
    #expect(
      approvals.filter { $0.allowed == true }.map(\.id.string) == ["approve_place"])
  }
}
