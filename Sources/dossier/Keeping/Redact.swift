import ArgumentParser
import CaseStore
import Casework
import Quantities
import RulePacks

/// Removes personal data from an event.
struct Redact: Verb {
  static let configuration = CommandConfiguration(
    commandName: "redact",
    abstract: "依规删隐个人信息 / Remove personal data from an event",
    discussion: """
      删隐后散列链仍可核验，留有何人、何故、何依据的记录；同一事件可再次删隐。事先的备份中仍有原文。
      The chain still verifies and says who removed what, and why. An event may be redacted again.
      Earlier backups still have it.

      EXAMPLE
        dossier redact 3f9a1c… --path contact.phone --reason "本人申请删除" --basis "个人信息保护法第47条"
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "事件，见 history / The event, as history shows it")
  var event: String

  @Option(
    name: .customLong("path"), parsing: .upToNextOption,
    help: ArgumentHelp("删去的事实；附件为 material / The facts; material for a file", valueName: "path"))
  var paths: [String]

  @Option(help: "理由 / Why")
  var reason: String

  @Option(help: "依据 / What it rests on")
  var basis: String

  @Option(help: ArgumentHelp("事件所在案卷 / The case of the event", valueName: "case"))
  var of: String?

  func carryOut(_ errand: Errand) throws {
    let store = try errand.openStore(for: .writing)
    let redacting = try store.redact(
      try whole(event, in: store), removing: paths, reason: reason, basis: basis,
      by: try errand.session(in: store))
    if errand.shared.json {
      errand.say([
        "event": .text(redacting.event.id), "erased": .flag(redacting.isErased),
        "removed": JSON(paths), "remaining": JSON(redacting.remaining),
        "removed_copies": JSON(redacting.removedCopies),
        "unchecked_copies": JSON(redacting.uncheckedCopies.compactMap(\.place.file)),
      ])
    }
    errand.say(
      zh:
        "已删隐 \(paths.joined(separator: "、"))\(redacting.isErased ? "" : "；日志被读者占用，请稍后运行 dossier doctor --fix")",
      en: "Removed \(paths.joined(separator: ", "))"
        + (redacting.isErased ? "" : "; a reader holds the log: run dossier doctor --fix later"))
    if !redacting.removedCopies.isEmpty {
      let list = redacting.removedCopies.joined(separator: ", ")
      errand.say(
        zh: "一并删除库内旧版副本：\(list)", en: "Removed copies of an earlier form in the store: \(list)")
    }
    errand.complain(redacting.uncheckedCopies.flatMap(errand.speech.lines))
    if !redacting.remaining.isEmpty {
      let list = redacting.remaining.map { String($0.prefix(12)) }.joined(separator: " ")
      errand.complain([
        errand.speech.text(
          zh: "以下事件自身仍含同样文字，如需删去请逐一删隐：\(list)",
          en: "These events hold the same text themselves; redact each where it has to go: \(list)")
      ])
    }
  }

  /// The id of an event of a case from its first digits.
  private func whole(_ prefix: String, in store: CaseStore) throws -> EventID {
    guard let of, prefix.count < 64 else { return prefix }
    let found = try store.events(of: .text(of)).map(\.id).filter { $0.hasPrefix(prefix) }
    return found.count == 1 ? found[0] : prefix
  }
}
