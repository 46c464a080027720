/// The order of a command line: options that every verb takes may stand before the verb.
enum CommandLineOrder {
  /// The shared options that take a value.
  static let valued: Set<String> = ["--store", "--as", "--today", "--lang", "--data"]
  /// The shared options that take none.
  static let flags: Set<String> = ["--json", "--plain"]

  /// The arguments with shared options moved from before the verb to the end, or before `--`.
  static func arranged(_ arguments: [String]) -> [String] {
    var moved: [String] = []
    var rest = arguments[...]
    while let next = rest.first {
      if flags.contains(next) {
        moved.append(next)
        rest = rest.dropFirst()
      } else if valued.contains(next) {
        moved.append(contentsOf: rest.prefix(2))
        rest = rest.dropFirst(2)
      } else if let equals = next.firstIndex(of: "="), valued.contains(String(next[..<equals])) {
        moved.append(next)
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    return Array(rest[..<end]) + moved + Array(rest[end...])
  }
}
