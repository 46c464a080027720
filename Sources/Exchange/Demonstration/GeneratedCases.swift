import CaseStore
import Casework
import Quantities
import RuleDrafting
import RulePacks

/// How many cases are made from few: under names put together from words, moved back in time.
package struct GeneratedCases: Sendable {
  /// The most days by which a case is moved back.
  let spread: Int
  /// The centres whose facts generated cases do not take, such as a batch with its quota.
  let leavingOut: Set<String>
  /// The first eight characters of the hosts' credit codes.
  let codes: [String]
  /// Facts by path, as texts with slots for words.
  let facts: [(path: FactPath, text: String)]
  /// The words by the name of their slot, in the order of the names.
  let words: [(slot: String, words: [Bilingual])]

  /// Reads how cases are generated.
  init?(_ node: YAMLNode, _ yaml: inout YAMLReader) {
    let keys = ["spread", "codes", "facts", "words"]
    guard let map = yaml.map(node, keys: keys + ["without"], required: keys) else { return nil }
    spread = Int(yaml.integer(map["spread"]) ?? 0)
    leavingOut = Set(yaml.texts(map["without"]).map(\.text))
    codes = yaml.texts(map["codes"]).map(\.text)
    facts = yaml.entries(map["facts"]).map { ($0.key, yaml.text($0.value) ?? "") }
    words = yaml.entries(map["words"])
      .map { entry in (entry.key, yaml.items(entry.value).map { yaml.bilingual($0) }) }
      .sorted { $0.0 < $1.0 }
    guard !codes.isEmpty, combinations > 0 else { return nil }
  }

  /// How many names there are.
  package var combinations: Int { words.reduce(1) { $0 * $1.words.count } }

  /// The facts of one case that are its own.
  func facts(of index: Int) -> Facts {
    // 7919 is prime: neighbours get words that are far apart, and no combination comes twice.
    var rest = index &* 7919 % combinations
    var slots = SlotText()
    for (slot, words) in words {
      let word = words[rest % words.count]
      rest /= words.count
      slots.words[slot] = word.zh
      slots.words[slot + ".en"] = word.en
    }
    var out: Facts = [:]
    for (path, text) in facts { out[path] = .value(.text(slots.filled(text))) }
    out["host.credit_code"] = .value(
      .text(CreditCodeMaker.code(prefix: codes[index % codes.count], number: index)))
    return out
  }
}

/// Picks what comes next in an even mixture that is the same every time.
struct Mixture {
  private let limits: [Int]
  private let total: Int

  init(weights: [Int]) {
    var sum = 0
    limits = weights.map { weight in
      sum += weight
      return sum
    }
    total = sum
  }

  /// Whether there is anything to pick from.
  var isEmpty: Bool { total == 0 }

  /// The case for an index, and the days by which it is moved back.
  func pick(_ index: Int, spread: Int) -> (place: Int, shift: Int) {
    var word = UInt64(truncatingIfNeeded: index) &+ 0x9E37_79B9_7F4A_7C15
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    word ^= word >> 31
    let draw = Int(word % UInt64(total))
    let place = limits.firstIndex { draw < $0 } ?? 0
    return (place, Int((word >> 32) % UInt64(spread + 1)))
  }
}
