/// Where the facts that some expressions read lie while a case is looked at: scalars by slot, tables
/// by group, row and field.
struct FactLayout {
  /// A table or list.
  struct Group {
    let name: String
    /// The slot of the fact that says there are no rows.
    let slot: Int32
    var fields: [String] = []
  }

  private(set) var scalars: [FactPath] = []
  private(set) var groups: [Group] = []
  private var slots: [FactPath: Int32] = [:]
  private var places: [String: Int32] = [:]

  /// The fact that says since when a host can have figures.
  let founded: Int32 = 0

  init() { _ = slot(of: FactSheet.foundedOnPath) }

  /// The slot of a scalar; a new one where it has none.
  mutating func slot(of path: FactPath) -> Int32 {
    if let known = slots[path] { return known }
    let slot = Int32(scalars.count)
    scalars.append(path)
    slots[path] = slot
    return slot
  }

  /// The place of a group.
  mutating func group(_ name: String) -> Int32 {
    if let known = places[name] { return known }
    let place = Int32(groups.count)
    groups.append(Group(name: name, slot: slot(of: name)))
    places[name] = place
    return place
  }

  /// The place of a field among those of its group that are read.
  mutating func field(_ name: String, of group: Int32) -> Int32 {
    let group = Int(group)
    if let known = groups[group].fields.firstIndex(of: name) { return Int32(known) }
    groups[group].fields.append(name)
    return Int32(groups[group].fields.count - 1)
  }

  /// Where a path leads.
  struct Target: Hashable {
    /// The slot, where the fact is read as a scalar.
    var slot: Int32 = -1
    /// The group, for rows.
    var group: Int32 = -1
    var key: Int64 = 0
    /// The field, where it is read; -1 for the row itself, -2 for fields that nothing reads.
    var field: Int32 = -2
  }

  /// Where a path leads; nil where nothing reads it.
  func target(of path: FactPath) -> Target? {
    var target = Target()
    if let slot = slots[path] { target.slot = slot }
    if let address = RowAddress(path), let group = places[address.group] {
      target.group = group
      target.key = address.key
      if let field = address.field {
        let known = groups[Int(group)].fields.firstIndex(of: field)
        target.field = known.map { Int32($0) } ?? -2
      } else {
        target.field = -1
      }
    }
    return target.slot < 0 && target.group < 0 ? nil : target
  }
}
