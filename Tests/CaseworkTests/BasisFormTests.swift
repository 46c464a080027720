import Quantities
import RulePacks
import Testing

import Casework

@Suite("The form in which the basis of a decision is kept")
struct BasisFormTests {
  static func findings() -> [Finding] {
    let values: [Value] = [
      .boolean(true), .boolean(false), .count(-3, .person), .money(Money(fen: .max)),
      .area(Area(hundredths: 1)), .date(CalendarDate(ordinal: -1)), .period(Period(5, .workingDay)),
      .text("文本"), .choice("enterprise"),
      Ratio(parsing: "1/3").map { .ratio($0) } ?? .boolean(true),
    ]
    let parts = values.map { Explanation(kind: .literal, text: $0.written, outcome: .value($0)) }
    let tree = Explanation(
      kind: .comparison, text: ">=", outcome: .unknown(["host.kind", "finance[2024].rd"]),
      parts: parts + [
        Explanation(
          kind: .fact, text: "host.kind", outcome: .absent, shortfall: values[2], isPartial: true,
          note: .overZero),
        Explanation(kind: .logic, text: "and", outcome: .notApplicable),
      ])
    var full = Finding(
      id: "rd-total", cites: ["8.1", "20"], force: .default, moment: .evaluation,
      result: .departed)
    full.value = values[3]
    full.threshold = values[4]
    full.shortfall = values[2]
    full.missing = ["host.kind"]
    full.isPartial = true
    full.exception = "8.2"
    full.explanation = tree
    full.judge = Condition.Judge(owner: "expert_panel", stage: "expert_review")
    full.reason = ""
    full.waivableBy = "8.8"
    let bare = Finding(id: "x", cites: [], force: .mandatory, moment: .application, result: .met)
    return [full, bare, full]
  }

  @Test("Findings come back as they were")
  func roundTrip() throws {
    let bytes = try #require(Basis.bytes(of: Self.findings()))
    #expect(try Basis.findings(from: bytes) == Self.findings())
    #expect(Basis.bytes(of: Self.findings()) == bytes)
  }

  @Test("What earlier programs wrote is still read")
  func earlierForm() throws {
    let bytes = try CompactEncoder.encode(Self.findings())
    #expect(try Basis.findings(from: bytes) == Self.findings())
  }

  @Test("Every property of a finding and of a step is in the form: a new one has to be added to it")
  func properties() throws {
    let finding = try #require(Self.findings().first)
    #expect(Mirror(reflecting: finding).children.count == 15)
    let step = try #require(finding.explanation)
    #expect(Mirror(reflecting: step).children.count == 7)
    let judge = try #require(finding.judge)
    #expect(Mirror(reflecting: judge).children.count == 2)
  }

  @Test("Damaged bytes are an error and no crash", arguments: 0..<200)
  func damage(seed: Int) throws {
    var bytes = try #require(Basis.bytes(of: Self.findings()))
    let place = 4 + (seed * 7919) % (bytes.count - 4)
    if seed % 2 == 0 { bytes[place] ^= UInt8(1 + seed % 255) } else { bytes.removeLast(seed) }
    _ = try? Basis.findings(from: bytes)
    if seed % 2 == 1 {
      #expect(throws: DecodingError.self) { try Basis.findings(from: bytes) }
    }
  }
}
