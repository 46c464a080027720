package import Casework
import Quantities
package import RulePacks

extension Wording {
  /// The procedure that a proceeding runs, from its id (`change-2`, `establishment`).
  func procedure(ofProceeding id: ProceedingID) -> Procedure? {
    pack?.procedures
      .filter { id == $0.id || id.hasPrefix($0.id + "-") }
      .max { $0.id.count < $1.id.count }
  }

  /// What a stage is called, `stage` or `procedure.stage`; without its procedure the main one is
  /// searched first.
  package func stage(_ id: String, of procedure: String? = nil) -> String {
    guard let pack else { return id }
    if procedure == nil, let dot = id.firstIndex(of: ".") {
      return stage(String(id[id.index(after: dot)...]), of: String(id[..<dot]))
    }
    if let procedure, let found = pack.procedure(procedure)?.stage(id) {
      return found.label[language]
    }
    if let found = pack.mainProcedure?.stage(id) { return found.label[language] }
    return pack.procedures.lazy.compactMap { $0.stage(id) }.first?.label[language] ?? id
  }

  /// What a procedure is called.
  package func procedure(_ id: String) -> String { pack?.procedure(id)?.label[language] ?? id }

  /// What a proceeding is called, with the year or number that tells it from others.
  package func proceeding(_ id: ProceedingID) -> String {
    guard let procedure = procedure(ofProceeding: id) else { return id }
    let key = id.dropFirst(procedure.id.count + 1)
    let label = procedure.label[language]
    guard !key.isEmpty else { return label }
    if let year = Int(key), (1900...2999).contains(year) {
      return text(zh: "\(year)年\(label)", en: "\(label) \(year)")
    }
    let parts = key.split(separator: "-")
    if parts.count == 2, let year = Int(parts[0]), (1900...2999).contains(year) {
      return text(
        zh: "\(year)年\(label)（第\(parts[1])次）", en: "\(label) \(year) (no. \(parts[1]))")
    }
    return text(zh: "\(label)（\(key)）", en: "\(label) (\(key))")
  }

  /// What an action or an opening is called (`ActionID`).
  package func action(
    _ id: String, at stage: String? = nil, of procedure: String? = nil
  ) -> String {
    guard let pack else { return id }
    if let opened = ActionID(id).opens {
      return pack.procedure(opened)?.opening?.label[language] ?? id
    }
    if id == "waive" { return text(zh: "申请放宽", en: "request of a waiver") }
    let procedures = procedure.flatMap(pack.procedure).map { [$0] } ?? pack.procedures
    let stages = procedures.flatMap(\.stages)
    if let stage, let found = stages.first(where: { $0.id == stage })?.action(id) {
      return found.label[language]
    }
    if let found = stages.lazy.compactMap({ $0.action(id) }).first { return found.label[language] }
    return EventKind(rawValue: id).map(name(of:)) ?? id
  }

  /// What a condition is called.
  package func condition(_ id: String) -> String {
    pack?.condition(id)?.label[language] ?? id
  }

  /// What an owner of stages is called.
  package func owner(_ id: String) -> String { pack?.owner(id)?.label[language] ?? id }

  /// What an input is called.
  package func input(_ id: String) -> String {
    if let label = pack?.input(id)?.label[language] { return label }
    return switch id {
    case "note": text(zh: "说明", en: "note")
    case "reason": text(zh: "理由", en: "reason")
    case "basis": text(zh: "依据文件", en: "basis")
    case "with": text(zh: "联系对象", en: "person contacted")
    case "text": text(zh: "内容", en: "text")
    case "kind": text(zh: "材料种类", en: "kind of document")
    default: id
    }
  }

  /// What a practice item is called.
  package func practice(_ id: String) -> String {
    pack?.practiceItem(id)?.label[language] ?? id
  }

  /// What a material is called.
  package func material(_ kind: String) -> String {
    pack?.materials.first { $0.kind == kind }?.label[language] ?? kind
  }

  /// What a fact is called: 2024年研发费用, 依托单位名称, 共建单位第1项：名称.
  package func fact(_ path: FactPath) -> String {
    if path.hasPrefix("input.") { return input(String(path.dropFirst("input.".count))) }
    if path.hasPrefix("practice.") { return practice(String(path.dropFirst("practice.".count))) }
    guard let vocabulary else { return path }
    if let (group, field) = vocabulary.field(at: path) {
      let label = field.label[language]
      guard let key = rowKey(in: path) else { return label }
      return row(key, of: group, label)
    }
    let groupName = path.prefix { $0 != "[" }
    guard let group = vocabulary.group(String(groupName)) else { return path }
    guard let key = rowKey(in: path) else { return group.label[language] }
    return row(key, of: group, nil)
  }

  /// What several facts are called; after three only their number is said.
  package func facts(_ paths: [FactPath]) -> String {
    let names = paths.prefix(3).map(fact)
    guard paths.count > 3 else { return list(names) }
    return text(
      zh: list(names) + "等 \(paths.count) 项", en: list(names) + " and \(paths.count - 3) more")
  }

  private func rowKey(in path: FactPath) -> Int? {
    guard let open = path.firstIndex(of: "["), let close = path.firstIndex(of: "]"), open < close
    else { return nil }
    return Int(path[path.index(after: open)..<close])
  }

  private func row(_ key: Int, of group: Vocabulary.Group, _ label: String?) -> String {
    let title = group.label[language]
    if case .table = group.shape {
      return text(zh: "\(key)年\(label ?? title)", en: "\(label ?? title) \(key)")
    }
    let rest = label.map { text(zh: "：\($0)", en: ": \($0)") } ?? ""
    return text(zh: "\(title)第\(key + 1)项\(rest)", en: "\(title) \(key + 1)\(rest)")
  }
}
