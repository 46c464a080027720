import Quantities
import RulePacks

/// What actions, openings and reopenings do to the proceedings of a case.
extension CaseState {
  mutating func apply(_ acted: Acted, of event: Event) throws(FoldError) {
    guard let index = proceedings.firstIndex(where: { $0.id == acted.proceeding }) else {
      throw .unknownProceeding(event.id)
    }
    setFacts(acted.sets, by: event.id)
    if let consent = acted.consent, !consent.awaits.isEmpty {
      proceedings[index].consents[acted.action, default: []].append(
        ConsentRecord(owner: consent.owner, actor: event.header.actor, on: event.header.on))
    } else {
      proceedings[index].consents[acted.action] = nil
      proceedings[index].taken[acted.action, default: 0] += 1
    }
    proceedings[index].enter(acted.entry, on: event.header.on, at: version)
    if let paused = acted.paused {
      proceedings[index].paused[paused.stage] = paused
    } else {
      proceedings[index].paused[acted.entry.stage] = nil
    }
    proceedings[index].inputs.merge(acted.inputs) { _, new in new }
    if let round = acted.round {
      proceedings[index].round = round
      if case .text(let lines) = acted.inputs["defects"] {
        proceedings[index].defects = lines.split(separator: "\n").map(String.init)
      }
    }
    if let entry = acted.main, let main = proceedings.firstIndex(where: \.isMain) {
      proceedings[main].enter(entry, on: event.header.on, at: version)
    }
    discontinue(acted.closed ?? [])
    discontinueSiblings(of: acted.proceeding)
    record(
      event, proceeding: acted.proceeding, action: acted.action, facts: acted.sets.keys.sorted(),
      isFinal: acted.isPublic)
  }

  mutating func apply(_ reopened: Reopened, of event: Event) throws(FoldError) {
    guard let index = proceedings.firstIndex(where: { $0.id == reopened.proceeding }) else {
      throw .unknownProceeding(event.id)
    }
    proceedings[index].enter(reopened.entry, on: event.header.on, at: version)
    record(event, proceeding: reopened.proceeding, facts: [])
  }

  mutating func apply(_ migrated: Migrated, of event: Event) throws(FoldError) {
    pack = migrated.to
    law = migrated.toLaw
    for (id, place) in migrated.places {
      guard let index = proceedings.firstIndex(where: { $0.id == id }) else {
        throw .unknownProceeding(event.id)
      }
      proceedings[index].pass(to: place)
    }
    record(event, facts: [], isFinal: true)
  }

  mutating func begin(
    _ procedure: String, key: String?, id: ProceedingID, _ entry: StageEntry,
    _ inputs: [String: Value], _ header: EventHeader, isMain: Bool = true
  ) {
    proceedings.append(
      Proceeding(
        id: id, procedure: procedure, key: key, isMain: isMain, openedOn: header.on,
        openedAt: version, openingInputs: inputs, entry: entry, enteredOn: header.on,
        enteredAt: version,
        visited: [entry.stage],
        inputs: inputs))
  }

  /// Ends what ran beside a main proceeding that has ended, but for the one that ended it.
  private mutating func discontinueSiblings(of acting: ProceedingID) {
    guard main?.isEnded == true else { return }
    discontinue(proceedings.filter { !$0.isMain && $0.id != acting }.map(\.id))
  }

  /// Stops proceedings that are under way, where they stand.
  private mutating func discontinue(_ ids: [ProceedingID]) {
    for index in proceedings.indices where ids.contains(proceedings[index].id) {
      guard !proceedings[index].isEnded else { continue }
      proceedings[index].entry.ends = .discontinued
      proceedings[index].entry.clock = .ended
      proceedings[index].entry.deadline = nil
    }
  }
}

extension Proceeding {
  /// Enters a stage; agreements to actions of the one before lapse.
  fileprivate mutating func enter(_ entry: StageEntry, on date: CalendarDate, at place: Int) {
    if entry.stage != self.entry.stage {
      enteredOn = date
      enteredAt = place
      visited.append(entry.stage)
      consents = [:]
    }
    self.entry = entry
  }

  /// Stands at the same place under another pack: no stage is entered, and none left.
  fileprivate mutating func pass(to place: Migrated.Place) {
    procedure = place.procedure
    visited = visited.map { place.stages[$0] ?? $0 }
    if visited.last != place.entry.stage { visited.append(place.entry.stage) }
    paused = Dictionary(
      paused.map { stage, clock in
        let stage = place.stages[stage] ?? stage
        return (stage, PausedClock(stage: stage, remaining: clock.remaining))
      }
    ) { first, _ in first }
    entry = place.entry
  }
}
