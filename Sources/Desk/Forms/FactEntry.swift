import Quantities
import RulePacks
import TerminalUI
import Wording

/// What stands in one field of the form.
struct FactEntry: Hashable, Sendable {
  /// How it is edited.
  var editor: FieldEditor
  /// Whether it is said that there can be no such fact.
  var isAbsent: Bool
  /// What was on record when the form was opened.
  let recorded: FactValue?
  /// What was in the field when the form was opened.
  private let opened: String

  /// A field with what is on record for it.
  init(_ spec: FieldSpec, recorded: FactValue?, in circumstances: Circumstances) {
    opened = Self.text(of: recorded, circumstances.wording)
    editor = FieldEditor(spec, text: opened, in: circumstances)
    isAbsent = recorded == .absent
    self.recorded = recorded
  }

  /// Whether somebody changed what is in it.
  var isEdited: Bool { isAbsent != (recorded == .absent) || editor.text != opened }

  /// Puts back what is on record.
  mutating func restore() {
    editor.text = opened
    isAbsent = recorded == .absent
    editor.isTouched = false
  }

  /// Empties it, so that the fact becomes unknown.
  mutating func clear() {
    editor.text = ""
    isAbsent = false
    editor.isTouched = true
  }

  /// A value as somebody would type it.
  private static func text(of fact: FactValue?, _ wording: Wording) -> String {
    switch fact {
    case .value(.boolean(let flag)): flag ? "yes" : "no"
    case .value(let value): wording.typed(value)
    case .absent, nil: ""
    }
  }
}
