package import CaseStore
import Casework
package import RulePacks

/// Receives an application that was typed in at the desk, or finds out what would stand in the way.
struct ReceiveErrand: DeskErrand {
  /// What it came to.
  struct Answer: Sendable {
    /// Whether nothing was recorded on purpose.
    let isDryRun: Bool
    /// The case, or why there is none.
    let result: Result<Performed, DeskTrouble>
  }

  /// The name under which the answer comes back.
  static let answerName = "receive"

  private let facts: Facts
  private let pack: String
  private let isDryRun: Bool

  var name: String { Self.answerName }

  init(_ facts: Facts, _ pack: String, isDryRun: Bool) {
    self.facts = facts
    self.pack = pack
    self.isDryRun = isDryRun
  }

  func run(with tools: DeskTools) -> any Sendable {
    let application = Application(facts: facts, materials: [], fingerprint: "")
    do {
      guard let store = tools.store as? any IntakeStore else {
        return Answer(isDryRun: isDryRun, result: .failure(.other("")))
      }
      let admissions = try store.admit(
        [.application(application, pack: pack)], by: tools.session, isDryRun: isDryRun,
        refusingKnown: false)
      switch admissions.first {
      case .admitted(let performed):
        return Answer(isDryRun: isDryRun, result: .success(performed))
      case .refused(let refusals):
        return Answer(isDryRun: isDryRun, result: .failure(.refused(refusals)))
      case .duplicate, nil:
        return Answer(isDryRun: isDryRun, result: .failure(.other("")))
      }
    } catch {
      return Answer(isDryRun: isDryRun, result: .failure(DeskTrouble(error)))
    }
  }
}

/// What the intake asks of a store; stores in memory may leave it out.
package protocol IntakeStore: AnyObject {
  /// Receives arrivals: all of them or none.
  func admit(
    _ arrivals: [Arrival], by session: Session, isDryRun: Bool, refusingKnown: Bool
  ) throws -> [Admission]
  /// The packs that the office has adopted.
  func packs() throws -> [RulePack]
}

extension CaseStore: IntakeStore {}
