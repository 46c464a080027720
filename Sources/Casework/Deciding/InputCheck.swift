import Quantities
import RulePacks

extension DecisionTable {
  /// What is wrong with what was given: missing, unknown, of another type, out of range.
  ///
  /// - Parameter isProbing: whether missing inputs are passed over, to find out what else stands in
  ///   the way before anybody has filled in a form.
  func inputRefusals(
    needs: [String], mayHave: [String], given: [String: Value], cites: [Citation],
    isProbing: Bool
  ) -> [Refusal] {
    var refusals: [Refusal] = []
    if !isProbing {
      for id in needs where given[id] == nil {
        refusals.append(
          Refusal(
            .input, "input.missing", cites: cites, label: pack.input(id)?.label,
            arguments: ["input": id]))
      }
    }
    for (id, value) in given.sorted(by: { $0.key < $1.key }) {
      guard needs.contains(id) || mayHave.contains(id), let input = pack.input(id) else {
        refusals.append(
          Refusal(
            .input, "input.unknown", cites: cites,
            arguments: ["input": id, "known": (needs + mayHave).joined(separator: ", ")]))
        continue
      }
      if let refusal = refusal(of: value, for: input, cites) { refusals.append(refusal) }
    }
    return refusals
  }

  private func refusal(of value: Value, for input: Input, _ cites: [Citation]) -> Refusal? {
    func wrong(_ code: String, _ arguments: [String: String]) -> Refusal {
      Refusal(
        .input, code, cites: cites, label: input.label,
        arguments: arguments.merging(["input": input.id]) { old, _ in old })
    }
    switch (input.type, value) {
    case (.boolean, .boolean), (.money, .money), (.area, .area), (.ratio, .ratio), (.date, .date),
      (.period, .period), (.text, .text), (.lines, .text):
      return nil
    case (.year, .count(let number, .year)):
      return range(number, of: input).map { wrong("input.range", $0) }
    case (.count(let unit), .count(let number, let given)) where unit == given:
      return range(number, of: input).map { wrong("input.range", $0) }
    case (.choice(let options), .choice(let option)):
      return options.contains(option)
        ? nil
        : wrong("input.option", ["value": option, "options": options.joined(separator: ", ")])
    default: return wrong("input.type", ["value": value.canonical])
    }
  }

  private func range(_ number: Int64, of input: Input) -> [String: String]? {
    let low = input.minimum ?? .min
    let high = input.maximum ?? .max
    guard number < low || number > high else { return nil }
    func written(_ number: Int64) -> String {
      if case .count(.point) = input.type { return Value.count(number, .point).written }
      return String(number)
    }
    return [
      "value": written(number), "minimum": input.minimum.map(written) ?? "",
      "maximum": input.maximum.map(written) ?? "",
    ]
  }
}
