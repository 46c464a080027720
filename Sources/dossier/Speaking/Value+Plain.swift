import Quantities
import RulePacks

extension Value {
  /// The value as application files have it, whatever the reader's language: `2115 万元`, `70%`,
  /// `30 人`, `2026-03-02`; texts and years are bare.
  var plain: String {
    switch self {
    case .text(let text): text
    case .count(let number, .year): String(number)
    default: written
    }
  }
}

extension JSON {
  /// A value as application files have it, or null.
  init(_ value: RulePacks.Value?) { self.init(value?.plain) }
}
