package import Casework
import GRDB
import Quantities
package import RuleDrafting
import RulePacks
import Synchronization

/// An official text that is to be kept.
package struct NewLawText: Hashable, Sendable {
  /// The pack.
  package var pack: String
  /// The text, as it was decoded.
  package var text: String
  /// The name of the file that it came from.
  package var source: String
  /// The SHA-256 of that file's bytes.
  package var sha256: String
  /// How the file was encoded.
  package var encoding: String
  /// How many articles, parts and annexes it has.
  package var articles: Int

  /// A text to be kept.
  package init(
    pack: String, text: String, source: String, sha256: String, encoding: String, articles: Int
  ) {
    self.pack = pack
    self.text = text
    self.source = source
    self.sha256 = sha256
    self.encoding = encoding
    self.articles = articles
  }
}

/// The official text of a pack as the office has loaded it last.
package struct KeptLawText: Hashable, Sendable {
  /// Who loaded it, when, and from which file.
  package var record: LawTextRecord
  /// The text taken apart.
  package var text: OfficialText
}

extension CaseStore {
  /// The official text of a pack; nil where the office has loaded none.
  ///
  /// - Throws: `law.damaged` where it is not beside the journal as it was kept.
  package func lawText(of pack: String) throws -> KeptLawText? {
    try reading { db in
      guard let record = try office(in: db).lawTexts[pack]?.last else { return nil }
      let hash = record.loaded.contentHash
      if let known = memory.withLock({ $0.lawTexts[hash] }) {
        return KeptLawText(record: record, text: known)
      }
      guard let bytes = try Journal(db: db).blob(hash), SealedEvent.hash(bytes) == hash,
        let content = String(validating: bytes, as: UTF8.self)
      else { throw Problem("law.damaged", ["pack": pack, "hash": hash]) }
      let text = try OfficialTextReader.read(content, file: record.loaded.source)
      memory.withLock { $0.lawTexts[hash] = text }
      return KeptLawText(record: record, text: text)
    }
  }

  /// The payload of a text that is to be kept; its content is kept beside the journal.
  func payload(of new: NewLawText, _ journal: Journal) throws -> EventPayload {
    .law(
      LawTextLoaded(
        pack: new.pack, source: new.source, sha256: new.sha256, encoding: new.encoding,
        contentHash: try journal.keep(Array(new.text.utf8), as: .law), articles: new.articles))
  }
}
