import CaseStore
import Desk
import Glibc
import Quantities
import RulePacks
import TerminalUI

extension Errand {
  /// What the desk is started with in these surroundings; without a store no drafts are kept.
  func deskOptions(of store: CaseStore?) -> DeskOptions {
    let environment = surroundings.environment
    var options = DeskOptions(language: language, clock: { Surroundings.now })
    options.isLanguageFixed = shared.lang != nil
    options.isPlain = shared.plain
    options.terminal.noColour = shared.plain || environment["NO_COLOR"] != nil
    if environment["DOSSIER_WIDE"] == "1" {
      options.terminal.widths = WidthRule(ambiguousIsWide: true)
    }
    if let delay = environment["ESCDELAY"].flatMap(Int.init) {
      options.terminal.escapeDelay = delay
    }
    options.isTodayFixed = shared.today != nil
    options.settingsFile =
      folder("XDG_CONFIG_HOME", or: "/.config") + "/dossier/config.yaml"
    options.draftsFile = store.map {
      folder("XDG_STATE_HOME", or: "/.local/state") + "/dossier/drafts/"
        + Self.name(ofStore: $0.directory.path) + ".json"
    }
    // An editor is a shell: nobody gets one under the name of a service account.
    let isForced = environment["DOSSIER_LOGIN"]?.isEmpty == false
    options.editor = (isForced ? "" : environment["VISUAL"] ?? environment["EDITOR"] ?? "")
      .split(separator: " ").map(String.init)
    options.writesFiles = !isForced
    if let data = try? DataFolder.path(self) {
      options.dataFolder = data
      options.themesFolder = DataFolder.parent(of: data) + "/themes"
    }
    options.departments = {
      Dictionary(departments().map { ($0.id, $0.name) }) { first, _ in first }
    }
    options.vocabulary = { try? vocabulary() }
    return options
  }

  /// A folder that a variable names, or the usual one in the home folder.
  private func folder(_ variable: String, or usual: String) -> String {
    surroundings.environment[variable].flatMap { $0.isEmpty ? nil : $0 }
      ?? surroundings.home + usual
  }

  /// A file name that tells stores apart.
  private static func name(ofStore path: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    let resolved = realpath(path, nil)
    defer { free(resolved) }
    let whole = resolved.map { String(cString: $0) } ?? path
    for byte in whole.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return String(hash, radix: 16)
  }
}

extension Errand {
  /// Whether something says which store is meant, or one lies where they are looked for.
  var hasStore: Bool {
    do {
      _ = try storePath()
      return true
    } catch {
      return error.code != "usage.no_store"
    }
  }
}
