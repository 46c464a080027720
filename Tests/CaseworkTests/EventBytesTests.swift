import Foundation
import Quantities
import RulePacks
import Testing

import Casework

@Suite("The bytes of events")
struct EventBytesTests {
  static let odd = [
    "", "a", "\"quoted\" \\ slash / end", "行一\n行二\t\r", "\u{1}\u{1F}\u{7F}\u{8}\u{C}",
    "😀 é e\u{301}",
    "\u{2028}",
  ]

  static func facts() -> Facts {
    var facts: Facts = [
      "finance[2024].rd": .value(.money(Money(fen: -5))), "finance[2023]": .absent,
      "host.high_tech": .value(.boolean(true)),
      "premises.area": .value(.area(Area(hundredths: 100))),
      "staff.fixed": .value(.count(30, .person)), "x": .value(.count(.min, .workingDay)),
      "applied_on": .value(.date(CalendarDate(ordinal: 20_000))),
      "committee.term": .value(.period(Period(3, .year))), "route": .value(.choice("recommended")),
    ]
    facts["shares.staff"] = Ratio(2, over: 3).map { .value(.ratio($0)) }
    for (index, text) in odd.enumerated() {
      facts["partners[\(index)].name"] = .value(.text(text))
    }
    return facts
  }

  static let deadline = Deadline(
    due: CalendarDate(ordinal: 20_500), cites: "9.2",
    source: .practice(item: "review", isSuggested: true), period: Period(5, .workingDay),
    anchor: CalendarDate(ordinal: 20_490), countsFirstDay: false, rolledFrom: nil,
    exceptions: [CalendarDate(ordinal: 20_495)], unknownYears: [2027])

  static let entry = StageEntry(
    stage: "review", owner: "bureau", deadline: deadline, clock: .running, ends: nil)

  static let payloads: [EventPayload] = [
    .opened(
      CaseOpened(
        pack: "p", facts: facts(),
        materials: [Material(kind: "form", title: "申报书.pdf", year: 2026, isSealed: true)],
        procedure: "establishment", entry: entry, fingerprint: "f")),
    .acted(
      Acted(
        proceeding: "establishment", action: "recommend", from: "preliminary", entry: entry,
        inputs: ["opinion": .text(odd[2]), "b": .boolean(false)], note: odd[3], sets: facts(),
        findings: ["b": .met, "a": .notMet, "rd-total": .waiverRequested], basis: "00",
        practice: ["experts": .count(7, .person)],
        paused: PausedClock(stage: "s", remaining: Period(0, .day)), round: 2, main: entry,
        isPublic: true)),
    .judged(Judged(condition: "c", answer: nil, note: odd[5], owner: "o", stage: "s")),
    .restated(DeadlinesRestated(deadlines: ["b": deadline, "a": deadline], reason: "r")),
    .numbered(CaseNumbered(number: "QD-2026-014", aliases: odd)),
    .undone(Undone(events: [], reason: nil)),
    .campaign(
      Campaign(
        id: "2026-1", title: Bilingual(zh: "批次", en: "Intake"), pack: "p", procedure: "e",
        year: 2026, number: 1, from: CalendarDate(ordinal: 1), to: CalendarDate(ordinal: -1),
        quotas: ["qd-shinan": 3, "qd-laoshan": 10], isClosed: false)),
    .user(
      User(name: "n", display: "d", login: "l", roles: Role.allCases, department: nil)),
  ]

  @Test(
    "Payloads have the bytes that a general encoder with sorted keys gives", arguments: payloads)
  func sameBytes(payload: EventPayload) throws {
    let general = EventCoding.encoder()
    func expected(_ value: some Encodable) throws -> String {
      String(decoding: try general.encode(value), as: UTF8.self)
    }
    let bytes = String(decoding: try payload.encoded(), as: UTF8.self)
    switch payload {
    case .opened(let content): #expect(try bytes == expected(content))
    case .acted(let content): #expect(try bytes == expected(content))
    case .judged(let content): #expect(try bytes == expected(content))
    case .restated(let content): #expect(try bytes == expected(content))
    case .numbered(let content): #expect(try bytes == expected(content))
    case .undone(let content): #expect(try bytes == expected(content))
    case .campaign(let content): #expect(try bytes == expected(content))
    case .user(let content): #expect(try bytes == expected(content))
    default: Issue.record("not compared")
    }
  }

  @Test("Payloads come back from their bytes as they were", arguments: payloads)
  func roundTrip(payload: EventPayload) throws {
    #expect(try EventPayload(kind: payload.kind, bytes: payload.encoded()) == payload)
  }

  @Test("The SHA-256 of bytes is the same however they are held")
  func hashes() {
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    #expect(SealedEvent.hash([]) == empty)
    #expect(SealedEvent.hash("".utf8) == empty)
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(SealedEvent.hash("abc".utf8) == abc)
    #expect(SealedEvent.hash(AnySequence(Array("abc".utf8))) == abc)
    #expect(SealedEvent.payloadHash(salt: Array("a".utf8), payload: Array("bc".utf8)) == abc)
  }
}
