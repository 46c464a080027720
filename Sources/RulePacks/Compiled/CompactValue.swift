/// A value within compact bytes.
struct CompactValue {
  unowned(unsafe) let source: CompactSource
  let start: Int
  let end: Int

  /// Reads a whole value out of bytes.
  ///
  /// - Throws: `CompactDamage` where they are damaged or hold more than the type knows.
  static func read<Result: CompactReadable>(
    _ type: Result.Type, from bytes: [UInt8]
  ) throws(CompactDamage) -> Result {
    let result: Swift.Result<Result, CompactDamage> = bytes.withUnsafeBufferPointer { bytes in
      do throws(CompactDamage) {
        let source = try CompactSource(bytes)
        defer { withExtendedLifetime(source) {} }
        return .success(
          try Result(
            compact: CompactValue(source: source, start: source.body, end: bytes.count)))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// The text that it is.
  func text() throws(CompactDamage) -> String { try source.text(Int(scalar(.text))) }

  /// The number that it is.
  func number() throws(CompactDamage) -> Int64 { try scalar(.number) }

  /// The truth that it is; nil where it is something else.
  var flag: Bool? {
    guard start < end else { return nil }
    return switch CompactEncoder.Kind(rawValue: source.bytes[start]) {
    case .yes: true
    case .no: false
    default: nil
    }
  }

  private func scalar(_ kind: CompactEncoder.Kind) throws(CompactDamage) -> Int64 {
    guard start < end, source.bytes[start] == kind.rawValue else { throw CompactDamage() }
    var position = start + 1
    let number = try CompactSource.number(source.bytes, &position, until: end)
    guard number >= 0 || kind == .number else { throw CompactDamage() }
    return number
  }

  /// The entries of the map that it is.
  func map() throws(CompactDamage) -> CompactMap { try CompactMap(self) }

  /// The values of the list that it is.
  func list<Element: CompactReadable>() throws(CompactDamage) -> [Element] {
    var position = start
    let count = try CompactSource.number(source.bytes, &position, below: end - start)
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count {
      let length = try CompactSource.number(source.bytes, &position, below: end - position)
      elements.append(
        try Element(
          compact: CompactValue(source: source, start: position, end: position + length)))
      position += length
    }
    return elements
  }
}

/// A map within compact bytes, gone through once.
///
/// Entries lie in the order of the bytes of their keys, and are asked for in that order: so every one
/// is looked at once.
struct CompactMap {
  private unowned(unsafe) let source: CompactSource
  private let end: Int
  private var position: Int
  private var left: Int
  private var key = 0
  private var next = 0..<0

  init(_ value: CompactValue) throws(CompactDamage) {
    source = value.source
    end = value.end
    position = value.start
    left = try CompactSource.number(source.bytes, &position, below: value.end - value.start)
    try look()
  }

  /// The number of entries that are left.
  var count: Int { left }

  private mutating func look() throws(CompactDamage) {
    guard left > 0 else { return }
    key = try CompactSource.number(source.bytes, &position, below: .max)
    let length = try CompactSource.number(source.bytes, &position, below: end)
    guard length <= end - position else { throw CompactDamage() }
    next = position..<position + length
  }

  private mutating func take() throws(CompactDamage) -> CompactValue {
    let value = CompactValue(source: source, start: next.lowerBound, end: next.upperBound)
    position = next.upperBound
    left -= 1
    try look()
    return value
  }

  /// The next entry, whatever its key.
  mutating func entry() throws(CompactDamage) -> (key: String, value: CompactValue)? {
    guard left > 0 else { return nil }
    return (try source.text(key), try take())
  }

  /// The value of a key; nil where there is none.
  ///
  /// - Throws: `CompactDamage` where an entry before it was not asked for.
  mutating func find(_ name: StaticString) throws(CompactDamage) -> CompactValue? {
    guard left > 0 else { return nil }
    let order = try source.order(key, name)
    guard order >= 0 else { throw CompactDamage() }
    return order == 0 ? try take() : nil
  }

  /// The value of a key that has to be there.
  mutating func value<Value: CompactReadable>(
    _ name: StaticString
  ) throws(CompactDamage) -> Value {
    guard let found = try find(name) else { throw CompactDamage() }
    return try Value(compact: found)
  }

  /// The value of a key that may be missing.
  mutating func optional<Value: CompactReadable>(
    _ name: StaticString
  ) throws(CompactDamage) -> Value? {
    guard let found = try find(name) else { return nil }
    return try Value(compact: found)
  }

  /// Makes sure that nothing was left unread.
  func finish() throws(CompactDamage) {
    guard left == 0 else { throw CompactDamage() }
  }
}
