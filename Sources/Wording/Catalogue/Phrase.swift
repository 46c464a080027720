import Quantities

/// Short texts of the command line that no code or value stands behind.
package enum Phrase: String, CaseIterable, Hashable, Sendable {
  case done
  case dryRun
  case imported
  case nothingFound
  case total
  case more
  case howTo
  case allowed
  case notAllowed
  case conditions
  case verified
  case notVerified
  case unsigned
  case backedUp
  case restored
  case training
  case noAnswer

  /// The phrase in both languages, with slots.
  var template: Bilingual {
    switch self {
    case .done: Bilingual(zh: "已办理", en: "Done")
    case .dryRun: Bilingual(zh: "试运行，未写入", en: "Dry run: nothing was written")
    case .imported: Bilingual(zh: "导入 {count} 件", en: "Imported: {count}")
    case .nothingFound: Bilingual(zh: "没有符合的案卷", en: "No case matches")
    case .total: Bilingual(zh: "共 {count} 件", en: "{count} in all")
    case .more: Bilingual(zh: "另有 {count} 件未列出", en: "{count} more not shown")
    case .howTo: Bilingual(zh: "办法", en: "Remedy")
    case .allowed: Bilingual(zh: "现在可办", en: "Can be done now")
    case .notAllowed: Bilingual(zh: "暂不可办", en: "Cannot be done yet")
    case .conditions: Bilingual(zh: "条件", en: "Conditions")
    case .verified:
      Bilingual(
        zh: "核验通过：{events} 条记录，{cases} 件案卷", en: "Verified: {events} events, {cases} cases")
    case .notVerified:
      Bilingual(zh: "核验未通过：{count} 处问题", en: "Verification failed: {count} problems")
    case .unsigned:
      Bilingual(
        zh: "已签名 {signed} 条，未签名 {unsigned} 条", en: "{signed} signed, {unsigned} unsigned")
    case .backedUp: Bilingual(zh: "已备份到 {file}", en: "Backed up to {file}")
    case .restored: Bilingual(zh: "已从 {file} 恢复", en: "Restored from {file}")
    case .training: Bilingual(zh: "训练库", en: "training store")
    case .noAnswer: Bilingual(zh: "尚无数据", en: "nothing yet")
    }
  }
}

extension Wording {
  /// A phrase in the language, with its slots filled.
  package func phrase(_ phrase: Phrase, _ arguments: [String: String] = [:]) -> String {
    filled(Template(phrase.template[language]), with: arguments)
  }
}
