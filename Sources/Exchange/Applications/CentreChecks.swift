import Casework
import Quantities
import RulePacks

/// Checks what was read against packs, departments and batches, once it is whole.
struct CentreChecks {
  /// What files are read against.
  let context: ImportContext

  /// Settles the pack; nil where there is none that is known.
  func pack(of draft: inout CentreDraft) -> RulePack? {
    let known = context.packs.keys.sorted()
    guard let id = draft.pack?.id ?? context.defaultPack else {
      draft.gatherer.report(
        "import.pack.missing", at: draft.mark, field: "pack",
        ["known": known.joined(separator: ", ")])
      return nil
    }
    if let pack = context.packs[id] { return pack }
    var arguments = ["pack": id, "known": known.joined(separator: ", ")]
    arguments["suggestion"] = Suggestion.nearest(to: id, among: known)
    draft.gatherer.report(
      "import.pack.unknown", at: draft.pack?.mark ?? draft.mark, field: "pack", arguments)
    return nil
  }

  /// What has to be looked at for applications and rosters alike.
  func check(_ draft: inout CentreDraft, under pack: RulePack) {
    checkDepartment(&draft, pack)
    checkNames(&draft, pack)
    checkHost(&draft, pack)
    checkDates(&draft)
    checkMaterials(&draft, pack)
  }

  // MARK: Department

  private func checkDepartment(_ draft: inout CentreDraft, _ pack: RulePack) {
    let departments = context.departments.filter { $0.city == pack.city }
    guard !departments.isEmpty, let written = draft.text("department"),
      !departments.contains(where: { $0.id == written })
    else { return }
    let key = TextFolding.comparisonKey(written)
    let named = departments.filter { department in
      [department.name.zh, department.name.en].contains { TextFolding.comparisonKey($0) == key }
    }
    let begun = departments.filter { TextFolding.comparisonKey($0.name.zh).hasPrefix(key) }
    if let match = named.first ?? (begun.count == 1 ? begun.first : nil), !key.isEmpty {
      draft.gatherer.replace(.value(.text(match.id)), at: "department")
      return
    }
    let known = departments.map(\.id)
    var arguments = ["department": written, "known": known.joined(separator: ", ")]
    arguments["suggestion"] =
      Suggestion.nearest(to: written, among: known)
      ?? Suggestion.nearest(to: written, among: departments.map(\.name.zh))
    draft.gatherer.report(
      "import.department.unknown", at: draft.gatherer.mark(of: "department"),
      field: "department", arguments)
  }

  // MARK: Names

  private func checkNames(_ draft: inout CentreDraft, _ pack: RulePack) {
    guard let naming = pack.naming else { return }
    if let name = draft.text("name") {
      let endings = [naming.suffix, naming.suffix + (naming.provisionalSuffix ?? "")]
      let core = name.count > naming.prefix.count + naming.suffix.count
      if !name.hasPrefix(naming.prefix) || !endings.contains(where: name.hasSuffix) || !core {
        draft.gatherer.report(
          "import.name.form", .warning, at: draft.gatherer.mark(of: "name"), field: "name",
          [
            "name": name, "prefix": naming.prefix, "suffix": naming.suffix,
            "cites": naming.cites,
          ])
      }
    }
    if let prefix = naming.englishPrefix, let name = draft.text("english_name"),
      !name.hasPrefix(TextFolding.trimmed(prefix))
    {
      draft.gatherer.report(
        "import.english_name.form", .warning, at: draft.gatherer.mark(of: "english_name"),
        field: "english_name", ["name": name, "prefix": prefix, "cites": naming.cites])
    }
  }

  // MARK: Host

  private func checkHost(_ draft: inout CentreDraft, _ pack: RulePack) {
    guard let text = draft.text("host.credit_code"), let code = try? CreditCode(text) else {
      return
    }
    let mark = draft.gatherer.mark(of: "host.credit_code")
    if let kind = draft.text("host.kind"), let classes = Self.classes[kind],
      !classes.contains(where: code.bodyClass.hasPrefix)
    {
      draft.gatherer.report(
        "import.credit_code.kind", .warning, at: mark, field: "host.credit_code",
        [
          "code": code.text, "class": code.bodyClass, "kind": kind,
          "expected": classes.joined(separator: ", "),
        ])
    }
    // Bodies of the city may be registered with the province or the state.
    let city = String(pack.city.prefix(4))
    let authorities = [city, String(pack.city.prefix(2)) + "0000", "100000"]
    if !authorities.contains(where: code.authority.hasPrefix) {
      draft.gatherer.report(
        "import.credit_code.authority", .warning, at: mark, field: "host.credit_code",
        ["code": code.text, "authority": code.authority, "city": pack.city])
    }
  }

  /// How the codes of each kind of host begin (GB 32100-2015, positions 1 and 2).
  private static let classes: [String: [String]] = [
    "enterprise": ["91", "92", "93"],
    "university": ["12", "52", "A1"],
    "institute": ["12", "52", "91", "A1"],
    "new_rd_institution": ["91", "12", "52"],
    "hospital": ["12", "52", "91", "A1"],
    "public_institution": ["12", "A1"],
  ]

  // MARK: Dates

  private func checkDates(_ draft: inout CentreDraft) {
    for (path, mark) in draft.gatherer.marks {
      guard case .value(.date(let date)) = draft.facts[path], date > context.today,
        Self.isPast(path)
      else { continue }
      draft.gatherer.report(
        "import.date.future", .warning, at: mark, field: path,
        ["date": "\(date)", "today": "\(context.today)"])
    }
    if let since = draft.since, since > context.today {
      draft.gatherer.report(
        "import.date.future", .warning, at: draft.stage?.mark ?? draft.mark, field: "since",
        ["date": "\(since)", "today": "\(context.today)"])
    }
    if let applied = draft.date("applied_on"), let founded = draft.date("host.founded_on"),
      founded > applied
    {
      draft.gatherer.report(
        "import.date.order", .warning, at: draft.gatherer.mark(of: "host.founded_on"),
        field: "host.founded_on",
        ["date": "\(founded)", "later": "\(applied)", "other": "applied_on"])
    }
  }

  /// Facts about what has happened; terms and windows may lie ahead.
  private static func isPast(_ path: FactPath) -> Bool {
    let name = path[(path.lastIndex(of: ".").map { path.index(after: $0) } ?? path.startIndex)...]
    return (name.hasSuffix("_on") || path == "approval.date" || name == "received")
  }

  // MARK: Materials

  private func checkMaterials(_ draft: inout CentreDraft, _ pack: RulePack) {
    guard !pack.materials.isEmpty else { return }
    let known = pack.materials.map(\.kind)
    for (path, mark) in draft.gatherer.marks
    where path.hasPrefix("materials[") && path.hasSuffix("].kind") {
      guard let kind = draft.text(path), !known.contains(kind) else { continue }
      if let named = pack.materials.first(where: { $0.label.zh == kind || $0.label.en == kind }) {
        draft.gatherer.replace(.value(.text(named.kind)), at: path)
        continue
      }
      var arguments = ["kind": kind, "known": known.joined(separator: ", ")]
      arguments["suggestion"] = Suggestion.nearest(to: kind, among: known)
      draft.gatherer.report("import.material.unknown", .warning, at: mark, field: path, arguments)
    }
  }
}
