import Casework
import Quantities
import RulePacks

/// Reads a campaign from a file.
enum CampaignFile {
  private static let keys = [
    "id", "title", "pack", "procedure", "year", "number", "from", "to", "quotas",
  ]

  /// The campaign.
  ///
  /// - Throws: every problem found, with codes that begin with `campaign.`.
  static func read(
    _ file: SourceFile, packs: [RulePack], departments: [String]
  ) throws -> Campaign {
    var yaml = YAMLReader(prefix: "campaign.yaml")
    guard let root = yaml.document(file),
      let map = yaml.map(root, keys: keys, required: ["id", "title", "year", "from", "to"])
    else { throw Problems(yaml.problems) }
    let id = yaml.text("id", of: map)
    let title = yaml.bilingual("title", of: map)
    let year = yaml.integer(map["year"])
    let number = map["number"] == nil ? 1 : yaml.integer(map["number"])
    let from = yaml.date(map["from"])
    let to = yaml.date(map["to"])
    if let from, let to, to < from {
      yaml.report("campaign.window", at: root.place, ["from": "\(from)", "to": "\(to)"])
    }
    let pack = pack(map, packs, &yaml)
    let procedure = yaml.text(map["procedure"]) ?? pack?.mainProcedure?.id ?? ""
    if let pack, pack.procedure(procedure) == nil {
      yaml.wrongOption(
        procedure, at: map["procedure"]?.place ?? root.place, among: pack.procedures.map(\.id))
    }
    var quotas: [String: Int] = [:]
    for entry in yaml.entries(map["quotas"]) {
      if !departments.isEmpty, !departments.contains(entry.key) {
        yaml.wrongOption(entry.key, at: entry.place, among: departments)
      }
      quotas[entry.key] = yaml.integer(entry.value).map { Int($0) }
      if let quota = quotas[entry.key], quota < 0 {
        yaml.report("campaign.quota", at: entry.value.place, ["found": "\(quota)"])
      }
    }
    guard yaml.problems.isEmpty, let pack, let year, let number, let from, let to else {
      throw Problems(yaml.problems)
    }
    return Campaign(
      id: id, title: title, pack: pack.id, procedure: procedure, year: Int(year),
      number: Int(number), from: from, to: to, quotas: quotas, isClosed: false)
  }

  private static func pack(
    _ map: YAMLMap, _ packs: [RulePack], _ yaml: inout YAMLReader
  ) -> RulePack? {
    guard let node = map["pack"] else {
      if packs.count != 1 { yaml.missing("pack", of: map.place) }
      return packs.count == 1 ? packs.first : nil
    }
    let id = yaml.text(node) ?? ""
    let found = packs.first { $0.id == id }
    if found == nil { yaml.wrongOption(id, at: node.place, among: packs.map(\.id)) }
    return found
  }
}
