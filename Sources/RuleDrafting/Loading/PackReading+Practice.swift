import Quantities
import RulePacks

/// `practice.yaml`: what the text leaves open, with suggested values.
extension PackReading {
  /// Reads the practice items.
  mutating func practice(_ root: YAMLNode) -> [PracticeItem] {
    guard let map = yaml.map(root, .practices) else { return [] }
    return yaml.entries(map["practice"]).compactMap { entry in practiceItem(entry) }
  }

  private mutating func practiceItem(_ entry: YAMLNode.Entry) -> PracticeItem? {
    yaml.checkIdentifier(entry.key, at: entry.place)
    places.note("practice.\(entry.key)", at: entry.place)
    guard let map = yaml.map(entry.value, .practice) else { return nil }
    let label = yaml.bilingual("label", of: map)
    let cites = citation("cites", of: map)
    let note = yaml.bilingual(ifPresent: "note", of: map)
    let countsFirstDay = yaml.flag("first_day", of: map, default: false)
    guard let (type, options) = yaml.valueType(of: map) else { return nil }
    if let node = map["first_day"], type != .period {
      yaml.report("pack.practice.first_day", at: node.place, ["type": type.name])
    }
    guard let suggested = yaml.value(map["suggested"], as: type) else { return nil }
    return PracticeItem(
      id: entry.key, label: label, cites: cites, type: type, options: options,
      suggested: suggested, countsFirstDay: countsFirstDay, note: note)
  }
}
