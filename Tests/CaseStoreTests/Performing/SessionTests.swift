import CaseStore
import Casework
import Quantities
import RulePacks
import Testing

@Suite("Who may act, and on which day")
struct SessionTests {
  private func session(_ login: String, as actor: String?, today: CalendarDate) -> Session {
    Session(
      login: login, actor: actor, today: today, moment: TrainingStore.moment(TrainingStore.today))
  }

  private func code(_ office: TrainingStore, _ session: Session) -> String? {
    problemCode {
      _ = try office.store.open(
        TrainingStore.application("甲"), under: InventedPack.id, by: session)
    }
  }

  @Test("In a real store nobody acts as another or on another day")
  func realStore() throws {
    let office = try TrainingStore(allowsActingAs: false)
    let today = TrainingStore.today
    #expect(code(office, session("root", as: "wang", today: today)) == "session.not_yourself")
    #expect(
      code(office, session("wang", as: nil, today: today.adding(days: -1))) == "session.not_today")
    #expect(code(office, session("nobody", as: nil, today: today)) == "session.unknown_login")
    #expect(code(office, session("wang", as: nil, today: today)) == nil)
  }

  @Test("In a store for training both are allowed and recorded")
  func training() throws {
    let office = try TrainingStore(allowsActingAs: true)
    let day = TrainingStore.today.adding(days: -30)
    let performed = try office.store.open(
      TrainingStore.application("甲"), under: InventedPack.id,
      by: session("root", as: "wang", today: day))
    let header = try #require(performed.events.first?.header)
    #expect(header.actor == "wang")
    #expect(header.login == "root")
    #expect(header.on == day)
  }

  @Test("A user who left can no longer act")
  func inactive() throws {
    let office = try TrainingStore(allowsActingAs: false)
    let gone = User(
      name: "wang", display: "王", login: "wang", roles: [.officer], department: nil,
      isActive: false)
    try office.store.perform(.user(gone), by: TrainingStore.session("root"))
    #expect(
      code(office, session("wang", as: nil, today: TrainingStore.today)) == "session.inactive")
  }

  @Test("The office's day begins at its own midnight")
  func midnight() {
    let beforeMidnight: Int64 = 1_776_009_599_999  // 2026-04-12T15:59:59.999Z
    #expect(
      Session.day(of: beforeMidnight, utcOffsetMinutes: 480) == InventedPack.day(2026, 4, 12))
    #expect(
      Session.day(of: beforeMidnight + 1, utcOffsetMinutes: 480) == InventedPack.day(2026, 4, 13))
    #expect(Session.day(of: -1, utcOffsetMinutes: 0) == InventedPack.day(1969, 12, 31))
  }

  @Test("Only an administrator rules the office, and the last one stays")
  func office() throws {
    let office = try TrainingStore()
    let practice = PracticeSet(
      pack: InventedPack.id, item: "publicity", value: .period(Period(7, .workingDay)),
      countsFirstDay: true, from: TrainingStore.today, basis: nil)
    #expect(throws: Refusals.self) {
      try office.store.perform(.practice(practice), by: TrainingStore.session("wang"))
    }
    try office.store.perform(.practice(practice), by: TrainingStore.session("root"))
    #expect(try office.store.office().practice == [practice])
    var unknown = practice
    unknown.item = "no-such-item"
    #expect(
      problemCode {
        try office.store.perform(.practice(unknown), by: TrainingStore.session("root"))
      } == "office.practice_unknown")
    let demoted = User(
      name: "root", display: "root", login: "root", roles: [.officer], department: nil)
    #expect(
      problemCode {
        try office.store.perform(.user(demoted), by: TrainingStore.session("root"))
      } == "office.last_administrator")
  }

  @Test("What was taken back is not remembered: the office is what the journal says")
  func forgotten() throws {
    let office = try TrainingStore()
    let user = User(
      name: "chen", display: "陈", login: "chen", roles: [.officer], department: nil)
    var broken = user
    broken.name = ""
    #expect(throws: Problem.self) {
      try office.store.perform([.user(user), .user(broken)], by: TrainingStore.session("root"))
    }
    #expect(try office.store.office().users["chen"] == nil)
    var other = user
    other.name = "zhou"
    try office.store.perform(.user(other), by: TrainingStore.session("root"))
    #expect(try office.store.office().users["zhou"] != nil)
    #expect(try office.store.office().users["chen"] == nil)
  }
}
