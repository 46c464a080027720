extension RulePack {
  /// The compiled form that a store keeps; equal packs give equal bytes.
  ///
  /// - Throws: an encoding error, which no pack that was read causes.
  package func compiled() throws -> [UInt8] { try CompactEncoder.encode(self) }

  /// Reads the compiled form.
  ///
  /// - Throws: `DecodingError` where the bytes are damaged.
  package init(compiled bytes: [UInt8]) throws {
    // What holds more than the reader knows is left to the slower one, which passes over it.
    if let pack = try? CompactValue.read(RulePack.self, from: bytes) {
      self = pack
    } else {
      self = try CompactDecoder.decode(RulePack.self, from: bytes)
    }
  }
}
