import ArgumentParser
import CaseStore

/// Builds everything derived again.
struct Rebuild: Verb {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: "由日志重建各派生表 / Build everything derived again from the journal",
    discussion: """
      EXAMPLE
        dossier rebuild
      """)

  @OptionGroup var shared: SharedOptions

  func carryOut(_ errand: Errand) throws {
    let entries = try errand.openStore(for: .writing).rebuild { done, total in
      errand.showProgress(done, of: total)
    }
    if errand.shared.json { errand.say(["ok": true, "entries": .number(entries)]) }
    errand.say(zh: "已由 \(entries) 条台账重建。", en: "Built again from \(entries) entries of the ledger.")
  }
}
