import ArgumentParser

/// The rule packs.
struct PackVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "规则包 / Rule packs",
    discussion: """
      EXAMPLE
        dossier pack list
      """,
    subcommands: [
      ListPacks.self, CheckPack.self, TestPack.self, DrawPack.self, AdoptPack.self,
      MigrateCases.self,
      ComparePacks.self, SimulatePack.self, StartPack.self, WriteSchemas.self,
      VerifyPack.self, ListGaps.self,
    ], defaultSubcommand: ListPacks.self)
}
