package import Quantities
package import RulePacks

/// Who acts.
package struct Actor: Hashable, Sendable {
  /// The user's name.
  package var name: String
  /// The login that really sits there.
  package var login: String
  /// The user's roles.
  package var roles: Set<Role>
  /// The supervising department, for clerks; nil lets a clerk act for every one (training).
  package var department: String?
  /// The role in which the user wishes to act, where several would do.
  package var preferredRole: Role?

  /// A person.
  package init(
    name: String, login: String, roles: Set<Role>, department: String?,
    preferredRole: Role? = nil
  ) {
    self.name = name
    self.login = login
    self.roles = roles
    self.department = department
    self.preferredRole = preferredRole
  }
}

/// Everything that a decision may depend on besides the case itself.
package struct DecisionContext: Sendable {
  /// Who acts.
  package var actor: Actor
  /// Today, in the office's calendar.
  package var today: CalendarDate
  /// The official date of the step.
  package var on: CalendarDate
  /// The working days.
  package var calendar: WorkingCalendar
  /// The practice in force on the official date.
  package var practice: PracticeInForce
  /// Answers to the pack's questions about other cases.
  package var others: [String: Int64]
  /// The pack that the case is pinned to.
  package var pack: RulePack
  /// The notices that the office carries out under the pack, open and closed.
  package var campaigns: [CampaignInForce]

  /// A context.
  package init(
    actor: Actor, today: CalendarDate, on: CalendarDate, calendar: WorkingCalendar,
    practice: PracticeInForce, others: [String: Int64], pack: RulePack,
    campaigns: [CampaignInForce] = []
  ) {
    self.actor = actor
    self.today = today
    self.on = on
    self.calendar = calendar
    self.practice = practice
    self.others = others
    self.pack = pack
    self.campaigns = campaigns
  }
}

/// What will be recorded, and what it rests on: the same value serves the preview.
package struct Decision: Hashable, Sendable {
  /// The events, in order.
  package var drafts: [EventDraft]
  /// The findings relied on.
  package var findings: [Finding]
  /// The bytes of the basis blob; its hash is in the event.
  package var basis: [UInt8]?

  /// A decision.
  package init(drafts: [EventDraft], findings: [Finding] = [], basis: [UInt8]? = nil) {
    self.drafts = drafts
    self.findings = findings
    self.basis = basis
  }

  /// The deadlines that it sets, with their proceeding and stage.
  package var deadlines: [(proceeding: ProceedingID, stage: String, deadline: Deadline)] {
    drafts.compactMap { draft in
      switch draft.payload {
      case .acted(let acted):
        acted.entry.deadline.map { (acted.proceeding, acted.entry.stage, $0) }
      case .proceeding(let opened):
        opened.entry.deadline.map { (opened.proceeding, opened.entry.stage, $0) }
      case .reopened(let reopened):
        reopened.entry.deadline.map { (reopened.proceeding, reopened.entry.stage, $0) }
      default: nil
      }
    }
  }
}
