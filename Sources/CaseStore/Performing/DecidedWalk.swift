import Casework
import Quantities
import RulePacks

/// A walk that was decided to its end, and has still to be sealed.
///
/// While it is being decided its events have numbers in place of ids, from 0: ids rest on running
/// numbers and salts, which are given out in the order of the walks.
struct DecidedWalk: Sendable {
  /// What will be one event.
  struct Part: Sendable {
    var draft: EventDraft
    var parents: [EventID]
    var actor: String
    var login: String
    var moment: Int64
  }

  /// An answer that decisions may rest on.
  struct Answer: Sendable {
    let enquiry: CasesAtHand.Enquiry
    let answer: Int64?
  }

  var law = ""
  var parts: [Part] = []
  var blobs: [(hash: String, bytes: [UInt8])] = []
  /// What was asked of other cases.
  var answers: [Answer] = []
  /// The case in the end, with what it adds to the answers.
  var entry: CaseProjection?
  var traits: [CasesAtHand.Entry] = []

  /// Whether other cases still answer as they did.
  func holds(with cases: CasesAtHand) -> Bool {
    answers.allSatisfy { cases.answer(to: $0.enquiry) == $0.answer }
  }
}

/// What a walk takes when its turn has come.
struct WalkSeal: Sendable {
  let stream: StreamID
  let device: String
  /// The running number of the event before the first.
  let sequence: Int64
  /// The salt of each event.
  let salts: [[UInt8]]
}

extension DecidedWalk {
  /// The events with their bytes, chained and hashed.
  func sealed(_ seal: WalkSeal) throws -> [(record: JournalRecord, header: EventHeader)] {
    var ids: [EventID] = []
    ids.reserveCapacity(parts.count)
    var out: [(record: JournalRecord, header: EventHeader)] = []
    out.reserveCapacity(parts.count)
    for (number, part) in parts.enumerated() {
      var draft = part.draft
      if case .undone(var undone) = draft.payload {
        undone.events = undone.events.map { Self.id($0, among: ids) }
        draft.payload = .undone(undone)
      }
      let sealed = try SealedEvent(
        draft, stream: seal.stream, parents: part.parents.map { Self.id($0, among: ids) },
        sequence: seal.sequence + Int64(number) + 1, law: law,
        by: SealedEvent.Authorship(
          device: seal.device, actor: part.actor, login: part.login, moment: part.moment),
        salt: seal.salts[number])
      ids.append(sealed.event.id)
      out.append((JournalRecord(sealed), sealed.event.header))
    }
    return out
  }

  private static func id(_ number: EventID, among ids: [EventID]) -> EventID {
    guard let place = Int(number), ids.indices.contains(place) else { return number }
    return ids[place]
  }
}

/// Where a walk is decided apart from all others.
struct WalkSketch: WalkGround {
  /// The answers as of the walks before.
  let cases: CasesAtHand
  /// The number that the case will have.
  let number: String
  /// Where packs are read.
  let reader: CaseStore
  var walk = DecidedWalk()

  private static let stream = StreamID(random: [UInt8](repeating: 0, count: 16))

  init(_ cases: CasesAtHand, number: String, reader: CaseStore) {
    self.cases = cases
    self.number = number
    self.reader = reader
  }

  func pack(_ id: String) throws -> RulePack { try reader.pack(id) }

  func campaigns(under pack: String) throws -> [CampaignInForce] {
    try reader.reading { try reader.campaigns(under: pack, in: $0) }
  }

  mutating func answers(
    to questions: [Question], _ facts: Facts, except stream: StreamID?, under pack: String
  ) throws -> [String: Int64] {
    var answers: [String: Int64] = [:]
    for question in questions {
      guard let enquiry = CasesAtHand.enquiry(question, facts, under: pack) else {
        if question.subject == .count { answers[question.id] = 0 }
        continue
      }
      let answer = cases.answer(to: enquiry)
      walk.answers.append(DecidedWalk.Answer(enquiry: enquiry, answer: answer))
      answers[question.id] = answer
    }
    return answers
  }

  func number(prefix: String, year: Int) throws -> String { number }

  func newStream() -> StreamID { Self.stream }

  mutating func record(
    _ decision: Decision, _ drafts: [EventDraft], on stream: StreamID, after heads: [EventID],
    law: String, as actor: Actor, at moment: Int64
  ) throws -> [Event] {
    walk.law = law
    if let basis = decision.basis { walk.blobs.append((SealedEvent.hash(basis), basis)) }
    var parents = heads
    return drafts.map { draft in
      let id = String(walk.parts.count)
      walk.parts.append(
        DecidedWalk.Part(
          draft: draft, parents: parents, actor: actor.name, login: actor.login, moment: moment))
      let header = EventHeader(
        stream: stream, parents: parents, device: "", sequence: 0, actor: actor.name,
        login: actor.login, role: draft.role, moment: moment, on: draft.on, law: law,
        kind: draft.payload.kind, payloadHash: "", algorithms: "")
      parents = [id]
      return Event(id: id, header: header, payload: draft.payload)
    }
  }
}
