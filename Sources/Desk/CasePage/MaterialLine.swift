import Casework
import Quantities
import RulePacks
import Wording

/// A document that has to be on file or is.
struct MaterialLine: Hashable, Sendable {
  let requirement: MaterialRequirement?
  let material: Material?
  let isRequired: Bool

  var isOnFile: Bool { material != nil }

  /// What the case's moment asks for, then whatever else is on file.
  static func lines(of folder: CaseFolder) -> [MaterialLine] {
    let moment = folder.moment
    let context = folder.context
    let scope = Scope(
      facts: FactSheet(folder.state.facts), inputs: [:], practice: context.practice.values,
      others: context.others, on: context.on, today: context.today, entered: nil)
    var lines: [MaterialLine] = []
    var rest = folder.state.materials
    for requirement in folder.pack.materials where requirement.moment == moment {
      let applies = requirement.applies.map { $0.evaluate(in: scope).truth }
      if applies == .some(false) { continue }
      let found = rest.filter { $0.kind == requirement.kind }
      rest.removeAll { $0.kind == requirement.kind }
      if found.isEmpty {
        lines.append(
          MaterialLine(
            requirement: requirement, material: nil, isRequired: requirement.isRequired))
      }
      lines += found.map {
        MaterialLine(requirement: requirement, material: $0, isRequired: requirement.isRequired)
      }
    }
    return lines
      + rest.map { MaterialLine(requirement: nil, material: $0, isRequired: false) }
  }

  /// What it is called, with its year, seal and file.
  func title(_ wording: Wording) -> String {
    let kind = requirement?.kind ?? material?.kind ?? ""
    var title = wording.material(kind)
    guard let material else { return title }
    if let year = material.year { title = wording.text(zh: "\(year)年", en: "\(year) ") + title }
    if !material.title.isEmpty, material.title != title {
      title += wording.text(zh: "：", en: ": ") + material.title
    }
    if material.isSealed { title += wording.text(zh: "（已盖章）", en: " (sealed)") }
    return title
  }
}
