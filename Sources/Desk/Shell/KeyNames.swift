package import Quantities
package import TerminalUI

/// Keys as footers name them.
package enum KeyNames {
  /// The symbol of a key, in words where the language has one.
  package static func symbol(of key: Key, _ language: Language) -> String {
    switch key {
    case .space: language == .zh ? "空格" : "Space"
    default: key.symbol
    }
  }
}

extension Circumstances {
  /// Lets remedies name the keys that the keymap has, where a person gave actions others.
  mutating func nameKeys() {
    let actions: [(String, DeskAction, KeyContext)] = [
      ("judge", .judge, DeskKeymap.conditions), ("waive", .waive, DeskKeymap.conditions),
      ("depart", .depart, DeskKeymap.conditions), ("facts", .editFacts, DeskKeymap.casePage),
      ("reopen", .reopen, DeskKeymap.casePage), ("attach", .attach, DeskKeymap.casePage),
      ("filter", .filter, DeskKeymap.queue), ("load-law", LoadLawPane.action, LawPane.context),
      ("columns", ImportPane.columns, ImportPane.context),
    ]
    for (name, action, context) in actions {
      guard let key = keymap.key(for: action, in: [context]) else { continue }
      remedyKeys[name] = KeyNames.symbol(of: key, language)
    }
  }
}
