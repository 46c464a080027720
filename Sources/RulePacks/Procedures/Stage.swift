package import Quantities

/// A state of a procedure.
package struct Stage: Hashable, Sendable, Codable {
  /// The id, unique in its procedure.
  package var id: String
  /// What it is called.
  package var label: Bilingual
  /// The owner who has to act; nil for ends.
  package var owner: String?
  /// The articles.
  package var cites: [Citation]
  /// By when the owner has to act.
  package var due: DeadlineRule?
  /// What happens to the time that was left when the case comes back from a correction.
  package var resumption: Resumption
  /// The result with which a run ends here; nil for stages that are no end.
  package var ends: EndKind?
  /// Whether the stage is the standing roster: no end, and nothing has to be done.
  package var isRoster: Bool
  /// What may be done.
  package var actions: [Action]
  /// What the list of cases at the stage is called, where it has one of its own.
  package var view: Bilingual?

  /// What happens to remaining time after a pause.
  package enum Resumption: String, CaseIterable, Hashable, Sendable, Codable {
    /// What was left goes on.
    case extends
    /// The full period begins again.
    case restarts
  }

  /// An action by its id.
  package func action(_ id: String) -> Action? { actions.first { $0.id == id } }

  /// A stage.
  package init(
    id: String, label: Bilingual, owner: String?, cites: [Citation], due: DeadlineRule?,
    resumption: Resumption, ends: EndKind?, isRoster: Bool, actions: [Action],
    view: Bilingual? = nil
  ) {
    self.id = id
    self.label = label
    self.owner = owner
    self.cites = cites
    self.due = due
    self.resumption = resumption
    self.ends = ends
    self.isRoster = isRoster
    self.actions = actions
    self.view = view
  }
}

/// How a run ends; different ends stay different.
package enum EndKind: String, CaseIterable, Hashable, Sendable, Codable {
  /// Done, with nothing more to say (a report filed, a change approved).
  case completed
  /// 未推荐, 评审未通过, 未批建: never became a centre.
  case declined
  /// Withdrawn by the host before a decision.
  case withdrawn
  /// Refused (a change that was not approved, an objection that was not upheld).
  case refused
  /// 撤销.
  case revoked
  /// 取消资格.
  case disqualified
  /// 不再纳入序列.
  case delisted
  /// 取消筹建资格.
  case preparationCancelled = "preparation_cancelled"
  /// 自愿退出.
  case withdrewVoluntarily = "withdrew_voluntarily"
  /// 升级为省技术创新中心.
  case upgraded
  /// A proceeding that was stopped because its reason fell away.
  case discontinued
}
