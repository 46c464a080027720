import Quantities

/// What spreadsheets do to what people typed.
enum SpreadsheetDamage {
  /// The text that was probably typed where a spreadsheet made a date of it: `2月1日` of `2-1`.
  static func date(in written: String) -> String? {
    let text = TextFolding.folded(written)
    if text.hasSuffix("日"), let month = text.firstIndex(of: "月"),
      let first = Int(text[..<month]),
      let second = Int(text[text.index(after: month)...].dropLast())
    {
      return "\(first)-\(second)"
    }
    let parts = text.split(separator: "-")
    guard parts.count == 2 else { return nil }
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    for (word, number) in [(parts[0], parts[1]), (parts[1], parts[0])] {
      if let month = months.firstIndex(of: word.lowercased()), let day = Int(number) {
        return "\(month + 1)-\(day)"
      }
    }
    return nil
  }

  /// The day that a spreadsheet's serial number stands for (45352 is 2024-03-01).
  static func serialDate(_ written: String) -> CalendarDate? {
    guard let serial = Int32(TextFolding.folded(written)), (20_000...80_000).contains(serial) else {
      return nil
    }
    // Day 25569 is 1970-01-01.
    return CalendarDate(ordinal: serial - 25_569)
  }

  /// A date without the midnight that spreadsheets add: `2026/3/2 0:00`.
  static func withoutMidnight(_ written: String) -> String {
    let parts = TextFolding.folded(written).split(separator: " ")
    guard parts.count == 2, !parts[1].isEmpty, parts[1].allSatisfy({ $0 == "0" || $0 == ":" })
    else {
      return written
    }
    return String(parts[0])
  }

  /// The text of a cell that was protected: `="9137…"`, or an apostrophe before a formula's sign.
  static func unprotected(_ cell: String) -> String {
    if cell.hasPrefix("=\""), cell.hasSuffix("\""), cell.utf8.count >= 3 {
      return String(cell.dropFirst(2).dropLast())
    }
    if cell.utf8.first == UInt8(ascii: "'"), let second = cell.utf8.dropFirst().first,
      "=+-@\t\r".utf8.contains(second)
    {
      return String(cell.dropFirst())
    }
    return cell
  }

  /// Whether a cell says that there is nothing.
  static func isBlank(_ cell: String) -> Bool {
    let text = TextFolding.folded(cell)
    return text.isEmpty || ["-", "--", "—", "——", "/", "N/A", "n/a"].contains(text)
  }
}
