package import Quantities

/// Some expressions of a pack, arranged for many cases: names are numbers, what is the same for all
/// cases is worked out once, and what two expressions share is evaluated once a case.
///
/// The evaluator that explains stays the truth; this one comes to the same outcomes, without a tree,
/// without the names of what is missing, some twenty times faster.
package struct FlatRules: Sendable {
  /// What is the same for all cases of a sweep.
  package struct Circumstances: Hashable, Sendable {
    /// The practice in force, by item id.
    package var practice: [String: Value]
    /// The official date (`on`).
    package var on: CalendarDate
    /// The day on which it is looked at (`today`).
    package var today: CalendarDate

    /// Circumstances.
    package init(practice: [String: Value], on: CalendarDate, today: CalendarDate) {
      self.practice = practice
      self.on = on
      self.today = today
    }
  }

  /// What an expression came to, without its value.
  package enum Truth: UInt8, Hashable, Sendable {
    case unknown
    case absent
    case notApplicable
    case no
    case yes
    /// A value that is neither yes nor no.
    case other
  }

  /// The questions about other cases that the expressions read, by their place in `answers`.
  package private(set) var questions: [String] = []

  var layout = FactLayout()
  var nodes: [FlatNode] = []
  var operands: [Int32] = []
  var selections: [FlatSelection] = []
  var literals: [Literal] = []
  /// The steps at which the expressions end, in the order in which they were given.
  private(set) var roots: [Int32] = []
  private(set) var memos = 0
  private(set) var deepest = 0

  /// A value that the pack has.
  enum Literal: Hashable, Sendable {
    case value(Value)
    case unknown
    case notApplicable
  }

  private let circumstances: Circumstances
  private var known: [Node: Int32] = [:]
  /// The group through whose rows the selection of each slot goes.
  private var passing: [Int: Int32] = [:]

  /// Arranges expressions.
  package init(_ expressions: [Expression], in circumstances: Circumstances) {
    self.circumstances = circumstances
    for expression in expressions { roots.append(add(expression.root)) }
    for index in nodes.indices where nodes[index].memo == -2 {
      nodes[index].memo = Int32(memos)
      memos += 1
    }
  }

  // MARK: Steps

  /// The place of a step; steps that depend on no row are there once.
  private mutating func add(_ node: Node) -> Int32 {
    if let place = known[node] {
      switch nodes[Int(place)].kind {
      case .literal, .fact, .itemKey, .item: break
      default: nodes[Int(place)].memo = -2
      }
      return place
    }
    let flat = flat(node)
    nodes.append(flat)
    let place = Int32(nodes.count - 1)
    if !node.readsRows { known[node] = place }
    return place
  }

  private mutating func list(_ parts: [Node]) -> (Int32, Int32) {
    let places = parts.map { add($0) }
    let start = Int32(operands.count)
    operands += places
    return (start, Int32(places.count))
  }

  private mutating func literal(_ literal: Literal) -> FlatNode {
    var flat = FlatNode(.literal)
    if let known = literals.firstIndex(of: literal) {
      flat.a = Int32(known)
    } else {
      literals.append(literal)
      flat.a = Int32(literals.count - 1)
    }
    return flat
  }

  private mutating func flat(_ node: Node) -> FlatNode {
    switch node {
    case .literal(let value): return literal(.value(value))
    case .notApplicable: return literal(.notApplicable)
    case .input, .passes: return literal(.unknown)
    case .practice(let id):
      return literal(circumstances.practice[id].map { .value($0) } ?? .unknown)
    case .date(.on): return literal(.value(.date(circumstances.on)))
    case .date(.today): return literal(.value(.date(circumstances.today)))
    case .date: return literal(.unknown)
    case .fact(let path): return made(.fact) { $0.a = $1.layout.slot(of: path) }
    case .question(let id): return made(.question) { $0.a = $1.question(id) }
    case .dateQuestion(let id): return made(.dateQuestion) { $0.a = $1.question(id) }
    case .cell(let column, let row):
      return made(.cell) { flat, rules in
        rules.put(column, into: &flat)
        flat.c = rules.add(row)
      }
    case .latest(let column, let through):
      return made(.latest) { flat, rules in
        rules.put(column, into: &flat)
        if let through { flat.c = rules.add(through) }
      }
    case .item(let slot, let column):
      return made(.item) { flat, rules in
        flat.isKeyed = column.isKeyed
        flat.c = Int32(slot)
        flat.a = rules.passing[slot] ?? -1
        if flat.a >= 0 { flat.b = rules.layout.field(column.field, of: flat.a) }
      }
    case .itemKey(let slot): return made(.itemKey) { flat, _ in flat.c = Int32(slot) }
    case .defined(_, let part): return flat(part)
    case .negated(let part): return made(.negated) { $0.a = $1.add(part) }
    case .not(let part): return made(.not) { $0.a = $1.add(part) }
    case .arithmetic(let operation, let left, let right):
      return made(.arithmetic, .arithmetic(operation)) {
        ($0.a, $0.b) = ($1.add(left), $1.add(right))
      }
    case .comparison(let comparison, let left, let right):
      return made(.comparison, .comparison(comparison)) {
        ($0.a, $0.b) = ($1.add(left), $1.add(right))
      }
    case .among(let subject, let options):
      return made(.among) { flat, rules in
        flat.c = rules.add(subject)
        (flat.a, flat.b) = rules.list(options)
      }
    case .all(let parts): return made(.all) { ($0.a, $0.b) = $1.list(parts) }
    case .any(let parts): return made(.any) { ($0.a, $0.b) = $1.list(parts) }
    case .choice(let test, let yes, let no):
      return made(.choice) { ($0.a, $0.b, $0.c) = ($1.add(test), $1.add(yes), $1.add(no)) }
    case .call(let function, let parts):
      return made(.call, .function(function)) { ($0.a, $0.b) = $1.list(parts) }
    case .each(let selection, let test):
      return made(.each) { flat, rules in
        flat.a = rules.add(selection)
        flat.b = rules.add(test)
        rules.passing[selection.slot] = nil
      }
    case .aggregate(let aggregate, let selection, let value, let zero):
      return made(.aggregate, .aggregate(aggregate)) { flat, rules in
        flat.a = rules.add(selection)
        if let value { flat.b = rules.add(value) }
        rules.passing[selection.slot] = nil
        if let zero { flat.c = rules.literal(.value(zero)).a }
      }
    }
  }

  private mutating func made(
    _ kind: FlatNode.Kind, _ operation: FlatNode.Operation = .none,
    _ fill: (inout FlatNode, inout FlatRules) -> Void
  ) -> FlatNode {
    var flat = FlatNode(kind)
    flat.operation = operation
    fill(&flat, &self)
    return flat
  }

  private mutating func put(_ column: Column, into flat: inout FlatNode) {
    flat.a = layout.group(column.group)
    flat.b = layout.field(column.field, of: flat.a)
    flat.isKeyed = column.isKeyed
    flat.isKey = column.isKey
  }

  private mutating func question(_ id: String) -> Int32 {
    if let known = questions.firstIndex(of: id) { return Int32(known) }
    questions.append(id)
    return Int32(questions.count - 1)
  }

  /// Enters a selection; its rows can then be read until the caller takes them away.
  private mutating func add(_ selection: Selection) -> Int32 {
    var flat: FlatSelection
    switch selection.source {
    case .rows(let group, _):
      flat = FlatSelection(source: .rows, slot: Int32(selection.slot))
      flat.group = layout.group(group)
    case .window(let group, let years, let ending):
      flat = FlatSelection(source: .window, slot: Int32(selection.slot))
      flat.group = layout.group(group)
      (flat.first, flat.last) = (add(years), add(ending))
    case .years(let first, let last):
      flat = FlatSelection(source: .years, slot: Int32(selection.slot))
      (flat.first, flat.last) = (add(first), add(last))
    }
    if flat.group >= 0 { passing[selection.slot] = flat.group }
    if let filter = selection.filter { flat.filter = add(filter) }
    deepest = max(deepest, selection.slot + 1)
    selections.append(flat)
    return Int32(selections.count - 1)
  }
}

extension Node {
  /// Whether the step depends on the row that a selection outside it is at.
  fileprivate var readsRows: Bool { !freeSlots.isEmpty }

  fileprivate var freeSlots: Set<Int> {
    switch self {
    case .literal, .notApplicable, .fact, .input, .practice, .question, .dateQuestion, .date,
      .passes:
      []
    case .item(let slot, _), .itemKey(let slot): [slot]
    case .cell(_, let row): row.freeSlots
    case .latest(_, let through): through?.freeSlots ?? []
    case .negated(let part), .not(let part), .defined(_, let part): part.freeSlots
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right):
      left.freeSlots.union(right.freeSlots)
    case .among(let subject, let options):
      options.reduce(subject.freeSlots) { $0.union($1.freeSlots) }
    case .all(let parts), .any(let parts), .call(_, let parts):
      parts.reduce([]) { $0.union($1.freeSlots) }
    case .choice(let test, let yes, let no):
      test.freeSlots.union(yes.freeSlots).union(no.freeSlots)
    case .each(let selection, let test): selection.freeSlots(with: test)
    case .aggregate(_, let selection, let value, _): selection.freeSlots(with: value)
    }
  }
}

extension Selection {
  /// The rows that the selection, put to a step, depends on besides its own.
  fileprivate func freeSlots(with step: Node?) -> Set<Int> {
    let own: Set<Int> = (step?.freeSlots ?? []).union(filter?.freeSlots ?? []).subtracting([slot])
    switch source {
    case .rows: return own
    case .window(_, let first, let last), .years(let first, let last):
      return own.union(first.freeSlots).union(last.freeSlots)
    }
  }
}
