package import Quantities
package import RuleDrafting
import RulePacks

/// Which column of a table holds which fact, as an office wrote it down once.
///
/// ```yaml
/// columns:
///   单位名称: host.name
///   2024年研发费用(万元): { path: "finance[2024].rd", unit: 万元 }
///   是否高企: { path: host.high_tech, values: { 高企: true, 非高企: false } }
/// ignore: [序号, 备注]
/// pack: qingdao-2024
/// ```
package struct ColumnMap: Hashable, Sendable {
  /// One column.
  package struct Column: Hashable, Sendable {
    /// The header, as the table has it.
    package var header: String
    /// The fact, or `stage`, `since`, `batch`, `pack`, `source`, `reports`, `evaluations`.
    package var path: String
    /// The unit of numbers that are written without one.
    package var unit: String?
    /// What words of the table mean.
    package var values: [String: String]
    /// Where the map names it.
    package var place: Problem.Place

    /// A column.
    package init(
      header: String, path: String, unit: String? = nil, values: [String: String] = [:],
      place: Problem.Place = .init()
    ) {
      self.header = header
      self.path = path
      self.unit = unit
      self.values = values
      self.place = place
    }
  }

  /// The columns.
  package var columns: [Column]
  /// Headers that are left out on purpose.
  package var ignored: [String]
  /// The pack of rows that name none.
  package var pack: String?

  /// A map.
  package init(columns: [Column], ignored: [String] = [], pack: String? = nil) {
    self.columns = columns
    self.ignored = ignored
    self.pack = pack
  }

  /// Reads a map from YAML.
  ///
  /// - Throws: every problem found, with codes that begin with `import.map.`.
  package static func load(_ source: SourceFile) throws(Problems) -> ColumnMap {
    var yaml = YAMLReader(prefix: "import.map.yaml")
    var result = ColumnMap(columns: [])
    if let root = yaml.document(source),
      let map = yaml.map(root, keys: ["columns", "ignore", "pack"], required: ["columns"])
    {
      result.columns = yaml.entries(map["columns"]).compactMap { column($0, &yaml) }
      result.ignored = yaml.items(map["ignore"]).compactMap { yaml.text($0) }
      if let pack = map["pack"] { result.pack = yaml.text(pack) }
    }
    guard yaml.problems.isEmpty else { throw Problems(yaml.problems.inFileOrder) }
    return result
  }

  private static func column(
    _ entry: YAMLNode.Entry, _ yaml: inout YAMLReader
  ) -> Column? {
    guard entry.value.entries != nil else {
      guard let path = yaml.text(entry.value) else { return nil }
      return Column(header: entry.key, path: path, place: entry.place)
    }
    guard
      let map = yaml.map(entry.value, keys: ["path", "unit", "values"], required: ["path"])
    else { return nil }
    var column = Column(header: entry.key, path: yaml.text("path", of: map), place: entry.place)
    if let unit = map["unit"] { column.unit = yaml.text(unit) }
    if let values = map["values"] {
      for value in yaml.entries(values) {
        column.values[TextFolding.comparisonKey(value.key)] = yaml.text(value.value)
      }
    }
    return column.path.isEmpty ? nil : column
  }
}
