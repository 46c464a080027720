import Casework
import Foundation

extension Hexadecimal {
  /// The bytes that an even number of hexadecimal digits stands for; nil for anything else.
  package static func bytes(of text: String) -> [UInt8]? {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count / 2)
    var high: UInt8?
    for unit in text.utf8 {
      let digit: UInt8
      switch unit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = unit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = unit - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = unit - UInt8(ascii: "A") + 10
      default: return nil
      }
      if let first = high {
        out.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    return high == nil ? out : nil
  }

  /// An id or hash as the database holds it.
  static func blob(of text: String) -> Data { Data(bytes(of: text) ?? Array(text.utf8)) }
}

extension StreamID {
  /// The stream as the database holds it: 16 bytes, or the word `office`.
  var blob: Data { self == .office ? Data("office".utf8) : Hexadecimal.blob(of: text) }

  /// The stream from what the database holds.
  init(blob: Data) {
    self = blob == Data("office".utf8) ? .office : StreamID(text: Hexadecimal.text(of: blob))
  }
}
