import Quantities

/// Evaluates arranged expressions over one case after the other.
///
/// Not to be shared between threads; each thread makes its own from the same rules.
package final class FlatEvaluator {
  struct Item {
    var key: Int64 = 0
    /// The row; -1 where there is none.
    var row: Int32 = -1
  }

  struct Memo {
    var turn = 0
    var cell = Cell(.unknown)
  }

  /// The facts of the case.
  package let frame: FactFrame
  /// The answers to the questions of the rules about other cases; nil where there is none.
  package var answers: [Int64?]

  /// Where they lie.
  let facts: FactPlaces
  private let texts: TextPool
  private let roots: UnsafeMutableBufferPointer<Int32>
  let nodes: UnsafeMutableBufferPointer<FlatNode>
  let operands: UnsafeMutableBufferPointer<Int32>
  let selections: UnsafeMutableBufferPointer<FlatSelection>
  let literals: UnsafeMutableBufferPointer<Cell>
  let items: UnsafeMutableBufferPointer<Item>
  private let memos: UnsafeMutableBufferPointer<Memo>

  /// An evaluator over facts whose paths have the given numbers.
  package init(_ rules: FlatRules, paths: [(number: Int64, path: FactPath)]) {
    frame = FactFrame(rules, paths: paths)
    facts = frame.places
    answers = rules.questions.map { _ in nil }
    texts = TextPool(rules.literals.compactMap(\.text))
    roots = .copy(rules.roots)
    nodes = .copy(rules.nodes)
    operands = .copy(rules.operands)
    selections = .copy(rules.selections)
    let cells = texts.cells
    let written = rules.literals.map { literal in
      switch literal {
      case .unknown: Cell(.unknown)
      case .notApplicable: Cell(.notApplicable)
      case .value(let value): Cell(value) ?? cells[value] ?? Cell(.unknown)
      }
    }
    literals = .copy(written + rules.nodes.map { _ in Cell(.unknown) })
    items = .copy([Item](repeating: Item(), count: rules.deepest + 1))
    memos = .copy([Memo](repeating: Memo(), count: rules.memos))
    simplify(written.count)
  }

  deinit {
    roots.deallocate()
    nodes.deallocate()
    operands.deallocate()
    selections.deallocate()
    literals.deallocate()
    items.deallocate()
    memos.deallocate()
  }

  /// What the expression with a number came to, for the facts that are in the frame.
  package func truth(of expression: Int) -> FlatRules.Truth {
    let cell = read(roots[expression])
    switch cell.tag {
    case .unknown: return .unknown
    case .absent, .overZero: return .absent
    case .notApplicable: return .notApplicable
    case .boolean: return cell.a != 0 ? .yes : .no
    default: return .other
    }
  }

  /// Works out what is the same for every case, and takes the branches that are always taken.
  private func simplify(_ written: Int) {
    var spare = written
    for index in nodes.indices {
      let node = nodes[index]
      if node.kind == .choice, isLiteral(node.a), let truth = read(node.a).truth {
        nodes[index] = nodes[Int(truth ? node.b : node.c)]
      } else if isConstant(node) {
        literals[spare] = compute(node)
        nodes[index] = FlatNode(.literal)
        nodes[index].a = Int32(spare)
        spare += 1
      }
    }
  }

  private func isConstant(_ node: FlatNode) -> Bool {
    switch node.kind {
    case .comparison, .arithmetic: isLiteral(node.a) && isLiteral(node.b)
    case .negated, .not: isLiteral(node.a)
    case .all, .any, .call:
      (Int(node.a)..<Int(node.a + node.b)).allSatisfy { isLiteral(operands[$0]) }
    default: false
    }
  }

  private func isLiteral(_ place: Int32) -> Bool { nodes[Int(place)].kind == .literal }

  // MARK: Reading

  /// What a step comes to.
  @inline(__always)
  func read(_ place: Int32) -> Cell {
    let node = nodes[Int(place)]
    switch node.kind {
    case .literal: return literals[Int(node.a)]
    case .fact: return facts.scalar(node.a)
    default: return take(node)
    }
  }

  /// What a step with parts comes to, or came to before in the same case.
  @inline(never)
  private func take(_ node: FlatNode) -> Cell {
    guard node.memo >= 0 else { return compute(node) }
    let memo = memos[Int(node.memo)]
    if memo.turn == facts.turn { return memo.cell }
    let cell = compute(node)
    memos[Int(node.memo)] = Memo(turn: facts.turn, cell: cell)
    return cell
  }

  private func compute(_ node: FlatNode) -> Cell {
    switch node.kind {
    case .literal: return literals[Int(node.a)]
    case .fact: return facts.scalar(node.a)
    case .item:
      let item = items[Int(node.c)]
      return field(node, row: node.a < 0 ? -1 : item.row, key: item.key)
    case .itemKey: return .years(items[Int(node.c)].key)
    case .cell:
      let key = read(node.c)
      guard let number = key.number else { return key }
      return field(node, row: facts.row(key: number, of: node.a), key: number)
    case .latest: return latest(node)
    case .question: return answers[Int(node.a)].map { .plain($0) } ?? Cell(.unknown)
    case .dateQuestion:
      guard let day = answers[Int(node.a)], Int32(exactly: day) != nil else {
        return Cell(.unknown)
      }
      return Cell(.date, day)
    case .comparison: return compare(node)
    case .all: return tests(node, stopsAt: false)
    case .any: return tests(node, stopsAt: true)
    case .not:
      let cell = read(node.a)
      guard cell.isValue else { return cell }
      return cell.truth.map { Cell(!$0) } ?? Cell(.unknown)
    case .choice:
      let test = read(node.a)
      guard let truth = test.truth else { return test }
      return read(truth ? node.b : node.c)
    case .among: return among(node)
    case .arithmetic:
      let (left, right) = (read(node.a), read(node.b))
      guard left.isValue, right.isValue else { return left.lacking(right) }
      guard case .arithmetic(let operation) = node.operation else { return Cell(.unknown) }
      return left.combined(operation, right)
    case .negated:
      let cell = read(node.a)
      guard cell.isValue else { return cell }
      return cell.value.map { Cell($0.negated) } ?? Cell(.unknown)
    case .call: return call(node)
    case .each: return each(node)
    case .aggregate: return aggregate(node)
    }
  }

  private func compare(_ node: FlatNode) -> Cell {
    let (left, right) = (read(node.a), read(node.b))
    guard left.isValue, right.isValue else {
      let lack = left.lacking(right)
      return lack.tag == .overZero ? Cell(false) : lack
    }
    guard case .comparison(let comparison) = node.operation, let order = left.order(to: right)
    else { return Cell(.unknown) }
    return Cell(comparison.holds(order))
  }

  private func tests(_ node: FlatNode, stopsAt decisive: Bool) -> Cell {
    var lack: Cell?
    for index in Int(node.a)..<Int(node.a + node.b) {
      let cell = read(operands[index])
      if cell.isValue {
        if cell.truth == decisive { return cell }
      } else {
        lack = lack?.lacking(cell) ?? cell
      }
    }
    return lack ?? Cell(!decisive)
  }

  private func among(_ node: FlatNode) -> Cell {
    let subject = read(node.c)
    var lack: Cell? = subject.isValue ? nil : subject
    for index in Int(node.a)..<Int(node.a + node.b) {
      let option = read(operands[index])
      if !option.isValue {
        lack = lack?.lacking(option) ?? option
      } else if subject.isValue, subject.order(to: option) == 0 {
        return Cell(true)
      }
    }
    guard let lack else { return Cell(false) }
    return lack.tag == .overZero ? Cell(false) : lack
  }

  // MARK: Rows

  private func field(_ node: FlatNode, row: Int32, key: Int64) -> Cell {
    if row >= 0, let cell = facts.cell(node.b, row: row, of: node.a) { return cell }
    if node.isKeyed, let founded = facts.foundedYear, key < founded { return Cell(.absent) }
    return Cell(.unknown)
  }

  private func latest(_ node: FlatNode) -> Cell {
    var last = Int64.max
    if node.c >= 0 {
      let key = read(node.c)
      guard let number = key.number else { return key }
      last = number
    }
    let count = facts.rows(of: node.a)
    for place in (0..<(count ?? 0)).reversed() {
      let (row, key) = facts.row(place, of: node.a)
      guard key <= last else { continue }
      if node.isKey { return .years(key) }
      return field(node, row: row, key: key)
    }
    if count == 0 { return Cell(.absent) }
    if last != .max { return field(node, row: -1, key: last) }
    return Cell(.unknown)
  }
}

extension Cell {
  /// What two steps come to of which at least one has no value.
  func lacking(_ other: Cell) -> Cell { tag.rawValue <= other.tag.rawValue ? self : other }
}

extension UnsafeMutableBufferPointer {
  /// A copy that the caller deallocates.
  fileprivate static func copy(_ elements: [Element]) -> Self {
    let buffer = Self.allocate(capacity: elements.count)
    _ = buffer.initialize(from: elements)
    return buffer
  }
}

extension FlatRules.Literal {
  /// The text or option.
  fileprivate var text: Value? {
    switch self {
    case .value(.text(let text)): .text(text)
    case .value(.choice(let option)): .choice(option)
    default: nil
    }
  }
}

/// The bytes of a pack's own texts, at addresses that do not change.
private final class TextPool {
  let cells: [Value: Cell]
  private let buffers: [UnsafeMutableRawBufferPointer]

  init(_ values: [Value]) {
    var cells: [Value: Cell] = [:]
    var buffers: [UnsafeMutableRawBufferPointer] = []
    for value in values {
      let (tag, text): (Cell.Tag, String) =
        switch value {
        case .choice(let option): (.choice, option)
        case .text(let text): (.text, text)
        default: (.text, "")
        }
      let buffer = UnsafeMutableRawBufferPointer.allocate(
        byteCount: max(1, text.utf8.count), alignment: 1)
      buffer.copyBytes(from: text.utf8)
      buffers.append(buffer)
      if let base = buffer.baseAddress {
        cells[value] = Cell(tag, bytes: UnsafeRawPointer(base), count: text.utf8.count)
      }
    }
    self.cells = cells
    self.buffers = buffers
  }

  deinit { for buffer in buffers { buffer.deallocate() } }
}
