import CaseStore
import Casework
import Quantities
import RulePacks

/// Compares what arrives with what is on file, and with what arrived before in the same import.
struct KnownCentres {
  private let store: CaseStore
  private var fingerprints: [String: Problem.Place] = [:]
  private var names: [String: Problem.Place] = [:]

  init(store: CaseStore) { self.store = store }

  /// Adds an error for what came before in the same import, and warnings for what is like a case on
  /// file: the same host and name, or the same host with a case under way.
  mutating func compare(_ file: inout ReadFile, skipsKnown: Bool) throws {
    var kept: [Arriving] = []
    for arriving in file.arriving {
      if let first = fingerprints[arriving.fingerprint] {
        file.problems.append(
          Problem(
            "import.duplicate_in_files", severity: skipsKnown ? .warning : .error,
            at: arriving.place, Self.arguments(of: first)))
        continue
      }
      fingerprints[arriving.fingerprint] = arriving.place
      kept.append(arriving)
      guard case .value(.text(let code)) = arriving.facts["host.credit_code"] else { continue }
      let key = code + " " + TextFolding.comparisonKey(arriving.name)
      if let first = names[key] {
        file.problems.append(
          Problem(
            "import.like_in_files", severity: .warning, at: arriving.place,
            Self.arguments(of: first)))
      }
      names[key] = arriving.place
      file.problems += try warnings(about: arriving, code)
    }
    file.arriving = kept
  }

  private func warnings(about arriving: Arriving, _ code: String) throws -> [Problem] {
    let name = TextFolding.comparisonKey(arriving.name)
    return try store.hostPage(creditCode: code).entries.compactMap { entry in
      let isSame = TextFolding.comparisonKey(entry.row.name) == name
      guard isSame || entry.row.standing.main.ends == nil else { return nil }
      return Problem(
        isSame ? "import.like" : "import.host_has_case", severity: .warning, at: arriving.place,
        [
          "case": entry.row.number ?? entry.row.stream.text, "name": entry.row.name,
          "host": entry.row.host, "code": code, "stage": entry.row.standing.main.stage,
        ])
    }
  }

  private static func arguments(of first: Problem.Place) -> [String: String] {
    var arguments: [String: String] = [:]
    arguments["file"] = first.file
    arguments["line"] = first.line.map(String.init)
    return arguments
  }
}
