import ArgumentParser
import CaseStore
import Casework
import Desk
import Glibc
import Quantities
import RulePacks

/// One call of the program: what every verb was told, what is around it, and how it answers.
struct Errand {
  /// The shared options.
  let shared: SharedOptions
  /// What is around.
  let surroundings: Surroundings
  /// How sentences are made.
  let speech: Speech

  /// A call.
  init(_ shared: SharedOptions, _ surroundings: Surroundings) {
    self.shared = shared
    self.surroundings = surroundings
    speech = Speech(language: shared.lang ?? surroundings.language)
  }

  /// The reader's language.
  var language: Language { speech.language }

  // MARK: The store

  /// The store that is meant.
  ///
  /// A store that an earlier program wrote is brought up to date first, which shows how far it is.
  ///
  /// - Throws: `store.missing` where nothing says which, and what opening it throws.
  func openStore(for access: CaseStore.Access? = nil) throws -> CaseStore {
    let work = language == .zh ? "正在更新派生表 " : "Bringing the store up to date "
    return try CaseStore.open(at: try storePath(), access: access) { done, total in
      showProgress(done, of: total, doing: work)
    }
  }

  /// The store that is meant; nil where none is named, and none or several lie where they are looked
  /// for: what needs no store is not refused over the choice of one.
  ///
  /// - Throws: what opening it throws.
  func openStoreIfAny(for access: CaseStore.Access? = nil) throws -> CaseStore? {
    do {
      _ = try storePath()
    } catch  where ["usage.no_store", "usage.which_store"].contains(error.code) {
      return nil
    }
    return try openStore(for: access)
  }

  /// The folder of the store: `--store`, `$DOSSIER_STORE`, the one `*.dossier` here, the home's own.
  func storePath() throws(Problem) -> String {
    if let path = shared.store { return path }
    if let path = surroundings.environment["DOSSIER_STORE"], !path.isEmpty { return path }
    let here = SmallFile.names(in: surroundings.folder).filter { $0.hasSuffix(".dossier") }
    if here.count == 1 { return surroundings.folder + "/" + here[0] }
    let data = Folders.data(surroundings)
    let own = SmallFile.names(in: data).filter { $0.hasSuffix(".dossier") }
    let home = data + "/" + (own.count == 1 ? own[0] : "office.dossier")
    guard Folders.exists(home) else {
      throw Problem(
        here.isEmpty ? "usage.no_store" : "usage.which_store",
        ["found": here.joined(separator: ", "), "home": home])
    }
    return home
  }

  /// Who sits there, in whose name, and on which day.
  func session(in store: CaseStore, on date: CalendarDate? = nil, as role: Role? = nil) throws
    -> Session
  {
    Session(
      login: login(in: store), actor: shared.actor, today: try today(in: store), on: date,
      moment: surroundings.moment, role: role)
  }

  /// Today in the office's calendar, or the day that was asked for.
  func today(in store: CaseStore) throws -> CalendarDate {
    if let today = shared.today { return today }
    let offset = try store.office().settings?.utcOffsetMinutes ?? OfficeSettings.standardOffset
    return Session.day(of: surroundings.moment, utcOffsetMinutes: offset)
  }

  /// Today where no store says by which clock: the day of the packs' own zone.
  var officeDay: CalendarDate {
    shared.today ?? Session.day(of: surroundings.moment, utcOffsetMinutes: 480)
  }

  /// The login of the person.
  ///
  /// Where one service account owns the store for everybody, an SSH forced command says who is there
  /// by `$DOSSIER_LOGIN`; it counts for nobody but the owner of a personal store.
  func login(in store: CaseStore) -> String {
    guard let said = surroundings.environment["DOSSIER_LOGIN"], !said.isEmpty,
      Folders.belongsToUsAlone(store.directory.path)
    else { return surroundings.login }
    return said
  }

  // MARK: Answers

  /// Prints lines.
  func say(_ lines: String...) { say(lines) }

  /// Prints lines.
  func say(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    print(lines.joined(separator: "\n"))
  }

  /// Prints a sentence in the reader's language, unless JSON was asked for.
  func say(zh: String, en: String) {
    if !shared.json { print(language == .zh ? zh : en) }
  }

  /// Prints a table, or a sentence for each of its rows.
  func say(_ table: TextTable) {
    say(shared.plain ? table.sentences(prose) : table.lines())
  }

  /// Sentences for those who hear the answer.
  var prose: Prose { Prose(speech) }

  /// Prints JSON: indented on a terminal, else on one line.
  func say(_ json: JSON) { print(json.written(indented: surroundings.isTerminal)) }

  /// Prints a line to standard error.
  func complain(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    var text = lines.joined(separator: "\n") + "\n"
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = write(STDERR_FILENO, rest.baseAddress, rest.count)
        guard count > 0 else { return }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
    }
  }

  /// Says what went wrong, and which code to end with.
  func report(_ error: any Error) -> ExitStatus {
    switch error {
    case let refusals as Refusals:
      if shared.json { say(["refusals": .list(refusals.list.map(speech.json))]) }
      complain(refusals.list.flatMap(speech.lines))
      return ExitStatus(refusals)
    case let refusal as Refusal:
      return report(Refusals([refusal]))
    case let problems as Problems:
      if shared.json { say(["problems": .list(problems.list.map(speech.json))]) }
      complain(problems.list.flatMap(speech.lines))
      return problems.list.first { $0.severity == .error }.map(ExitStatus.init) ?? .badData
    case let problem as Problem:
      return report(Problems([problem]))
    case let problem as UsageProblem:
      if shared.json { say(["problems": [speech.json(problem)]]) }
      complain(speech.lines(problem))
      return problem.status
    case let moved as CaseMoved:
      return report(Problem("case.moved", ["case": moved.state.number ?? moved.state.id.text]))
    default:
      return report(Problem("failed", ["detail": "\(error)"]))
    }
  }
}
