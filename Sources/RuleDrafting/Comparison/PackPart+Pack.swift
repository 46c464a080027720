import Quantities
import RulePacks

/// The parts of a pack outside its procedures.
extension PackPart {
  /// Every part of a pack.
  static func all(of pack: RulePack) -> [PackPart] {
    var parts = [identity(of: pack)]
    if let own = pack.transition { parts.append(transition(own)) }
    if let own = pack.naming { parts.append(naming(own)) }
    parts += pack.articles.map { article($0) }
    parts += pack.owners.map { owner($0) }
    parts += pack.inputs.map { input($0) }
    parts += pack.conditions.map { condition($0) }
    parts += pack.grounds.map { ground($0) }
    parts += pack.procedures.flatMap { procedure($0) }
    parts += pack.practice.map { practice($0) }
    parts += pack.questions.map { question($0) }
    parts += pack.materials.map { material($0) }
    return parts
  }

  private static func identity(of pack: RulePack) -> PackPart {
    var part = PackPart(.identity, [])
    part.law("language", .text("\(pack.language)"))
    part.wording("title", .bilingual(pack.title))
    part.wording("number", Content(pack.number))
    part.wording("issuer", .bilingual(pack.issuer))
    part.wording("city", .text(pack.city))
    part.wording("case_number_prefix", .text(pack.caseNumberPrefix))
    let validity = pack.validity
    part.wording("published", Content(validity.published))
    part.wording("from", Content(validity.from))
    part.wording("to", Content(validity.to))
    part.wording("interim", .flag(validity.isInterim))
    part.wording("historical", .flag(validity.isHistorical))
    part.wording("relied_on", Content(validity.reliedOn?.by))
    part.wording("relied_on.date", Content(validity.reliedOn?.date))
    part.wording("registration", Content(validity.registration))
    part.wording("verified_on", Content(validity.verifiedOn))
    return part
  }

  private static func transition(_ transition: Transition) -> PackPart {
    var part = PackPart(.transition, [])
    part.law("concerns", transition.concerns)
    for (number, clause) in transition.clauses.enumerated() {
      let key = "clauses.\(number + 1)"
      part.law("\(key).cites", .text(clause.cites))
      part.wording("\(key).label", .bilingual(clause.label))
      part.law("\(key).covers", clause.covers)
    }
    return part
  }

  private static func naming(_ naming: Naming) -> PackPart {
    var part = PackPart(.naming, [])
    part.wording("cites", .text(naming.cites))
    part.wording("prefix", .text(naming.prefix))
    part.wording("suffix", .text(naming.suffix))
    part.wording("english_prefix", Content(naming.englishPrefix))
    part.wording("provisional_suffix", Content(naming.provisionalSuffix))
    return part
  }

  static func article(_ article: Article) -> PackPart {
    var part = PackPart(.articles, [article.key])
    part.wording("gist", .bilingual(article.gist))
    part.law("kind", .text(article.kind.rawValue))
    part.law("judgement", article.isJudgement)
    return part
  }

  private static func owner(_ owner: Owner) -> PackPart {
    var part = PackPart(.owners, [owner.id], label: owner.label)
    part.law("roles", owner.roles.map(\.rawValue))
    part.law("outside", owner.isOutside)
    return part
  }

  private static func input(_ input: Input) -> PackPart {
    var part = PackPart(.inputs, [input.id], label: input.label)
    part.law("type", .text(input.type.name))
    part.lay(input.type, input.options)
    part.law("minimum", Content(input.minimum.map { "\($0)" }))
    part.law("maximum", Content(input.maximum.map { "\($0)" }))
    return part
  }

  /// The options of a choice are law, what they are called is wording.
  private mutating func lay(_ type: ValueType, _ options: [String: Bilingual]) {
    guard case .choice(let names) = type else { return }
    law("options", names)
    for name in names.sorted() { wording("options.\(name)", Content(options[name])) }
  }

  static func condition(_ condition: Condition) -> PackPart {
    var part = PackPart(.conditions, [condition.id], label: condition.label)
    part.law("cites", condition.cites, sorted: false)
    part.law("force", .text(condition.force.rawValue))
    part.law("tested_at", condition.testedAt.map(\.rawValue))
    part.law("applies", condition.applies)
    part.law("requires", condition.requires)
    part.wording("shows", Content(condition.shows))
    part.law("judged_by.owner", Content(condition.judgedBy?.owner))
    part.law("judged_by.stage", Content(condition.judgedBy?.stage))
    part.law("waivable_by", Content(condition.waivableBy))
    part.law("waivable_by.applies", condition.waivableWhen)
    for (number, exception) in condition.exceptions.enumerated() {
      let key = "exceptions.\(number + 1)"
      part.law("\(key).cites", .text(exception.cites))
      part.law("\(key).applies", exception.applies)
      part.law("\(key).effect", .text(exception.effect.rawValue))
    }
    part.wording("hint", Content(condition.hint))
    return part
  }

  private static func ground(_ ground: Ground) -> PackPart {
    var part = PackPart(.grounds, [ground.id], label: ground.label)
    part.law("cites", ground.allCites, sorted: false)
    part.law("alerts", ground.alerts)
    part.wording("weighs", Content(ground.weighs))
    return part
  }

  private static func practice(_ item: PracticeItem) -> PackPart {
    var part = PackPart(.practice, [item.id], label: item.label)
    part.wording("cites", .text(item.cites))
    part.wording("type", .text(item.type.name))
    if case .choice(let names) = item.type {
      part.wording("options", .names(names.sorted()))
      for name in names.sorted() { part.wording("options.\(name)", Content(item.options[name])) }
    }
    part.wording("suggested", .value(item.suggested))
    if item.countsFirstDay { part.wording("first_day", .flag(true)) }
    part.wording("note", Content(item.note))
    return part
  }

  private static func question(_ question: Question) -> PackPart {
    var part = PackPart(.questions, [question.id])
    part.law("same", question.same)
    if question.subject != .count { part.law("asks", .text(question.subject.rawValue)) }
    part.law("before", question.before)
    part.law("standing", question.standing)
    part.law("ended", question.ended.map(\.rawValue))
    part.law("same_prefix", question.samePrefix.map { "\($0.key) \($0.value)" })
    part.law("having", question.having.map { "\($0.key) \($0.value.written)" })
    part.law("reached", question.reached)
    part.law("live_only", .flag(question.isLiveOnly))
    part.law("same_pack_only", .flag(question.isSamePackOnly))
    return part
  }

  static func material(_ material: MaterialRequirement) -> PackPart {
    var part = PackPart(
      .materials, [material.kind, material.moment.rawValue], label: material.label)
    part.law("cites", Content(material.cites))
    part.law("applies", material.applies)
    part.law("required", .flag(material.isRequired))
    part.law("sealed", material.isSealed)
    return part
  }
}
