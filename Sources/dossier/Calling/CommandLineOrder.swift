import Quantities

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

  /// The arguments without the shared options, wherever they stand.
  static func withoutShared(_ arguments: [String]) -> [String] {
    parted(arguments).rest
  }

  /// The language and the form of answers that a command line asks for, even one that is wrong.
  static func shared(of arguments: [String]) -> SharedOptions {
    let shared = parted(arguments).shared
    var options = SharedOptions.none
    options.json = shared.contains { $0.name == "--json" }
    options.lang = shared.last { $0.name == "--lang" }?.value.flatMap(Language.init(rawValue:))
    return options
  }

  private static func parted(
    _ arguments: [String]
  ) -> (shared: [(name: String, value: String?)], rest: [String]) {
    var shared: [(name: String, value: String?)] = []
    var rest: [String] = []
    var left = arguments[...]
    while let next = left.popFirst() {
      let name = String(next.prefix { $0 != "=" })
      if flags.contains(next) {
        shared.append((next, nil))
      } else if valued.contains(next) {
        shared.append((next, left.popFirst()))
      } else if name.count < next.count, valued.contains(name) {
        shared.append((name, String(next.dropFirst(name.count + 1))))
      } else {
        rest.append(next)
      }
    }
    return (shared, rest)
  }
}
