package import Casework
import Quantities

extension Wording {
  /// The one-column sign of a result: ✓ ✗ – ? ◇ ◆ ◔, or a letter where signs stay within ASCII.
  package func sign(of result: FindingResult) -> String {
    switch result {
    case .met: isPlain ? "+" : "✓"
    case .notMet: isPlain ? "x" : "✗"
    case .notApplicable: isPlain ? "-" : "–"
    case .unknown, .judgement: "?"
    case .departed: isPlain ? "o" : "◇"
    case .waived: isPlain ? "*" : "◆"
    case .waiverRequested: isPlain ? "w" : "◔"
    }
  }

  /// The word for a result.
  package func name(of result: FindingResult) -> String {
    switch result {
    case .met: text(zh: "符合", en: "met")
    case .notMet: text(zh: "不符合", en: "not met")
    case .notApplicable: text(zh: "不适用", en: "n/a")
    case .unknown: text(zh: "缺数据", en: "no data")
    case .judgement: text(zh: "待判", en: "to judge")
    case .waiverRequested: text(zh: "拟放宽", en: "waiver asked")
    case .waived: text(zh: "放宽", en: "waived")
    case .departed: text(zh: "偏离", en: "departed")
    }
  }

  /// Sign and word: ✓ 符合.
  package func mark(of result: FindingResult) -> String {
    sign(of: result) + " " + name(of: result)
  }

  /// A comparison sign: ≥ ≤ > < = ≠, or ASCII.
  func sign(ofComparison written: String) -> String {
    switch written {
    case ">=": isPlain ? ">=" : "≥"
    case "<=": isPlain ? "<=" : "≤"
    case "==": "="
    case "!=": isPlain ? "!=" : "≠"
    case "in": text(zh: "属于", en: "in")
    default: written
    }
  }
}
