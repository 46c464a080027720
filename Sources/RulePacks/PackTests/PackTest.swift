package import Quantities

/// A test that ships with a pack: facts and dates, and what the law makes of them.
///
/// Findings, guards, grounds and deadlines are expectations of one moment; a path is a walk through
/// the state machine. Running them is for the floor above.
package struct PackTest: Hashable, Sendable, Codable {
  /// What it shows.
  package var name: String
  /// The articles that it is about.
  package var cites: [Citation]
  /// The trap of the regulation that it guards against, such as `T16`.
  package var trap: String?
  /// The official date.
  package var on: CalendarDate
  /// The day on which it is looked at; the official date where not given.
  package var today: CalendarDate
  /// The day on which the stage was entered, for guards.
  package var entered: CalendarDate?
  /// The day by which the stage was due, for guards.
  package var due: CalendarDate?
  /// Where the case stands to begin with, as one taken over; nil for a new application.
  package var standing: Standing?
  /// The facts on record.
  package var facts: Facts = [:]
  /// The practice that takes the place of the suggested one, by item id.
  package var practice: [String: PracticeSetting] = [:]
  /// The answers about other cases, by question id; 0 where not given.
  package var others: [String: Int64] = [:]
  /// The inputs, for guards and deadlines.
  package var inputs: [String: Value] = [:]
  /// What the law makes of it.
  package var expected = Expectations()
  /// A walk through the procedures; empty where there is none.
  package var path: [Step] = []
  /// Where the test is written.
  package var place: Problem.Place

  /// A test of nothing yet; what it is about is set afterwards.
  package init(name: String, cites: [Citation], on: CalendarDate, place: Problem.Place) {
    self.name = name
    self.cites = cites
    self.on = on
    today = on
    self.place = place
  }

  /// A stage of the main procedure, with the day on which it was entered.
  package struct Standing: Hashable, Sendable, Codable {
    /// The stage.
    package var stage: String
    /// The day.
    package var entered: CalendarDate

    /// A stage, entered on a day.
    package init(stage: String, entered: CalendarDate) {
      self.stage = stage
      self.entered = entered
    }
  }

  /// A practice as the test sets it.
  package struct PracticeSetting: Hashable, Sendable, Codable {
    /// The value.
    package var value: Value
    /// Whether the first day counts; nil leaves it as suggested.
    package var countsFirstDay: Bool?

    /// A setting.
    package init(value: Value, countsFirstDay: Bool?) {
      self.value = value
      self.countsFirstDay = countsFirstDay
    }
  }
}

extension PackTest {
  /// What a test of one moment expects.
  package struct Expectations: Hashable, Sendable, Codable {
    /// When the conditions are tested.
    package var moment: Moment = .application
    /// The results by condition id: `met`, `not_met`, `not_applicable`, `unknown`, `judgement`.
    package var findings: [String: String] = [:]
    /// Whether the grounds alert, by id; nil for unknown.
    package var grounds: [String: Bool?] = [:]
    /// Whether the guards hold, by `procedure.stage.action.guard`; nil for unknown.
    ///
    /// Guards of an opening are `procedure.opening.guard`.
    package var guards: [String: Bool?] = [:]
    /// A due date.
    package var deadline: ExpectedDeadline?
    /// What the transition says of the case: `not_concerned`, `covered`, `uncovered`, `unknown`.
    package var transition: String?

    /// Nothing expected yet.
    package init() {}

    /// Whether nothing is expected.
    package var isEmpty: Bool {
      findings.isEmpty && grounds.isEmpty && guards.isEmpty && deadline == nil
        && transition == nil
    }
  }

  /// A due date that a test expects.
  package struct ExpectedDeadline: Hashable, Sendable, Codable {
    /// The procedure.
    package var procedure: String
    /// The stage.
    package var stage: String
    /// The day on which the stage is entered.
    package var entered: CalendarDate
    /// The day by which it is due; nil where there is to be none.
    package var due: CalendarDate?

    /// A due date of a stage that was entered on a day.
    package init(procedure: String, stage: String, entered: CalendarDate, due: CalendarDate?) {
      self.procedure = procedure
      self.stage = stage
      self.entered = entered
      self.due = due
    }
  }

  /// One step of a walk.
  package struct Step: Hashable, Sendable, Codable {
    /// What is done.
    package var deed: Deed
    /// The program role that does it.
    package var role: Role
    /// Who does it, where it matters that two persons do; nil for the one person of the role.
    package var person: String?
    /// The official date; nil for that of the step before.
    package var on: CalendarDate?
    /// The inputs.
    package var inputs: [String: Value] = [:]
    /// The proceeding that is acted in, or the id that an opening gives; nil for the main one.
    package var proceeding: String?
    /// The reason given for a judgement, a waiver or a departure; the remark of an action.
    package var reason: String?
    /// The basis given for a waiver.
    package var basis: String?
    /// The stage that the proceeding is then in.
    package var to: String?
    /// The stage that the main proceeding is then in.
    package var main: String?
    /// The day by which the proceeding is then due; nil where the step says nothing of it.
    package var due: ExpectedDue?
    /// The facts that are then on record, among others.
    package var facts: Facts = [:]
    /// The id of the guard or condition, or the code, for which the step is refused.
    package var refused: String?
    /// Where the step is written.
    package var place: Problem.Place

    /// A step; what else it gives and expects is set afterwards.
    package init(_ deed: Deed, by role: Role, place: Problem.Place) {
      self.deed = deed
      self.role = role
      self.place = place
    }
  }

  /// What a step expects of the due date that follows it.
  package enum ExpectedDue: Hashable, Sendable, Codable {
    /// There is none: the stage has no time, or its clock does not run.
    case none
    /// It is due by a day.
    case day(CalendarDate)

    /// The day; nil where there is none.
    package var day: CalendarDate? {
      if case .day(let day) = self { day } else { nil }
    }
  }

  /// What is done in a step.
  package enum Deed: Hashable, Sendable, Codable {
    /// An action of the stage.
    case act(String)
    /// The opening of a procedure.
    case open(String)
    /// A judgement on a condition, yes or no.
    case judge(String, Bool)
    /// A step of a waiver of a condition.
    case waive(String, WaiverStep)
    /// A departure from a condition.
    case depart(String)
  }

  /// The steps of a waiver.
  package enum WaiverStep: String, CaseIterable, Hashable, Sendable, Codable {
    case request
    case grant
    case refuse
  }
}
