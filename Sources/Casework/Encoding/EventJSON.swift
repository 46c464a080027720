import Quantities
import RulePacks

/// Writes headers and payloads as JSON, many times faster than a general encoder.
///
/// The bytes are those that `JSONEncoder` gives with sorted keys and plain slashes: keys in the order
/// of their bytes, no blanks, nothing escaped that need not be. Equal values give equal bytes. What is
/// written comes from the types' own `encode(to:)`, so that nothing can be forgotten here.
package enum EventJSON {
  /// The bytes of a value.
  ///
  /// - Throws: `EncodingError` for floating-point numbers, which events do not have.
  package static func bytes(of value: some Encodable) throws -> [UInt8] {
    let sheet = JSONSheet()
    try sheet.fill(0, with: value)
    return sheet.bytes()
  }
}

/// The values of one document, each in a place of one list while it is being put together.
final class JSONSheet {
  enum Content {
    case null
    case flag(Bool)
    case number(Int64)
    case text(String)
    case value(Value)
    case date(CalendarDate)
    case map
    case list
  }

  struct Entry {
    var key: String
    var content: Content
    /// The entries within: the first and the last one, and the next beside this one.
    var first: Int32 = -1
    var last: Int32 = -1
    var next: Int32 = -1
    var count: Int32 = 0
    /// Whether the keys within came in order so far.
    var isSorted = true
  }

  private(set) var entries: [Entry] = []

  init() {
    entries.reserveCapacity(128)
    entries.append(Entry(key: "", content: .null))
  }

  /// A new place within a map or a list.
  func add(_ content: Content, _ key: String = "", in parent: Int) -> Int {
    let place = entries.count
    entries.append(Entry(key: key, content: content))
    let last = Int(entries[parent].last)
    if last < 0 {
      entries[parent].first = Int32(place)
    } else {
      if entries[parent].isSorted, case .map = entries[parent].content, !(entries[last].key < key) {
        entries[parent].isSorted = false
      }
      entries[last].next = Int32(place)
    }
    entries[parent].last = Int32(place)
    entries[parent].count += 1
    return place
  }

  /// Says what stands at a place.
  func put(_ content: Content, at place: Int) { entries[place].content = content }

  func count(at place: Int) -> Int { Int(entries[place].count) }

  /// Puts a value at a place; values that occur by the dozen take a short way.
  func fill<Content: Encodable>(_ place: Int, with value: Content) throws {
    if Content.self == Facts.self, let facts = value as? Facts {
      put(.map, at: place)
      for (path, fact) in facts.sorted(by: { $0.key < $1.key }) {
        if case .value(let value) = fact {
          _ = add(.value(value), path, in: place)
        } else {
          _ = add(.null, path, in: place)
        }
      }
    } else if Content.self == CalendarDate.self, let date = value as? CalendarDate {
      put(.date(date), at: place)
    } else if Content.self == Value.self, let value = value as? Value {
      put(.value(value), at: place)
    } else {
      try value.encode(to: JSONFiller(sheet: self, place: place))
    }
  }
}

// MARK: Writing

extension JSONSheet {
  /// The document.
  func bytes() -> [UInt8] {
    var out = JSONOutput()
    out.bytes.reserveCapacity(32 * entries.count)
    write(0, to: &out)
    return out.bytes
  }

  private func write(_ place: Int, to out: inout JSONOutput) {
    switch entries[place].content {
    case .null: out.write("null")
    case .flag(let flag): out.write(flag ? "true" : "false")
    case .number(let number): out.write(number)
    case .text(let text): out.write(quoted: text)
    case .value(let value): out.write(value)
    case .date(let date):
      out.bytes.append(UInt8(ascii: "\""))
      out.write(date)
      out.bytes.append(UInt8(ascii: "\""))
    case .map: writeMap(place, to: &out)
    case .list:
      out.bytes.append(UInt8(ascii: "["))
      var next = Int(entries[place].first)
      while next >= 0 {
        write(next, to: &out)
        next = Int(entries[next].next)
        if next >= 0 { out.bytes.append(UInt8(ascii: ",")) }
      }
      out.bytes.append(UInt8(ascii: "]"))
    }
  }

  private func writeMap(_ place: Int, to out: inout JSONOutput) {
    out.bytes.append(UInt8(ascii: "{"))
    if entries[place].isSorted {
      var next = Int(entries[place].first)
      while next >= 0 {
        writeEntry(next, to: &out)
        next = Int(entries[next].next)
        if next >= 0 { out.bytes.append(UInt8(ascii: ",")) }
      }
    } else {
      var places: [Int] = []
      var next = Int(entries[place].first)
      while next >= 0 {
        places.append(next)
        next = Int(entries[next].next)
      }
      places.sort { entries[$0].key < entries[$1].key }
      for (number, place) in places.enumerated() {
        if number > 0 { out.bytes.append(UInt8(ascii: ",")) }
        writeEntry(place, to: &out)
      }
    }
    out.bytes.append(UInt8(ascii: "}"))
  }

  private func writeEntry(_ place: Int, to out: inout JSONOutput) {
    out.write(quoted: entries[place].key)
    out.bytes.append(UInt8(ascii: ":"))
    write(place, to: &out)
  }
}
