import ArgumentParser
import Quantities
import RuleDrafting
import RulePacks
import Wording

/// Writes the JSON schemas of pack files, for editors.
struct WriteSchemas: Verb {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "生成编辑器用的 JSON Schema / Write schemas for editors",
    discussion: """
      编辑器据此补全键名、提示含义、标出错误；写法见 data/packs/README.md。
      Editors complete keys, explain them and mark mistakes by these; see data/packs/README.md.

      EXAMPLES
        dossier pack schema --out schemas
        dossier pack schema conditions > conditions.schema.json
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(
    help: ArgumentHelp(
      "只输出这一种：\(FileSchema.allCases.map(\.rawValue).joined(separator: "、")) / This kind alone"))
  var kind: String?

  @Option(help: ArgumentHelp("写入该目录 / Write files into this folder", valueName: "dir"))
  var out: String?

  func carryOut(_ errand: Errand) throws {
    let kinds = try chosen()
    let packs = (try? errand.packNames()) ?? []
    let notices = (try? errand.campaignNames()) ?? []
    func pattern(_ kind: FileSchema) -> String { kind.pattern(packs: packs, notices: notices) }
    if let out {
      let files = kinds.map {
        NewFile(path: $0.fileName, text: $0.text(describing: { Wording.description(ofKey: $0) }))
      }
      try NewFile.write(files, into: out, replacing: true)
    }
    if errand.shared.json {
      errand.say([
        "schemas": .list(
          kinds.map { kind in
            [
              "kind": .text(kind.rawValue), "files": .text(pattern(kind)),
              "schema": .text(out.map { "\($0)/\(kind.fileName)" } ?? kind.fileName),
            ]
          })
      ])
    } else if let out {
      for kind in kinds { errand.say("\(out)/\(kind.fileName)  \(pattern(kind))") }
    } else if let only = kinds.first, kinds.count == 1 {
      errand.say(only.text(describing: { Wording.description(ofKey: $0) }))
    } else {
      for kind in kinds { errand.say("\(kind.rawValue)  \(pattern(kind))") }
      errand.say(
        zh: "加 --out 目录 写入全部，或写明其中一种。", en: "Add --out DIR to write all, or name one of them.")
    }
  }

  private func chosen() throws -> [FileSchema] {
    guard let kind else { return FileSchema.allCases }
    if let found = FileSchema(rawValue: kind) { return [found] }
    let known = FileSchema.allCases.map(\.rawValue)
    throw UsageProblem(
      "schema.unknown", zh: "没有“\(kind)”这种文件", en: "There is no kind of file “\(kind)”",
      remedy: (zh: known.joined(separator: "、"), en: known.joined(separator: ", ")),
      status: .notFound)
  }
}
