import Quantities
import RulePacks

extension CaseState {
  /// What is wrong with a history that cannot be folded.
  package enum FoldError: Error, Hashable, Sendable {
    /// The stream does not begin with an application or a take-over.
    case noOpening
    /// An event speaks of a proceeding that was never opened.
    case unknownProceeding(EventID)
    /// What a redaction left of an event cannot be read.
    case unreadableReplacement(EventID)
  }

  /// Folds the accepted events of a case, in the order of the ledger.
  ///
  /// Undone events are skipped, and redacted ones stand as their replacement says: what was removed
  /// is absent, and no earlier value comes back in its place. The same events
  /// always give the same state; packs, calendars and today have no part in it.
  package init(folding events: [Event]) throws(FoldError) {
    let undone = Self.undone(in: events)
    let replacements = Self.replacements(in: events)
    let removed = Self.removedPaths(in: events)
    guard let first = events.first,
      var state = Self.opened(by: first, try Self.payload(of: first, replacements))
    else { throw .noOpening }
    for event in events {
      state.noteHead(of: event)
      state.version += 1
      guard !undone.contains(event.id), let payload = try Self.payload(of: event, replacements)
      else { continue }
      try state.apply(payload, of: event)
      if event.payload == nil { state.clear(removed[event.id] ?? [], by: event.id) }
    }
    self = state
  }

  /// The state with one more event, or nil where a whole fold is needed (undo, redaction).
  package func adding(_ event: Event) throws(FoldError) -> CaseState? {
    var state = self
    return try state.add(event) ? state : nil
  }

  /// Takes in one more event, where no whole fold is needed.
  ///
  /// - Returns: whether it did.
  /// - Throws: `FoldError`; the state is then no longer to be used.
  package mutating func add(_ event: Event) throws(FoldError) -> Bool {
    switch event.payload {
    case .undone, .redacted, nil: return false
    case .some(let payload):
      noteHead(of: event)
      version += 1
      try apply(payload, of: event)
      return true
    }
  }

  private static func undone(in events: [Event]) -> Set<EventID> {
    var ids: Set<EventID> = []
    for case .undone(let undone) in events.lazy.compactMap(\.payload) {
      ids.formUnion(undone.events)
    }
    return ids
  }

  /// The last redaction of each event that has one.
  private static func replacements(in events: [Event]) -> [EventID: Redacted] {
    var found: [EventID: Redacted] = [:]
    for case .redacted(let redaction) in events.lazy.compactMap(\.payload) {
      found[redaction.event] = redaction
    }
    return found
  }

  /// The content of an event, or what a redaction left of it; nil where nothing says what that is.
  private static func payload(
    of event: Event, _ replacements: [EventID: Redacted]
  ) throws(FoldError) -> EventPayload? {
    if let payload = event.payload { return payload }
    guard let left = replacements[event.id] else { return nil }
    guard let payload = try? EventPayload(kind: left.kind, bytes: Array(left.replacement.utf8))
    else { throw .unreadableReplacement(event.id) }
    return payload
  }

  private static func removedPaths(in events: [Event]) -> [EventID: [FactPath]] {
    var found: [EventID: [FactPath]] = [:]
    for case .redacted(let redaction) in events.lazy.compactMap(\.payload) {
      found[redaction.event, default: []] += redaction.removed
    }
    return found
  }

  private static func opened(by event: Event, _ payload: EventPayload?) -> CaseState? {
    switch payload {
    case .opened(let opened):
      CaseState(
        id: event.header.stream, pack: opened.pack, law: event.header.law ?? "",
        openedOn: event.header.on)
    case .takenOver(let taken):
      CaseState(
        id: event.header.stream, pack: taken.pack, law: event.header.law ?? "",
        openedOn: event.header.on)
    default: nil
    }
  }

  private mutating func noteHead(of event: Event) {
    heads.removeAll(where: event.header.parents.contains)
    heads.append(event.id)
  }

  private mutating func apply(_ payload: EventPayload, of event: Event) throws(FoldError) {
    let header = event.header
    switch payload {
    case .opened(let opened):
      setFacts(opened.facts, by: event.id)
      materials = opened.materials
      fingerprint = opened.fingerprint
      begin(opened.procedure, key: nil, id: opened.procedure, opened.entry, [:], header)
      record(event, proceeding: opened.procedure, facts: [], isFinal: true)
    case .takenOver(let taken):
      setFacts(taken.facts, by: event.id)
      fingerprint = taken.fingerprint
      isTakenOver = true
      begin(taken.procedure, key: nil, id: taken.procedure, taken.entry, [:], header)
      if let since = taken.since { proceedings[0].enteredOn = since }
      record(event, proceeding: taken.procedure, facts: [], isFinal: true)
    case .numbered(let numbered):
      if let number, number != numbered.number { aliases.append(number) }
      number = numbered.number
      aliases.append(contentsOf: numbered.aliases)
      record(event, facts: [], isFinal: true)
    case .facts(let set):
      setFacts(set.changes, by: event.id)
      for path in set.cleared {
        facts[path] = nil
        factSources[path] = event.id
      }
      record(event, facts: set.changes.keys.sorted() + set.cleared)
    case .acted(let acted): try apply(acted, of: event)
    case .proceeding(let opened):
      setFacts(opened.sets, by: event.id)
      begin(
        opened.procedure, key: opened.key, id: opened.proceeding, opened.entry, opened.inputs,
        header, isMain: false)
      proceedings[proceedings.count - 1].about = opened.about
      record(event, proceeding: opened.proceeding, facts: opened.sets.keys.sorted())
    case .judged(let judged):
      judgements[judged.condition] = JudgementRecord(
        judged: judged, actor: header.actor, on: header.on, place: version)
      record(event, facts: [])
    case .waiver(let step):
      let requester =
        step.step == .requested
        ? header.actor : waivers[step.condition]?.requestedBy ?? header.actor
      waivers[step.condition] = WaiverRecord(
        step: step, requestedBy: requester, actor: header.actor, on: header.on, place: version)
      record(event, facts: [])
    case .departed(let departed):
      departures[departed.condition] = DepartureRecord(
        departed: departed, actor: header.actor, on: header.on, place: version)
      record(event, facts: [])
    case .attached(let attached):
      materials.append(attached.material)
      // A list that was known to be empty is so no longer.
      facts["materials"] = nil
      let listed = Self.facts(of: attached.material, at: nextMaterialRow)
      setFacts(listed, by: event.id)
      record(event, facts: listed.keys.sorted())
    case .assigned(let assigned):
      if assigned.deputy == nil || assigned.assignee != nil { assignee = assigned.assignee }
      deputy = assigned.deputy == nil ? nil : assigned
      record(event, proceeding: assigned.proceeding, facts: [])
    case .contact(let contact):
      contacts.append(ContactRecord(contact: contact, actor: header.actor, on: header.on))
      record(event, facts: [])
    case .note: record(event, facts: [])
    case .reopened(let reopened): try apply(reopened, of: event)
    case .restated(let restated):
      for (id, deadline) in restated.deadlines {
        guard let index = proceedings.firstIndex(where: { $0.id == id }) else {
          throw .unknownProceeding(event.id)
        }
        // A step that was undone later takes the deadline that was restated with it.
        let known = restated.instead?[id]
        guard known == nil || proceedings[index].entry.deadline == known else { continue }
        proceedings[index].entry.deadline = deadline
      }
      record(event, facts: [], isFinal: true)
    case .migrated(let migrated): try apply(migrated, of: event)
    case .undone, .redacted: record(event, facts: [], isFinal: true)
    case .user, .practice, .calendar, .pack, .campaign, .office, .verification, .law: break
    }
  }

  mutating func setFacts(_ changes: Facts, by event: EventID) {
    if facts.isEmpty, factSources.isEmpty {
      facts = changes
      factSources = changes.mapValues { _ in event }
      return
    }
    for (path, value) in changes {
      facts[path] = value
      factSources[path] = event
    }
  }

  /// Takes facts away, each with everything below it.
  private mutating func clear(_ paths: [FactPath], by event: EventID) {
    for path in paths {
      for known in facts.keys
      where known == path || known.hasPrefix(path + ".") || known.hasPrefix(path + "[") {
        facts[known] = nil
        factSources[known] = event
      }
    }
  }

  mutating func record(
    _ event: Event, proceeding: ProceedingID? = nil, action: String? = nil, facts: [FactPath],
    isFinal: Bool = false
  ) {
    let header = event.header
    steps.append(
      Step(
        event: event.id, kind: header.kind, proceeding: proceeding, action: action,
        actor: header.actor, role: header.role, on: header.on, facts: facts, isFinal: isFinal,
        moment: header.moment))
  }
}
