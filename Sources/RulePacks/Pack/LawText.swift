import Quantities

/// The canonical text of the law of a pack: every part as its length and its bytes, so that no two
/// laws share a text.
struct LawText {
  /// The text so far.
  private(set) var bytes: [UInt8] = []
  /// Whether expressions stand by what they say and not by how they are written.
  private let isByMeaning: Bool

  init(isByMeaning: Bool = false) { self.isByMeaning = isByMeaning }

  private mutating func put(_ text: String) {
    let utf8 = Array(text.utf8)
    bytes += Array("\(utf8.count):".utf8)
    bytes += utf8
  }

  private mutating func put(_ text: String?) {
    put(text == nil ? 0 : 1)
    if let text { put(text) }
  }

  private mutating func put(_ number: Int) { bytes += Array("#\(number);".utf8) }

  private mutating func put(_ flag: Bool) { put(flag ? 1 : 0) }

  private mutating func put(_ texts: [String]) {
    put(texts.count)
    for text in texts { put(text) }
  }

  /// Items by their ids, whatever order the file has them in.
  private mutating func put<Item>(
    _ items: [Item], by id: (Item) -> String, _ write: (inout LawText, Item) -> Void
  ) {
    put(items.count)
    for item in items.sorted(by: { id($0) < id($1) }) {
      put(id(item))
      write(&self, item)
    }
  }

  /// An expression as it is written, blanks aside, or by what it says.
  private mutating func put(_ expression: Expression?) {
    put(isByMeaning ? expression?.shape : expression?.normalisedSource)
  }

  // MARK: Parts of the law

  /// Writes all that the law hash covers.
  mutating func append(_ pack: RulePack) {
    put("law 1")
    put(pack.language)
    put(pack.articles, by: \.key) { text, article in
      text.put(article.kind.rawValue)
      text.put(article.isJudgement)
    }
    put(pack.owners, by: \.id) { text, owner in
      text.put(owner.roles.map(\.rawValue).sorted())
      text.put(owner.isOutside)
    }
    put(pack.inputs, by: \.id) { text, input in
      text.put(input.type)
      text.put(input.minimum.map(String.init))
      text.put(input.maximum.map(String.init))
    }
    put(pack.questions, by: \.id) { text, question in
      text.put(question.same.sorted())
      text.put(question.reached.sorted())
      text.put(question.isLiveOnly)
      text.put(question.isSamePackOnly)
      text.put(question.samePrefix.map { "\($0.key) \($0.value)" }.sorted())
      text.put(question.having.map { "\($0.key) \($0.value.canonical)" }.sorted())
      text.append(furtherPartsOf: question)
    }
    put(pack.materials, by: { "\($0.kind) \($0.moment.rawValue)" }) { text, material in
      text.put(material.cites)
      text.put(material.applies)
      text.put(material.isRequired)
      text.put(material.isSealed)
    }
    put(pack.conditions, by: \.id) { $0.append($1) }
    put(pack.grounds, by: \.id) { text, ground in
      text.put(ground.cites)
      if let more = ground.alsoCites { text.put(more) }
      text.put(ground.alerts)
    }
    put(pack.procedures, by: \.id) { $0.append($1) }
    // Packs that say nothing of a transition keep the hash that they had before there was the key.
    if let transition = pack.transition { append(transition) }
  }

  private mutating func append(_ transition: Transition) {
    put("transition")
    put(transition.concerns)
    put(transition.clauses.count)
    for clause in transition.clauses {
      put(clause.cites)
      put(clause.covers)
    }
  }

  private mutating func put(_ type: ValueType) {
    put(type.name)
    if case .choice(let options) = type { put(options.sorted()) }
  }

  private mutating func append(_ condition: Condition) {
    put(condition.cites)
    put(condition.force.rawValue)
    put(condition.testedAt.map(\.rawValue).sorted())
    put(condition.applies)
    put(condition.requires)
    put(condition.judgedBy.map { "\($0.owner) \($0.stage)" })
    put(condition.waivableBy)
    put(condition.waivableWhen)
    put(condition.exceptions.count)
    for exception in condition.exceptions {
      put(exception.cites)
      put(exception.applies)
      put(exception.effect.rawValue)
    }
  }

  private mutating func append(_ procedure: Procedure) {
    put(procedure.cites)
    put(procedure.isMain)
    put(procedure.start)
    put(procedure.takeOverStages.sorted())
    put(procedure.opening != nil)
    if let opening = procedure.opening {
      put(opening.roles.map(\.rawValue).sorted())
      put(opening.during.sorted())
      put(opening.needs.sorted())
      put(opening.mayHave.sorted())
      put(opening.cites)
      put(opening.key)
      put(opening.isRepeatable)
      append(opening.guards)
      append(opening.sets)
      append(opening.terms)
    }
    put(procedure.stages, by: \.id) { $0.append($1) }
  }

  private mutating func append(_ stage: Stage) {
    put(stage.owner)
    put(stage.cites)
    append(stage.due)
    put(stage.resumption.rawValue)
    put(stage.ends?.rawValue)
    put(stage.isRoster)
    put(stage.actions, by: \.id) { $0.append($1) }
  }

  private mutating func append(_ action: Action) {
    put(action.to)
    put(action.roles.map(\.rawValue).sorted())
    put(action.cites)
    put(action.needs.sorted())
    put(action.mayHave.sorted())
    put(action.passes.map(\.rawValue).sorted())
    put(action.isDeciding)
    append(action.guards)
    append(action.sets)
    put(action.opens.count)
    for opening in action.opens {
      put(opening.procedure)
      put(opening.when)
      put(opening.inputs.map { ($0.key, $0.value) }, by: \.0) { $0.put($1.1) }
    }
    put(action.movesMainTo)
    put(action.isReturn)
    put(action.isPublic)
    put(action.separateFrom.sorted())
    append(action.due)
    append(action.terms)
  }

  /// What a question asks beyond counting equal cases is written only where it does.
  private mutating func append(furtherPartsOf question: Question) {
    let parts = [
      question.subject == .count ? [] : [question.subject.rawValue], question.before.sorted(),
      question.standing.sorted(), question.ended.map(\.rawValue).sorted(),
    ]
    guard parts.contains(where: { !$0.isEmpty }) else { return }
    for part in parts { put(part) }
  }

  /// Terms are written only where there are some: a pack without them keeps its hash.
  private mutating func append(_ terms: ActionTerms?) {
    guard let terms else { return }
    put("terms")
    put(terms.separationUnless)
    put(terms.barredWhile.sorted())
    put(terms.atMost ?? 0)
    put(terms.agreedBy.sorted())
    append(terms.after)
    append(terms.afterAny)
    put(terms.closes.sorted())
    put(terms.isSilence)
    put(terms.checks.map(\.rawValue).sorted())
    if !terms.clears.isEmpty {
      put("clears")
      put(terms.clears.sorted())
    }
    if terms.restores { put("restores") }
  }

  private mutating func append(_ terms: OpeningTerms?) {
    guard let terms else { return }
    put("terms")
    put(terms.reopensAfter.sorted())
    put(terms.barredWhile.sorted())
    append(terms.about.map { [$0] } ?? [])
    put(terms.isByAction)
  }

  private mutating func append(_ runs: [EndedRun]) {
    put(runs, by: \.procedure) { $0.put($1.stages.sorted()) }
  }

  private mutating func append(_ guards: [Guard]) {
    put(guards, by: \.id) { text, item in
      text.put(item.cites)
      text.put(item.requires)
      if let until = item.until { text.put(until) }
    }
  }

  private mutating func append(_ sets: [FactSetting]) {
    put(sets, by: \.path) { $0.put($1.value) }
  }

  private mutating func append(_ rule: DeadlineRule?) {
    put(rule != nil)
    guard let rule else { return }
    put(rule.cites)
    switch rule.measure {
    case .period(let period): put("period \(period.number) \(period.unit.rawValue)")
    case .practice(let id): put("practice \(id)")
    case .date(let date):
      put("date")
      put(date)
    }
    put(rule.anchor)
    put(rule.countsFirstDay)
    put(rule.rolls)
  }
}
