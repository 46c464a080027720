import Quantities

/// Numbers as text, exactly, without any locale.
enum NumberText {
  /// A whole number with thousands separators: 1,234,567.
  static func grouped(_ number: Int64) -> String {
    (number < 0 ? "-" : "") + grouped(magnitude: number.magnitude)
  }

  static func grouped(magnitude: UInt64) -> String {
    let digits = Array(String(magnitude))
    var out = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { out.append(",") }
      out.append(digit)
    }
    return out
  }

  /// A number of so many parts of a power of ten, exactly, without needless zeros: 1,234.5.
  static func decimal(_ number: Int64, over base: UInt64) -> String {
    let whole = number.magnitude / base
    var places = Substring(String(number.magnitude % base + base)).dropFirst()
    while places.last == "0" { places.removeLast() }
    let sign = number < 0 ? "-" : ""
    return sign + grouped(magnitude: whole) + (places.isEmpty ? "" : "." + places)
  }
}
