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
  package var pattern: String {
    switch self {
    case .pack: "packs/*/pack.yaml"
    case .conditions: "packs/*/conditions.yaml"
    case .procedure: "packs/*/procedures/*.yaml"
    case .practice: "packs/*/practice.yaml"
    case .tests: "packs/*/tests/*.yaml"
    case .vocabulary: "vocabulary.yaml"
    case .calendar: "calendars/*.yaml"
    case .departments: "departments/*.yaml"
    case .campaign: "packs/*/campaign.yaml"
    case .outline: "packs/*/outline.yaml"
    case .tables: "packs/*/tables.yaml"
    case .campaignTests: "packs/*-evaluation/tests/*.yaml"
    }
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
