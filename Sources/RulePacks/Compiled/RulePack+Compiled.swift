extension RulePack {
  /// The compiled form that a store keeps; equal packs give equal bytes.
  ///
  /// - Throws: an encoding error, which no pack that was read causes.
  package func compiled() throws -> [UInt8] { try CompactEncoder.encode(self) }

  /// Reads the compiled form.
  ///
  /// - Throws: `DecodingError` where the bytes are damaged.
  package init(compiled bytes: [UInt8]) throws {
    self = try CompactDecoder.decode(RulePack.self, from: bytes)
  }
}
