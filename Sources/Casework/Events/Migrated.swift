package import Quantities

/// A case passed to another pack, or to another form of its own.
package struct Migrated: Hashable, Sendable, Codable {
  /// Where one proceeding stands from now on.
  package struct Place: Hashable, Sendable, Codable {
    /// The procedure under the new pack.
    package var procedure: String
    /// The stage under the old pack.
    package var left: String
    /// The stage under the new one, with its deadline and clock.
    package var entry: StageEntry
    /// What the stages of the procedure are called from now on, by what they were called.
    package var stages: [String: String]

    /// A place.
    package init(
      procedure: String, left: String, entry: StageEntry, stages: [String: String]
    ) {
      self.procedure = procedure
      self.left = left
      self.entry = entry
      self.stages = stages
    }
  }

  /// The old pack's id.
  package var from: String
  /// The hash of the old law.
  package var fromLaw: String
  /// The new pack's id.
  package var to: String
  /// The hash of the new law.
  package var toLaw: String
  /// Every proceeding that the map speaks of.
  package var places: [ProceedingID: Place]
  /// What the passing rests on.
  package var basis: Bilingual
  /// A free note.
  package var note: String?

  /// A passing to another pack.
  package init(
    from: String, fromLaw: String, to: String, toLaw: String, places: [ProceedingID: Place],
    basis: Bilingual, note: String?
  ) {
    self.from = from
    self.fromLaw = fromLaw
    self.to = to
    self.toLaw = toLaw
    self.places = places
    self.basis = basis
    self.note = note
  }
}
