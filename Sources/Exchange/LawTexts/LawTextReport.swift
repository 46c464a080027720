package import CaseStore
package import Casework
package import Quantities
package import RuleDrafting
package import RulePacks

/// What would come of loading a file as the official text of a regulation or of a notice.
package struct LawTextReport: Sendable {
  /// The regulation or the notice.
  package let law: any PublishedLaw
  /// The file.
  package let file: LawTextFile
  /// What file and data have in common.
  package let comparison: OfficialText.Comparison
  /// What speaks against the file, or is to be known of it: `law.wrong_title`, `law.few_articles`,
  /// `law.decoded`.
  package let remarks: [Problem]
  /// The SHA-256 of the file's bytes.
  package let sha256: String
  /// Whether the same file is loaded already.
  package let isSame: Bool

  /// Compares a file with what it is to be the text of, and with what the office has.
  package init(
    _ file: LawTextFile, for law: any PublishedLaw, loaded: [LawTextRecord]
  ) {
    self.law = law
    self.file = file
    comparison = file.text.compared(with: law)
    remarks = Self.remarks(on: file, for: law, comparison)
    sha256 = SealedEvent.hash(file.bytes)
    isSame = loaded.last?.loaded.sha256 == sha256
  }

  /// How many of the articles listed have their text.
  package var matched: Int { law.articles.count - comparison.withoutText.count }

  /// Whether title or articles differ, so that a person has to say that it is the text.
  package var isDoubtful: Bool { remarks.contains { $0.severity == .error } }

  /// The text, to be kept.
  package var newText: NewLawText {
    NewLawText(
      pack: law.id, text: file.content, source: file.name, sha256: sha256,
      encoding: file.encoding.rawValue, articles: file.text.articleCount)
  }

  private static func remarks(
    on file: LawTextFile, for law: any PublishedLaw, _ comparison: OfficialText.Comparison
  ) -> [Problem] {
    var remarks: [Problem] = []
    let place = Problem.Place(file: file.path)
    if !file.text.isTitled(law.title.zh) {
      var arguments = ["expected": law.title.zh]
      arguments["found"] = file.text.title
      remarks.append(Problem("law.wrong_title", at: place, arguments))
    }
    let matched = law.articles.count - comparison.withoutText.count
    if matched * 2 < law.articles.count {
      remarks.append(
        Problem(
          "law.few_articles", at: place,
          ["articles": "\(law.articles.count)", "found": "\(matched)"]))
    }
    if file.encoding != .utf8, file.encoding != .utf8Marked {
      remarks.append(
        Problem(
          "law.decoded", severity: .warning, at: place, ["encoding": file.encoding.rawValue]))
    }
    return remarks
  }
}
