import Quantities
import RulePacks

/// The bytes of a JSON document while they are written.
struct JSONOutput {
  var bytes: [UInt8] = []

  /// Bytes as they are.
  mutating func write(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// A whole number.
  mutating func write(_ number: Int64) {
    guard number < 0 || number > 9 else {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number))
      return
    }
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    var rest = number.magnitude
    while rest > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    }
    bytes[start...].reverse()
  }

  /// A day as `2026-03-02`.
  mutating func write(_ date: CalendarDate) {
    let (year, month, day) = date.parts
    guard (0...9999).contains(year) else {
      bytes.append(contentsOf: date.description.utf8)
      return
    }
    write(digit: year / 1000)
    write(digit: year / 100 % 10)
    write(two: year % 100)
    bytes.append(UInt8(ascii: "-"))
    write(two: month)
    bytes.append(UInt8(ascii: "-"))
    write(two: day)
  }

  private mutating func write(two number: Int) {
    write(digit: number / 10)
    write(digit: number % 10)
  }

  private mutating func write(digit: Int) {
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit))
  }

  /// A value in its compact form: a boolean as it is, everything else as a tagged text.
  mutating func write(_ value: Value) {
    if case .boolean(let flag) = value {
      write(flag ? "true" : "false")
      return
    }
    bytes.append(UInt8(ascii: "\""))
    switch value {
    case .boolean: break
    case .count(let number, let unit):
      write("n:")
      write(number)
      bytes.append(UInt8(ascii: " "))
      bytes.append(contentsOf: unit.rawValue.utf8)
    case .money(let money):
      write("m:")
      write(money.fen)
    case .area(let area):
      write("a:")
      write(area.hundredths)
    case .ratio(let ratio):
      write("r:")
      write(ratio.numerator)
      bytes.append(UInt8(ascii: "/"))
      write(ratio.denominator)
    case .date(let date):
      write("d:")
      write(date)
    case .period(let period):
      write("p:")
      write(Int64(period.number))
      bytes.append(UInt8(ascii: " "))
      bytes.append(contentsOf: period.unit.rawValue.utf8)
    case .text(let text):
      write("t:")
      write(escaped: text)
    case .choice(let option):
      write("c:")
      write(escaped: option)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A text in quotes.
  mutating func write(quoted text: String) {
    bytes.append(UInt8(ascii: "\""))
    write(escaped: text)
    bytes.append(UInt8(ascii: "\""))
  }

  /// A text with what JSON wants escaped.
  private mutating func write(escaped text: String) {
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      for index in utf8.indices {
        let byte = utf8[index]
        guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
          continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
        write(escape: byte)
        start = index + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
  }

  private mutating func write(escape byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): write("\\\"")
    case UInt8(ascii: "\\"): write("\\\\")
    case 0x08: write("\\b")
    case 0x0C: write("\\f")
    case 0x0A: write("\\n")
    case 0x0D: write("\\r")
    case 0x09: write("\\t")
    default:
      write(byte < 0x10 ? "\\u000" : "\\u001")
      let low = byte & 15
      bytes.append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
    }
  }
}
