import Casework
import Quantities
import RulePacks

extension Wording {
  /// That a case passed to another pack, or to another form of its own.
  func what(_ migrated: Migrated) -> String {
    migrated.from == migrated.to
      ? text(
        zh: "转用 \(migrated.to) 的新版法条", en: "Passed to the new form of \(migrated.to)")
      : text(
        zh: "由 \(migrated.from) 转用 \(migrated.to)",
        en: "Passed from \(migrated.from) to \(migrated.to)")
  }

  /// Where each proceeding stands under the new pack.
  func change(_ migrated: Migrated) -> String? {
    let parts = migrated.places.sorted { $0.key < $1.key }.map { id, place in
      let stage =
        place.left == place.entry.stage
        ? self.stage(place.entry.stage, of: place.procedure)
        : arrow(place.left, self.stage(place.entry.stage, of: place.procedure))
      let due = place.entry.deadline.map { text(zh: "，期限 \($0.due)", en: ", due \($0.due)") }
      return (migrated.places.count > 1 ? proceeding(id) + text(zh: "：", en: ": ") : "")
        + stage + (due ?? "")
    }
    return parts.isEmpty ? nil : parts.joined(separator: text(zh: "；", en: "; "))
  }

  /// That deadlines were counted anew, and for which years' schedules.
  func what(_ restated: DeadlinesRestated) -> String {
    let count = restated.deadlines.count
    let deadlines = count == 1 ? "a deadline" : "\(count) deadlines"
    guard let years = restated.years, !years.isEmpty else {
      return text(zh: "重算 \(count) 项期限", en: "Restated \(deadlines)")
    }
    let list = years.map(String.init).joined(separator: text(zh: "、", en: ", "))
    return text(
      zh: "按 \(list) 年放假安排重算 \(count) 项期限",
      en: "Restated \(deadlines) by the holidays of \(list)")
  }

  /// From which day to which each deadline moved.
  func change(_ restated: DeadlinesRestated) -> String? {
    let parts = restated.deadlines.sorted { $0.key < $1.key }.map { id, deadline in
      let name = restated.deadlines.count > 1 ? proceeding(id) + text(zh: "：", en: ": ") : ""
      guard let before = restated.instead?[id]?.due else { return name + "\(deadline.due)" }
      return name
        + (before == deadline.due
          ? text(zh: "\(before) 不变", en: "\(before) stands")
          : arrow("\(before)", "\(deadline.due)"))
    }
    return parts.isEmpty ? nil : parts.joined(separator: text(zh: "；", en: "; "))
  }
}
