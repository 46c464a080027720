import Casework
import Quantities
import RulePacks

/// What a person gave for an action, as `input=value`.
enum GivenInputs {
  /// Reads pairs by the types that the pack gives its inputs.
  ///
  /// A list is given by naming its input several times, or with a line end between items.
  /// - Throws: `Refusals` of the kind *input* for names that the pack does not know; `UsageProblem`
  ///   for values that are of another form.
  static func read(_ pairs: [String], under pack: RulePack, _ speech: Speech) throws
    -> [String: Value]
  {
    var texts: [String: [String]] = [:]
    for pair in pairs {
      let (name, text) = try Pair.split(pair)
      texts[name, default: []].append(text)
    }
    var values: [String: Value] = [:]
    for (name, given) in texts.sorted(by: { $0.key < $1.key }) {
      guard let input = pack.input(name) else {
        throw Refusals([
          Refusal(
            .input, "input.unknown",
            arguments: [
              "input": name, "known": pack.inputs.map(\.id).joined(separator: ", "),
            ])
        ])
      }
      values[name] = try value(of: given, input, speech)
    }
    return values
  }

  private static func value(
    of given: [String], _ input: Input, _ speech: Speech
  ) throws -> Value {
    if input.type == .lines {
      return .text(given.flatMap { $0.split(separator: "\n") }.joined(separator: "\n"))
    }
    guard given.count == 1 else {
      throw UsageProblem(
        "usage.input_twice", zh: "“\(input.label.zh)”（\(input.id)）给了多次",
        en: "\(input.label.en) (\(input.id)) was given more than once", status: .badData)
    }
    guard let value = Value(given[0], as: input.type, options: input.options) else {
      throw UsageProblem(
        "usage.input_form",
        zh: "“\(input.label.zh)”（\(input.id)）的值“\(given[0])”写法不对",
        en: "\(input.label.en) (\(input.id)) cannot be “\(given[0])”",
        remedy: (
          zh: "应写成：\(speech.form(of: input.type, options: input.options, .zh))",
          en: "It is written as: \(speech.form(of: input.type, options: input.options, .en))"
        ), status: .badData)
    }
    return value
  }
}

/// A name and a value with an equals sign between them.
enum Pair {
  /// The two parts.
  static func split(_ pair: String) throws -> (name: String, value: String) {
    guard let equals = pair.firstIndex(of: "="), equals != pair.startIndex else {
      throw UsageProblem(
        "usage.pair", zh: "“\(pair)”应写成 名称=值", en: "“\(pair)” has to be NAME=VALUE")
    }
    return (String(pair[..<equals]), String(pair[pair.index(after: equals)...]))
  }
}

extension Value {
  /// Reads what a person wrote; a choice may be named by its label too.
  init?(_ text: String, as type: ValueType, options: [String: Bilingual]) {
    if let value = Value(text, as: type) {
      self = value
      return
    }
    guard case .choice = type else { return nil }
    let key = TextFolding.comparisonKey(text)
    let named = options.first { _, label in
      TextFolding.comparisonKey(label.zh) == key || TextFolding.comparisonKey(label.en) == key
    }
    guard let named else { return nil }
    self = .choice(named.key)
  }
}
