import Quantities
import RulePacks

/// The short way for actions and openings, member by member.
///
/// What is read is what `init(from:)` of the types reads; where it throws, that one is asked.
extension JSONReading {
  /// What stands at a key; nil where there is none, or null.
  private func member(_ key: StaticString) -> JSONReading? {
    guard let place = tokens.find(key, in: place), tokens.tokens[place].kind != .null else {
      return nil
    }
    return JSONReading(tokens: tokens, place: place)
  }

  /// What has to stand at a key.
  private func needed(_ key: StaticString) throws -> JSONReading {
    guard let member = member(key) else { throw Self.damaged }
    return member
  }

  private func text() throws -> String {
    guard let text = tokens.text(at: place) else { throw Self.damaged }
    return text
  }

  private func flag() throws -> Bool {
    switch tokens.tokens[place].kind {
    case .yes: return true
    case .no: return false
    default: throw Self.damaged
    }
  }

  private func whole() throws -> Int {
    guard let number = tokens.number(at: place), let whole = Int(exactly: number) else {
      throw Self.damaged
    }
    return whole
  }

  private func date() throws -> CalendarDate {
    guard let date = tokens.text(at: place).flatMap(CalendarDate.init(parsing:)) else {
      throw Self.damaged
    }
    return date
  }

  private func list<Item>(_ read: (JSONReading) throws -> Item) throws -> [Item] {
    let token = tokens.tokens[place]
    guard token.kind == .list else { throw Self.damaged }
    var items: [Item] = []
    items.reserveCapacity(Int(token.count))
    var next = place + 1
    for _ in 0..<token.count {
      items.append(try read(JSONReading(tokens: tokens, place: next)))
      next = Int(tokens.tokens[next].next)
    }
    return items
  }

  /// A stage that was entered.
  func entry() throws -> StageEntry {
    guard tokens.tokens[place].kind == .map,
      let clock = ClockState(rawValue: try needed("clock").text())
    else { throw Self.damaged }
    return StageEntry(
      stage: try needed("stage").text(), owner: try member("owner")?.text(),
      deadline: try member("deadline")?.deadline(), clock: clock,
      ends: try member("ends")?.end())
  }

  private func end() throws -> EndKind {
    guard let end = EndKind(rawValue: try text()) else { throw Self.damaged }
    return end
  }

  private func deadline() throws -> Deadline {
    guard tokens.tokens[place].kind == .map else { throw Self.damaged }
    return Deadline(
      due: try needed("due").date(), cites: try needed("cites").text(),
      source: try needed("source").source(), period: try member("period")?.period(),
      anchor: try needed("anchor").date(), countsFirstDay: try needed("countsFirstDay").flag(),
      rolledFrom: try member("rolledFrom")?.date(),
      exceptions: try needed("exceptions").list { try $0.date() },
      unknownYears: try needed("unknownYears").list { try $0.whole() })
  }

  private func source() throws -> Deadline.Source {
    guard let practice = member("practice"), tokens.tokens[place].count == 1 else {
      return try Deadline.Source(from: self)
    }
    return .practice(
      item: try practice.needed("item").text(),
      isSuggested: try practice.needed("isSuggested").flag())
  }

  private func period() throws -> Period {
    guard tokens.tokens[place].kind == .map,
      let unit = Period.Unit(rawValue: try needed("unit").text())
    else { throw Self.damaged }
    return Period(try needed("number").whole(), unit)
  }

  /// What each condition came to.
  func results() throws -> [String: FindingResult] {
    let token = tokens.tokens[place]
    guard token.kind == .map else { throw Self.damaged }
    var results: [String: FindingResult] = [:]
    results.reserveCapacity(Int(token.count))
    try tokens.forEach(in: place) { condition, place in
      guard let result = tokens.text(at: place).flatMap(FindingResult.init) else {
        throw Self.damaged
      }
      results[condition] = result
    }
    return results
  }

  /// An action.
  ///
  /// - Parameter isForFold: leaves out what the fold does not read: findings and practice.
  func acted(isForFold: Bool) throws -> Acted {
    guard tokens.tokens[place].kind == .map else { throw Self.damaged }
    let findings = try needed("findings")
    let practice = try needed("practice")
    return Acted(
      proceeding: try needed("proceeding").text(), action: try needed("action").text(),
      from: try needed("from").text(), entry: try needed("entry").entry(),
      inputs: try needed("inputs").values(), note: try member("note")?.text(),
      sets: try needed("sets").facts(), findings: isForFold ? [:] : try findings.results(),
      basis: try member("basis")?.text(), practice: isForFold ? [:] : try practice.values(),
      paused: try member("paused").map { try PausedClock(from: $0) },
      round: try member("round")?.whole(), main: try member("main")?.entry(),
      isPublic: try needed("isPublic").flag(),
      consent: try member("consent").map { try Consent(from: $0) },
      closed: try member("closed")?.list { try $0.text() })
  }

  /// A proceeding that was opened.
  func proceedingOpened() throws -> ProceedingOpened {
    guard tokens.tokens[place].kind == .map else { throw Self.damaged }
    return ProceedingOpened(
      proceeding: try needed("proceeding").text(), procedure: try needed("procedure").text(),
      key: try member("key")?.text(), entry: try needed("entry").entry(),
      inputs: try needed("inputs").values(), note: try member("note")?.text(),
      sets: try needed("sets").facts(), practice: try needed("practice").values(),
      about: try member("about")?.text())
  }
}
