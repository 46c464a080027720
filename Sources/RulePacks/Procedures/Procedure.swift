package import Quantities

/// A state machine that a pack defines.
package struct Procedure: Hashable, Sendable, Codable {
  /// How a proceeding beside the main one is opened.
  package struct Opening: Hashable, Sendable, Codable {
    /// The program roles that may open it.
    package var roles: [Role]
    /// The stages of the main procedure at which it may be opened; empty for all that are no end.
    package var during: [String]
    /// The inputs that it needs.
    package var needs: [String]
    /// The inputs that it may have.
    package var mayHave: [String]
    /// What must hold.
    package var guards: [Guard]
    /// The facts that it sets.
    package var sets: [FactSetting]
    /// The article.
    package var cites: [Citation]
    /// The input that tells runs apart, such as the year of a report; only one run a key.
    package var key: String?
    /// Whether several runs may be under way at once.
    package var isRepeatable: Bool
    /// How the opening itself is called as an action.
    package var label: Bilingual
    /// Further terms on which it may be opened; nil where there are none.
    package var terms: OpeningTerms?

    /// An opening.
    package init(
      roles: [Role], during: [String], needs: [String], mayHave: [String], guards: [Guard],
      sets: [FactSetting], cites: [Citation], key: String?, isRepeatable: Bool, label: Bilingual,
      terms: OpeningTerms? = nil
    ) {
      self.roles = roles
      self.during = during
      self.needs = needs
      self.mayHave = mayHave
      self.guards = guards
      self.sets = sets
      self.cites = cites
      self.key = key
      self.isRepeatable = isRepeatable
      self.label = label
      self.terms = terms
    }
  }

  /// The id, such as `establishment`.
  package var id: String
  /// What it is called.
  package var label: Bilingual
  /// The articles.
  package var cites: [Citation]
  /// Whether a case has exactly one run of it.
  package var isMain: Bool
  /// How it is opened; nil for the main procedure, which an application opens.
  package var opening: Opening?
  /// The stage in which a run begins.
  package var start: String
  /// The stages, in the order in which the stepper shows them.
  package var stages: [Stage]
  /// The ids of the stages on the ordinary way, for the stepper.
  package var spine: [String]
  /// Where centres that exist already may stand when they are taken over.
  package var takeOverStages: [String]
  /// What the list of cases with an open run is called, where the procedure always has one; nil for
  /// procedures that have a list only while there are runs.
  package var view: Bilingual?

  /// A stage by its id.
  package func stage(_ id: String) -> Stage? { stages.first { $0.id == id } }

  /// A procedure.
  package init(
    id: String, label: Bilingual, cites: [Citation], isMain: Bool, opening: Opening?,
    start: String, stages: [Stage], spine: [String], takeOverStages: [String],
    view: Bilingual? = nil
  ) {
    self.id = id
    self.label = label
    self.cites = cites
    self.isMain = isMain
    self.opening = opening
    self.start = start
    self.stages = stages
    self.spine = spine
    self.takeOverStages = takeOverStages
    self.view = view
  }
}
