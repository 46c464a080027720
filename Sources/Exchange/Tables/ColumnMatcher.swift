import Quantities
import RulePacks

/// Finds out what a column holds, by a path, or by what the vocabulary calls a fact.
struct ColumnMatcher {
  /// What a header was found to mean.
  enum Match {
    case target(ColumnTarget)
    /// Several facts are called so.
    case ambiguous([String])
    case none
  }

  private let vocabulary: Vocabulary
  private let isRoster: Bool
  private let labels: [String: [String]]

  init(_ vocabulary: Vocabulary, isRoster: Bool) {
    self.vocabulary = vocabulary
    self.isRoster = isRoster
    var labels: [String: [String]] = [:]
    for group in vocabulary.groups {
      for field in group.fields {
        let path = group.name.isEmpty ? field.name : "\(group.name).\(field.name)"
        for key in Self.keys(of: field, in: group) where labels[key]?.contains(path) != true {
          labels[key, default: []].append(path)
        }
      }
    }
    self.labels = labels
  }

  /// The target of a path that a map gives.
  func target(ofPath written: String) -> ColumnTarget? {
    let path = TextFolding.folded(written)
    if let special = special(path) { return .special(special) }
    if case .success(let canonical) = vocabulary.canonicalPath(path),
      let (_, field) = vocabulary.field(at: canonical)
    {
      return .fact(canonical, field)
    }
    let plain = path.replacing("[]", with: "")
    if let (group, field) = vocabulary.field(at: plain), group.shape == .list {
      return .items(group: group.name, field)
    }
    return nil
  }

  /// What a header means, without its unit.
  func match(_ header: String) -> Match {
    let (name, _) = Self.parted(header)
    if let special = special(name) { return .target(.special(special)) }
    if let target = target(ofPath: name) { return .target(target) }
    let key = Self.key(name)
    if let paths = labels[key] { return match(paths, row: nil) }
    for (row, rest) in Self.rows(in: name) {
      let key = Self.key(rest)
      if isRoster, let history = Self.histories[key], row >= 1900 {
        return .target(.history(history.rawValue, year: row))
      }
      if let paths = labels[key] {
        let found = match(paths, row: row)
        if case .none = found { continue }
        return found
      }
    }
    return .none
  }

  /// The name and the unit of a header: `研发费用（万元）`.
  static func parted(_ header: String) -> (name: String, unit: String?) {
    let text = TextFolding.folded(header)
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else { return (text, nil) }
    let unit = String(text[text.index(after: open)...].dropLast())
    guard
      Money.unit(named: unit) != nil || Area.factor(of: unit) != nil || unit == "%"
        || CountUnit(symbol: unit) != nil && !unit.isEmpty
    else { return (text, nil) }
    return (TextFolding.trimmed(String(text[..<open])), unit)
  }

  private func match(_ paths: [String], row: Int?) -> Match {
    var targets: [ColumnTarget] = []
    for path in paths {
      guard let (group, _) = vocabulary.field(at: path) else { continue }
      switch (group.shape, row) {
      case (.record, nil):
        if let target = target(ofPath: path) { targets.append(target) }
      case (.table, .some(let row)) where row >= 1900,
        (.list, .some(let row)) where row < 1900:
        let index = group.shape == .list ? row - 1 : row
        let name = path.dropFirst(group.name.count + 1)
        if let target = target(ofPath: "\(group.name)[\(index)].\(name)") {
          targets.append(target)
        }
      default: continue
      }
    }
    if targets.count == 1 { return .target(targets[0]) }
    return targets.isEmpty ? .none : .ambiguous(targets.map(\.path))
  }

  private func special(_ name: String) -> String? {
    let key = Self.key(name)
    if ["pack", "规则包"].contains(key) { return "pack" }
    if ["batch", "批次"].contains(key) { return "batch" }
    guard isRoster else { return nil }
    return switch key {
    case "stage", "环节", "当前环节", "所处环节": "stage"
    case "since", "进入环节日期": "since"
    case "source", "资料来源": "source"
    case "reports", "年度报告", "已报送年度报告": "reports"
    case "evaluations", "历次评价": "evaluations"
    default: nil
    }
  }

  private static let histories: [String: CentreHistory] = [
    "年度报告": .reports, "年报": .reports, "annualreport": .reports, "评价": .evaluations,
    "绩效评价": .evaluations, "评价结果": .evaluations, "evaluation": .evaluations,
  ]

  /// The names of a field: its label, and its label after that of its group.
  private static func keys(of field: Vocabulary.Field, in group: Vocabulary.Group) -> [String] {
    [
      field.label.zh, field.label.en, group.label.zh + field.label.zh,
      group.label.en + field.label.en,
    ].map(key).filter { !$0.isEmpty }
  }

  private static func key(_ text: String) -> String {
    TextFolding.comparisonKey(text).filter { $0 != "_" }
  }

  /// The years or places that a header names, each with what is left of it: `2024年度研发费用`,
  /// `共建单位名称2`.
  private static func rows(in name: String) -> [(row: Int, rest: String)] {
    guard let first = name.firstIndex(where: { ("0"..."9").contains($0) }) else { return [] }
    let digits = name[first...].prefix { ("0"..."9").contains($0) }
    guard let row = Int(digits), (1900...2999).contains(row) || (1...99).contains(row) else {
      return []
    }
    let before = String(name[..<first])
    let after = String(name[digits.endIndex...])
    var rests = [before + after]
    for word in ["年度", "年"] where after.hasPrefix(word) {
      rests.append(before + after.dropFirst(word.count))
    }
    return rests.map { (row, $0) }
  }
}
