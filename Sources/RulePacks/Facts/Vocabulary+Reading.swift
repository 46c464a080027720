package import Quantities

extension Vocabulary {
  /// Reads what a person wrote for a fact: `700 万元`, `60%`, `是`, `3`, the name of an option in
  /// either language, `absent` or `不存在` for what cannot be.
  ///
  /// Units of counts may be left out, those of amounts and of percentages may not.
  ///
  /// - Parameter path: in any way of `canonicalPath`.
  /// - Returns: the value, or a problem of a code that begins with `fact.`, with what is expected
  ///   and an example.
  package func parse(_ text: String, for path: FactPath) -> Result<FactValue, Problem> {
    switch canonicalPath(path) {
    case .failure(let problem): .failure(problem)
    case .success(let canonical): read(text, for: canonical)
    }
  }

  private func read(_ text: String, for path: FactPath) -> Result<FactValue, Problem> {
    let folded = TextFolding.folded(text)
    let isAbsent = ["absent", "不存在"].contains(folded.lowercased())
    guard let (_, field) = field(at: path) else {
      // A whole row, table or list.
      let arguments = ["name": path, "found": folded, "expected": "absent", "example": "absent"]
      return isAbsent
        ? .success(.absent) : .failure(Problem("fact.form", at: .init(field: path), arguments))
    }
    guard !folded.isEmpty else {
      return .failure(field.problem("fact.empty", folded, at: path))
    }
    if isAbsent { return .success(.absent) }
    if case .choice(let options) = field.type {
      return option(folded, among: options, of: field, at: path)
    }
    if field.format == .creditCode { return creditCode(folded, of: field, at: path) }
    guard let value = Value(text, as: field.type) else {
      let code = field.lacksUnit(folded) ? "fact.unit_missing" : "fact.form"
      return .failure(field.problem(code, folded, at: path))
    }
    return checked(value, of: field, folded, at: path)
  }

  private func checked(
    _ value: Value, of field: Field, _ folded: String, at path: FactPath
  ) -> Result<FactValue, Problem> {
    if value.isNegative { return .failure(field.problem("fact.negative", folded, at: path)) }
    if case .ratio(let ratio) = value, field.lacksUnit(folded), ratio.numerator > ratio.denominator
    {
      return .failure(field.problem("fact.unit_missing", folded, at: path))
    }
    if let address = RowAddress(path), let group = group(address.group),
      group.shape == .table(key: field.name), case .count(let key, _) = value, key != address.key
    {
      return .failure(
        Problem(
          "fact.row_unlike", at: .init(field: path),
          ["name": path, "expected": String(address.key), "found": folded]))
    }
    return .success(.value(value))
  }

  private func creditCode(
    _ folded: String, of field: Field, at path: FactPath
  ) -> Result<FactValue, Problem> {
    do {
      return .success(.value(.text(try CreditCode(folded).text)))
    } catch {
      let (code, arguments) = Self.words(for: error)
      var problem = field.problem("fact.credit_code." + code, folded, at: path)
      problem.arguments.merge(arguments) { _, new in new }
      return .failure(problem)
    }
  }

  /// The last part of a problem's code, and what it says, for what is wrong with a credit code.
  private static func words(for fault: CreditCode.Fault) -> (String, [String: String]) {
    switch fault {
    case .length(let count): ("length", ["length": String(count)])
    case .letter(let character, let position):
      ("letter", ["letter": String(character), "position": String(position)])
    case .spreadsheet: ("spreadsheet", [:])
    case .organisationCheck(let expected): ("organisation_check", ["expected": String(expected)])
    case .check(let expected): ("check", ["expected": String(expected)])
    }
  }

  private func option(
    _ folded: String, among options: [String], of field: Field, at path: FactPath
  ) -> Result<FactValue, Problem> {
    let key = TextFolding.comparisonKey(folded)
    for option in options {
      let label = field.options[option]
      let names = [option, label?.zh ?? "", label?.en ?? ""].filter { !$0.isEmpty }
      if names.contains(where: { TextFolding.comparisonKey($0) == key }) {
        return .success(.value(.choice(option)))
      }
    }
    var problem = field.problem("fact.option", folded, at: path)
    problem.arguments["expected"] = options.joined(separator: ", ")
    problem.arguments["suggestion"] = Suggestion.nearest(to: folded, among: options)
    return .failure(problem)
  }
}

extension Vocabulary.Field {
  /// A problem with what was written, with what is expected and an example.
  fileprivate func problem(_ code: String, _ found: String, at path: FactPath) -> Problem {
    Problem(
      code, at: .init(field: path),
      ["name": path, "found": found, "expected": Kind(type).name, "example": example])
  }

  /// Whether a number was written without the unit that it needs.
  fileprivate func lacksUnit(_ folded: String) -> Bool {
    guard type == .money || type == .area || type == .ratio,
      let (number, rest) = DecimalText.leading(in: folded)
    else { return false }
    return rest.isEmpty && (type != .ratio || number.places == 0)
  }

  private var example: String {
    switch type {
    case .boolean: "是"
    case .count(let unit): Value.count(12, unit).written
    case .year: "2024"
    case .money: "700 万元"
    case .area: "1200 平方米"
    case .ratio: "65%"
    case .date: "2026-03-02"
    case .period: "5 个工作日"
    case .text, .lines: "…"
    case .choice(let options): options.first ?? ""
    }
  }
}

extension Value {
  /// Whether it is an amount, area, count or ratio below zero.
  package var isNegative: Bool {
    switch self {
    case .count(let number, _): number < 0
    case .money(let money): money.fen < 0
    case .area(let area): area.hundredths < 0
    case .ratio(let ratio): ratio.numerator < 0
    default: false
    }
  }
}
