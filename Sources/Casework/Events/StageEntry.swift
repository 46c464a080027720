package import Quantities
package import RulePacks

/// A stage that a proceeding entered, with everything the fold needs to know of it.
package struct StageEntry: Hashable, Sendable, Codable {
  /// The id of the stage in its procedure.
  package var stage: String
  /// The owner's id; nil for ends.
  package var owner: String?
  /// The due date and how it was counted; nil where nothing is due.
  package var deadline: Deadline?
  /// Whose time runs there; only the office's own can be overdue.
  package var clock: ClockState
  /// The end that the stage is; nil for a stage from which the proceeding goes on.
  package var ends: EndKind?

  /// An entered stage.
  package init(
    stage: String, owner: String?, deadline: Deadline?, clock: ClockState, ends: EndKind?
  ) {
    self.stage = stage
    self.owner = owner
    self.deadline = deadline
    self.clock = clock
    self.ends = ends
  }
}

/// Whose time runs.
package enum ClockState: String, CaseIterable, Hashable, Sendable, Codable {
  /// The office's own: it can be overdue.
  case running
  /// The host's: the office's clock is paused.
  case host
  /// Nobody's: nothing is due (roster).
  case none
  /// The proceeding has ended.
  case ended
}

/// The time that was left when a stage was paused.
package struct PausedClock: Hashable, Sendable, Codable {
  /// The id of the stage whose clock stands still.
  package var stage: String
  /// What was left, in the unit of its deadline; 0 where it was used up.
  package var remaining: Period
  /// A paused clock.
  package init(stage: String, remaining: Period) {
    self.stage = stage
    self.remaining = remaining
  }
}
