/// A rule pack was adopted in this form; the compiled pack lies beside the journal by its hash.
package struct PackAdopted: Hashable, Sendable, Codable {
  /// The id of the pack, such as `qingdao-2024`.
  package var pack: String
  /// The hash of its law, to which cases that are opened from now on are pinned.
  package var lawHash: String
  /// The SHA-256 of the compiled pack's bytes.
  package var contentHash: String
  /// An adoption.
  package init(pack: String, lawHash: String, contentHash: String) {
    self.pack = pack
    self.lawHash = lawHash
    self.contentHash = contentHash
  }
}
