import RulePacks

/// The blob that keeps what a decision rested on, in full.
package enum Basis {
  /// The bytes of some findings with their trees; equal findings give equal bytes.
  package static func bytes(of findings: [Finding]) -> [UInt8]? {
    try? CompactEncoder.encode(findings)
  }

  /// Reads findings back.
  package static func findings(from bytes: [UInt8]) throws -> [Finding] {
    try CompactDecoder.decode([Finding].self, from: bytes)
  }
}
