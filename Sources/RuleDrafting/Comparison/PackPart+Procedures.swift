import Quantities
import RulePacks

/// The parts of a procedure: itself, its opening, stages, actions and guards.
extension PackPart {
  /// Every part of a procedure.
  static func procedure(_ procedure: Procedure) -> [PackPart] {
    var part = PackPart(.procedures, [procedure.id], label: procedure.label)
    part.law("cites", procedure.cites, sorted: false)
    part.law("main", procedure.isMain)
    part.law("start", .text(procedure.start))
    part.wording("spine", procedure.spine.isEmpty ? nil : .names(procedure.spine))
    part.law("take_over", procedure.takeOverStages)
    part.wording("view", Content(procedure.view))
    return [part] + opening(procedure) + procedure.stages.flatMap { stage($0, of: procedure.id) }
  }

  private static func opening(_ procedure: Procedure) -> [PackPart] {
    guard let opening = procedure.opening else { return [] }
    let path = [procedure.id, "opening"]
    var part = PackPart(.procedures, path, label: opening.label)
    part.law("roles", opening.roles.map(\.rawValue))
    part.law("during", opening.during)
    part.law("needs", opening.needs)
    part.law("may", opening.mayHave)
    part.law("sets", opening.sets)
    part.law("cites", opening.cites, sorted: false)
    part.law("key", Content(opening.key))
    part.law("repeatable", opening.isRepeatable)
    part.law("reopens_after", opening.terms?.reopensAfter ?? [])
    part.law("barred_while", opening.terms?.barredWhile ?? [])
    part.law("about", opening.terms?.about.map { [$0] } ?? [])
    part.law("by_action", opening.terms?.isByAction ?? false)
    return [part] + opening.guards.map { requirement($0, path) }
  }

  private static func stage(_ stage: Stage, of procedure: String) -> [PackPart] {
    let path = [procedure, stage.id]
    var part = PackPart(.procedures, path, label: stage.label)
    part.law("owner", Content(stage.owner))
    part.law("cites", stage.cites, sorted: false)
    part.lay(stage.due)
    if stage.resumption != .extends { part.law("resumption", .text(stage.resumption.rawValue)) }
    part.law("ends", Content(stage.ends?.rawValue))
    part.law("roster", stage.isRoster)
    part.wording("view", Content(stage.view))
    return [part] + stage.actions.flatMap { action($0, path) }
  }

  private static func action(_ action: Action, _ stage: [String]) -> [PackPart] {
    let path = stage + [action.id]
    var part = PackPart(.procedures, path, label: action.label)
    part.law("to", .text(action.to))
    part.law("by", action.roles.map(\.rawValue))
    part.law("cites", action.cites, sorted: false)
    part.law("needs", action.needs)
    part.law("may", action.mayHave)
    part.law("passes", action.passes.map(\.rawValue))
    part.law("deciding", action.isDeciding)
    part.law("sets", action.sets)
    for (number, effect) in action.opens.enumerated() {
      let key = "opens.\(number + 1)"
      part.law("\(key).procedure", .text(effect.procedure))
      part.law("\(key).when", effect.when)
      for (input, value) in effect.inputs.sorted(by: { $0.key < $1.key }) {
        part.law("\(key).inputs.\(input)", value)
      }
    }
    part.law("moves_main_to", Content(action.movesMainTo))
    part.law("returns", action.isReturn)
    part.law("public", action.isPublic)
    part.law("separate_from", action.separateFrom)
    part.law("separate_from.unless", action.terms?.separationUnless)
    part.law(action.terms ?? ActionTerms())
    part.lay(action.due)
    return [part] + action.guards.map { requirement($0, path) }
  }

  private static func requirement(_ requirement: Guard, _ owner: [String]) -> PackPart {
    var part = PackPart(.procedures, owner + [requirement.id], label: requirement.label)
    part.law("cites", Content(requirement.cites))
    part.law("requires", requirement.requires)
    part.law("until", requirement.until)
    return part
  }

  private mutating func law(_ key: String, _ sets: [FactSetting]) {
    for setting in sets.sorted(by: { $0.path < $1.path }) {
      law("\(key).\(setting.path)", setting.value)
    }
  }

  private mutating func law(_ terms: ActionTerms) {
    law("barred_while", terms.barredWhile)
    law("at_most", Content(terms.atMost.map { String($0) }))
    law("agreed_by", terms.agreedBy)
    law("after", terms.after)
    law("after_any", terms.afterAny)
    law("closes", terms.closes)
    law("silence", terms.isSilence)
    law("checks", terms.checks.map(\.rawValue))
    law("clears", terms.clears)
    law("restores", terms.restores)
  }

  private mutating func law(_ key: String, _ runs: [EndedRun]) {
    for run in runs.sorted(by: { $0.procedure < $1.procedure }) {
      law("\(key).\(run.procedure)", run.stages)
    }
  }

  private mutating func lay(_ rule: DeadlineRule?) {
    guard let rule else { return }
    law("due.cites", .text(rule.cites))
    switch rule.measure {
    case .period(let period): law("due.period", .value(.period(period)))
    case .practice(let id): law("due.practice", .text(id))
    case .date(let date): law("due.date", date)
    }
    law("due.anchor", rule.anchor)
    law("due.first_day", rule.countsFirstDay)
    law("due.roll", .flag(rule.rolls))
  }
}
