import Quantities
import RulePacks

/// What the tests of packs and those of notices have in common: their files, the facts that they
/// start from, the names that they use.
struct TestFiles {
  private let vocabulary: Vocabulary
  /// The nodes, and what is wrong with them.
  var yaml: YAMLReader
  private var bases: [String: YAMLNode] = [:]

  init(_ vocabulary: Vocabulary, prefix: String) {
    self.vocabulary = vocabulary
    yaml = YAMLReader(prefix: prefix)
  }

  /// The tests of all files, each of which is a map of a shape with `tests`.
  ///
  /// A file whose top has no `tests` is a facts file, named by `base` from the folder `tests`.
  mutating func tests(in sources: [SourceFile], _ shape: MapShape) -> [YAMLNode] {
    var files: [YAMLNode] = []
    for source in sources.sorted(by: { $0.path < $1.path }) {
      let parts = source.components
      guard let folder = parts.lastIndex(of: "tests"), let root = yaml.document(source) else {
        continue
      }
      if root["tests"] != nil {
        files.append(root)
      } else {
        bases[parts[(folder + 1)...].joined(separator: "/")] = root
      }
    }
    return files.flatMap { file in
      yaml.map(file, shape).map { yaml.items($0["tests"]) } ?? []
    }
  }

  /// The facts of a test: those of its base, with its own in their place.
  mutating func facts(_ map: YAMLMap) -> Facts {
    var facts = base(map["base"])
    guard let node = map["facts"] else { return facts }
    var reader = FactsReader(vocabulary: vocabulary)
    reader.read(node, &yaml)
    for path in reader.unknown {
      facts = facts.filter {
        $0.key != path && !$0.key.hasPrefix(path + ".") && !$0.key.hasPrefix(path + "[")
      }
    }
    for path in reader.facts.keys {
      // A list that is given takes the place of one that was known to be empty.
      if let address = RowAddress(path) { facts[address.group] = nil }
    }
    return facts.merging(reader.facts) { _, new in new }
  }

  private mutating func base(_ node: YAMLNode?) -> Facts {
    guard let node, let name = yaml.text(node) else { return [:] }
    guard let base = bases[name] else {
      check(name, "base", at: node.place, among: bases.keys.sorted())
      return [:]
    }
    var reader = FactsReader(vocabulary: vocabulary)
    // The base is read again for every test; its problems are the same each time.
    var own = YAMLReader(prefix: yaml.prefix)
    reader.read(base, ignoring: ["pack"], &own)
    for problem in own.problems where !yaml.problems.contains(problem) {
      yaml.problems.append(problem)
    }
    return reader.facts
  }

  /// Keeps a problem where a name is none of those that there are.
  mutating func check(
    _ name: String, _ kind: String, at place: Problem.Place, among known: [String]
  ) {
    guard !known.contains(name) else { return }
    var arguments = ["name": name]
    arguments["suggestion"] = Suggestion.nearest(to: name, among: known)
    yaml.report("pack.unknown.\(kind)", at: place, arguments)
  }
}
