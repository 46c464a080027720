/// A step of a checked expression with numbers in place of names.
struct FlatNode {
  enum Kind: UInt8 {
    case literal
    case fact
    case cell
    case latest
    case item
    case itemKey
    case question
    case dateQuestion
    case negated
    case arithmetic
    case comparison
    case among
    case all
    case any
    case not
    case choice
    case call
    case each
    case aggregate
  }

  /// The operator or function of a step.
  enum Operation {
    case none
    case arithmetic(Arithmetic)
    case comparison(Comparison)
    case function(Function)
    case aggregate(Aggregate)
  }

  var kind: Kind
  var operation = Operation.none
  /// Whether the rows of the field stand under a year.
  var isKeyed = false
  /// Whether the field is the key itself.
  var isKey = false
  /// The parts: places of steps, or of slots, groups and fields, as the kind has it; -1 for none.
  var a: Int32 = -1
  var b: Int32 = -1
  var c: Int32 = -1
  /// Where the outcome is kept for the rest of the case; -1 where it is not.
  var memo: Int32 = -1

  init(_ kind: Kind) { self.kind = kind }
}

/// Rows that a test or a formula is put to.
struct FlatSelection {
  enum Source: UInt8 {
    case rows
    case window
    case years
  }

  var source: Source
  /// The group; -1 for years.
  var group: Int32 = -1
  /// The steps for the number of years and the last one, or for the first and the last year.
  var first: Int32 = -1
  var last: Int32 = -1
  var slot: Int32
  /// The test of a row; -1 for none.
  var filter: Int32 = -1
}
