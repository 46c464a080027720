import ArgumentParser

/// A verb of the command line.
protocol Verb: ParsableCommand {
  /// The options that every verb takes.
  var shared: SharedOptions { get }
  /// Does what was asked for.
  func carryOut(_ errand: Errand) throws
}

extension Verb {
  /// Does it, says what went wrong in the reader's language, and ends with the code for it.
  func run() throws {
    let errand = Errand(shared, Surroundings.present)
    do {
      try carryOut(errand)
    } catch let code as ExitCode {
      throw code
    } catch {
      throw ExitCode(errand.report(error).rawValue)
    }
  }
}
