package import Quantities
package import RulePacks

/// What two packs or two notices, or two forms of one, say differently.
///
/// Parts are told apart by their ids: a stage that got another id is one that went and one that came.
/// The order in which files list things does not count, nor how expressions are bracketed.
package struct PackComparison: Hashable, Sendable {
  /// What a part of a pack is.
  package enum Area: String, CaseIterable, Hashable, Sendable {
    case identity
    case transition
    case naming
    case articles
    case owners
    case inputs
    case conditions
    case grounds
    case procedures
    case practice
    case questions
    case materials
    case cohort
    case windows
    case gates
    case outcomes
    case report
    case lists
    case quotas
  }

  /// What became of a part.
  package enum Fate: String, CaseIterable, Hashable, Sendable {
    case added
    case removed
    case changed
  }

  /// A part that is not in both packs alike.
  package struct Change: Hashable, Sendable {
    /// What it is.
    package var area: Area
    /// Its ids, the outermost first: a procedure, a stage, an action, a guard.
    package var path: [String]
    /// What it is called, in the later pack where it is in both.
    package var label: Bilingual?
    /// What became of it.
    package var fate: Fate
    /// What differs; for a part that came or went all that it says.
    package var fields: [Difference]

    /// Whether the law differs, not its wording alone.
    package var isLaw: Bool { fields.contains(where: \.isLaw) }
  }

  /// A key of a part under which the packs differ.
  package struct Difference: Hashable, Sendable {
    /// The key as files write it, such as `requires`.
    package var key: String
    /// What the earlier pack has; nil for nothing.
    package var before: PackPart.Content?
    /// What the later pack has; nil for nothing.
    package var after: PackPart.Content?
    /// Whether the law hash covers it.
    package var isLaw: Bool
    /// The values that stand in the same places of two expressions which are alike but for them.
    package var figures: [Figures]
  }

  /// A value of an expression that took the place of another.
  package struct Figures: Hashable, Sendable {
    /// The earlier value.
    package var before: Value
    /// The later value.
    package var after: Value
  }

  /// The parts that differ, by area and in the order of the packs.
  package let changes: [Change]
  /// Whether both state the same law.
  package let hasSameLaw: Bool

  /// Compares an earlier pack with a later one.
  package init(from before: RulePack, to after: RulePack) {
    changes = Self.changes(from: PackPart.all(of: before), to: PackPart.all(of: after))
    hasSameLaw = before.statesSameLaw(as: after)
  }

  /// Compares an earlier notice with a later one.
  package init(from before: CampaignNotice, to after: CampaignNotice) {
    changes = Self.changes(from: PackPart.all(of: before), to: PackPart.all(of: after))
    hasSameLaw = !changes.contains(where: \.isLaw)
  }

  private static func changes(from old: [PackPart], to new: [PackPart]) -> [Change] {
    let known = Dictionary(old.map { ($0.key, $0) }) { first, _ in first }
    let left = Set(new.map(\.key))
    var changes: [Change] = []
    for area in Area.allCases {
      for part in new where part.area == area {
        if let earlier = known[part.key] {
          let fields = differences(earlier, part)
          if !fields.isEmpty { changes.append(Change(part, .changed, fields)) }
        } else {
          changes.append(Change(part, .added, differences(nil, part)))
        }
      }
      for part in old where part.area == area && !left.contains(part.key) {
        changes.append(Change(part, .removed, differences(part, nil)))
      }
    }
    return changes
  }

  /// Whether nothing differs at all.
  package var isEmpty: Bool { changes.isEmpty }
  /// The parts whose law differs.
  package var law: [Change] { changes.filter(\.isLaw) }

  private static func differences(_ before: PackPart?, _ after: PackPart?) -> [Difference] {
    var keys = (after?.fields ?? []).map(\.key)
    for field in before?.fields ?? [] where !keys.contains(field.key) { keys.append(field.key) }
    return keys.compactMap { key in
      let old = before?.fields.first { $0.key == key }
      let new = after?.fields.first { $0.key == key }
      guard !agree(old?.content, new?.content), let field = new ?? old else { return nil }
      return Difference(
        key: key, before: old?.content, after: new?.content, isLaw: field.isLaw,
        figures: figures(old?.content, new?.content))
    }
  }

  private static func agree(_ before: PackPart.Content?, _ after: PackPart.Content?) -> Bool {
    guard case .expression(let old)? = before, case .expression(let new)? = after else {
      return before == after
    }
    return Expression.agree(old, new)
  }

  private static func figures(
    _ before: PackPart.Content?, _ after: PackPart.Content?
  ) -> [Figures] {
    guard case .expression(let old)? = before, case .expression(let new)? = after else { return [] }
    return Expression.changedLiterals(from: old, to: new).map {
      Figures(before: $0.before, after: $0.after)
    }
  }
}

extension PackComparison.Change {
  fileprivate init(
    _ part: PackPart, _ fate: PackComparison.Fate, _ fields: [PackComparison.Difference]
  ) {
    self.init(area: part.area, path: part.path, label: part.label, fate: fate, fields: fields)
  }
}
