/// Invented unified social credit codes with the right check characters (GB 32100-2015, GB 11714).
enum CreditCodeMaker {
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
  private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  private static let innerWeights = [3, 7, 9, 10, 5, 8, 4, 2]

  /// The code of eight characters for authority and division, and a running number.
  static func code(prefix: String, number: Int) -> String {
    let digits = String(number % 1_000_000)
    let body = Array(("MX" + String(repeating: "0", count: 6 - digits.count) + digits).utf8)
    let inner = zip(body, innerWeights).reduce(0) { $0 + innerValue($1.0) * $1.1 } % 11
    let check =
      switch 11 - inner {
      case 10: UInt8(ascii: "X")
      case 11: UInt8(ascii: "0")
      case let value: UInt8(ascii: "0") + UInt8(value)
      }
    let code = Array(prefix.utf8) + body + [check]
    let sum = zip(code, weights).reduce(0) { sum, pair in
      sum + (alphabet.firstIndex(of: pair.0) ?? 0) * pair.1
    }
    return String(decoding: code + [alphabet[(31 - sum % 31) % 31]], as: UTF8.self)
  }

  private static func innerValue(_ character: UInt8) -> Int {
    character < UInt8(ascii: "A")
      ? Int(character - UInt8(ascii: "0")) : Int(character - UInt8(ascii: "A")) + 10
  }
}
