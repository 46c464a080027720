/// The tree of what was compared: each node with its text and what it came to.
package struct Explanation: Hashable, Sendable, Codable {
  /// What kind of step a node is.
  package enum Kind: String, Hashable, Sendable, Codable {
    case literal
    case fact
    case input
    case practice
    case question
    case date
    case arithmetic
    case comparison
    case logic
    case function
    case each
  }

  /// The kind of step.
  package var kind: Kind
  /// The step as the pack writes it; for facts the path, for comparisons the operator.
  package var text: String
  /// What it came to.
  package var outcome: Outcome
  /// The steps that it rests on.
  package var parts: [Explanation]
  /// For comparisons that failed on ordered values: how much is missing (150 万元, 1 人).
  package var shortfall: Value?
  /// Whether a sum left out parts that are absent.
  package var isPartial: Bool

  /// A step.
  package init(
    kind: Kind, text: String, outcome: Outcome, parts: [Explanation] = [],
    shortfall: Value? = nil, isPartial: Bool = false
  ) {
    self.kind = kind
    self.text = text
    self.outcome = outcome
    self.parts = parts
    self.shortfall = shortfall
    self.isPartial = isPartial
  }

  /// The first step, outermost first, that compares two values.
  package var leadingComparison: Explanation? {
    if kind == .comparison { return self }
    for part in parts {
      if let found = part.leadingComparison { return found }
    }
    return nil
  }
}

extension Outcome: Codable {
  /// Decodes the compact form.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let missing = try? container.decode([FactPath].self) {
      self = .unknown(missing)
    } else if let word = try? container.decode(String.self), word == "absent" || word == "n/a" {
      self = word == "absent" ? .absent : .notApplicable
    } else {
      self = .value(try container.decode(Value.self))
    }
  }

  /// Encodes a value as it is, missing facts as a list, the others as a word.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .value(let value): try container.encode(value)
    case .unknown(let missing): try container.encode(missing)
    case .absent: try container.encode("absent")
    case .notApplicable: try container.encode("n/a")
    }
  }
}
