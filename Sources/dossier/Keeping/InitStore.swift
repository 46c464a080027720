import ArgumentParser
import CaseStore
import Casework
import Glibc
import Quantities
import RuleDrafting
import RulePacks
import Wording

/// Makes a store.
struct InitStore: Verb {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "新建案卷库 / Make a store",
    discussion: """
      新建者为系统管理员，不办案卷；也办案卷的用 --role 写明兼任的角色。--allow-as 建的是训练库：
      新建者兼有各角色，可用 --as、--today。
      The caller becomes administrator, who handles no case; --role says what the caller is besides.
      --allow-as makes a training store, in which the caller has every role and --as and --today are
      allowed.

      EXAMPLES
        dossier init office.dossier --pack qingdao-2024 --office 某市科学技术局
        dossier init office.dossier --pack qingdao-2024 --role officer
        dossier init /srv/keji.dossier --pack qingdao-2024 --group keji
        dossier init training.dossier --pack qingdao-2024 --allow-as
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: ArgumentHelp("目录 / The folder", valueName: "dir"), completion: .directory)
  var place: String?

  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("规则包 / A pack", valueName: "id"),
    completion: Completions.packs)
  var pack: [String]

  @Flag(help: "训练库 / For training")
  var allowAs = false

  @Option(
    help: ArgumentHelp("新建者兼任的角色 / What the caller is besides", valueName: "role"))
  var role: [Role] = []

  @Option(help: ArgumentHelp("由该用户组共用 / Shared by a group of the system", valueName: "group"))
  var group: String?

  @Option(help: ArgumentHelp("机关名称 / The office's name", valueName: "name"))
  var office: String?

  /// The folder; where it stands after the packs it was read as the last of them.
  private var folder: String { place ?? pack.last ?? "" }

  /// The ids of the packs.
  private var ids: [String] { place == nil ? Array(pack.dropLast()) : pack }

  /// What the caller is besides administrator.
  private var duties: [Role] { Role.allCases.filter { $0 != .administrator && role.contains($0) } }

  func validate() throws {
    guard !ids.isEmpty else {
      throw ValidationError("请写目录和规则包 / Name a folder and a pack")
    }
    guard !duties.contains(.clerk) else {
      throw ValidationError(
        "主管部门人员属一个主管部门，建库后用 dossier user change 登记 / "
          + "A clerk belongs to a department: make the store, then use dossier user change")
    }
  }

  func carryOut(_ errand: Errand) throws {
    let packs = try ids.map { try errand.loadPack($0).pack }
    let calendars = try errand.calendars()
    let store = try CaseStore.create(
      at: folder, sharing: group.map(StoreSharing.group) ?? .personal)
    let login = errand.login(in: store)
    let user = User(
      name: login, display: login, login: login,
      roles: allowAs ? Role.allCases : [.administrator] + duties, department: nil)
    var commands: [OfficeCommand] = [
      .settings(
        OfficeSettings(
          name: name(of: packs), utcOffsetMinutes: OfficeSettings.standardOffset,
          allowsActingAs: allowAs,
          defaultPack: packs.first?.id)),
      .user(user),
    ]
    commands += calendars.map { .calendar(CalendarSet(year: $0.year, source: $0.file)) }
    commands += packs.map { .adopt($0) }
    let session = Session(
      login: login,
      today: Session.day(
        of: errand.surroundings.moment, utcOffsetMinutes: OfficeSettings.standardOffset),
      moment: errand.surroundings.moment)
    try store.establish(commands, by: session)
    answer(store, packs, calendars.map(\.year.year), login, errand)
  }

  private func name(of packs: [RulePack]) -> Bilingual {
    if let office { return Bilingual(zh: office, en: office) }
    return packs.first?.issuer ?? Bilingual(zh: "", en: "")
  }

  private func answer(
    _ store: CaseStore, _ packs: [RulePack], _ years: [Int], _ login: String, _ errand: Errand
  ) {
    if errand.shared.json {
      errand.say([
        "store": .text(store.directory.path), "user": .text(login),
        "packs": .list(packs.map { ["id": .text($0.id), "law": .text($0.lawHash)] }),
        "calendars": .list(years.map { .number(Int64($0)) }), "allow_as": .flag(allowAs),
        "group": JSON(group),
      ])
      return
    }
    let path = store.directory.path
    let ids = packs.map(\.id).joined(separator: ", ")
    let named = duties.map(errand.speech.wording.name)
    let besides =
      allowAs
      ? errand.speech.text(zh: "，兼有各角色", en: " and has every role")
      : named.isEmpty
        ? errand.speech.text(zh: "，不办案卷", en: ", who handles no case")
        : errand.speech.text(zh: "，兼", en: " and ") + errand.speech.wording.list(named)
    errand.say(
      zh: """
        已新建案卷库 \(path)（\(ids)\(allowAs ? "；训练库" : "")\(group.map { "；组 \($0) 共用" } ?? "")）
        \(login) 为系统管理员\(besides)。接下来：
        """,
      en: """
        Made the store \(path) (\(ids)\(allowAs ? "; for training" : "")\
        \(group.map { "; shared by group \($0)" } ?? ""))
        \(login) is its administrator\(besides). \
        What to do next:
        """)
    errand.say(nextSteps(path, login, errand.language).map { "  " + $0 })
  }

  /// The commands that lead on: where the caller handles no case, somebody who does comes first and
  /// is the one who imports.
  private func nextSteps(_ path: String, _ login: String, _ language: Language) -> [String] {
    let call = "dossier --store \(path)"
    let file = language == .zh ? "申报文件.yaml" : "application.yaml"
    let adding = "\(call) user add wangmin --role officer --display 王敏 --login wangmin"
    return allowAs || !duties.isEmpty
      ? ["\(call) import \(file) --dry-run", call]
      : [
        adding,
        language == .zh
          ? "\(call) import \(file) --dry-run  # 由 wangmin 登录后执行"
          : "\(call) import \(file) --dry-run  # wangmin does, logged in",
        "\(call) user change \(login) --role administrator officer"
          + (language == .zh ? "  # 本人也办案卷的" : "  # where you handle cases too"),
        call,
      ]
  }
}
