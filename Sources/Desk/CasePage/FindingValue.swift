import Casework
import Quantities
import RulePacks
import Wording

/// Declared values of findings, options by their names.
enum FindingValue {
  /// The declared value; a dash where there is none.
  static func text(of finding: Finding, _ wording: Wording) -> String {
    guard case .choice(let option)? = finding.value else { return wording.value(of: finding) }
    for part in finding.explanation?.leadingComparison?.parts ?? [] {
      switch part.kind {
      case .fact: return wording.text(of: .choice(option), for: part.text)
      case .practice:
        return wording.text(
          of: .choice(option), practice: part.text.replacing("practice.", with: ""))
      default: continue
      }
    }
    return wording.value(of: finding)
  }
}
