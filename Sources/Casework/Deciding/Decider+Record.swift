import Quantities
import RulePacks

extension DecisionTable {
  /// The roles that may record what belongs to the file but decides nothing.
  static let recorders: [Role] = [.officer, .clerk, .leader, .expertSecretary, .agency]

  /// Puts a document on file.
  ///
  /// One received after today, about a year out of range, or empty is refused.
  func attach(_ material: Material) -> Result<Decision, Refusals> {
    var refusals: [Refusal] = []
    if let received = material.received, received > context.today {
      refusals.append(
        Refusal(
          .input, "date.future", arguments: ["on": "\(received)", "today": "\(context.today)"]))
    }
    if let year = material.year, !Self.yearsOfDocuments(until: context.today.year).contains(year) {
      refusals.append(Refusal(.input, "material.year", arguments: ["year": "\(year)"]))
    }
    if material.size == 0 {
      refusals.append(Refusal(.input, "material.empty", arguments: ["title": material.title]))
    }
    return record(.attached(Attached(material: material)), besides: refusals)
  }

  /// The years that documents are about: none is older than the institutions, plans reach ahead.
  private static func yearsOfDocuments(until year: Int) -> ClosedRange<Int> { 1949...(year + 10) }

  /// Records something that decides nothing: a document, a contact, a remark.
  ///
  /// - Parameter others: what else stands in its way.
  func record(
    _ payload: EventPayload, besides others: [Refusal] = []
  ) -> Result<Decision, Refusals> {
    var refusals = others + [roleRefusal(allowed: Self.recorders, cites: [])].compactMap { $0 }
    refusals += [dateRefusal(notBefore: state.openedOn)].compactMap { $0 }
    if let empty = emptyText(of: payload) {
      refusals.append(Refusal(.input, "input.missing", arguments: ["input": empty]))
    }
    return settle(payload, refusals, Self.recorders)
  }

  /// Puts facts on record.
  func setFacts(
    _ changes: Facts, _ cleared: [FactPath], _ source: String?, _ note: String?
  ) -> Result<Decision, Refusals> {
    let allowed: [Role] = [.clerk, .officer]
    var refusals = [roleRefusal(allowed: allowed, cites: [])].compactMap { $0 }
    refusals += [dateRefusal(notBefore: state.openedOn)].compactMap { $0 }
    let moved = changes.filter { state.facts[$0.key] != $0.value }
    let gone = cleared.filter { state.facts[$0] != nil }
    if moved.isEmpty, gone.isEmpty {
      refusals.append(Refusal(.input, "facts.unchanged"))
    }
    refusals += decidedFactRefusals(Array(moved.keys) + gone, note: note)
    if state.main?.isEnded == true, TextFolding.trimmed(note ?? "").isEmpty {
      refusals.append(Refusal(.input, "input.missing", arguments: ["input": "note"]))
    }
    return settle(
      .facts(FactsSet(changes: moved, cleared: gone, source: source, note: note)), refusals,
      allowed)
  }

  /// Gives the case to a person, or names a deputy.
  func assign(_ assigned: Assigned) -> Result<Decision, Refusals> {
    let allowed: [Role] = [.officer, .leader, .clerk]
    var refusals = [roleRefusal(allowed: allowed, cites: [])].compactMap { $0 }
    if let until = assigned.until, until < context.today {
      refusals.append(
        Refusal(
          .input, "date.past", arguments: ["on": "\(until)", "today": "\(context.today)"]))
    }
    return settle(.assigned(assigned), refusals, allowed)
  }

  /// The decision for one event, or its refusals.
  func settle(
    _ payload: EventPayload, _ refusals: [Refusal], _ allowed: [Role]
  ) -> Result<Decision, Refusals> {
    guard refusals.isEmpty, let role = role(among: allowed) else {
      return .failure(Refusals(refusals))
    }
    return .success(
      Decision(drafts: [EventDraft(payload: payload, role: role, on: context.on)]))
  }

  private func emptyText(of payload: EventPayload) -> String? {
    func isEmpty(_ text: String) -> Bool { TextFolding.trimmed(text).isEmpty }
    switch payload {
    case .note(let note): return isEmpty(note.text) ? "note" : nil
    case .contact(let contact):
      return isEmpty(contact.with) ? "with" : isEmpty(contact.text) ? "text" : nil
    case .attached(let attached): return isEmpty(attached.material.kind) ? "kind" : nil
    default: return nil
    }
  }
}
