import Casework
import RulePacks
import Testing

@Suite("Names of actions and openings")
struct ActionIDTests {
  @Test("A text is an action, or the opening of a procedure, and comes back as it was")
  func reading() {
    #expect(ActionID("recommend") == .action("recommend"))
    #expect(ActionID("open.annual_report") == .opening("annual_report"))
    #expect(ActionID("open") == .action("open"))
    #expect(ActionID("opening") == .action("opening"))
    for text in ["recommend", "open.annual_report", "open", "open."] {
      #expect(ActionID(text).text == text)
    }
    #expect(ActionID.opening("change").opens == "change")
    #expect(ActionID.action("change").opens == nil)
  }

  @Test("An end that the host chose, or a case that goes on elsewhere, is no failure of the host")
  func failures() {
    let failures = EndKind.allCases.filter(\.isFailureOfHost)
    #expect(
      Set(failures)
        == [.declined, .refused, .revoked, .disqualified, .delisted, .preparationCancelled])
  }
}
