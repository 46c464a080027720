import Casework
package import RulePacks
import Quantities

extension Wording {
  /// The tree of what was compared as indented lines, two blanks a level.
  package func explanation(of explanation: Explanation) -> [String] {
    var lines: [String] = []
    add(explanation, level: 0, to: &lines)
    return lines
  }

  private func add(_ step: Explanation, level: Int, to lines: inout [String]) {
    lines.append(String(repeating: "  ", count: level) + line(for: step))
    for part in step.parts where isWorthSaying(part, within: step) {
      add(part, level: level + 1, to: &lines)
    }
  }

  /// Literals say nothing that the step above does not say.
  private func isWorthSaying(_ part: Explanation, within step: Explanation) -> Bool {
    part.kind != .literal
  }

  private func line(for step: Explanation) -> String {
    switch step.kind {
    case .comparison: comparison(step)
    case .logic: sign(of: step.outcome) + connective(step)
    case .each: sign(of: step.outcome) + row(step)
    case .definition: definition(step)
    default: title(of: step) + text(zh: "：", en: ": ") + outcome(step)
    }
  }

  /// A test under its name with its sign, a value under its name.
  private func definition(_ step: Explanation) -> String {
    let label = pack?.definition(step.text).map { $0.label[language] } ?? step.text
    if case .value(let value) = step.outcome {
      guard case .boolean = value else { return label + text(zh: "：", en: ": ") + outcome(step) }
    }
    return sign(of: step.outcome) + label + remark(step)
  }

  private func comparison(_ step: Explanation) -> String {
    let limit = step.parts.last.flatMap { part -> Value? in
      if case .value(let value) = part.outcome { return value }
      return nil
    }
    let sides = step.parts.map { text(of: $0.outcome, path: path(of: step), threshold: limit) }
    let shown: String
    if step.text == "in", let first = sides.first {
      shown = first + " " + sign(ofComparison: "in") + " " + list(Array(sides.dropFirst()))
    } else {
      shown = sides.joined(separator: " " + sign(ofComparison: step.text) + " ")
    }
    let rest =
      step.shortfall.map { missing in
        shortfall(
          missing, isUpper: step.text == "<=" || step.text == "<",
          isAbove: isAbove(missing, limit))
      } ?? ""
    return sign(of: step.outcome) + shown + rest + remark(step)
  }

  /// The fact that a comparison is about, whose options name a choice.
  private func path(of step: Explanation) -> FactPath? {
    step.parts.first { $0.kind == .fact }?.text
  }

  private func connective(_ step: Explanation) -> String {
    switch step.text {
    case "and": text(zh: "须同时满足", en: "all of")
    case "or": text(zh: "满足其一即可", en: "one of")
    case "not": text(zh: "须非", en: "not")
    case "if": text(zh: "按情形", en: "as the case may be")
    default: step.text
    }
  }

  private func row(_ step: Explanation) -> String {
    step.text == "each" ? text(zh: "逐项核查", en: "each one") : fact(step.text)
  }

  private func title(of step: Explanation) -> String {
    switch step.kind {
    case .fact: fact(step.text)
    case .input: input(plain(step.text, "input."))
    case .practice:
      practice(plain(step.text, "practice.")) + bracketed(text(zh: "本局约定", en: "practice"))
    case .question: text(zh: "其他案卷", en: "other cases")
    case .date: date(step.text)
    case .function: function(step.text)
    case .arithmetic: arithmetic(step.text)
    default: step.text
    }
  }

  private func plain(_ text: String, _ prefix: String) -> String {
    text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
  }

  private func date(_ name: String) -> String {
    switch name {
    case "on": text(zh: "办理日期", en: "date of the step")
    case "today": text(zh: "今日", en: "today")
    case "entered": text(zh: "进入本环节日期", en: "date of entry")
    case "due": text(zh: "到期日", en: "due date")
    default: name
    }
  }

  private func function(_ name: String) -> String {
    switch name {
    case "sum": text(zh: "合计", en: "sum")
    case "min": text(zh: "最小值", en: "least")
    case "max": text(zh: "最大值", en: "greatest")
    case "count": text(zh: "个数", en: "number")
    case "exists": text(zh: "是否存在", en: "exists")
    case "longest_run": text(zh: "最长连续年数", en: "longest run of years")
    case "ratio": text(zh: "占比", en: "ratio")
    case "year": text(zh: "年份", en: "year")
    case "month": text(zh: "月份", en: "month")
    case "date": text(zh: "日期", en: "date")
    case "end_of_month": text(zh: "月末", en: "end of month")
    case "workday": text(zh: "当日或其后首个工作日", en: "first working day from")
    case "length": text(zh: "字数", en: "length")
    case "starts_with": text(zh: "开头", en: "begins with")
    case "ends_with": text(zh: "结尾", en: "ends with")
    case "contains": text(zh: "包含", en: "contains")
    case "coalesce": text(zh: "取值", en: "value")
    case "known": text(zh: "是否已登记", en: "on record")
    case "absent": text(zh: "是否无此数据", en: "none exists")
    default:
      name.hasPrefix("passes") ? text(zh: "条件是否通过", en: "conditions pass") : name
    }
  }

  private func arithmetic(_ sign: String) -> String {
    switch sign {
    case "+": text(zh: "相加", en: "sum")
    case "-": text(zh: "相减", en: "difference")
    case "*": text(zh: "相乘", en: "product")
    case "/": text(zh: "占比", en: "ratio")
    default: sign
    }
  }

  private func outcome(_ step: Explanation) -> String {
    text(of: step.outcome, path: step.kind == .fact ? step.text : nil) + remark(step)
  }

  private func remark(_ step: Explanation) -> String {
    var parts: [String] = []
    if step.isPartial { parts.append(text(zh: "部分年度无数据", en: "some years have none")) }
    if let note = step.note { parts.append(name(of: note)) }
    return parts.isEmpty ? "" : bracketed(clauses(parts))
  }

  private func name(of note: Explanation.Note) -> String {
    switch note {
    case .overZero: text(zh: "分母为零", en: "divided by zero")
    case .overflow: text(zh: "数值超出范围", en: "out of range")
    case .noSuchDay: text(zh: "没有这一天", en: "no such day")
    case .workingDays: text(zh: "须按工作日历计算", en: "needs the calendar")
    case .incomparable: text(zh: "无法比较", en: "cannot be compared")
    }
  }

  /// What a step came to.
  package func text(
    of outcome: Outcome, path: FactPath? = nil, threshold: Value? = nil
  ) -> String {
    switch outcome {
    case .value(let value):
      text(
        of: value, options: path.flatMap { vocabulary?.field(at: $0)?.field.options } ?? [:],
        threshold: threshold)
    case .unknown(let missing):
      missing.isEmpty || missing == path.map { [$0] }
        ? text(zh: "未填", en: "not given")
        : text(zh: "缺\(facts(missing))", en: "missing \(facts(missing))")
    case .absent: text(zh: "无此数据", en: "none exists")
    case .notApplicable: text(zh: "不适用", en: "not applicable")
    }
  }

  private func sign(of outcome: Outcome) -> String {
    let result: String =
      switch outcome {
      case .value(.boolean(true)): sign(of: .met)
      case .value(.boolean(false)): sign(of: .notMet)
      case .notApplicable: sign(of: FindingResult.notApplicable)
      default: sign(of: .unknown)
      }
    return result + " "
  }
}
