import Crypto
import Quantities

/// The hash of the law that a pack states; a case is pinned to it.
///
/// Covered: the keys and kinds of articles, owners with their roles, inputs with their types,
/// questions, materials, conditions, grounds, and procedures with their stages, actions, guards and
/// deadlines. Not covered: texts for people, dates of the pack, practice, tests and papers. The
/// order in which a file lists things does not count.
package enum LawHash {
  /// SHA-256, hexadecimal, over the canonical text of the law.
  package static func of(_ pack: RulePack) -> String {
    var text = LawText()
    text.append(pack)
    return SHA256.hash(data: text.bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined()
  }
}

extension RulePack {
  /// Whether two packs state the same law, however their expressions are bracketed.
  ///
  /// Packs with the same law hash always do.
  package func statesSameLaw(as other: RulePack) -> Bool {
    if lawHash == other.lawHash { return true }
    var (own, others) = (LawText(isByMeaning: true), LawText(isByMeaning: true))
    own.append(self)
    others.append(other)
    return own.bytes == others.bytes
  }
}
