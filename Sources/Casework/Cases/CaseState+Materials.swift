import Quantities
import RulePacks

extension CaseState {
  /// The row of the list `materials` that is free.
  var nextMaterialRow: Int {
    var next = 0
    for path in facts.keys where path.hasPrefix("materials[") {
      guard let close = path.firstIndex(of: "]"),
        let row = Int(path[path.index(path.startIndex, offsetBy: 10)..<close])
      else { continue }
      next = max(next, row + 1)
    }
    return next
  }

  /// A document as the facts that conditions read, by the names under which an application lists it.
  static func facts(of material: Material, at row: Int) -> Facts {
    let path = "materials[\(row)]."
    var facts: Facts = [
      path + "kind": .value(.text(material.kind)),
      path + "sealed": .value(.boolean(material.isSealed)),
    ]
    if !material.title.isEmpty { facts[path + "file"] = .value(.text(material.title)) }
    if let year = material.year { facts[path + "year"] = .value(.count(Int64(year), .year)) }
    if let received = material.received { facts[path + "received"] = .value(.date(received)) }
    return facts
  }
}
