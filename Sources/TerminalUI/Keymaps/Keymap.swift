/// A part of the program in which keys have a meaning of their own.
package struct KeyContext: Sendable, Hashable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// Its name, as in the file that remaps keys.
  package let name: String

  /// Makes a context.
  package init(_ name: String) { self.name = name }
  /// Makes a context.
  package init(stringLiteral value: String) { name = value }
  /// Its name.
  package var description: String { name }
}

/// What some keys do in a context.
package struct KeyBinding<Action: Sendable & Hashable>: Sendable, Hashable {
  /// Where they do it.
  package var context: KeyContext
  /// What they do.
  package var action: Action
  /// The action's name in the file that remaps keys; the same in all contexts.
  package var name: String
  /// The keys; the first is the one shown.
  package var keys: [Key]
  /// The id of the text that explains it.
  package var help: String
  /// Whether the footer names it.
  package var inFooter: Bool

  /// Makes a binding from names of keys; names that are no keys are left out.
  package init(
    _ context: KeyContext, _ keys: [String], _ action: Action, name: String, help: String,
    inFooter: Bool = false
  ) {
    self.context = context
    self.action = action
    self.name = name
    self.keys = keys.compactMap(Key.init(name:))
    self.help = help
    self.inFooter = inFooter
  }
}

/// Which key does what, and where; help and footer are made from it.
package struct Keymap<Action: Sendable & Hashable>: Sendable, Equatable {
  /// All bindings, in the order in which help shows them.
  package private(set) var bindings: [KeyBinding<Action>]
  private var index: [KeyContext: [Key: Action]] = [:]
  /// The bindings that footers name, by context.
  private let footed: [KeyContext: [KeyBinding<Action>]]

  /// Makes a keymap; where two bindings claim a key in one context the earlier one wins.
  package init(_ bindings: [KeyBinding<Action>]) {
    self.bindings = bindings
    footed = Dictionary(grouping: bindings.filter(\.inFooter), by: \.context)
    for binding in bindings {
      for key in binding.keys where index[binding.context]?[key] == nil {
        index[binding.context, default: [:]][key] = binding.action
      }
    }
  }

  /// What a key does, asking the innermost context first.
  package func action(for key: Key, in contexts: [KeyContext]) -> Action? {
    for context in contexts {
      if let action = index[context]?[key] { return action }
    }
    return nil
  }

  /// The key to show for an action.
  package func key(for action: Action, in contexts: [KeyContext]) -> Key? {
    for context in contexts {
      let binding = bindings.first { $0.context == context && $0.action == action }
      if let key = binding?.keys.first { return key }
    }
    return nil
  }

  /// The bindings in force in some contexts, without keys that an inner context takes.
  package func help(in contexts: [KeyContext]) -> [KeyBinding<Action>] {
    var taken: Set<Key> = []
    var result: [KeyBinding<Action>] = []
    for context in contexts {
      var here: Set<Key> = []
      for var binding in bindings where binding.context == context {
        binding.keys.removeAll(where: taken.contains)
        here.formUnion(binding.keys)
        if !binding.keys.isEmpty { result.append(binding) }
      }
      taken.formUnion(here)
    }
    return result
  }

  /// What the footer names.
  ///
  /// The same as the bindings of the help that have their place in it; it is asked for with every
  /// frame.
  package func footer(in contexts: [KeyContext]) -> [KeyBinding<Action>] {
    var result: [KeyBinding<Action>] = []
    var inner: [[Key: Action]] = []
    for (place, context) in contexts.enumerated() where !contexts[..<place].contains(context) {
      for var binding in footed[context] ?? [] {
        if binding.keys.contains(where: { key in inner.contains { $0[key] != nil } }) {
          binding.keys.removeAll { key in inner.contains { $0[key] != nil } }
        }
        if !binding.keys.isEmpty { result.append(binding) }
      }
      if let taken = index[context] { inner.append(taken) }
    }
    return result
  }
}
