import Quantities

/// What is read from compact bytes without a `Decoder`.
protocol CompactReadable {
  /// Reads a value.
  init(compact value: CompactValue) throws(CompactDamage)
}

/// What lies there as a map with known keys.
protocol CompactMapped: CompactReadable {
  /// Reads the entries, in the order of their keys.
  init(_ map: inout CompactMap) throws(CompactDamage)
}

extension CompactMapped {
  init(compact value: CompactValue) throws(CompactDamage) {
    var map = try value.map()
    try self.init(&map)
    try map.finish()
  }
}

extension CompactReadable where Self: RawRepresentable, RawValue == String {
  init(compact value: CompactValue) throws(CompactDamage) {
    guard let known = Self(rawValue: try value.text()) else { throw CompactDamage() }
    self = known
  }
}

extension String: CompactReadable {
  init(compact value: CompactValue) throws(CompactDamage) { self = try value.text() }
}

extension Bool: CompactReadable {
  init(compact value: CompactValue) throws(CompactDamage) {
    guard let flag = value.flag else { throw CompactDamage() }
    self = flag
  }
}

extension Int64: CompactReadable {
  init(compact value: CompactValue) throws(CompactDamage) { self = try value.number() }
}

extension Int: CompactReadable {
  init(compact value: CompactValue) throws(CompactDamage) {
    guard let number = Int(exactly: try value.number()) else { throw CompactDamage() }
    self = number
  }
}

extension Array: CompactReadable where Element: CompactReadable {
  init(compact value: CompactValue) throws(CompactDamage) { self = try value.list() }
}

extension Dictionary: CompactReadable where Key == String, Value: CompactReadable {
  init(compact value: CompactValue) throws(CompactDamage) {
    var map = try value.map()
    self.init(minimumCapacity: map.count)
    while let (key, found) = try map.entry() { self[key] = try Value(compact: found) }
  }
}

extension Bilingual: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    let en: String = try map.value("en")
    self.init(zh: try map.value("zh"), en: en)
  }
}

extension CalendarDate: CompactReadable {
  init(compact value: CompactValue) throws(CompactDamage) {
    guard let date = CalendarDate(parsing: try value.text()) else { throw CompactDamage() }
    self = date
  }
}

extension CountUnit: CompactReadable {}

extension Period: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    let number: Int = try map.value("number")
    self.init(number, try map.value("unit"))
  }
}

extension Period.Unit: CompactReadable {}
