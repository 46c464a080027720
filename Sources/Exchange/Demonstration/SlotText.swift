import Quantities

/// Texts with slots in braces, such as `{today-30}` or `{this_year-1}-03-20`.
struct SlotText {
  /// The days that slots may name.
  var days: [String: CalendarDate] = [:]
  /// The years that slots may name.
  var years: [String: Int] = [:]
  /// Words that slots may name.
  var words: [String: String] = [:]

  /// The text with every slot filled that has a meaning here; others stay as they are.
  func filled(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var out = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      out += rest[..<open]
      let slot = rest[rest.index(after: open)..<close]
      out += meaning(of: slot) ?? "{\(slot)}"
      rest = rest[rest.index(after: close)...]
    }
    return out + rest
  }

  private func meaning(of slot: Substring) -> String? {
    if let word = words[String(slot)] { return word }
    let sign = slot.lastIndex { $0 == "-" || $0 == "+" }
    let name = String(sign.map { slot[..<$0] } ?? slot)
    guard let offset = sign.map({ Int(slot[$0...]) }) ?? 0 else { return nil }
    if let day = days[name] { return day.adding(days: offset).description }
    return years[name].map { String($0 + offset) }
  }
}
