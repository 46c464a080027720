package import Quantities
package import RulePacks
package import TerminalUI

/// What the desk is started with; everything costly is read only when it is asked for.
package struct DeskOptions {
  /// The language.
  package var language: Language
  /// Whether the language was asked for, so that the one remembered does not count.
  package var isLanguageFixed = false
  /// The name of the theme; nil for the one remembered.
  package var theme: String?
  /// Whether signs and borders stay within ASCII.
  package var isPlain = false
  /// How the terminal is taken over.
  package var terminal = TerminalOptions()
  /// Where themes lie.
  package var themesFolder: String?
  /// Where drafts of this store are kept; nil keeps none.
  package var draftsFile: String?
  /// Where language and theme are remembered; nil remembers nothing.
  package var settingsFile: String?
  /// The person's editor and its arguments; empty where there is none.
  package var editor: [String] = []
  /// Whether files may be written where the person says; not under a service account.
  package var writesFiles = true
  /// Whether today was given and does not move on with the clock.
  package var isTodayFixed = false
  /// The moment, in milliseconds since 1970-01-01 UTC.
  package var clock: () -> Int64
  /// The names of the supervising departments by id.
  package var departments: () -> [String: Bilingual] = { [:] }
  /// The vocabulary of facts.
  package var vocabulary: () -> Vocabulary? = { nil }
  /// The data folder, for what the assistant makes a store of.
  package var dataFolder: String?

  /// The usual options.
  package init(language: Language, clock: @escaping () -> Int64) {
    self.language = language
    self.clock = clock
  }
}
