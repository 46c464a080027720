import ArgumentParser
import Quantities

/// The file of a guide or a notice, the day on which it is acted upon, and whether only to look.
struct CampaignFile: ParsableArguments {
  @Argument(
    help: ArgumentHelp("文件、目录或批次 / The file, the folder or the id", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var path: String

  @Option(help: ArgumentHelp("办理日期 / The official date", valueName: "date"))
  var on: CalendarDate?

  @Flag(help: "只看结果，不记录 / Record nothing")
  var dryRun = false
}
