package import Quantities
package import RulePacks

/// Reads the supervising departments of a city (`data/departments/qingdao.yaml`).
package enum DepartmentLoader {
  /// Reads a city's departments, in the order of the file.
  ///
  /// - Throws: every problem found, with codes that begin with `department.` or `pack.`.
  package static func load(_ source: SourceFile) throws(Problems) -> [Department] {
    var yaml = YAMLReader(prefix: "department.yaml")
    var departments: [Department] = []
    if let root = yaml.document(source), let map = yaml.map(root, .departments) {
      let city = division("city", of: map, &yaml) ?? ""
      for node in yaml.items(map["departments"]) {
        guard let department = department(node, city: city, &yaml) else { continue }
        if departments.contains(where: { $0.id == department.id }) {
          yaml.report("pack.id.duplicate", at: node.place, ["id": department.id])
        }
        departments.append(department)
      }
    }
    guard yaml.problems.isEmpty else { throw Problems(yaml.problems.inFileOrder) }
    return departments
  }

  private static func department(
    _ node: YAMLNode, city: String, _ yaml: inout YAMLReader
  ) -> Department? {
    guard let map = yaml.map(node, .department) else { return nil }
    let id = yaml.identifier("id", of: map)
    let name = yaml.bilingual("name", of: map)
    let division = division("division", of: map, &yaml)
    guard let kind = yaml.option(map["kind"], of: Department.Kind.self) else { return nil }
    return Department(id: id, name: name, kind: kind, code: division, city: city)
  }

  private static func division(
    _ key: String, of map: YAMLMap, _ yaml: inout YAMLReader
  ) -> String? {
    guard let node = map[key], let text = yaml.text(node) else { return nil }
    if text.utf8.count != 6 || !text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      yaml.report("department.division", at: node.place, ["value": text])
    }
    return text
  }
}
