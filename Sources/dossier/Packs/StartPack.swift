import ArgumentParser
import Quantities
import RuleDrafting
import RulePacks

/// Starts the folder of a new pack, which loads and checks from the first day.
struct StartPack: Verb {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "新建规则包 / Start a pack",
    discussion: """
      以 data/packs/README.md 的小示例开始，或用 --from 从已有的规则包开始；已有的文件不覆盖。
      Begins with the small example of data/packs/README.md, or with --from from a pack that is there;
      no file that exists is written over.

      EXAMPLES
        dossier pack new mycity-2026 --title 某市技术创新中心管理办法 --city 370000
        dossier pack new mycity-2027 --from mycity-2026 --in drafts
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "编号，也是目录名 / The id, which is the folder's name too")
  var id: String

  @Option(help: ArgumentHelp("中文名称 / The title in Chinese", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("英文名称 / The title in English", valueName: "text"))
  var englishTitle: String?

  @Option(help: ArgumentHelp("六位行政区划代码 / The division code", valueName: "code"))
  var city: String?

  @Option(help: ArgumentHelp("案卷编号前缀 / The prefix of case numbers", valueName: "letters"))
  var prefix: String?

  @Option(
    help: ArgumentHelp("从该规则包开始 / The pack to begin from", valueName: "pack"),
    completion: Completions.packs)
  var from: String?

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("放在该目录下（默认 data/packs）/ The folder it goes into", valueName: "dir"))
  var folder: String?

  func carryOut(_ errand: Errand) throws {
    let place = try folder ?? (try DataFolder.path(errand) + "/packs")
    if Folders.exists("\(place)/\(id)/pack.yaml") {
      throw Problem("file.exists", at: Problem.Place(file: "\(place)/\(id)/pack.yaml"))
    }
    let start = PackStart(
      id: id, title: title, englishTitle: englishTitle, city: city, prefix: prefix)
    let files: [SourceFile]
    if let from {
      let sources = try errand.sources(ofPack: from)
      let root = sources.first { $0.path.hasSuffix("/pack.yaml") }?.path ?? from
      files = start.files(from: sources, in: String(root.dropLast("/pack.yaml".count)))
    } else {
      let page = try errand.page("packs/README.md")
      files = start.files(from: PackStart.example(in: page), in: "example-2026")
    }
    // What does not load is not written: a wrong id or city is told before there is a folder.
    let pack = try PackLoader.load(files, vocabulary: try errand.vocabulary())
    try NewFile.write(
      files.map { NewFile(path: $0.path, text: String(decoding: $0.bytes, as: UTF8.self)) },
      into: place, replacing: false)
    if errand.shared.json {
      errand.say([
        "pack": .text(pack.id), "folder": .text("\(place)/\(id)"), "law": .text(pack.lawHash),
        "files": JSON(files.map { "\(place)/\($0.path)" }),
      ])
      return
    }
    for file in files { errand.say("\(place)/\(file.path)") }
    errand.say(
      zh: "已新建 \(id)。改好后检查：dossier pack check \(place)/\(id)",
      en: "Started \(id). When edited, check it: dossier pack check \(place)/\(id)")
  }
}
