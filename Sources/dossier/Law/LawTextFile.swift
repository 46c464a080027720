import Exchange
import Quantities
import RuleDrafting
import RulePacks

/// An official text as a file has it.
struct LawTextFile {
  /// The largest file that is taken for a text: 4 MB.
  static let limit = 4 << 20

  /// The path of the file.
  let path: String
  /// The bytes of the file.
  let bytes: [UInt8]
  /// What they say.
  let content: String
  /// How they were encoded.
  let encoding: TextDecoding.Encoding
  /// The text taken apart.
  let text: OfficialText

  /// The file's name, without its folder.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Reads a file.
  ///
  /// - Throws: `file.missing`, `law.too_large`, `law.binary` with the kind, `law.encoding` with the
  ///   place, `law.empty`, `law.no_articles`.
  static func read(_ path: String) throws(Problem) -> LawTextFile {
    let place = Problem.Place(file: path)
    guard let bytes = Folders.isFolder(path) ? nil : Folders.bytes(of: path) else {
      throw Problem("file.missing", at: place)
    }
    guard bytes.count <= limit else {
      throw Problem("law.too_large", at: place, ["size": "\(bytes.count)", "limit": "\(limit)"])
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
    return LawTextFile(
      path: path, bytes: bytes, content: decoded.text, encoding: decoded.encoding,
      text: try OfficialTextReader.read(decoded.text, file: path))
  }
}
