extension [Problem] {
  /// The problems by file, line and column; those of one place in the order in which they were found.
  package var inFileOrder: [Problem] {
    enumerated().sorted { left, right in
      let (a, b) = (left.element.place, right.element.place)
      return (a.file ?? "", a.line ?? 0, a.column ?? 0, left.offset)
        < (b.file ?? "", b.line ?? 0, b.column ?? 0, right.offset)
    }.map(\.element)
  }
}
