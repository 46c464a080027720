import ArgumentParser

/// Opens the desk, or prints the queue where output is no terminal.
struct OpenDesk: Verb {
  static let configuration = CommandConfiguration(
    commandName: "desk",
    abstract: "打开办公桌面 / Open the desk",
    discussion: """
      输出不是终端时列出案卷。 Where output is no terminal the cases are listed.

      EXAMPLE
        dossier
      """)

  @OptionGroup var shared: SharedOptions

  func carryOut(_ errand: Errand) throws {
    try QueueListing().print(by: errand)
  }
}
