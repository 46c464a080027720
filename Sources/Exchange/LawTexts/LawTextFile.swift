package import Quantities
package import RuleDrafting
import RulePacks

/// An official text as a file has it.
package struct LawTextFile: Sendable {
  /// The largest file that is taken for a text: 4 MB.
  package static let limit = 4 << 20

  /// The path of the file.
  package let path: String
  /// The bytes of the file.
  package let bytes: [UInt8]
  /// What they say.
  package let content: String
  /// How they were encoded.
  package let encoding: TextDecoding.Encoding
  /// The text taken apart.
  package let text: OfficialText

  /// The file's name, without its folder.
  package var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Takes a file apart.
  ///
  /// - Throws: `law.too_large`, `law.binary` with the kind, `law.encoding` with the place,
  ///   `law.empty`, `law.no_articles`.
  package init(_ bytes: [UInt8], path: String) throws(Problem) {
    let place = Problem.Place(file: path)
    guard bytes.count <= Self.limit else {
      throw Problem(
        "law.too_large", at: place, ["size": "\(bytes.count)", "limit": "\(Self.limit)"])
    }
    let decoded: TextDecoding.Decoded
    do {
      decoded = try TextDecoding.decode(bytes, file: path)
    } catch {
      throw Problem(
        error.code == "import.format.binary" ? "law.binary" : "law.encoding", at: error.place,
        error.arguments)
    }
    guard !decoded.text.unicodeScalars.contains("\0") else {
      throw Problem("law.binary", at: place, ["kind": "?"])
    }
    self.path = path
    self.bytes = bytes
    content = decoded.text
    encoding = decoded.encoding
    text = try OfficialTextReader.read(decoded.text, file: path)
  }
}
