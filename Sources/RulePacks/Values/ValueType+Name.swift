import Quantities

extension ValueType {
  /// The type as vocabularies and packs write it: `money`, `count person`.
  package var name: String {
    switch self {
    case .boolean: "boolean"
    case .count(.point): "score"
    case .count(let unit): "count \(unit.rawValue)"
    case .year: "year"
    case .money: "money"
    case .area: "area"
    case .ratio: "ratio"
    case .date: "date"
    case .period: "period"
    case .text: "text"
    case .choice: "choice"
    case .lines: "lines"
    }
  }
}
