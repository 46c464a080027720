package import Quantities

/// What counts as handed in: every step within its window.
package struct CampaignCompletion: Hashable, Sendable, Codable {
  /// One step that has to be in time.
  package struct Step: Hashable, Sendable, Codable {
    /// The id of the window in which it has to be done.
    package var window: String
    /// The day on which it was done; unknown while it is not done.
    package var doneOn: Expression
    /// Whether a day before the window does not count either.
    package var isWithin: Bool

    /// A step.
    package init(window: String, doneOn: Expression, isWithin: Bool) {
      self.window = window
      self.doneOn = doneOn
      self.isWithin = isWithin
    }
  }

  /// The parts of the notice that say what counts as handed in.
  package var cites: [Citation]
  /// The steps, in order.
  package var steps: [Step]
  /// What it is called where every step was in time.
  package var complete: Bilingual
  /// What it is called where one was not.
  package var incomplete: Bilingual

  /// What counts as handed in.
  package init(
    cites: [Citation], steps: [Step], complete: Bilingual, incomplete: Bilingual
  ) {
    self.cites = cites
    self.steps = steps
    self.complete = complete
    self.incomplete = incomplete
  }
}

/// How far a case has got with what counts as handed in.
package struct CompletionStanding: Hashable, Sendable {
  /// One step.
  package struct Step: Hashable, Sendable {
    /// How it stands.
    package enum State: String, CaseIterable, Hashable, Sendable {
      /// Done, in time.
      case timely
      /// Done, but not in time.
      case late
      /// Not done, and there is time left.
      case pending
      /// Not done, and the time is over.
      case missed
      /// Not done because the step before it was not.
      case waiting
    }

    /// The window in which it has to be done.
    package var window: CampaignWindow
    /// The day on which it was done; nil while it is not done.
    package var on: CalendarDate?
    /// Whether it was done in time, late, or not yet.
    package var state: State
  }

  /// The whole.
  package enum Result: String, CaseIterable, Hashable, Sendable {
    /// Every step was in time.
    case complete
    /// A step was not in time.
    case incomplete
    /// There is still time.
    case open
  }

  /// What the steps come to together.
  package var result: Result
  /// The steps, in order.
  package var steps: [Step]

  /// The owners whose delay it was, in the order of the steps.
  package var delays: [String] {
    steps.filter { $0.state == .late || $0.state == .missed }.compactMap(\.window.owner)
  }
}

extension CampaignNotice {
  /// How far a case has got on a day; nil where the notice does not say what counts as handed in.
  ///
  /// A step that was not taken because the one before it was not is nobody's delay of its own.
  package func standing(in scope: Scope, on day: CalendarDate) -> CompletionStanding? {
    guard let completion else { return nil }
    var steps: [CompletionStanding.Step] = []
    var isBeforeDone = true
    for step in completion.steps {
      guard let window = window(step.window) else { continue }
      if case .value(.date(let date)) = step.doneOn.evaluate(in: scope) {
        let isTimely = date <= window.to && (!step.isWithin || date >= (window.from ?? date))
        steps.append(.init(window: window, on: date, state: isTimely ? .timely : .late))
        isBeforeDone = true
      } else {
        let isOver = day > window.to
        steps.append(
          .init(
            window: window, on: nil,
            state: !isOver ? .pending : isBeforeDone ? .missed : .waiting))
        isBeforeDone = false
      }
    }
    let isLost = steps.contains { $0.state == .late || $0.state == .missed }
    let isComplete = steps.allSatisfy { $0.state == .timely }
    return CompletionStanding(
      result: isLost ? .incomplete : isComplete ? .complete : .open, steps: steps)
  }
}
