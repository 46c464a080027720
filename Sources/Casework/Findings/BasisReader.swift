import Quantities
import RulePacks

/// Reads what `BasisWriter` wrote.
struct BasisReader {
  private let bytes: [UInt8]
  private var position = 0
  private var texts: [String] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private static let damaged = DecodingError.dataCorrupted(
    DecodingError.Context(codingPath: [], debugDescription: "damaged"))

  mutating func findings() throws -> [Finding] {
    guard bytes.starts(with: Basis.mark) else { throw Self.damaged }
    position = Basis.mark.count
    let findings = try list { try $0.finding() }
    guard position == bytes.count else { throw Self.damaged }
    return findings
  }

  private mutating func finding() throws -> Finding {
    let parts = Basis.Parts(rawValue: try byte())
    var finding = Finding(
      id: try text(), cites: try list { try $0.text() }, force: try word(), moment: try word(),
      result: try word())
    finding.isPartial = parts.contains(.partial)
    finding.value = try value()
    finding.threshold = try value()
    finding.shortfall = try value()
    finding.missing = try list { try $0.text() }
    finding.exception = try optionalText()
    finding.reason = try optionalText()
    finding.waivableBy = try optionalText()
    if parts.contains(.judge) {
      finding.judge = Condition.Judge(owner: try text(), stage: try text())
    }
    if parts.contains(.explanation) { finding.explanation = try explanation() }
    return finding
  }

  private mutating func explanation() throws -> Explanation {
    let kind: Explanation.Kind = try word()
    let isPartial = try byte() == 1
    let text = try text()
    let outcome = try outcome()
    let shortfall = try value()
    let note = try optionalText()
    return Explanation(
      kind: kind, text: text, outcome: outcome, parts: try list { try $0.explanation() },
      shortfall: shortfall, isPartial: isPartial, note: note.flatMap(Explanation.Note.init))
  }

  private mutating func outcome() throws -> Outcome {
    switch try tag() {
    case .unknown: return .unknown(try list { try $0.text() })
    case .absent: return .absent
    case .notApplicable: return .notApplicable
    case let tag:
      guard let value = try value(tag) else { throw Self.damaged }
      return .value(value)
    }
  }

  private mutating func value() throws -> Value? { try value(tag()) }

  private mutating func value(_ tag: Basis.Tag) throws -> Value? {
    switch tag {
    case .nothing: return nil
    case .no: return .boolean(false)
    case .yes: return .boolean(true)
    case .count: return .count(try number(), try word())
    case .money: return .money(Money(fen: try number()))
    case .area: return .area(Area(hundredths: try number()))
    case .ratio:
      guard let ratio = Ratio(try number(), over: try number()) else { throw Self.damaged }
      return .ratio(ratio)
    case .date: return .date(CalendarDate(ordinal: Int32(clamping: try number())))
    case .period: return .period(Period(Int(try number()), try word()))
    case .text: return .text(try text())
    case .choice: return .choice(try text())
    case .unknown, .absent, .notApplicable: throw Self.damaged
    }
  }

  // MARK: Texts, words and numbers

  private mutating func tag() throws -> Basis.Tag {
    guard let tag = Basis.Tag(rawValue: try byte()) else { throw Self.damaged }
    return tag
  }

  private mutating func word<Word: RawRepresentable<String>>() throws -> Word {
    guard let word = Word(rawValue: try text()) else { throw Self.damaged }
    return word
  }

  private mutating func text() throws -> String {
    guard let text = try optionalText() else { throw Self.damaged }
    return text
  }

  private mutating func optionalText() throws -> String? {
    let code = try number()
    switch code {
    case 0: return nil
    case 1:
      let count = try number()
      guard count >= 0, count <= Int64(bytes.count - position) else { throw Self.damaged }
      let text = String(decoding: bytes[position..<position + Int(count)], as: UTF8.self)
      position += Int(count)
      texts.append(text)
      return text
    default:
      guard code >= 2, code - 2 < Int64(texts.count) else { throw Self.damaged }
      return texts[Int(code - 2)]
    }
  }

  private mutating func list<Element>(
    _ read: (inout BasisReader) throws -> Element
  ) throws -> [Element] {
    let count = try number()
    guard count >= 0, count <= Int64(bytes.count) else { throw Self.damaged }
    var elements: [Element] = []
    elements.reserveCapacity(Int(count))
    for _ in 0..<count { elements.append(try read(&self)) }
    return elements
  }

  private mutating func byte() throws -> UInt8 {
    guard position < bytes.count else { throw Self.damaged }
    position += 1
    return bytes[position - 1]
  }

  private mutating func number() throws -> Int64 {
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64 {
      let byte = try byte()
      result |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return Int64(bitPattern: result >> 1) ^ -Int64(result & 1) }
      shift += 7
    }
    throw Self.damaged
  }
}
