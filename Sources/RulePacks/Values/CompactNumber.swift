extension [UInt8] {
  /// Appends a number in as many bytes as it needs: zigzag, then seven bits a byte, the lowest first.
  @inlinable
  package mutating func append(compact number: Int64) {
    var rest = UInt64(bitPattern: (number << 1) ^ (number >> 63))
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }
}

/// Numbers of one to ten bytes.
enum CompactNumber {
  /// Reads a number and moves on; nil where the bytes end.
  static func read(_ bytes: [UInt8], _ position: inout Int) -> Int64? {
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.count, shift < 64 {
      let byte = bytes[position]
      position += 1
      result |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return Int64(bitPattern: result >> 1) ^ -Int64(result & 1) }
      shift += 7
    }
    return nil
  }
}
