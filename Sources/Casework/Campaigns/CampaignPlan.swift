package import Quantities
package import RulePacks

/// Who is in, who is out and why, before a campaign is opened.
package struct CampaignPlan: Sendable {
  /// One case.
  package struct Entry: Sendable {
    /// The case.
    package var id: StreamID
    /// Its number.
    package var number: String
    /// What the centre is called.
    package var name: String
    /// Its host.
    package var host: String
    /// Its supervising department.
    package var department: String?
    /// What the main stage is called.
    package var stage: Bilingual
    /// Whether it takes part.
    package var verdict: CohortMembership.Verdict
    /// Why.
    package var reason: Reason
    /// Whether its run is under way already.
    package var isEnrolled: Bool
    /// What stands in the way of opening its run, though it takes part.
    package var hindrances: [Refusal]

    /// A case.
    package init(
      id: StreamID, number: String, name: String, host: String, department: String?,
      stage: Bilingual, verdict: CohortMembership.Verdict, reason: Reason,
      isEnrolled: Bool = false, hindrances: [Refusal] = []
    ) {
      self.id = id
      self.number = number
      self.name = name
      self.host = host
      self.department = department
      self.stage = stage
      self.verdict = verdict
      self.reason = reason
      self.isEnrolled = isEnrolled
      self.hindrances = hindrances
    }
  }

  /// Why a case is in or out.
  package enum Reason: Hashable, Sendable {
    /// The notice says so.
    case notice(CohortMembership)
    /// The case has ended, at the stage that the entry names.
    case ended
    /// It is an application that has not become a centre.
    case notYet
  }

  /// The notice.
  package var notice: CampaignNotice
  /// The cases, by number.
  package var entries: [Entry]

  /// A plan.
  package init(notice: CampaignNotice, entries: [Entry]) {
    self.notice = notice
    self.entries = entries
  }

  /// The cases of which something is true.
  package func entries(_ verdict: CohortMembership.Verdict) -> [Entry] {
    entries.filter { $0.verdict == verdict }
  }

  /// Those that take part and can be taken in.
  package var ready: [Entry] {
    entries.filter { $0.verdict == .member && !$0.isEnrolled && $0.hindrances.isEmpty }
  }

  /// Those that take part and cannot be taken in yet.
  package var hindered: [Entry] {
    entries.filter { $0.verdict == .member && !$0.hindrances.isEmpty }
  }
}

extension CampaignNotice {
  /// Whether a case takes part: what the notice says of its facts, and where it stands.
  ///
  /// What has ended, and what is no centre yet, is out whatever its facts say.
  package func verdict(
    facts: FactSheet, main stage: String, of procedure: Procedure?, practice: [String: Value],
    on day: CalendarDate
  ) -> (verdict: CohortMembership.Verdict, reason: CampaignPlan.Reason)? {
    guard let cohort else { return nil }
    let membership = cohort.membership(
      in: Scope(facts: facts, practice: practice, on: day, today: day))
    return verdict(membership, main: stage, of: procedure)
  }

  /// The same, where it is known what the notice says of the facts.
  package func verdict(
    _ membership: CohortMembership, main stage: String, of procedure: Procedure?
  ) -> (verdict: CohortMembership.Verdict, reason: CampaignPlan.Reason) {
    if membership.verdict == .outside, membership.rule != nil {
      return (.outside, .notice(membership))
    }
    if let reason = hindrance(at: stage, of: procedure) { return (.outside, reason) }
    return (membership.verdict, .notice(membership))
  }

  /// Why a case that stands at a stage is out, unless a rule of the notice says so itself; nil where
  /// its facts decide.
  package func hindrance(at stage: String, of procedure: Procedure?) -> CampaignPlan.Reason? {
    if procedure?.stage(stage)?.ends != nil { return .ended }
    if let procedure, !procedure.takeOverStages.isEmpty, !procedure.takeOverStages.contains(stage) {
      return .notYet
    }
    return nil
  }
}
