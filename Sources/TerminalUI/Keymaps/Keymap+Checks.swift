/// Something wrong with a keymap.
package enum KeymapProblem: Sendable, Hashable {
  /// Two actions claim a key in one context.
  case conflict(context: KeyContext, key: Key, first: String, second: String)
  /// An action can only be reached by keys that are hard to type on Chinese or European keyboards.
  case awkward(context: KeyContext, name: String)
  /// An action has no key left.
  case unreachable(context: KeyContext, name: String)
  /// The file names a context and action that do not exist.
  case unknownAction(context: String, name: String)
  /// The file names a key that does not exist.
  case unknownKey(context: String, name: String, key: String)
}

extension Keymap {
  /// Everything that is wrong; a keymap that ships has none.
  package var problems: [KeymapProblem] {
    var owners: [KeyContext: [Key: KeyBinding<Action>]] = [:]
    var result: [KeymapProblem] = []
    for binding in bindings {
      for key in binding.keys {
        if let owner = owners[binding.context]?[key] {
          guard owner.action != binding.action else { continue }
          result.append(
            .conflict(
              context: binding.context, key: key, first: owner.name, second: binding.name))
        } else {
          owners[binding.context, default: [:]][key] = binding
        }
      }
      if binding.keys.isEmpty {
        result.append(.unreachable(context: binding.context, name: binding.name))
      } else if binding.keys.allSatisfy(\.isAwkward) {
        result.append(.awkward(context: binding.context, name: binding.name))
      }
    }
    return result
  }

  /// The keymap with other keys for some actions: context → name of the action → names of keys.
  ///
  /// Conflicts that this makes are among the new keymap's ``problems``; what the file got wrong is
  /// returned beside it, sorted by context and name.
  package func remapped(
    _ changes: [String: [String: [String]]]
  ) -> (keymap: Keymap, problems: [KeymapProblem]) {
    var bindings = bindings
    var problems: [KeymapProblem] = []
    for (context, actions) in changes.sorted(by: { $0.key < $1.key }) {
      for (name, keys) in actions.sorted(by: { $0.key < $1.key }) {
        let places = bindings.indices.filter {
          bindings[$0].context.name == context && bindings[$0].name == name
        }
        if places.isEmpty { problems.append(.unknownAction(context: context, name: name)) }
        for key in keys where Key(name: key) == nil {
          problems.append(.unknownKey(context: context, name: name, key: key))
        }
        for place in places { bindings[place].keys = keys.compactMap(Key.init(name:)) }
      }
    }
    return (Keymap(bindings), problems)
  }
}
