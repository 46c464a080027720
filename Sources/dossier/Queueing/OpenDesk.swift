import ArgumentParser
import CaseStore
import Casework
import Desk
import Quantities
import TerminalUI

/// Opens the desk, or prints the queue where output is no terminal.
struct OpenDesk: Verb {
  static let configuration = CommandConfiguration(
    commandName: "desk",
    abstract: "打开办公桌面 / Open the desk",
    discussion: """
      输出不是终端时列出案卷。 Where output is no terminal the cases are listed.

      EXAMPLE
        dossier
        dossier desk --theme light
      """)

  @OptionGroup var shared: SharedOptions

  @Option(help: ArgumentHelp("配色 / The theme", valueName: "name"))
  var theme: String?

  func carryOut(_ errand: Errand) throws {
    let surroundings = errand.surroundings
    guard surroundings.isTerminal, surroundings.isInputTerminal, !shared.json else {
      return try QueueListing().print(by: errand)
    }
    guard shared.store != nil || errand.hasStore else { return try begin(errand) }
    let store = try errand.openStore()
    let session = try errand.session(in: store)
    var options = errand.deskOptions(of: store)
    options.theme = theme
    do {
      try DeskProgram.run(store: store, session: session, options: options)
    } catch {
      throw Self.problem(error)
    }
    try store.close()
  }

  /// Where there is no store anywhere the assistant leads to one.
  private func begin(_ errand: Errand) throws {
    let moment = errand.surroundings.moment
    let session = Session(
      login: errand.surroundings.login,
      today: Session.day(of: moment, utcOffsetMinutes: OfficeSettings.standardOffset),
      moment: moment)
    var options = errand.deskOptions(of: nil)
    options.theme = theme
    do {
      try DeskProgram.begin(
        session: session, options: options, home: Folders.data(errand.surroundings))
    } catch {
      throw Self.problem(error)
    }
  }

  private static func problem(_ error: TerminalError) -> UsageProblem {
    switch error {
    case .notATerminal:
      UsageProblem(
        "desk.no_terminal", zh: "这里没有终端", en: "There is no terminal here",
        remedy: (zh: "dossier queue 列出案卷", en: "dossier queue lists the cases"),
        status: .usage)
    case .notUTF8:
      UsageProblem(
        "desk.not_utf8", zh: "终端的字符集不是 UTF-8", en: "The terminal's character set is not UTF-8",
        remedy: (zh: "设置 LC_ALL=C.UTF-8 后再试", en: "Set LC_ALL=C.UTF-8 and try again"),
        status: .usage)
    case .unknownTerminal:
      UsageProblem(
        "desk.unknown_terminal", zh: "不认识这种终端（TERM）",
        en: "This kind of terminal is not known (TERM)",
        remedy: (zh: "设置 TERM=xterm-256color 后再试", en: "Set TERM=xterm-256color and try again"),
        status: .usage)
    }
  }
}
