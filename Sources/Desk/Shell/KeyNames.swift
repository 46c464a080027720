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
