/// A unified social credit code (统一社会信用代码, GB 32100-2015), checked by both check characters.
///
/// Eighteen characters: the registering department, the class of body, six digits of the registering
/// authority, nine of the organisation code (GB 11714) with a check character of its own, and the
/// check character of the whole.
package struct CreditCode: Hashable, Sendable {
  /// Why a text is no credit code.
  package enum Fault: Error, Hashable, Sendable {
    /// Not 18 characters, but so many.
    case length(Int)
    /// A character that cannot stand at this position (from 1); I, O, Z, S and V never occur.
    case letter(Character, position: Int)
    /// A spreadsheet took it for a number: `9.137E+17`, or the last three digits became 000.
    case spreadsheet
    /// The check character of the organisation code (position 17) should be another one.
    case organisationCheck(expected: Character)
    /// The last character should be another one.
    case check(expected: Character)
  }

  /// The code in its normal form: 18 half-width capitals and digits.
  package let text: String

  /// Reads a code as people write it: blanks, full-width and small letters are put right.
  package init(_ written: String) throws(Fault) {
    let text = Self.normalised(written)
    let bytes = Array(text.utf8)
    if Self.isScientific(text) { throw .spreadsheet }
    guard text.unicodeScalars.count == 18 else { throw .length(text.unicodeScalars.count) }
    var values: [Int] = []
    for (index, character) in text.dropLast().enumerated() {
      guard let ascii = character.asciiValue, let value = Self.value(of: ascii),
        !(2...7).contains(index) || value < 10
      else { throw .letter(character, position: index + 1) }
      values.append(value)
    }
    let check = Self.checkCharacter(of: values[...])
    guard bytes.count == 18, bytes[17] == check else {
      throw Self.looksRounded(bytes) ? .spreadsheet : .check(expected: Self.character(check))
    }
    let inner = Self.organisationCheck(of: bytes[8..<16])
    guard bytes[16] == inner else { throw .organisationCheck(expected: Self.character(inner)) }
    self.text = text
  }

  /// The class of body: positions 1 and 2, such as `91` for enterprises, `12` for public institutions.
  package var bodyClass: String { String(text.prefix(2)) }

  /// The registering authority: six digits, positions 3 to 8.
  ///
  /// It says where the body is registered as such, not where it lies: a university of the city may be
  /// registered with the province (370000) or the state (100000).
  package var authority: String { String(text.dropFirst(2).prefix(6)) }

  /// Half width, capitals, without blanks at the ends or inside.
  package static func normalised(_ written: String) -> String {
    var view = String.UnicodeScalarView()
    view.append(
      contentsOf: written.unicodeScalars.filter { !TextFolding.isSpace($0) }
        .map(TextFolding.halfWidth))
    return String(view).uppercased()
  }

  /// The 18th character for the first 17: 31 less the remainder, and 0 where the remainder is 0.
  package static func checkCharacter(of first: String) -> Character? {
    let values = first.utf8.compactMap(value)
    guard values.count == 17, first.utf8.count == 17 else { return nil }
    return character(checkCharacter(of: values[...]))
  }

  /// Whether a spreadsheet wrote the text, having taken a code for a number.
  package static func isScientific(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "+")) else { return false }
    let parts = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].first == "+", let exponent = Int(parts[1].dropFirst()),
      exponent >= 10, !parts[0].isEmpty
    else { return false }
    return parts[0].utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
  }

  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
  private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  private static let organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

  private static func value(of byte: UInt8) -> Int? { alphabet.firstIndex(of: byte) }

  private static func checkCharacter(of values: ArraySlice<Int>) -> UInt8 {
    let sum = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
    return alphabet[(31 - sum % 31) % 31]
  }

  private static func organisationCheck(of bytes: ArraySlice<UInt8>) -> UInt8 {
    let sum = zip(bytes, organisationWeights).reduce(0) { sum, pair in
      let (byte, weight) = pair
      return sum + weight * Int(byte >= 65 ? byte - 55 : byte - 48)
    }
    switch 11 - sum % 11 {
    case 10: return UInt8(ascii: "X")
    case 11: return UInt8(ascii: "0")
    case let digit: return UInt8(48 + digit)
    }
  }

  /// Eighteen digits of which a spreadsheet kept fifteen.
  private static func looksRounded(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { (0x30...0x39).contains($0) } && bytes.suffix(3).allSatisfy { $0 == 0x30 }
  }

  private static func character(_ byte: UInt8) -> Character { Character(Unicode.Scalar(byte)) }
}

extension CreditCode: CustomStringConvertible {
  /// The code.
  package var description: String { text }
}
