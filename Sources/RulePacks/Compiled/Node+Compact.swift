import Quantities

extension Expression: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    let facts: [FactPath] = try map.value("facts")
    self.facts = Set(facts)
    root = try map.value("root")
    source = try map.value("source")
    type = try map.value("type")
  }
}

/// What stands under a case of an enumeration with values: one entry, whose key names the case.
private struct CompactCase {
  let name: String
  var values: CompactMap

  init(_ value: CompactValue) throws(CompactDamage) {
    var map = try value.map()
    guard let (key, found) = try map.entry() else { throw CompactDamage() }
    try map.finish()
    name = key
    values = try found.map()
  }

  mutating func first<Value: CompactReadable>() throws(CompactDamage) -> Value {
    try values.value("_0")
  }

  mutating func second<Value: CompactReadable>() throws(CompactDamage) -> Value {
    try values.value("_1")
  }
}

extension Node: CompactReadable {
  init(compact value: CompactValue) throws(CompactDamage) {
    var found = try CompactCase(value)
    switch found.name {
    case "literal": self = .literal(try found.first())
    case "notApplicable": self = .notApplicable
    case "fact": self = .fact(try found.first())
    case "cell": self = .cell(try found.first(), row: try found.values.value("row"))
    case "latest":
      self = .latest(try found.first(), through: try found.values.optional("through"))
    case "item":
      let column: Column = try found.second()
      self = .item(slot: try found.values.value("slot"), column)
    case "itemKey": self = .itemKey(slot: try found.values.value("slot"))
    case "input": self = .input(try found.first())
    case "practice": self = .practice(try found.first())
    case "question": self = .question(try found.first())
    case "dateQuestion": self = .dateQuestion(try found.first())
    case "date": self = .date(try found.first())
    case "passes": self = .passes(try found.first())
    case "defined": self = .defined(try found.first(), try found.second())
    case "negated": self = .negated(try found.first())
    case "arithmetic":
      self = .arithmetic(try found.first(), try found.second(), try found.values.value("_2"))
    case "comparison":
      self = .comparison(try found.first(), try found.second(), try found.values.value("_2"))
    case "among": self = .among(try found.first(), try found.second())
    case "all": self = .all(try found.first())
    case "any": self = .any(try found.first())
    case "not": self = .not(try found.first())
    case "choice":
      let test: Node = try found.first()
      let otherwise: Node = try found.values.value("otherwise")
      self = .choice(test, then: try found.values.value("then"), otherwise: otherwise)
    case "call": self = .call(try found.first(), try found.second())
    case "each": self = .each(try found.first(), try found.second())
    case "aggregate":
      self = .aggregate(
        try found.first(), try found.second(), try found.values.optional("_2"),
        zero: try found.values.optional("zero"))
    default: throw CompactDamage()
    }
    try found.values.finish()
  }
}

extension Selection.Source: CompactReadable {
  init(compact value: CompactValue) throws(CompactDamage) {
    var found = try CompactCase(value)
    switch found.name {
    case "rows":
      self = .rows(
        group: try found.values.value("group"), isKeyed: try found.values.value("isKeyed"))
    case "window":
      let ending: Node = try found.values.value("ending")
      let group: String = try found.values.value("group")
      self = .window(group: group, years: try found.values.value("years"), ending: ending)
    case "years": self = .years(try found.first(), try found.second())
    default: throw CompactDamage()
    }
    try found.values.finish()
  }
}

extension DeadlineRule.Measure: CompactReadable {
  init(compact value: CompactValue) throws(CompactDamage) {
    var found = try CompactCase(value)
    switch found.name {
    case "period": self = .period(try found.first())
    case "practice": self = .practice(try found.first())
    case "date": self = .date(try found.first())
    default: throw CompactDamage()
    }
    try found.values.finish()
  }
}

extension CampaignTable.Column.Content: CompactReadable {
  init(compact value: CompactValue) throws(CompactDamage) {
    var found = try CompactCase(value)
    switch found.name {
    case "ordinal": self = .ordinal
    case "fact": self = .fact(try found.first())
    case "department": self = .department
    case "clerk": self = .clerk
    case "blank": self = .blank
    default: throw CompactDamage()
    }
    try found.values.finish()
  }
}

extension ValueType: CompactReadable {
  init(compact value: CompactValue) throws(CompactDamage) {
    var found = try CompactCase(value)
    switch found.name {
    case "boolean": self = .boolean
    case "count": self = .count(try found.first())
    case "year": self = .year
    case "money": self = .money
    case "area": self = .area
    case "ratio": self = .ratio
    case "date": self = .date
    case "period": self = .period
    case "text": self = .text
    case "choice": self = .choice(try found.first())
    case "lines": self = .lines
    default: throw CompactDamage()
    }
    try found.values.finish()
  }
}

extension Value: CompactReadable {
  init(compact value: CompactValue) throws(CompactDamage) {
    if let flag = value.flag {
      self = .boolean(flag)
    } else {
      guard let known = Value(canonical: try value.text()) else { throw CompactDamage() }
      self = known
    }
  }
}

extension Arithmetic: CompactReadable {}
extension Comparison: CompactReadable {}
extension Function: CompactReadable {}
extension Aggregate: CompactReadable {}
extension NamedDate: CompactReadable {}

extension Column: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    field = try map.value("field")
    group = try map.value("group")
    isKey = try map.value("isKey")
    isKeyed = try map.value("isKeyed")
  }
}

extension Selection: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    filter = try map.optional("filter")
    slot = try map.value("slot")
    source = try map.value("source")
  }
}
