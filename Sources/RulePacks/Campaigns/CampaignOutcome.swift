package import Quantities

/// What a run can come to, what the notice says of it, and what a person may then decide.
///
/// Nothing follows by itself: an outcome ends no proceeding and no centre.
package struct CampaignOutcome: Hashable, Sendable, Codable {
  /// Something that a person may decide.
  package struct Option: Hashable, Sendable, Codable {
    /// The procedure that may be opened, or nil where an action of the run itself is meant.
    package var opens: String?
    /// The action of the run, or nil.
    package var action: String?
    /// What it is called here.
    package var label: Bilingual
    /// When it comes into question; nil for always.
    package var when: Expression?

    /// Something that may be decided.
    package init(opens: String?, action: String?, label: Bilingual, when: Expression?) {
      self.opens = opens
      self.action = action
      self.label = label
      self.when = when
    }
  }

  /// The id, unique in the notice.
  package var id: String
  /// The parts of the notice that provide for it.
  package var cites: [Citation]
  /// What it is called.
  package var label: Bilingual
  /// When it is come to, over facts; nil where the handing in alone tells.
  package var when: Expression?
  /// What the handing in has to have come to; nil where it does not matter.
  package var completion: String?
  /// What the notice says of it.
  package var says: Bilingual
  /// What a person may decide; none where the text is silent or nothing is left to decide.
  package var options: [Option]

  /// An outcome.
  package init(
    id: String, cites: [Citation], label: Bilingual, when: Expression?, completion: String?,
    says: Bilingual, options: [Option]
  ) {
    self.id = id
    self.cites = cites
    self.label = label
    self.when = when
    self.completion = completion
    self.says = says
    self.options = options
  }
}

/// The actions of a procedure before which conditions of a notice stand.
package struct CampaignGate: Hashable, Sendable, Codable {
  /// The id of the stage of the procedure.
  package var stage: String
  /// The id of the action of that stage.
  package var action: String
  /// The ids of the notice's conditions, all of which have to hold.
  package var conditions: [String]

  /// A gate.
  package init(stage: String, action: String, conditions: [String]) {
    self.stage = stage
    self.action = action
    self.conditions = conditions
  }
}

extension CampaignNotice {
  /// What a run has come to on a day: the first outcome that holds; nil for none yet.
  package func outcome(in scope: Scope, on day: CalendarDate) -> CampaignOutcome? {
    let result = standing(in: scope, on: day)?.result.rawValue
    return outcomes.first { outcome in
      if let wanted = outcome.completion, wanted != result { return false }
      return outcome.when.map { $0.evaluate(in: scope).truth == true } ?? true
    }
  }

  /// What a person may decide on an outcome.
  package func options(of outcome: CampaignOutcome, in scope: Scope) -> [CampaignOutcome.Option] {
    outcome.options.filter { option in
      option.when.map { $0.evaluate(in: scope).truth == true } ?? true
    }
  }
}
