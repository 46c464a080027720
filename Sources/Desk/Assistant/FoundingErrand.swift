import CaseStore
import Casework
import Exchange
import Quantities
import RuleDrafting
import RulePacks

/// Makes the store that the assistant was told of, and gives it to the desk.
struct FoundingErrand: DeskErrand {
  /// The folder of the store that was made, or why there is none.
  typealias Answer = Result<String, DeskTrouble>

  /// The name under which the answer comes back.
  static let answerName = "found"

  private let answers: AssistantAnswers
  var name: String { Self.answerName }

  init(_ answers: AssistantAnswers) { self.answers = answers }

  func run(with tools: DeskTools) -> any Sendable {
    do {
      guard let data = tools.options.dataFolder else {
        throw Problem("usage.no_data", ["places": ""])
      }
      let shelf = DataShelf(data)
      let vocabulary = try shelf.vocabulary()
      let pack = try shelf.pack(answers.pack, vocabulary)
      let path = SmallFile.expanded(answers.folder)
      SmallFile.makeFolders(for: path)
      let store =
        answers.kind == .demonstration
        ? try demonstration(pack, vocabulary, shelf, path, tools)
        : try office(pack, shelf, path, tools)
      tools.store = store
      return Answer.success(store.directory.path)
    } catch {
      return Answer.failure(DeskTrouble(error))
    }
  }

  private func office(
    _ pack: RulePack, _ shelf: DataShelf, _ path: String, _ tools: DeskTools
  ) throws -> CaseStore {
    let schedules = try shelf.schedules()
    let store = try CaseStore.create(at: path)
    let isTraining = answers.kind == .training
    let login = tools.session.login
    let roles: [Role] =
      isTraining
      ? Role.allCases
      : answers.duty == .administrator ? [.administrator] : [.administrator, answers.duty]
    let office = answers.office.trimmedOrNil
    var commands: [OfficeCommand] = [
      .settings(
        OfficeSettings(
          name: office.map { Bilingual(zh: $0, en: $0) } ?? pack.issuer,
          utcOffsetMinutes: OfficeSettings.standardOffset,
          allowsActingAs: isTraining, defaultPack: pack.id)),
      .user(
        User(
          name: login, display: answers.person.trimmedOrNil ?? login, login: login,
          roles: roles, department: nil)),
    ]
    commands += schedules.map { .calendar(CalendarSet(year: $0, source: nil)) }
    commands.append(.adopt(pack))
    try store.establish(commands, by: tools.session)
    return store
  }

  private func demonstration(
    _ pack: RulePack, _ vocabulary: Vocabulary, _ shelf: DataShelf, _ path: String,
    _ tools: DeskTools
  ) throws -> CaseStore {
    guard
      let source = shelf.sources(ofPack: pack.id).first(where: {
        $0.components.last == "demonstration.yaml"
      })
    else { throw Problem("file.missing", at: .init(file: "demonstration.yaml")) }
    let notices = try DemonstrationScript.noticeNames(in: source).map { name in
      try CampaignLoader.load(
        shelf.sources(ofPack: name), extending: pack, vocabulary: vocabulary
      ).notice
    }
    try DemonstrationMaker(
      script: try DemonstrationScript(
        source, pack: pack, vocabulary: vocabulary, notices: notices),
      schedules: try shelf.schedules(), today: tools.session.today
    ).make(at: path, login: tools.session.login)
    return try CaseStore.open(at: path)
  }
}
