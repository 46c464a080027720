package import Quantities
package import RulePacks

/// Reads the files of one pack and checks that what they say fits together.
///
/// What can be said only of the whole (reachable stages, coverage of the articles) is for
/// `PackChecks`.
package enum PackLoader {
  /// A pack with the places of its parts.
  package struct Loaded: Sendable {
    /// The pack.
    package let pack: RulePack
    /// Where its parts stand.
    package let places: PackPlaces
  }

  /// Reads a pack from `pack.yaml`, `conditions.yaml`, `practice.yaml` and `procedures/*.yaml`.
  ///
  /// Files under `tests/` and `papers/`, and `demonstration.yaml`, are left to their own readers.
  /// - Parameter isDraft: whether the folder may have any name, not the pack's id alone.
  /// - Throws: every problem of every file, by file, line and column; codes begin with `pack.`.
  package static func load(
    _ sources: [SourceFile], vocabulary: Vocabulary, isDraft: Bool = false
  ) throws(Problems) -> RulePack {
    try loadWithPlaces(sources, vocabulary: vocabulary, isDraft: isDraft).pack
  }

  /// Reads a pack, and where its parts stand.
  ///
  /// - Parameter isDraft: whether the folder may have any name, not the pack's id alone.
  /// - Throws: every problem of every file, by file, line and column; codes begin with `pack.`.
  package static func loadWithPlaces(
    _ sources: [SourceFile], vocabulary: Vocabulary, isDraft: Bool = false
  ) throws(Problems) -> Loaded {
    var reading = PackReading(vocabulary: vocabulary)
    var files = PackFiles(sources, &reading.yaml)
    if isDraft { files.folder = nil }
    let pack = reading.pack(files)
    if files.isIncomplete { reading.dropWhatFollowsFromMissingFiles() }
    guard let pack, reading.yaml.problems.isEmpty else {
      throw Problems(reading.yaml.problems.inFileOrder)
    }
    return Loaded(pack: pack, places: reading.places)
  }
}

/// The files of a pack by what they hold.
struct PackFiles {
  /// `pack.yaml`.
  var identity: YAMLNode?
  /// `conditions.yaml`.
  var conditions: YAMLNode?
  /// `practice.yaml`.
  var practice: YAMLNode?
  /// `procedures/*.yaml`, by their names.
  var procedures: [(id: String, root: YAMLNode)] = []
  /// The folder that `pack.yaml` is in, where the path says.
  var folder: String?
  /// Whether one of the files could not be read, so that what it declares is not known.
  var isIncomplete = false

  /// Sorts and parses the files.
  init(_ sources: [SourceFile], _ yaml: inout YAMLReader) {
    var hasIdentity = false
    for source in sources.sorted(by: { $0.path < $1.path }) {
      let parts = source.components
      let parent = parts.dropLast().last
      if parent == "procedures" {
        if let root = document(source, &yaml) { procedures.append((source.stem, root)) }
        continue
      }
      if parts.contains("tests") || parts.contains("papers") { continue }
      switch parts.last {
      case "pack.yaml":
        hasIdentity = true
        folder = parent
        identity = document(source, &yaml)
      case "conditions.yaml": conditions = document(source, &yaml)
      case "practice.yaml": practice = document(source, &yaml)
      case "demonstration.yaml": continue
      default:
        yaml.report("pack.file.unknown", at: Problem.Place(file: source.path))
      }
    }
    if !hasIdentity {
      isIncomplete = true
      yaml.report("pack.file.missing", at: Problem.Place(file: "pack.yaml"), ["file": "pack.yaml"])
    }
  }

  private mutating func document(_ source: SourceFile, _ yaml: inout YAMLReader) -> YAMLNode? {
    let root = yaml.document(source)
    if root == nil { isIncomplete = true }
    return root
  }
}
