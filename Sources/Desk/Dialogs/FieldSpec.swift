import Quantities
package import RulePacks
import Wording

/// What a dialog asks for in one field.
package struct FieldSpec: Hashable, Sendable {
  /// One of several options.
  package struct Option: Hashable, Sendable {
    /// The id, as values have it.
    package var id: String
    /// What it is called.
    package var label: String

    /// An option.
    package init(id: String, label: String) {
      self.id = id
      self.label = label
    }
  }

  /// The id, unique in its dialog.
  package var id: String
  /// What it is called.
  package var label: String
  /// The type of its value; texts of ``ValueType/lines`` take several lines.
  package var type: ValueType
  /// The options, for choices.
  package var options: [Option]
  /// Whether it has to be filled in.
  package var isRequired: Bool
  /// What stands in the field while it is empty.
  package var hint: String

  /// A field.
  package init(
    id: String, label: String, type: ValueType, options: [Option] = [], isRequired: Bool = true,
    hint: String = ""
  ) {
    self.id = id
    self.label = label
    self.type = type
    self.options = options
    self.isRequired = isRequired
    self.hint = hint
  }

  /// The field of an input that a pack asks for.
  package init(_ input: Input, isRequired: Bool, in circumstances: Circumstances) {
    let wording = circumstances.wording
    var options: [Option] = []
    if case .choice(let ids) = input.type {
      options = ids.map {
        Option(id: $0, label: input.options[$0]?[circumstances.language] ?? $0)
      }
    }
    var hint = ""
    switch input.type {
    case .text, .choice, .boolean: break
    case .lines: hint = circumstances.say(zh: "一行一条", en: "one a line")
    case .count(let unit):
      hint = circumstances.say(zh: unit.symbol, en: "")
      if let low = input.minimum, let high = input.maximum {
        hint = "\(low / unit.scale)–\(high / unit.scale) " + hint
      }
    default: hint = wording.name(ofType: input.type.name)
    }
    self.init(
      id: input.id, label: input.label[circumstances.language], type: input.type,
      options: options, isRequired: isRequired, hint: hint)
  }
}
