/// A file as the store keeps it, by the hash of its content.
package struct StoredFile: Hashable, Sendable {
  /// The SHA-256 of the content, as 64 hexadecimal digits.
  package var sha256: String
  /// The size in bytes.
  package var size: Int64

  /// How large a file may be where practice says nothing: 200 MB.
  package static let defaultLimit: Int64 = 200 << 20
}

extension StoreDirectory {
  /// The path of a stored file: the first two digits of its hash are a folder.
  package func path(ofFile sha256: String) -> String {
    files + "/" + sha256.prefix(2) + "/" + sha256.dropFirst(2)
  }
}
