import ArgumentParser

/// The official texts of the regulations.
struct LawVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "law", abstract: "法规原文 / Official texts",
    discussion: """
      规则包只有要点；原文由本单位从正式公布的文件载入。
      A pack has gists alone; an office loads the text from the document as published.

      EXAMPLES
        dossier law load qingdao-2024 measures.txt
        dossier law show qingdao-2024 8.1
      """,
    subcommands: [LoadLaw.self, ShowLaw.self, ListLaws.self], defaultSubcommand: ListLaws.self)
}
