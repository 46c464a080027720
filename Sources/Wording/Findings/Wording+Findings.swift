package import Casework
import Quantities
import RulePacks

extension Wording {
  /// The declared value of a finding; a dash where there is none.
  package func value(of finding: Finding) -> String {
    guard let value = finding.value else { return "—" }
    if case .boolean = value, finding.threshold == nil { return "—" }
    return text(
      of: value, options: options(of: finding), threshold: finding.threshold, isShort: true)
  }

  /// What a finding asks for: ≥ 2,000 万元; for judgements who judges; a dash where nothing is
  /// compared.
  package func demand(sign finding: Finding) -> String {
    if finding.result == .judgement || (finding.threshold == nil && finding.judge != nil) {
      return finding.judge.map { text(zh: "\(owner($0.owner))判断", en: owner($0.owner)) }
        ?? text(zh: "须判断", en: "to be judged")
    }
    guard let threshold = finding.threshold else { return "—" }
    // `name != ""` asks that something be there, not for a value.
    if threshold == .text("") { return text(zh: "须写明", en: "to be stated") }
    let sign = comparison(of: finding).map { self.sign(ofComparison: $0) + " " } ?? ""
    return sign + text(of: threshold, options: options(of: finding), isShort: true)
  }

  /// A finding on one line: ✗ 近三年研发费用总额 1,850 万元，须不低于 2,000 万元，还差 150 万元（第八条第1项）.
  package func line(for finding: Finding) -> String {
    let detail = detail(of: finding)
    let begin =
      detail.isEmpty ? "" : opensWithValue(finding) ? " " : text(zh: "：", en: ": ")
    return mark(of: finding.result) + " " + condition(finding.id) + begin + detail
      + citation(finding.cites)
  }

  /// What lies behind a result, without its label: values and shortfall, what is missing, who
  /// judges, why it was waived.
  package func detail(of finding: Finding) -> String {
    var parts: [String] = []
    switch finding.result {
    case .met, .notMet:
      if let demand = demand(of: finding) { parts.append(demand) }
      if finding.judge != nil, let reason = finding.reason { parts.append(reason) }
    case .unknown:
      let missing = facts(finding.missing)
      parts.append(
        finding.missing.isEmpty
          ? text(zh: "资料不全", en: "cannot be told")
          : text(zh: "缺\(missing)", en: "missing \(missing)"))
    case .judgement:
      if let judge = finding.judge {
        let (owner, stage) = (owner(judge.owner), stage(judge.stage))
        parts.append(
          text(zh: "由\(owner)在\(stage)环节判断", en: "to be judged by \(owner) at \(stage)"))
      }
    case .notApplicable: break
    case .waiverRequested, .waived, .departed:
      if let demand = demand(of: finding) { parts.append(demand) }
      if let reason = finding.reason {
        parts.append(text(zh: "理由：\(reason)", en: "reason: \(reason)"))
      }
    }
    if let exception = finding.exception {
      let article = article(exception)
      parts.append(
        finding.result == .notApplicable
          ? text(zh: "依\(article)不作要求", en: "exempt under \(article)")
          : text(zh: "依\(article)作一般要求", en: "a default under \(article)"))
    }
    if finding.isPartial {
      parts.append(text(zh: "个别年度无此数据，未计入", en: "years without figures left out"))
    }
    return clauses(parts)
  }

  private func opensWithValue(_ finding: Finding) -> Bool {
    let compared: [FindingResult] = [.met, .notMet, .waiverRequested, .waived, .departed]
    return compared.contains(finding.result) && demand(of: finding) != nil
  }

  /// Value, threshold and shortfall in words; nil where nothing was compared.
  func demand(of finding: Finding) -> String? {
    guard let value = finding.value, let threshold = finding.threshold else { return nil }
    if case .boolean = threshold { return nil }
    if threshold == .text("") {
      return finding.result == .met ? nil : text(zh: "未写明", en: "not stated")
    }
    let options = options(of: finding)
    let declared = text(of: value, options: options, threshold: threshold)
    let asked = text(of: threshold, options: options)
    let must = must(comparison(of: finding), asked)
    let usual = finding.force == .default ? text(zh: "一般", en: "as a rule ") : ""
    return text(zh: "\(declared)，\(usual)\(must)", en: "\(declared), \(usual)\(must)")
      + (finding.result == .met ? "" : shortfall(of: finding))
  }

  private func shortfall(of finding: Finding) -> String {
    guard let missing = finding.shortfall else { return "" }
    let isUpper = isUpper(comparison(of: finding))
    return shortfall(missing, isUpper: isUpper, isAbove: isAbove(missing, finding.value))
  }

  /// Whether what is missing is an amount above the line of a ratio.
  func isAbove(_ missing: Value, _ value: Value?) -> Bool {
    guard case .ratio = value else { return false }
    if case .ratio = missing { return false }
    return true
  }

  /// The names of the options of what a finding shows, and of what it compares.
  private func options(of finding: Finding) -> [String: Bilingual] {
    guard case .fact(let path) = pack?.condition(finding.id)?.shows?.root else {
      return comparedOptions(of: finding)
    }
    let shown = vocabulary?.field(at: path)?.field.options ?? [:]
    return shown.merging(comparedOptions(of: finding)) { shown, _ in shown }
  }

  private func comparedOptions(of finding: Finding) -> [String: Bilingual] {
    for part in finding.explanation?.leadingComparison?.parts ?? [] {
      switch part.kind {
      case .fact: return vocabulary?.field(at: part.text)?.field.options ?? [:]
      case .input: return pack?.input(part.text.replacing("input.", with: ""))?.options ?? [:]
      case .practice:
        return pack?.practiceItem(part.text.replacing("practice.", with: ""))?.options ?? [:]
      default: continue
      }
    }
    return [:]
  }

  /// 还差 150 万元 or 超出 1 人, with the comma before it; ratios in 个百分点.
  func shortfall(_ missing: Value, isUpper: Bool, isAbove: Bool = false) -> String {
    var amount = text(of: missing)
    if case .ratio = missing {
      amount = amount.replacing("%", with: text(zh: " 个百分点", en: " points"))
    }
    let equal = isAbove ? text(zh: "相当于", en: "that is ") : ""
    return isUpper
      ? text(zh: "，\(equal)超出 \(amount)", en: ", \(equal)\(amount) too many")
      : text(zh: "，\(equal)还差 \(amount)", en: ", \(equal)\(amount) short")
  }

  private func isUpper(_ comparison: String?) -> Bool { comparison == "<=" || comparison == "<" }

  private func must(_ comparison: String?, _ asked: String) -> String {
    switch comparison {
    case ">=": text(zh: "须不低于 \(asked)", en: "at least \(asked) needed")
    case ">": text(zh: "须超过 \(asked)", en: "more than \(asked) needed")
    case "<=": text(zh: "须不超过 \(asked)", en: "at most \(asked) allowed")
    case "<": text(zh: "须低于 \(asked)", en: "less than \(asked) needed")
    case "==": text(zh: "须为 \(asked)", en: "\(asked) needed")
    case "!=": text(zh: "不得为 \(asked)", en: "anything but \(asked)")
    default: text(zh: "要求 \(asked)", en: "\(asked) asked for")
    }
  }

  /// The sign of the comparison that a finding's value and threshold come from, as packs write it.
  func comparison(of finding: Finding) -> String? {
    guard let explanation = finding.explanation else { return nil }
    return explanation.comparison(with: finding.threshold)
  }

  /// Findings counted by result, those that occur: 13 符合 · 1 偏离 · 1 待判.
  package func tally(of findings: [Finding]) -> String {
    let parts = FindingResult.allCases.compactMap { result -> String? in
      let count = findings.count { $0.result == result }
      return count == 0 ? nil : "\(count) \(name(of: result))"
    }
    return parts.joined(separator: " · ")
  }
}

extension Explanation {
  /// The first comparison whose right side came to a threshold, failed ones first.
  fileprivate func comparison(with threshold: Value?) -> String? {
    let all = comparisons.filter { step in
      guard let threshold else { return true }
      return step.parts.last?.outcome == .value(threshold)
    }
    return (all.first { $0.outcome.truth == false } ?? all.first)?.text
  }

  private var comparisons: [Explanation] {
    (kind == .comparison ? [self] : []) + parts.flatMap(\.comparisons)
  }
}
