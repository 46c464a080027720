/// The address of a fact: `host.credit_code`, `finance[2024].rd`, `partners[0].name`.
///
/// Rows of a keyed table stand under their key, rows of a list under their index from 0.
package typealias FactPath = String

/// What is on record for a fact.
///
/// A fact with no entry is *unknown*.
package enum FactValue: Hashable, Sendable {
  /// The value.
  case value(Value)
  /// It is known that there can be none, as 2023's figures of a firm founded in 2024.
  case absent
}

extension FactValue: Codable {
  /// Decodes a value, or null for *absent*.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    self = container.decodeNil() ? .absent : .value(try container.decode(Value.self))
  }

  /// Encodes a value, or null for *absent*.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .value(let value): try container.encode(value)
    case .absent: try container.encodeNil()
    }
  }
}

/// All facts on record about one centre.
package typealias Facts = [FactPath: FactValue]
