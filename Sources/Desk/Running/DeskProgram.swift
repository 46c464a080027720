package import CaseStore
import Casework
import Quantities
package import TerminalUI

/// The desk as a program: takes the terminal over, runs, gives it back.
package enum DeskProgram {
  /// Opens the desk on a store and returns when the person leaves.
  ///
  /// - Returns: the store that was open at the end; one may have been made meanwhile.
  /// - Throws: `TerminalError` where there is no terminal to run on.
  @discardableResult
  package static func run(
    store: (any DeskStore)?, session: Session, options: DeskOptions,
    first pane: any DeskPane = QueuePane()
  ) throws(TerminalError) -> (any DeskStore)? {
    let remembered = options.settingsFile.map { DeskSettings(readingFrom: $0) }
    var options = options
    options.take(remembered)
    let terminal = try CursesTerminal(options.terminal)
    defer { terminal.stop() }
    let tools = DeskTools(
      store: store, terminal: terminal, session: session, options: options)
    // The names of departments are read behind the first frame.
    var first = options
    first.departments = { [:] }
    var circumstances = circumstances(session, first, terminal, remembered)
    let theme =
      options.theme ?? (options.terminal.noColour ? "monochrome" : nil) ?? remembered?.theme
      ?? Theme.dark.name
    circumstances.theme = theme
    // The dark look is built in; the file that may have another one is read behind the first frame.
    if theme != Theme.dark.name { _ = tools.carryOut(.theme(theme), circumstances) }
    let isQueue = pane is QueuePane
    var state = DeskState(
      circumstances, first: isQueue ? QueuePane(remembering: remembered) : pane)
    announce(remembered, &state)
    DeskRunner(state, tools: tools).run()
    return tools.store
  }

  /// What panes may know before anything was read.
  package static func circumstances(
    _ session: Session, _ options: DeskOptions, _ terminal: any Terminal,
    _ remembered: DeskSettings? = nil
  ) -> Circumstances {
    var circumstances = Circumstances(
      size: terminal.size, widths: terminal.widths, isPlain: options.isPlain,
      language: options.isLanguageFixed
        ? options.language : remembered?.language ?? options.language, now: session.moment,
      session: session,
      user: nil, officeName: Bilingual(zh: "", en: ""), isTraining: false, users: [:],
      departments: options.departments(), calendar: WorkingCalendar(), labels: StageNames(),
      vocabulary: nil,
      keymap: (remembered ?? DeskSettings()).keymap(from: standardKeymap).keymap,
      themes: ThemeTitle.titles(in: options.themesFolder), theme: Theme.dark.name)
    if remembered?.keys.isEmpty == false { circumstances.nameKeys() }
    return circumstances
  }
}

extension ThemeTitle {
  /// The themes in a folder, by the names of their files.
  static func titles(in folder: String?) -> [ThemeTitle] {
    let names =
      folder.map(SmallFile.names(in:))?.filter { $0.hasSuffix(".yaml") }
      .map { String($0.dropLast(5)) } ?? ["dark"]
    return names.map { ThemeTitle(name: $0, title: known[$0] ?? Bilingual(zh: $0, en: $0)) }
  }

  private static let known: [String: Bilingual] = [
    "dark": Bilingual(zh: "深色", en: "Dark"), "light": Bilingual(zh: "浅色", en: "Light"),
    "high-contrast": Bilingual(zh: "高对比", en: "High contrast"),
    "monochrome": Bilingual(zh: "单色", en: "Monochrome"),
    "colour-blind": Bilingual(zh: "色觉友好", en: "Colour-blind"),
  ]
}
