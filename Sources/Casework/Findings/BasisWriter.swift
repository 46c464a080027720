import Quantities
import RulePacks

/// Writes findings with their trees.
///
/// A decision explains some fifty conditions: a general encoder took a third of the whole decision.
/// `BasisFormTests` fails where a property of a finding or an explanation is not written here.
struct BasisWriter {
  private(set) var bytes = Basis.mark
  private var texts: [String: Int64] = [:]

  init() {
    bytes.reserveCapacity(8192)
    texts.reserveCapacity(256)
  }

  mutating func write(_ findings: [Finding]) {
    write(Int64(findings.count))
    for finding in findings { write(finding) }
  }

  private mutating func write(_ finding: Finding) {
    var parts: Basis.Parts = []
    if finding.isPartial { parts.insert(.partial) }
    if finding.explanation != nil { parts.insert(.explanation) }
    if finding.judge != nil { parts.insert(.judge) }
    bytes.append(parts.rawValue)
    write(finding.id)
    write(finding.cites)
    write(finding.force.rawValue)
    write(finding.moment.rawValue)
    write(finding.result.rawValue)
    write(finding.value)
    write(finding.threshold)
    write(finding.shortfall)
    write(finding.missing)
    write(optional: finding.exception)
    write(optional: finding.reason)
    write(optional: finding.waivableBy)
    if let judge = finding.judge {
      write(judge.owner)
      write(judge.stage)
    }
    if let explanation = finding.explanation { write(explanation) }
  }

  private mutating func write(_ step: Explanation) {
    write(step.kind.rawValue)
    bytes.append(step.isPartial ? 1 : 0)
    write(step.text)
    write(step.outcome)
    write(step.shortfall)
    write(optional: step.note?.rawValue)
    write(Int64(step.parts.count))
    for part in step.parts { write(part) }
  }

  private mutating func write(_ outcome: Outcome) {
    switch outcome {
    case .value(let value): write(value)
    case .unknown(let missing):
      tag(.unknown)
      write(missing)
    case .absent: tag(.absent)
    case .notApplicable: tag(.notApplicable)
    }
  }

  private mutating func write(_ value: Value?) {
    switch value {
    case nil: tag(.nothing)
    case .boolean(let flag): tag(flag ? .yes : .no)
    case .count(let number, let unit):
      tag(.count)
      write(number)
      write(unit.rawValue)
    case .money(let money):
      tag(.money)
      write(money.fen)
    case .area(let area):
      tag(.area)
      write(area.hundredths)
    case .ratio(let ratio):
      tag(.ratio)
      write(ratio.numerator)
      write(ratio.denominator)
    case .date(let date):
      tag(.date)
      write(Int64(date.ordinal))
    case .period(let period):
      tag(.period)
      write(Int64(period.number))
      write(period.unit.rawValue)
    case .text(let text):
      tag(.text)
      write(text)
    case .choice(let option):
      tag(.choice)
      write(option)
    }
  }

  private mutating func tag(_ tag: Basis.Tag) { bytes.append(tag.rawValue) }

  private mutating func write(_ texts: [String]) {
    write(Int64(texts.count))
    for text in texts { write(text) }
  }

  private mutating func write(optional text: String?) {
    if let text { write(text) } else { write(0 as Int64) }
  }

  /// A text: 1 and the text where it comes first, later 2 and more for its number.
  private mutating func write(_ text: String) {
    let new = Int64(texts.count)
    let number = texts[text, default: new]
    guard number == new else { return write(number + 2) }
    texts[text] = new
    write(1 as Int64)
    write(Int64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func write(_ number: Int64) { bytes.append(compact: number) }
}
