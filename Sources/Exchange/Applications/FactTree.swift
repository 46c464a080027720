package import RulePacks

/// The vocabulary as the tree that application files follow: `staff` has fields of its own and the
/// list `staff.people`.
///
/// It is built once an import.
package final class FactTree: Sendable {
  /// A level of the tree.
  final class Branch: Sendable {
    /// The group that stands here, where one does.
    let group: Vocabulary.Group?
    /// Its fields by name.
    let fields: [String: Vocabulary.Field]
    /// The groups below, by the next part of their names.
    let branches: [String: Branch]

    fileprivate init(_ name: String, _ groups: [Vocabulary.Group]) {
      let group = groups.first { $0.name == name }
      self.group = group
      fields = Dictionary((group?.fields ?? []).map { ($0.name, $0) }) { first, _ in first }
      let prefix = name.isEmpty ? "" : name + "."
      var branches: [String: Branch] = [:]
      for group in groups where group.name.hasPrefix(prefix) && group.name != name {
        let part = String(group.name.dropFirst(prefix.count).prefix { $0 != "." })
        if branches[part] == nil { branches[part] = Branch(prefix + part, groups) }
      }
      self.branches = branches
    }

    /// Every name that may stand here.
    var names: [String] { Array(fields.keys) + branches.keys }
  }

  /// The vocabulary.
  package let vocabulary: Vocabulary
  /// The top level.
  let root: Branch

  /// Arranges a vocabulary.
  package init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    root = Branch("", vocabulary.groups)
  }
}
