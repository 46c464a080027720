// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let arguments = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

func room(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "dossier",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Ground floor: values, and the C faces of the terminal and of SQLite.
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    room("Quantities", []),
    .target(name: "CStoreCalls", linkerSettings: [.linkedLibrary("sqlite3")]),
    // First floor: what a regulation says, and what it comes to; the screen toolkit.
    room("RulePacks", ["Quantities", crypto]),
    room("TerminalUI", ["CNcurses", yams]),
    // Second floor: what happens to a case; how a regulation is written down, checked and drawn.
    room("Casework", ["RulePacks", "Quantities", crypto]),
    room("RuleDrafting", ["RulePacks", "Quantities", yams]),
    // Third floor: the file, and every sentence.
    room(
      "CaseStore",
      ["Casework", "RuleDrafting", "RulePacks", "Quantities", "CStoreCalls", grdb, crypto]),
    room("Wording", ["Casework", "RuleDrafting", "RulePacks", "Quantities"]),
    // Fourth floor: what crosses the border of a machine.
    room("Exchange", ["CaseStore", "Casework", "RuleDrafting", "RulePacks", "Quantities"]),
    // Fifth floor: the screens.
    room(
      "Desk",
      [
        "Exchange", "CaseStore", "Wording", "Casework", "RuleDrafting", "RulePacks", "Quantities",
        "TerminalUI",
      ]),
    // Sixth floor: the command line.
    .executableTarget(
      name: "dossier",
      dependencies: [
        "Desk", "Exchange", "CaseStore", "Wording", "Casework", "RuleDrafting", "RulePacks",
        "Quantities", "TerminalUI", arguments,
      ],
      swiftSettings: strict),
    // What tests share: the files of the repository, folders that go when a test ends.
    .target(
      name: "Fixtures", dependencies: ["RuleDrafting", "RulePacks", "Quantities"],
      path: "Tests/Fixtures", exclude: ["laws", "packs"], swiftSettings: strict),
    tests("QuantitiesTests", ["Quantities"]),
    tests("RulePacksTests", ["Fixtures", "RuleDrafting", "RulePacks", "Quantities"]),
    tests("RuleDraftingTests", ["Fixtures", "RuleDrafting", "RulePacks", "Quantities"]),
    tests("TerminalUITests", ["TerminalUI"], exclude: ["Golden"]),
    tests(
      "CaseworkTests", ["Fixtures", "Casework", "RuleDrafting", "RulePacks", "Quantities"]),
    tests(
      "CaseStoreTests",
      ["Fixtures", "CaseStore", "Casework", "RuleDrafting", "RulePacks", "Quantities", grdb]),
    tests("WordingTests", ["Wording", "Casework", "RuleDrafting", "RulePacks", "Quantities"]),
    tests(
      "ExchangeTests",
      [
        "Fixtures", "Exchange", "CaseStore", "Casework", "RuleDrafting", "RulePacks", "Quantities",
      ]),
    tests(
      "DeskTests",
      [
        "Desk", "Exchange", "CaseStore", "Wording", "Casework", "RuleDrafting", "RulePacks",
        "Quantities", "TerminalUI",
      ], exclude: ["Golden"]),
    tests("DossierTests", ["Quantities"]),
  ]
)
