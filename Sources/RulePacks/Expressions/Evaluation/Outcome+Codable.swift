extension Outcome: Codable {
  /// Decodes the compact form.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    // In the compact form *no* and an empty list are the same byte, and *no* is what it nearly always is.
    if let flag = try? container.decode(Bool.self) {
      self = .value(.boolean(flag))
    } else if let missing = try? container.decode([FactPath].self) {
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
