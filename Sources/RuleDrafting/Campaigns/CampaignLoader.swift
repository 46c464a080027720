package import Quantities
package import RulePacks

/// Reads a notice or guide and checks that what it says fits together.
package enum CampaignLoader {
  /// A notice with the places of its parts.
  package struct Loaded: Sendable {
    /// The notice.
    package let notice: CampaignNotice
    /// Where its parts stand.
    package let places: PackPlaces
  }

  /// The id of the pack that a notice extends, as far as its file can be read.
  ///
  /// - Returns: nil where the file names none.
  package static func base(of sources: [SourceFile]) -> String? {
    var yaml = YAMLReader(prefix: "campaign.yaml")
    for source in sources where source.components.last != "conditions.yaml" {
      guard let root = yaml.document(source) else { continue }
      if let name = (root["extends"] ?? root["pack"])?.text { return name }
    }
    return nil
  }

  /// Reads a notice: `campaign.yaml`, with `conditions.yaml`, `outline.yaml` and `tables.yaml` beside it
  /// where there are any; or one file of any name that states a window and quotas.
  ///
  /// - Parameters:
  ///   - pack: the pack that it extends.
  ///   - departments: the ids of the supervising departments; none leaves them unchecked.
  /// - Throws: every problem of every file, by file, line and column; codes begin with `campaign.`
  ///   or `pack.`.
  package static func load(
    _ sources: [SourceFile], extending pack: RulePack, vocabulary: Vocabulary,
    departments: [String] = []
  ) throws(Problems) -> Loaded {
    var reading = CampaignReading(pack: pack, vocabulary: vocabulary, departments: departments)
    let notice = reading.notice(sources)
    guard let notice, reading.yaml.problems.isEmpty else {
      throw Problems(reading.yaml.problems.inFileOrder)
    }
    return Loaded(notice: notice, places: reading.places)
  }
}
