import Casework
import Quantities
import RulePacks

/// Reads headers in the form in which this program writes them, many times faster than a general
/// reader of JSON.
///
/// The order of the members is fixed and no text needs escapes; whatever looks otherwise is left to
/// the general reader.
struct HeaderReader {
  /// The texts of the header that was read before: most of the next one's are the same, and need not
  /// be made again.
  struct Texts {
    fileprivate var actor = ""
    fileprivate var device = ""
    fileprivate var algorithms = ""
    fileprivate var login = ""
    fileprivate var stream = ""
    fileprivate var law = ""
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  /// The header, or nil where it is not in that form.
  static func header(from bytes: [UInt8], after texts: inout Texts) -> EventHeader? {
    bytes.withUnsafeBufferPointer { buffer in
      var reader = HeaderReader(bytes: buffer)
      return reader.header(&texts)
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func header(_ texts: inout Texts) -> EventHeader? {
    guard take("{\"a\":"), let actor = text(&texts.actor), take(",\"d\":"),
      let device = text(&texts.device), take(",\"g\":"), let algorithms = text(&texts.algorithms),
      take(",\"h\":"), let payloadHash = text(),
      take(",\"k\":"), let kind = text().flatMap(EventKind.init), take(",\"l\":"),
      let login = text(&texts.login), take(",\"n\":"), let sequence = number(), take(",\"on\":"),
      let date = text().flatMap(CalendarDate.init(parsing:)), take(",\"p\":["),
      let parents = list(), take(",\"r\":"), let role = text().flatMap(Role.init),
      take(",\"s\":"), let stream = text(&texts.stream), take(",\"t\":"), let moment = number()
    else { return nil }
    var law: String?
    if take(",\"w\":") {
      guard let found = text(&texts.law) else { return nil }
      law = found
    }
    guard take("}"), position == bytes.count else { return nil }
    return EventHeader(
      stream: StreamID(text: stream), parents: parents, device: device, sequence: sequence,
      actor: actor, login: login, role: role, moment: moment, on: date, law: law, kind: kind,
      payloadHash: payloadHash, algorithms: algorithms)
  }

  /// Goes past a text that has to stand here.
  private mutating func take(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    for offset in 0..<count where bytes[position + offset] != text.utf8Start[offset] {
      return false
    }
    position += count
    return true
  }

  /// A text in quotes; nil where it has escapes.
  private mutating func text() -> String? {
    content().map { String(decoding: $0, as: UTF8.self) }
  }

  /// A text in quotes that may be the same as in the header before.
  private mutating func text(_ last: inout String) -> String? {
    guard let content = content() else { return nil }
    if last.utf8.count != content.count || !last.utf8.elementsEqual(content) {
      last = String(decoding: content, as: UTF8.self)
    }
    return last
  }

  /// The bytes of a text in quotes.
  private mutating func content() -> Slice<UnsafeBufferPointer<UInt8>>? {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return nil }
    var end = position + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
      guard bytes[end] != UInt8(ascii: "\\") else { return nil }
      end += 1
    }
    guard end < bytes.count else { return nil }
    defer { position = end + 1 }
    return bytes[(position + 1)..<end]
  }

  /// Texts up to a closing bracket.
  private mutating func list() -> [String]? {
    if take("]") { return [] }
    var texts: [String] = []
    repeat {
      guard let text = text() else { return nil }
      texts.append(text)
    } while take(",")
    return take("]") ? texts : nil
  }

  private mutating func number() -> Int64? {
    let isNegative = take("-")
    var value: Int64 = 0
    let start = position
    while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position])
    {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(
        Int64(bytes[position] - UInt8(ascii: "0")))
      guard !overflow, !carry else { return nil }
      value = sum
      position += 1
    }
    return position > start ? (isNegative ? -value : value) : nil
  }
}
