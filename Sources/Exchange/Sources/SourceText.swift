import Quantities

/// The text of a file, to turn marks into places.
struct SourceText {
  /// The file, as the user named it.
  let file: String
  /// The text in UTF-8.
  let bytes: [UInt8]
  private let lineStarts: [Int]

  init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
    lineStarts = starts
  }

  /// A mark as a place.
  func place(of mark: Mark?, field: String? = nil) -> Problem.Place {
    switch mark {
    case nil: return Problem.Place(file: file, field: field)
    case .at(let line, let column):
      return Problem.Place(file: file, line: line, column: column, field: field)
    case .offset(let offset):
      let end = min(offset, bytes.count)
      let line = line(of: end)
      let column = bytes[lineStarts[line - 1]..<end].count { $0 & 0xC0 != 0x80 } + 1
      return Problem.Place(file: file, line: line, column: column, field: field)
    }
  }

  /// The text in parts of whole lines, each of so many bytes or a little more.
  func parts(of size: Int) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let wanted = start + size
      let next = wanted < bytes.count ? line(of: wanted) : lineStarts.count
      let end = next < lineStarts.count ? lineStarts[next] : bytes.count
      parts.append(start..<end)
      start = end
    }
    return parts
  }

  /// The line, from 1, that has a byte.
  private func line(of offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
