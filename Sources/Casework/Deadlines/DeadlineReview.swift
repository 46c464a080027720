package import Quantities
package import RulePacks

/// What another calendar makes of deadlines that run.
package enum DeadlineReview {
  /// A deadline that is another under the new calendar.
  package struct Change: Hashable, Sendable {
    /// The proceeding.
    package var proceeding: ProceedingID
    /// The stage at which it stands.
    package var stage: String
    /// The deadline as it is on record.
    package var before: Deadline
    /// The deadline as it is counted now.
    package var after: Deadline

    /// Whether the last day is another; otherwise only how it was counted has become certain.
    package var hasMoved: Bool { before.due != after.due }

    /// A change.
    package init(
      proceeding: ProceedingID, stage: String, before: Deadline, after: Deadline
    ) {
      self.proceeding = proceeding
      self.stage = stage
      self.before = before
      self.after = after
    }
  }

  /// The deadlines of open proceedings that are counted otherwise under a calendar.
  ///
  /// Length, first day and anchor stay those on record, whatever practice is by now; deadlines that
  /// ran into a year without a schedule are the usual case. Only whether a last day moves to the next
  /// working day is looked up in the pack.
  package static func changes(
    of state: CaseState, under calendar: WorkingCalendar, in pack: RulePack
  ) -> [Change] {
    let counter = DeadlineCounter(calendar: calendar, practice: PracticeInForce(items: [:]))
    return state.proceedings.compactMap { proceeding in
      guard !proceeding.isEnded, let before = proceeding.entry.deadline else { return nil }
      let after = counter.recounted(
        before, isRolling: rolls(before, at: proceeding, in: pack))
      guard after != before else { return nil }
      return Change(
        proceeding: proceeding.id, stage: proceeding.stage, before: before, after: after)
    }
  }

  /// The event that records some changes.
  package static func restatement(
    _ changes: [Change], years: [Int], basis: String?
  ) -> DeadlinesRestated {
    DeadlinesRestated(
      deadlines: Dictionary(changes.map { ($0.proceeding, $0.after) }) { first, _ in first },
      instead: Dictionary(changes.map { ($0.proceeding, $0.before) }) { first, _ in first },
      reason: "", basis: basis, years: years)
  }

  /// Whether a last day that is no working day moves: the record shows it, or a rule of the stage
  /// under the same article says so.
  private static func rolls(
    _ deadline: Deadline, at proceeding: Proceeding, in pack: RulePack
  ) -> Bool {
    if case .resumed = deadline.source { return false }
    if deadline.rolledFrom != nil { return true }
    guard let procedure = pack.procedure(proceeding.procedure) else { return false }
    let ways = procedure.stages.flatMap(\.actions).filter { $0.to == proceeding.stage }
    let rules = [procedure.stage(proceeding.stage)?.due] + ways.map(\.due)
    return rules.compactMap { $0 }.contains { $0.cites == deadline.cites && $0.rolls }
  }
}

extension DeadlineCounter {
  /// A deadline with the length, first day and anchor that it has, by this calendar.
  func recounted(_ deadline: Deadline, isRolling: Bool) -> Deadline {
    if let period = deadline.period {
      return self.deadline(
        period, from: deadline.anchor, countingFirstDay: deadline.countsFirstDay,
        rolling: isRolling, cites: deadline.cites, source: deadline.source)
    }
    let named = deadline.rolledFrom ?? deadline.due
    var recounted = deadline
    recounted.due = isRolling ? calendar.workingDay(onOrAfter: named) : named
    recounted.rolledFrom = recounted.due == named ? nil : named
    recounted.unknownYears =
      isRolling ? calendar.unknownYears(from: named, to: recounted.due) : []
    return recounted
  }
}
