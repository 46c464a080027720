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

  static let ended = StageEntry(
    stage: "refused", owner: nil, deadline: nil, clock: .ended, ends: .refused)

  static let named = StageEntry(
    stage: "reporting", owner: "host",
    deadline: Deadline(
      due: CalendarDate(ordinal: 20_500), cites: "16", source: .namedDate, period: nil,
      anchor: CalendarDate(ordinal: 20_490), countsFirstDay: true,
      rolledFrom: CalendarDate(ordinal: 20_498), exceptions: [], unknownYears: []),
    clock: .host, ends: nil)

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
    .acted(
      Acted(
        proceeding: "p", action: "a", from: "s", entry: ended, inputs: [:], note: nil, sets: [:],
        findings: [:], basis: nil, practice: [:], paused: nil, round: nil, main: nil,
        isPublic: false, consent: Consent(owner: "bureau", awaits: ["finance"]),
        closed: ["change-1"])),
    .proceeding(
      ProceedingOpened(
        proceeding: "annual_report-2026", procedure: "annual_report", key: "2026", entry: named,
        inputs: ["year": .count(2026, .year)], note: odd[6], sets: facts(), practice: [:],
        about: "establishment")),
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
    case .proceeding(let content): #expect(try bytes == expected(content))
    case .judged(let content): #expect(try bytes == expected(content))
    case .restated(let content): #expect(try bytes == expected(content))
    case .numbered(let content): #expect(try bytes == expected(content))
    case .undone(let content): #expect(try bytes == expected(content))
    case .campaign(let content): #expect(try bytes == expected(content))
    case .user(let content): #expect(try bytes == expected(content))
    default: Issue.record("not compared")
    }
  }

  @Test("What is read for the fold lacks of actions what the conditions came to, and nothing else")
  func forFold() throws {
    for payload in Self.payloads {
      let read = try EventPayload(
        kind: payload.kind, bytes: try payload.encoded(), isForFold: true)
      guard case .acted(var acted) = payload else {
        #expect(read == payload)
        continue
      }
      acted.findings = [:]
      acted.practice = [:]
      #expect(read == .acted(acted))
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
