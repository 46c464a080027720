/// A file that was read by somebody else: loaders never touch the disk.
package struct SourceFile: Hashable, Sendable {
  /// The name, as the user gave it; problems carry it.
  package let path: String
  /// The contents as they are on disk.
  package let bytes: [UInt8]

  /// A file of bytes, which need not be valid UTF-8.
  package init(path: String, bytes: some Sequence<UInt8>) {
    self.path = path
    self.bytes = Array(bytes)
  }

  /// A file of text.
  package init(path: String, text: String) {
    self.init(path: path, bytes: text.utf8)
  }

  /// The parts of the path between slashes.
  package var components: [String] { path.split(separator: "/").map(String.init) }

  /// The last part of the path without its ending: `establishment` of `procedures/establishment.yaml`.
  package var stem: String {
    let name = components.last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}
