import Quantities
import RulePacks

/// The parts of a notice.
extension PackPart {
  /// Every part of a notice.
  static func all(of notice: CampaignNotice) -> [PackPart] {
    var parts = [identity(of: notice)]
    parts += notice.articles.map { article($0) }
    parts += notice.cohort.map { cohort($0) } ?? []
    parts += notice.windows.map { window($0) }
    parts += notice.completion.map { [completion($0)] } ?? []
    parts += notice.conditions.map { condition($0) }
    parts += notice.gates.map { gate($0) }
    parts += notice.materials.map { material($0) }
    parts += notice.outcomes.map { outcome($0) }
    parts.append(subjects(of: notice))
    parts += notice.outline.map { section($0) }
    parts += notice.tables.map { table($0) }
    parts += notice.quotas.sorted { $0.key < $1.key }.map { department, quota in
      var part = PackPart(.quotas, [department])
      part.law("quota", .text("\(quota)"))
      return part
    }
    return parts
  }

  private static func identity(of notice: CampaignNotice) -> PackPart {
    var part = PackPart(.identity, [])
    part.wording("title", .bilingual(notice.title))
    part.wording("issuer", Content(notice.issuer))
    part.wording("document_number", Content(notice.documentNumber))
    part.wording("published", Content(notice.published))
    part.law("extends", .text(notice.pack))
    part.law("procedure", .text(notice.procedure))
    part.law("year", .text("\(notice.year)"))
    part.law("number", .text("\(notice.number)"))
    for (input, value) in notice.inputs.sorted(by: { $0.key < $1.key }) {
      part.law("inputs.\(input)", .value(value))
    }
    return part
  }

  private static func cohort(_ cohort: Cohort) -> [PackPart] {
    var whole = PackPart(.cohort, [])
    whole.law("cites", cohort.cites, sorted: false)
    whole.wording("otherwise", .bilingual(cohort.otherwise))
    func rule(_ rule: Cohort.Rule, _ kind: String) -> PackPart {
      var part = PackPart(.cohort, [kind, rule.id], label: rule.label)
      part.law("cites", rule.cites, sorted: false)
      part.law("when", rule.when)
      return part
    }
    return [whole] + cohort.outside.map { rule($0, "outside") }
      + cohort.members.map { rule($0, "members") }
  }

  private static func window(_ window: CampaignWindow) -> PackPart {
    var part = PackPart(.windows, [window.id], label: window.label)
    part.law("cites", window.cites, sorted: false)
    part.law("owner", Content(window.owner))
    part.law("from", Content(window.from))
    part.law("to", Content(window.to))
    part.law("stage", Content(window.stage))
    part.law("follows", Content(window.follows))
    if window.sharesDay { part.wording("shares_day", .flag(true)) }
    if !window.beside.isEmpty { part.wording("beside", .names(window.beside.sorted())) }
    part.wording("hint", Content(window.hint))
    return part
  }

  private static func completion(_ completion: CampaignCompletion) -> PackPart {
    var part = PackPart(.windows, ["completion"])
    part.wording("cites", .names(completion.cites))
    for step in completion.steps {
      let key = "steps.\(step.window)"
      part.law("\(key).done_on", step.doneOn)
      part.law("\(key).within", step.isWithin)
    }
    part.wording("complete", .bilingual(completion.complete))
    part.wording("incomplete", .bilingual(completion.incomplete))
    return part
  }

  private static func gate(_ gate: CampaignGate) -> PackPart {
    var part = PackPart(.gates, [gate.stage, gate.action])
    part.law("conditions", gate.conditions)
    return part
  }

  private static func outcome(_ outcome: CampaignOutcome) -> PackPart {
    var part = PackPart(.outcomes, [outcome.id], label: outcome.label)
    part.wording("cites", .names(outcome.cites))
    part.law("when", outcome.when)
    part.law("completion", Content(outcome.completion))
    part.wording("says", .bilingual(outcome.says))
    for (number, option) in outcome.options.enumerated() {
      let key = "may.\(number + 1)"
      part.law("\(key).opens", Content(option.opens))
      part.law("\(key).action", Content(option.action))
      part.wording("\(key).label", .bilingual(option.label))
      part.law("\(key).when", option.when)
    }
    return part
  }

  private static func subjects(of notice: CampaignNotice) -> PackPart {
    var part = PackPart(.report, ["subjects"])
    for (number, subject) in notice.subjects.enumerated() {
      part.wording("subjects.\(number + 1)", .bilingual(subject.label))
    }
    return part
  }

  private static func section(_ section: OutlineSection) -> PackPart {
    var part = PackPart(.report, ["outline", section.id], label: section.label)
    part.wording("cites", .names(section.cites))
    for (number, point) in section.points.enumerated() {
      let key = "points.\(number + 1)"
      part.wording("\(key).label", .bilingual(point.label))
      if !point.conditions.isEmpty { part.wording("\(key).conditions", .names(point.conditions)) }
    }
    return part
  }

  private static func table(_ table: CampaignTable) -> PackPart {
    var part = PackPart(.lists, [table.id])
    part.wording("title", .bilingual(table.title))
    part.wording("cites", .names(table.cites))
    part.wording("rows", .text(table.rows.rawValue))
    part.law("when", table.when)
    for (number, column) in table.columns.enumerated() {
      part.wording("columns.\(number + 1)", .bilingual(column.label))
    }
    return part
  }
}
