package import Casework
import GRDB
import Quantities
import RulePacks

/// A case from its arrival through everything that was done on it, each step by its own person on
/// its own day.
package struct CaseWalk: Sendable {
  /// Something that is done on the case.
  package struct Step: Sendable {
    /// What is done.
    package var command: Command
    /// By whom, and when.
    package var session: Session

    /// A step.
    package init(_ command: Command, by session: Session) {
      self.command = command
      self.session = session
    }
  }

  /// What comes in.
  package var arrival: Arrival
  /// Who receives it, and when.
  package var session: Session
  /// What is done then, in order.
  package var steps: [Step]

  /// A walk.
  package init(_ arrival: Arrival, by session: Session, steps: [Step]) {
    self.arrival = arrival
    self.session = session
    self.steps = steps
  }
}

/// A walk came to a step that is refused.
package struct WalkRefused: Error, Sendable {
  /// The walk, from 0.
  package var walk: Int
  /// The step, from 0; nil for the arrival.
  package var step: Int?
  /// Why.
  package var refusals: Refusals
}

extension CaseStore {
  /// Performs whole walks in one transaction: all of them or none.
  ///
  /// Each step passes the same gate as one that is performed alone; the tables are brought up to a
  /// case once, when its walk is over, so that questions about other cases are answered from the walks
  /// before it.
  ///
  /// - Returns: the cases as they stand.
  /// - Throws: `WalkRefused`; `Problem` for everything else.
  @discardableResult
  package func perform(_ walks: [CaseWalk]) throws -> [CaseState] {
    guard let first = walks.first else { return [] }
    return try writing { db in
      let office = try office(in: db)
      var desk = WalkDesk(office)
      var ground = try WalkTransaction(
        self, db, actor: try office.actor(of: first.session), first.session)
      var states: [CaseState] = []
      states.reserveCapacity(walks.count)
      for (index, walk) in walks.enumerated() {
        let state = try desk.perform(walk, index, on: &ground)
        try ground.projector.insert(state)
        states.append(state)
      }
      try ground.recorder.finish()
      return states
    }
  }
}

/// Where walks get their numbers and answers from, and where their events go, within one
/// transaction.
private struct WalkTransaction: WalkGround {
  let store: CaseStore
  let db: Database
  var recorder: Recorder
  let projector: Projector

  init(_ store: CaseStore, _ db: Database, actor: Actor, _ session: Session) throws {
    self.store = store
    self.db = db
    projector = Projector(db: db, memory: BulkMemory())
    recorder = try Recorder(db, of: store, actor: actor, moment: session.moment)
  }

  func pack(_ id: String) throws -> RulePack { try store.pack(id, law: nil, in: db) }

  func campaigns(under pack: String) throws -> [CampaignInForce] {
    try store.campaigns(under: pack, in: db)
  }

  func answers(
    to questions: [Question], _ facts: Facts, except stream: StreamID?, under pack: String
  ) throws -> [String: Int64] {
    try OtherCases(db: db).answers(to: questions, facts: facts, except: stream, under: pack)
  }

  func number(prefix: String, year: Int) throws -> String {
    try CaseNumbers(db: db).next(prefix: prefix, year: year)
  }

  func newStream() -> StreamID { recorder.newStream() }

  mutating func record(
    _ decision: Decision, _ drafts: [EventDraft], on stream: StreamID, after heads: [EventID],
    law: String, as actor: Actor, at moment: Int64
  ) throws -> [Event] {
    recorder.authorship.actor = actor.name
    recorder.authorship.login = actor.login
    recorder.authorship.moment = moment
    if let basis = decision.basis { try recorder.journal.keep(basis, as: .basis) }
    return try recorder.record(drafts, on: stream, after: heads, law: law)
  }
}
