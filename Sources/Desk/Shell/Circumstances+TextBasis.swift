import Casework
import Quantities
import TerminalUI
import Wording

extension Circumstances {
  /// What the texts of lists and of the first line rest on besides what they are about.
  ///
  /// Not the moment and not the size: parts of a picture stay while time goes by and wherever they
  /// stand. Neither the names of facts nor the keys of remedies, which these texts do not have.
  struct TextBasis: Equatable, Sendable {
    let widths: WidthRule
    let isPlain: Bool
    let language: Language
    let today: CalendarDate
    let user: User?
    let officeName: Bilingual
    let isTraining: Bool
    let users: [String: User]
    let departments: [String: Bilingual]
    let calendar: WorkingCalendar
    let labels: StageNames
  }

  /// What the texts rest on, kept by the frame while it stays the same.
  func textBasis(in frame: inout Frame) -> Kept<TextBasis> {
    let basis = TextBasis(
      widths: widths, isPlain: isPlain, language: language, today: today, user: user,
      officeName: officeName, isTraining: isTraining, users: users, departments: departments,
      calendar: calendar, labels: labels)
    return frame.kept("texts", while: basis) { basis }
  }
}
