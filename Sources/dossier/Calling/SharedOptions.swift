import ArgumentParser
import Quantities

/// The options that every verb takes, before it or after it.
struct SharedOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("案卷库目录 / The store's folder ($DOSSIER_STORE)", valueName: "dir"),
    completion: .directory)
  var store: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("以该用户办理（仅训练库） / Act as this user (training)", valueName: "user"))
  var actor: String?

  @Option(help: ArgumentHelp("视为今天（仅训练库） / Take this day as today (training)", valueName: "date"))
  var today: CalendarDate?

  @Option(help: ArgumentHelp("语言 / The language ($DOSSIER_LANG)", valueName: "zh|en"))
  var lang: Language?

  @Option(
    help: ArgumentHelp(
      "数据目录 / The folder of packs and calendars ($DOSSIER_DATA)", valueName: "dir"),
    completion: .directory)
  var data: String?

  @Flag(help: "输出 JSON / Print JSON")
  var json = false

  @Flag(
    help:
      "逐行成句，供读屏软件；桌面不用颜色和线条 / In sentences, for screen readers; the desk without colours and lines")
  var plain = false
}

extension CalendarDate: ExpressibleByArgument {
  /// Reads `2026-03-02`.
  public init?(argument: String) { self.init(parsing: argument) }
}

extension Language: ExpressibleByArgument {}
