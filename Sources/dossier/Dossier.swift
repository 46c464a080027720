import ArgumentParser

/// The program: a verb, or bare, which opens the desk.
@main
struct Dossier: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dossier",
    abstract: "案卷：技术创新中心管理 / Case files of technology innovation centres",
    discussion: """
      不带命令时打开办公桌面；输出不是终端时列出待办。
      Bare, it opens the desk; where its output is no terminal it prints the queue.

      EXAMPLES
        dossier init office.dossier --pack qingdao-2024
        dossier --store office.dossier import application.yaml
        dossier queue --filter '海洋 到期<7d'
        dossier act QD-2026-001 submit --on 2026-03-02

      EXIT CODES
        0 done · 1 refused by the law · 64 wrong use · 65 bad input · 66 not found
        73–75 trouble with the store · 77 refused for the role
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(name: "案卷 CASES", subcommands: [OpenDesk.self] + Self.reading),
      CommandGroup(name: "办理 DECIDING", subcommands: Self.deciding),
      CommandGroup(name: "受理 INTAKE", subcommands: Self.intake),
      CommandGroup(name: "本局 OFFICE", subcommands: Self.office),
      CommandGroup(name: "存储 STORE", subcommands: Self.keeping),
    ],
    defaultSubcommand: OpenDesk.self)

  /// Parses the command line, with the options of every verb allowed before it too, and does it.
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      var command = try parseAsRoot(CommandLineOrder.arranged(arguments))
      try command.run()
    } catch {
      end(error, arguments)
    }
  }

  /// Says in the reader's language what is wrong with a command line; everything else ends as the
  /// parser ends it.
  private static func end(_ error: any Error, _ arguments: [String]) -> Never {
    let sentence = message(for: error)
    guard exitCode(for: error) == .validationFailure, !sentence.isEmpty else {
      exit(withError: error)
    }
    let errand = Errand(CommandLineOrder.shared(of: arguments), Surroundings.present)
    let call = WrongCall(
      sentence: sentence, arguments: CommandLineOrder.withoutShared(arguments),
      language: errand.language)
    exit(withError: ExitCode(errand.report(call.problem).rawValue))
  }
}
