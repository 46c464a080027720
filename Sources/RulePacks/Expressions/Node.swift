/// A step of a checked expression.
package indirect enum Node: Hashable, Sendable, Codable {
  /// A value written in the pack.
  case literal(Value)
}
