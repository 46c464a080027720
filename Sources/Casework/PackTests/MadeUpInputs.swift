import Quantities
import RulePacks

/// Inputs made up by their types, for walks that nobody wrote.
struct MadeUpInputs {
  /// The pack.
  let pack: RulePack
  /// The day of the step.
  let on: CalendarDate
  /// The day on which the stage was entered.
  let entered: CalendarDate

  /// How many ways of filling in a form are tried.
  private static let limit = 12

  /// Ways of filling in a form: with what is needed alone, then with everything.
  func variants(needs: [String], mayHave: [String]) -> [[String: Value]] {
    let asked = combinations(of: needs)
    let all = mayHave.isEmpty ? [] : combinations(of: needs + mayHave)
    return Array((asked + all).prefix(Self.limit * 2))
  }

  private func combinations(of ids: [String]) -> [[String: Value]] {
    let choices = ids.compactMap { id in
      pack.input(id).map { (id: id, values: candidates(for: $0)) }
    }
    let most = choices.map(\.values.count).max() ?? 1
    var found: [[String: Value]] = []
    for number in 0..<most {
      found.append(filled(choices) { _, count in number % count })
    }
    // Each choice by itself, for guards that ask for one answer and another one together.
    for (place, choice) in choices.enumerated() where choice.values.count > 1 {
      for number in 1..<choice.values.count {
        found.append(filled(choices) { other, _ in other == place ? number : 0 })
      }
    }
    var unique: [[String: Value]] = []
    for inputs in found where !unique.contains(inputs) { unique.append(inputs) }
    return Array(unique.prefix(Self.limit))
  }

  private func filled(
    _ choices: [(id: String, values: [Value])], _ pick: (Int, Int) -> Int
  ) -> [String: Value] {
    var inputs: [String: Value] = [:]
    for (place, choice) in choices.enumerated() where !choice.values.isEmpty {
      inputs[choice.id] = choice.values[pick(place, choice.values.count)]
    }
    return inputs
  }

  private func candidates(for input: Input) -> [Value] {
    switch input.type {
    case .boolean: [.boolean(true), .boolean(false)]
    case .count(let unit):
      [input.maximum ?? 90 * unit.scale, input.minimum ?? unit.scale, 7 * unit.scale]
        .filter { $0 >= input.minimum ?? .min && $0 <= input.maximum ?? .max }
        .map { .count($0, unit) }
    case .year: [.count(Int64(on.year) - 1, .year), .count(Int64(on.year), .year)]
    case .money: [.money(Money(fen: 1_000_000_000))]
    case .area: [.area(Area(hundredths: 200_000))]
    case .ratio: [Ratio(9, over: 10), Ratio(1, over: 10)].compactMap { $0.map(Value.ratio) }
    case .date: [.date(on), .date(entered), .date(on.adding(days: 30))]
    case .period: [.period(Period(5, .workingDay)), .period(Period(1, .year))]
    case .text where input.id == Campaign.input: pack.proceduresUnderNotice.map { .text($0.id) }
    case .text, .lines: [.text("made up")]
    case .choice(let options): options.map(Value.choice)
    }
  }
}
