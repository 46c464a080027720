import Quantities
import RulePacks

/// Trying one action or opening of a case: on several days, with several inputs.
extension PackExplorer {
  /// What one action or opening asks for.
  struct Attempt {
    var inputs: [String]
    var optional: [String]
    var roles: [Role]
    /// What tells the person from others who take the same action.
    var person = ""
    var proceeding: ProceedingID?
    var entered: CalendarDate
    var due: CalendarDate?
  }

  /// Takes an action of a stage; the case after it, or nil where nothing that was tried let it.
  mutating func attempt(
    _ place: Place, _ site: DecisionTable.Site, _ roles: [Role], on imagined: ImaginedCase,
    as person: String = ""
  ) -> ImaginedCase? {
    let made = Attempt(
      inputs: site.action.needs, optional: site.action.mayHave, roles: roles, person: person,
      proceeding: site.proceeding.id, entered: site.proceeding.enteredOn,
      due: site.proceeding.entry.deadline?.due)
    return attempt(place, made, on: imagined) {
      .act(action: site.action.id, proceeding: site.proceeding.id, inputs: $0, note: nil)
    }
  }

  /// Tries a command on several days, with inputs made up by their types, until one is let through.
  ///
  /// - Parameter way: how many of the variants of inputs are passed over.
  mutating func attempt(
    _ place: Place, _ made: Attempt, on imagined: ImaginedCase, beginningWith way: Int = 0,
    _ command: ([String: Value]) -> Command
  ) -> ImaginedCase? {
    let last = date(of: imagined.state)
    var dates = [last.adding(days: 1), last]
    if let due = made.due, due >= last { dates += [due, due.adding(days: 1)] }
    for isOpposite in taken.contains(place) ? [false] : [false, true] {
      for date in dates {
        var context = runner.context(
          of: test, by: "\(made.roles.first?.rawValue ?? "") \(made.person) of \(place.path)",
          as: Set(made.roles.prefix(1)), on: date)
        if isOpposite { context.practice = context.practice.opposite }
        let variants = MadeUpInputs(pack: runner.pack, on: date, entered: made.entered)
          .variants(needs: made.inputs, mayHave: made.optional)
        for inputs in variants.dropFirst(way) {
          var trial = imagined
          if let next = tried(command(inputs), place, &trial, context) { return next }
        }
      }
    }
    return nil
  }

  private mutating func tried(
    _ command: Command, _ place: Place, _ trial: inout ImaginedCase, _ context: DecisionContext
  ) -> ImaginedCase? {
    for _ in 0..<2 {
      switch Decider.decide(command, on: trial.state, in: context) {
      case .success(let decision):
        guard trial.take(decision, by: context.actor) else { return nil }
        taken.insert(place)
        hindrances[place] = nil
        steps += 1
        return trial
      case .failure(let refusals):
        hindrances[place] = refusals.list.map(\.code)
        guard settle(refusals, &trial, context) else { return nil }
      }
    }
    return nil
  }

  /// Gives the judgements and departures that stand in the way; false where something else does.
  private func settle(
    _ refusals: Refusals, _ trial: inout ImaginedCase, _ context: DecisionContext
  ) -> Bool {
    for refusal in refusals.list {
      guard let id = refusal.condition, let condition = runner.pack.condition(id) else {
        return false
      }
      let command: Command
      var person = context
      switch refusal.code {
      case "judgement.pending":
        let owner = condition.judgedBy.flatMap { runner.pack.owner($0.owner) }
        person.actor.roles = Set(owner?.roles ?? [])
        command = .judge(condition: id, answer: true, note: "met")
      case "departure.required":
        person.actor.roles = [.officer]
        command = .depart(condition: id, reason: "reason")
      default: return false
      }
      guard case .success(let decision) = Decider.decide(command, on: trial.state, in: person),
        trial.take(decision, by: person.actor)
      else { return false }
    }
    return true
  }
}

extension PracticeInForce {
  /// The practice of an office that answers every question of yes or no the other way.
  fileprivate var opposite: PracticeInForce {
    var other = self
    for (id, item) in items {
      if case .boolean(let flag) = item.value { other.items[id]?.value = .boolean(!flag) }
    }
    return other
  }
}
