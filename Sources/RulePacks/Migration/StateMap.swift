package import Quantities

/// Where cases that run under one pack stand under another.
///
/// Read from a file that an administrator writes (`StateMapLoader`); it is data like a pack, with the
/// places at which problems point.
package struct StateMap: Hashable, Sendable {
  /// What becomes of a due date.
  package enum DeadlineChoice: String, CaseIterable, Hashable, Sendable {
    /// It stays as it is.
    case carried
    /// It is counted by the new rule from the day of the passing.
    case anew
    /// It is counted by the new rule from the day on which the stage was entered.
    case fromEntry = "from_entry"
  }

  /// Where a stage leads.
  package struct Target: Hashable, Sendable {
    /// The stage under the new pack.
    package var stage: String
    /// What becomes of the due date; nil for what the map says in general.
    package var deadline: DeadlineChoice?
    /// Where the file says so.
    package var place: Problem.Place

    /// A target.
    package init(stage: String, deadline: DeadlineChoice?, place: Problem.Place) {
      self.stage = stage
      self.deadline = deadline
      self.place = place
    }
  }

  /// The stages of one procedure.
  package struct Stages: Hashable, Sendable {
    /// The procedure under the new pack.
    package var procedure: String
    /// Where each stage of the old pack leads.
    package var targets: [String: Target]
    /// Where the file begins to say so.
    package var place: Problem.Place

    /// The stages of a procedure.
    package init(procedure: String, targets: [String: Target], place: Problem.Place) {
      self.procedure = procedure
      self.targets = targets
      self.place = place
    }
  }

  /// The old pack's id.
  package var from: String
  /// The first digits of the law that cases have to be pinned to; nil for every form of the old pack.
  package var law: String?
  /// The new pack's id.
  package var to: String
  /// What the passing rests on.
  package var basis: Bilingual
  /// A free note.
  package var note: String?
  /// What becomes of due dates where a stage does not say.
  package var deadlines: DeadlineChoice
  /// Whether stages that the map does not name keep their id.
  package var keepsOthers: Bool
  /// Whether periods that the bureau has not set under the new pack may be those that it suggests.
  package var takesSuggestions: Bool
  /// The stages by the old pack's procedures.
  package var procedures: [String: Stages]
  /// Where the file begins.
  package var place: Problem.Place

  /// A map.
  package init(
    from: String, law: String? = nil, to: String, basis: Bilingual, note: String? = nil,
    deadlines: DeadlineChoice, keepsOthers: Bool = false, takesSuggestions: Bool = false,
    procedures: [String: Stages], place: Problem.Place = Problem.Place()
  ) {
    self.from = from
    self.law = law
    self.to = to
    self.basis = basis
    self.note = note
    self.deadlines = deadlines
    self.keepsOthers = keepsOthers
    self.takesSuggestions = takesSuggestions
    self.procedures = procedures
    self.place = place
  }

  /// What a procedure of the old pack is under the new one.
  package func procedure(_ old: String) -> String? {
    procedures[old]?.procedure ?? (keepsOthers ? old : nil)
  }

  /// Where a stage of the old pack leads; nil where the map says nothing of it.
  package func target(of stage: String, in procedure: String) -> Target? {
    if let named = procedures[procedure]?.targets[stage] { return named }
    guard keepsOthers else { return nil }
    return Target(
      stage: stage, deadline: nil, place: procedures[procedure]?.place ?? place)
  }
}
