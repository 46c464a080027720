package import CaseStore
package import Casework
package import Quantities
package import RulePacks
package import TerminalUI
package import Wording

/// What every pane may know: who sits there, on which day, in which language, on what screen.
package struct Circumstances: Sendable {
  /// Rows and columns of the screen.
  package var size: Size
  /// How text is measured.
  package var widths: WidthRule
  /// Whether signs and borders stay within ASCII.
  package var isPlain: Bool
  /// The language.
  package var language: Language
  /// The moment, in milliseconds since 1970-01-01 UTC, as last told.
  package var now: Int64
  /// Who sits there, and on which day.
  package var session: Session
  /// The user as the office knows them; nil where the login is nobody's.
  package var user: User?
  /// The office's name.
  package var officeName: Bilingual
  /// Whether the store is for training.
  package var isTraining: Bool
  /// Minutes east of UTC by which the office's days are counted.
  package var utcOffset = OfficeSettings.standardOffset
  /// The users by name.
  package var users: [String: User] { didSet { people = users.mapValues(\.display) } }
  /// What the users are called, by name.
  package private(set) var people: [String: String] = [:]
  /// The last verification of each pack, that it is in force.
  package var verifications: [String: InForceVerification] = [:]
  /// The names of departments by id.
  package var departments: [String: Bilingual]
  /// The working days.
  package var calendar: WorkingCalendar
  /// What stages are called, by pack, procedure and stage.
  package var labels: StageNames
  /// The facts, once a case page has asked for them.
  package var vocabulary: Vocabulary?
  /// Which key does what.
  package var keymap: Keymap<DeskAction>
  /// The keys that remedies name, by the names of the actions.
  package var remedyKeys = Wording.standardKeys
  /// The themes that can be chosen, by name, and the one in force.
  package var themes: [ThemeTitle]
  /// The name of the theme in force.
  package var theme: String

  /// Today, in the office's calendar.
  package var today: CalendarDate { session.today }

  /// Who looks at the queue.
  package var viewer: QueueViewer {
    QueueViewer(
      user: user?.name, roles: Set(user?.roles ?? []), department: user?.department, today: today,
      calendar: calendar, departments: departments, users: people)
  }

  /// Sentences without a pack.
  package var wording: Wording { wording(under: nil) }

  /// Sentences with the labels of a pack.
  package func wording(under pack: RulePack?) -> Wording {
    var wording = Wording(
      language, pack: pack, vocabulary: vocabulary, surface: .desk, isPlain: isPlain)
    wording.people = people
    wording.departments = departments
    wording.keys = remedyKeys
    return wording
  }

  /// The Chinese or the English text.
  package func say(zh: String, en: String) -> String { language == .zh ? zh : en }

  /// The keys that the footer names in some contexts.
  package func hints(of contexts: [KeyContext]) -> [Hint] {
    keymap.footer(in: contexts).compactMap { binding in
      binding.keys.first.map {
        Hint(
          key: KeyNames.symbol(of: $0, language), text: DeskKeymap.help(binding.help)[language],
          action: binding.action)
      }
    }
  }
}

/// A theme that can be chosen.
package struct ThemeTitle: Hashable, Sendable {
  /// The name of its file.
  package var name: String
  /// What it is called.
  package var title: Bilingual

  /// A theme's title.
  package init(name: String, title: Bilingual) {
    self.name = name
    self.title = title
  }
}

/// What stages are called in all adopted packs.
package struct StageNames: Sendable, Equatable {
  private struct Key: Hashable {
    let pack: String
    let procedure: String
    let stage: String
  }

  private let byPlace: [Key: StageLabel]

  /// The names of some stages.
  package init(_ labels: [StageLabel] = []) {
    byPlace = Dictionary(
      labels.map { (Key(pack: $0.pack, procedure: $0.procedure, stage: $0.stage), $0) }
    ) { first, _ in first }
  }

  /// What is known of a stage of a pack.
  package subscript(pack: String, procedure: String, stage: String) -> StageLabel? {
    byPlace[Key(pack: pack, procedure: procedure, stage: stage)]
  }

  /// The stages of a pack's main procedure, in order.
  package func main(of pack: String) -> [StageLabel] {
    byPlace.values.filter { $0.pack == pack && $0.isMain }.sorted { $0.place < $1.place }
  }
}
