import CaseStore
import Casework
import Quantities
import RulePacks
import Wording

/// How the command line speaks: the shared sentences, and what is known of pack, people and facts by
/// the time that one is needed.
final class Speech {
  /// The language.
  let language: Language
  /// The shared sentences.
  private(set) var wording: Wording
  /// The case that is talked of, for remedies that name a command.
  private(set) var caseName: String?

  /// A way of speaking before anything is known.
  init(language: Language) {
    self.language = language
    wording = Wording(language, surface: .commandLine)
  }

  /// Learns the labels of a pack and the names of an office's people.
  func know(_ pack: RulePack, of office: OfficeState) {
    wording.pack = pack
    know(office)
  }

  /// Learns the labels of a pack.
  func know(labelsOf pack: RulePack) { wording.pack = pack }

  /// Learns the names of an office's people.
  func know(_ office: OfficeState) {
    wording.people = office.users.mapValues(\.display)
  }

  /// Learns the labels of facts.
  func know(_ vocabulary: Vocabulary?) { wording.vocabulary = vocabulary }

  /// Learns the names of supervising departments.
  func know(_ departments: [Department]) {
    wording.departments = Dictionary(departments.map { ($0.id, $0.name) }) { first, _ in first }
  }

  /// Learns which case is talked of.
  func know(caseName: String) { self.caseName = caseName }

  /// The Chinese or the English text, as the language is.
  func text(zh: String, en: String) -> String { language == .zh ? zh : en }

  /// What stands between two clauses.
  var semicolon: String { text(zh: "；", en: "; ") }

  // MARK: What went wrong

  /// A refusal: why, under which article, and what mends it.
  func lines(_ refusal: Refusal) -> [String] {
    let remedy = wording.remedy(for: refusal, case: caseName)
    return [wording.line(for: refusal)] + (remedy.map { ["  → " + $0] } ?? [])
  }

  /// A problem: where, what, and what mends it.
  func lines(_ problem: Problem) -> [String] {
    let place = wording.place(problem.place)
    let remedy = wording.remedy(for: problem)
    let head = place.isEmpty || problem.place.line == nil ? "" : place + ": "
    let field = problem.place.line != nil ? problem.place.field.map { $0 + ": " } ?? "" : ""
    let grade =
      problem.severity == .warning
      ? wording.name(of: problem.severity) + text(zh: "：", en: ": ") : ""
    return [head + grade + field + wording.message(for: problem)]
      + (remedy.map { ["  → " + $0] } ?? [])
  }

  /// `{code, cites, message, remedy}` and more.
  func json(_ refusal: Refusal) -> JSON {
    [
      "code": .text(refusal.code), "kind": .text(refusal.kind.rawValue),
      "cites": .text(refusal.cites.joined(separator: ", ")),
      "condition": JSON(refusal.condition), "message": .text(wording.message(for: refusal)),
      "remedy": JSON(wording.remedy(for: refusal, case: caseName)),
      "arguments": .object(refusal.arguments.mapValues(JSON.text)),
    ]
  }

  /// `{file, line, column, field, severity, code, message, remedy}`.
  func json(_ problem: Problem) -> JSON { Self.json(problem, wording) }

  /// The same of many, put into words on every core.
  func json(all problems: [Problem]) -> JSON {
    .list(
      inParts(problems, of: 512) { [wording] part in
        part.map { Self.json($0, wording) }
      }.flatMap { $0 })
  }

  private static func json(_ problem: Problem, _ wording: Wording) -> JSON {
    [
      "file": JSON(problem.place.file), "line": JSON(problem.place.line),
      "column": JSON(problem.place.column), "field": JSON(problem.place.field),
      "severity": .text(problem.severity.rawValue), "code": .text(problem.code),
      "message": .text(wording.message(for: problem)),
      "remedy": JSON(wording.remedy(for: problem)),
      "arguments": .object(problem.arguments.mapValues(JSON.text)),
    ]
  }

  /// A wrong call in its own words.
  func lines(_ problem: UsageProblem) -> [String] {
    [problem.message[language]] + (problem.remedy.map { ["  → " + $0[language]] } ?? [])
  }

  /// The same as JSON, in the form of problems.
  func json(_ problem: UsageProblem) -> JSON {
    [
      "file": nil, "line": nil, "column": nil, "field": nil, "severity": "error",
      "code": .text(problem.code), "message": .text(problem.message[language]),
      "remedy": JSON(problem.remedy?[language]),
    ]
  }

  // MARK: Findings, deadlines, events

  /// The word for a result.
  func word(of result: FindingResult) -> String { wording.mark(of: result) }

  /// What lies behind a finding, in one sentence.
  func explanation(of finding: Finding) -> String {
    TextFolding.trimmed(wording.line(for: finding))
  }

  /// What lies behind a finding, without its label.
  func remark(on finding: Finding) -> String {
    let detail = wording.detail(of: finding)
    return String(detail.drop { $0 == "：" || $0 == ":" || $0 == " " })
  }

  /// How a deadline was counted, in one line.
  func explanation(of deadline: Deadline) -> String {
    wording.explanation(of: deadline).joined(separator: semicolon)
  }

  /// What an event did, in one sentence.
  func sentence(for event: Event, of state: CaseState?) -> String {
    let line = wording.history(of: event, state: state)
    return [line.what, line.change, line.note].compactMap { $0 }
      .joined(separator: text(zh: "：", en: ": "))
  }

  /// What is to be recorded, in one sentence.
  func sentence(_ draft: EventDraft, of state: CaseState?) -> String {
    wording.what(draft.payload, state)
  }

  /// How a value of a type is written.
  func form(of type: ValueType, options: [String: Bilingual], _ language: Language) -> String {
    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
    switch type {
    case .boolean: return say("是 或 否", "yes or no")
    case .count(.point): return say("得分，如 86.5", "a score, such as 86.5")
    case .count(let unit):
      return unit.symbol.isEmpty
        ? say("整数，如 7", "a whole number, such as 7") : wording.text(of: 12, unit)
    case .year: return say("年份，如 2025", "a year, such as 2025")
    case .money: return say("金额带单位，如 700 万元", "an amount with its unit, such as CNY 7m")
    case .area: return say("面积带单位，如 1200 平方米", "an area with its unit, such as 1,200 sq m")
    case .ratio: return say("比例，如 45%", "a share, such as 45%")
    case .date: return say("日期，如 2026-03-02", "a date, such as 2026-03-02")
    case .period: return say("期限，如 5 个工作日", "a period, such as 5 working days")
    case .text: return say("文字", "a text")
    case .lines: return say("逐项文字，可多次给出", "texts, given once for each item")
    case .choice(let choices):
      return choices.map { choice in
        options[choice].map { "\(choice)" + say("（\($0[language])）", " (\($0[language]))") }
          ?? choice
      }.joined(separator: say("、", ", "))
    }
  }
}
