import Quantities
package import RulePacks
package import TerminalUI
import Wording

/// The fields of a dialog, one of which has the focus; behind the last one come its buttons.
package struct FieldSet: Sendable, Hashable {
  /// The fields, in order.
  package var fields: [FieldEditor]
  /// The field with the focus; the number of fields means the buttons.
  package var focus = 0
  /// The columns that a field was last given, for the movements in areas.
  package var columns = 60

  /// Some fields.
  package init(_ fields: [FieldEditor]) { self.fields = fields }

  /// Whether the buttons have the focus.
  package var isOnButtons: Bool { focus >= fields.count }

  /// The field with the focus.
  package var current: FieldEditor? { isOnButtons ? nil : fields[focus] }

  /// A field by its id.
  package subscript(id: String) -> FieldEditor? { fields.first { $0.spec.id == id } }

  /// The values of the fields that have one, by id.
  package var values: [String: Value] {
    var values: [String: Value] = [:]
    for field in fields { values[field.spec.id] = field.value }
    return values
  }

  /// The texts of the fields in which anything is, by id.
  package var texts: [String: String] {
    var texts: [String: String] = [:]
    for field in fields where !field.isEmpty { texts[field.spec.id] = field.text }
    return texts
  }

  /// The first field that has to be filled in and is not, or that holds what it cannot.
  package var firstLacking: Int? {
    fields.firstIndex { ($0.spec.isRequired && $0.isEmpty) || $0.isWrong }
  }

  /// Puts texts into the fields.
  package mutating func fill(_ texts: [String: String]) {
    for index in fields.indices {
      if let text = texts[fields[index].spec.id] { fields[index].text = text }
    }
  }

  /// Moves the focus; around the end to the beginning.
  package mutating func move(by distance: Int) {
    if !isOnButtons { fields[focus].isTouched = true }
    let count = fields.count + 1
    focus = (focus + distance + count) % count
  }

  /// Takes a key or a pasted text for the field with the focus.
  package mutating func update(_ event: InputEvent) -> WidgetReply {
    guard !isOnButtons else { return .ignored }
    let reply = fields[focus].update(event, columns: columns)
    guard reply == .ignored, case .key(let key) = event else { return reply }
    switch key {
    case .down:
      move(by: 1)
      return .moved
    case .up:
      move(by: -1)
      return .moved
    default: return .ignored
    }
  }

  /// Takes a click on a field or an option of an open list.
  ///
  /// - Returns: nil where the region is none of them.
  package mutating func click(_ region: Region, _ index: Int) -> WidgetReply? {
    switch region {
    case .field where fields.indices.contains(index):
      let isAgain = focus == index
      focus = index
      if isAgain || !fields[index].spec.options.isEmpty || fields[index].spec.type == .boolean {
        _ = fields[index].update(.key(.enter), columns: columns)
      }
      return .moved
    case .option where !isOnButtons && fields[focus].isOpen:
      fields[focus].choose(index)
      return .changed
    default: return nil
    }
  }

  /// Rows that all fields take together, with what is wrong in them.
  package func rows(_ circumstances: Circumstances) -> Int {
    fields.reduce(0) { $0 + $1.rows + (complaint(about: $1, circumstances) == nil ? 0 : 1) }
  }

  /// What is wrong with a field, once somebody has been in it.
  package func complaint(about field: FieldEditor, _ circumstances: Circumstances) -> String? {
    guard field.isTouched, field.isWrong else { return nil }
    let kind = circumstances.wording.name(ofType: field.spec.type.name)
    return circumstances.say(zh: "应填写\(kind)", en: "not \(kind)")
  }
}
