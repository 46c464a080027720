/// A kind of file that packs and their surroundings are made of, with its schema for editors.
package enum FileSchema: String, CaseIterable, Hashable, Sendable {
  case pack
  case conditions
  case procedure
  case practice
  case tests
  case vocabulary
  case calendar
  case departments
  case campaign
  case outline
  case tables
  case campaignTests = "campaign-tests"

  /// The name of the schema's file.
  package var fileName: String { rawValue + ".schema.json" }

  /// The files that the schema is for, as editors match them, below the data folder.
  ///
  /// The tests of packs and of notices stand in folders of the same name; which of them a folder is, its
  /// `pack.yaml` or `campaign.yaml` says.
  ///
  /// - Parameters:
  ///   - packs: the names of the folders that hold a pack; none for any.
  ///   - notices: the names of those that hold a notice; none for any.
  package func pattern(packs: [String] = [], notices: [String] = []) -> String {
    switch self {
    case .pack: "packs/*/pack.yaml"
    case .conditions: "packs/*/conditions.yaml"
    case .procedure: "packs/*/procedures/*.yaml"
    case .practice: "packs/*/practice.yaml"
    case .tests: "packs/\(Self.alternatives(packs))/tests/*.yaml"
    case .vocabulary: "vocabulary.yaml"
    case .calendar: "calendars/*.yaml"
    case .departments: "departments/*.yaml"
    case .campaign: "packs/*/campaign.yaml"
    case .outline: "packs/*/outline.yaml"
    case .tables: "packs/*/tables.yaml"
    case .campaignTests: "packs/\(Self.alternatives(notices))/tests/*.yaml"
    }
  }

  private static func alternatives(_ names: [String]) -> String {
    guard names.count > 1 else { return names.first ?? "*" }
    return "{" + names.sorted().joined(separator: ",") + "}"
  }

  /// The map that such a file is.
  var shape: MapShape {
    switch self {
    case .pack: .pack
    case .conditions: .conditions
    case .procedure: .procedure
    case .practice: .practices
    case .tests: .tests
    case .vocabulary: .vocabulary
    case .calendar: .calendar
    case .departments: .departments
    case .campaign: .campaign
    case .outline: .outline
    case .tables: .tables
    case .campaignTests: .campaignTests
    }
  }

  /// Every key that a file of the kind may have, `map.key`, each once and in order.
  package var keys: [String] { SchemaWriter.shapes(in: shape).flatMap(\.qualifiedKeys) }

  /// The schema as JSON (draft 2020-12).
  ///
  /// - Parameter describing: what editors show of a key, by its map and itself: `condition.force`.
  package func text(describing: (String) -> String?) -> String {
    SchemaWriter(root: shape, fileName: fileName, describing: describing).text
  }
}

extension MapShape {
  /// The keys under the name of the map: `condition.force`.
  var qualifiedKeys: [String] { keys.map { "\(name).\($0.name)" } }
}
