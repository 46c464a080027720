import Quantities
import RulePacks

/// What is looked at, the outline of the report, and the lists that departments hand in.
extension CampaignReading {
  /// What is looked at.
  mutating func subjects(_ node: YAMLNode?) -> [CampaignSubject] {
    yaml.items(node).compactMap { item in
      guard let map = yaml.map(item, .subject) else { return nil }
      return CampaignSubject(
        cites: citations("cites", of: map), label: yaml.bilingual("label", of: map))
    }
  }

  /// The outline of the report.
  mutating func outline(_ root: YAMLNode) -> [OutlineSection] {
    guard let map = yaml.map(root, .outline) else { return [] }
    var used: Set<String> = []
    return yaml.items(map["outline"]).compactMap { item in
      guard let map = yaml.map(item, .outlineSection) else { return nil }
      let id = yaml.identifier("id", of: map)
      let place = map["id"]?.place ?? item.place
      reading.claim(id, in: &used, at: place)
      reading.places.note("outline.\(id)", at: place)
      return OutlineSection(
        id: id, cites: citations("cites", of: map), label: yaml.bilingual("label", of: map),
        points: yaml.items(map["points"]).compactMap { point($0) })
    }
  }

  private mutating func point(_ node: YAMLNode) -> OutlineSection.Point? {
    guard let map = yaml.map(node, .outlinePoint) else { return nil }
    return OutlineSection.Point(
      label: yaml.bilingual("label", of: map),
      conditions: reading.references(
        map["conditions"], to: "condition", among: pack.conditions.map(\.id)))
  }

  /// The lists that departments hand in.
  mutating func tables(_ root: YAMLNode) -> [CampaignTable] {
    guard let map = yaml.map(root, .tables) else { return [] }
    var used: Set<String> = []
    return yaml.items(map["tables"]).compactMap { item in
      guard let map = yaml.map(item, .table) else { return nil }
      let id = yaml.identifier("id", of: map)
      let place = map["id"]?.place ?? item.place
      reading.claim(id, in: &used, at: place)
      reading.places.note("tables.\(id)", at: place)
      return CampaignTable(
        id: id, cites: citations("cites", of: map), title: yaml.bilingual("title", of: map),
        rows: yaml.option(map["rows"], of: CampaignTable.Rows.self) ?? .cases,
        when: expression(map["when"]),
        columns: yaml.items(map["columns"]).compactMap { column($0) })
    }
  }

  private mutating func column(_ node: YAMLNode) -> CampaignTable.Column? {
    guard let map = yaml.map(node, .tableColumn) else { return nil }
    let label = yaml.bilingual("label", of: map)
    if let fact = map["fact"], let path = yaml.text(fact) {
      guard reading.fact(path, at: fact.place) != nil else { return nil }
      return CampaignTable.Column(label: label, content: .fact(path))
    }
    let content: CampaignTable.Column.Content
    switch yaml.text("shows", of: map) {
    case "ordinal": content = .ordinal
    case "department": content = .department
    case "clerk": content = .clerk
    case "blank": content = .blank
    case let other:
      yaml.wrongOption(
        other, at: map["shows"]?.place ?? node.place, among: MapShape.columnContents)
      return nil
    }
    return CampaignTable.Column(label: label, content: content)
  }
}
