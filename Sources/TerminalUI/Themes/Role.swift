/// What a piece of the screen means; a theme says how it looks.
package enum Role: UInt8, Sendable, Hashable, CaseIterable {
  /// Plain text, and text that steps back, stands out or is switched off.
  case text, dim, strong, accent, disabled
  /// Headings, the top bar, the bottom bar and the keys named in it.
  case title, header, footer, key
  /// The row under the cursor in the focused and in another list; marked rows; search matches.
  case selection, selectionIdle, mark, match
  /// Findings, deadlines and messages.
  case ok, info, warning, danger, paused, judgement
  /// Articles cited and their text; why something cannot be done; what the office itself set.
  case cite, statute, refusal, practice
  /// Lines, and the border of the part that has the focus.
  case border, borderFocused
  /// Tabs.
  case tab, tabActive
  /// Fields of forms.
  case label, field, fieldFocused, placeholder
  /// Buttons and small boxed words.
  case button, buttonFocused, badge
  /// Dialogs, lists that drop down, messages that pass.
  case dialog, dialogTitle, menu, toast, toastDanger
  /// Scroll bars and progress bars.
  case scrollbar, scrollThumb, progress, progressDone
  /// Steps of a process.
  case stepDone, stepCurrent, stepAhead

  /// The name in theme files and golden texts: words joined by hyphens.
  package var name: String { Self.names[Int(rawValue)] }

  private static let names: [String] = allCases.map { role in
    var result = ""
    for letter in "\(role)" {
      if letter.isUppercase { result += "-" }
      result += letter.lowercased()
    }
    return result
  }

  /// The role of a name in a theme file.
  init?(name: String) {
    guard let role = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = role
  }
}
