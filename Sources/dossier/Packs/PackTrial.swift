import Casework
import Quantities
import RuleDrafting
import RulePacks

/// What the tests of one pack or notice came to.
struct PackTrial {
  /// The pack, the notice, or the folder that was named.
  let id: String
  /// What failed in each test; empty for one that passed.
  let failures: [[Problem]]
  /// What walking the procedures came to; nil where they were not walked.
  let walk: PackExplorer.Report?

  /// How many tests failed.
  var failed: Int { failures.count { !$0.isEmpty } }
  /// How many tests passed.
  var passed: Int { failures.count - failed }
  /// Whether every test passed.
  var isPassed: Bool { failed == 0 }

  /// The figures for scripts.
  func json(_ speech: Speech) -> JSON {
    [
      "pack": .text(id), "passed": JSON(passed), "failed": JSON(failed),
      "failures": .list(failures.joined().map { Self.json($0, speech) }),
      "actions": JSON(walk?.places), "taken": JSON(walk?.taken), "steps": JSON(walk?.steps),
      "never_taken": .list(
        (walk?.neverTaken ?? []).map {
          ["action": .text($0.place.path), "refusals": JSON($0.refusals)]
        }),
    ]
  }

  private static func json(_ failure: Problem, _ speech: Speech) -> JSON {
    speech.json(failure).adding([
      "test": JSON(failure.arguments["test"]), "subject": JSON(failure.arguments["subject"]),
      "expected": JSON(failure.arguments["expected"]), "found": JSON(failure.arguments["found"]),
    ])
  }

  /// What failed, then the figures, for people.
  func lines(_ speech: Speech) -> [String] {
    var lines = failures.joined().map { Self.line($0, speech) }
    lines.append(
      speech.text(
        zh: "\(id)：通过 \(passed)，未通过 \(failed)", en: "\(id): \(passed) passed, \(failed) failed"))
    guard let walk else { return lines }
    lines.append(
      speech.text(
        zh: "自动行走 \(walk.steps) 步，办理事项 \(walk.taken)/\(walk.places) 至少办过一次",
        en:
          "Walked \(walk.steps) steps; \(walk.taken) of \(walk.places) actions taken at least once")
    )
    return lines
      + walk.neverTaken.map { never in
        let reasons = never.refusals.joined(separator: ", ")
        return speech.text(
          zh: "  未能办理 \(never.place.path)：\(reasons)",
          en: "  never taken: \(never.place.path) (\(reasons))")
      }
  }

  private static func line(_ failure: Problem, _ speech: Speech) -> String {
    let arguments = failure.arguments
    let line = failure.place.line.map { ":\($0)" } ?? ""
    let expected = arguments["expected"] ?? ""
    let found = arguments["found"] ?? ""
    let place = (failure.place.file ?? "") + line
    return speech.text(
      zh: """
        ✗ \(arguments["test"] ?? "")  \(place)
          \(arguments["subject"] ?? "")：应为 \(expected)，实为 \(found)（\(failure.code)）
        """,
      en: """
        ✗ \(arguments["test"] ?? "")  \(place)
          \(arguments["subject"] ?? ""): expected \(expected), found \(found) (\(failure.code))
        """)
  }
}
