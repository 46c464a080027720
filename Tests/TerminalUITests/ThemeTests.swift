import Foundation
import Testing

@testable import TerminalUI

@Suite("Themes")
struct ThemeTests {
  static let names = ["dark", "light", "high-contrast", "monochrome", "colour-blind"]

  func shipped(_ name: String) throws -> Theme {
    let folder = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("themes")
    let text = try String(
      contentsOf: folder.appendingPathComponent(name + ".yaml"), encoding: .utf8)
    return try Theme.read(text, file: name + ".yaml")
  }

  func problems(_ text: String) -> [ThemeProblem] {
    do {
      _ = try Theme.read(text, file: "t.yaml")
      return []
    } catch {
      return error.problems
    }
  }

  @Test("The theme built in is the one in dark.yaml")
  func dark() throws {
    #expect(try shipped("dark") == Theme.dark)
  }

  @Test("Every theme that ships can be read and bears the name of its file", arguments: names)
  func readable(name: String) throws {
    let theme = try shipped(name)
    #expect(theme.name == name)
    #expect(theme.titles["zh"]?.isEmpty == false)
    #expect(theme.titles["en"]?.isEmpty == false)
  }

  @Test("Every theme shows the cursor's row, danger and focus at every depth", arguments: names)
  func legible(name: String) throws {
    let theme = try shipped(name)
    for depth in [ColourDepth.mono, .basic8, .basic16, .full256] {
      let plain = theme.look(of: .text, depth: depth)
      for role in [
        Role.selection, .danger, .fieldFocused, .buttonFocused, .tabActive, .stepCurrent,
      ] {
        #expect(theme.look(of: Style(role), depth: depth) != plain, "\(role) \(depth)")
      }
    }
  }

  @Test("Every role can be read on its own ground and on every other", arguments: names)
  func contrast(name: String) throws {
    let theme = try shipped(name)
    for depth in [ColourDepth.basic8, .basic16, .full256] {
      for role in Role.allCases {
        for ground in [nil] + Role.allCases.map(Optional.some) {
          let look = theme.look(of: Style(role, on: ground), depth: depth)
          guard let text = look.foreground, let below = look.background else { continue }
          #expect(
            Contrast.ratio(text, below) >= 2.4, "\(role) on \(String(describing: ground)) \(depth)")
        }
      }
    }
  }

  @Test("Contrast is 21 for black and white and 1 for the same colour")
  func ratios() {
    #expect(Contrast.ratio(16, 231) > 20.9)
    #expect(Contrast.ratio(0, 15) > 20.9)
    #expect(Contrast.ratio(24, 24) == 1)
  }

  @Test("Plain text keeps the terminal's own colours", arguments: names)
  func background(name: String) throws {
    let theme = try shipped(name)
    #expect(theme.look(of: .text, depth: .full256) == Look())
  }

  @Test("Without colours no theme uses any, and NO_COLOR means that")
  func mono() throws {
    #expect(ColourDepth(colours: 256, noColour: true) == .mono)
    #expect(ColourDepth(colours: 256, noColour: false) == .full256)
    #expect(ColourDepth(colours: 16, noColour: false) == .basic16)
    #expect(ColourDepth(colours: 8, noColour: false) == .basic8)
    #expect(ColourDepth(colours: 0, noColour: false) == .mono)
    for role in Role.allCases {
      let look = Theme.dark.look(of: Style(role, on: .selection), depth: .mono)
      #expect(look.foreground == nil && look.background == nil)
      #expect(look.attributes.contains(.reverse))
    }
  }

  @Test("Bright colours become bold where there are only eight")
  func eight() {
    let look = Theme.dark.look(of: Style(.ok), depth: .basic8)
    #expect(look.foreground == 2)
    #expect(look.attributes.contains(.bold))
  }

  @Test("Mistakes are all reported, with their places")
  func mistakes() {
    let text = """
      name: t
      colour: 3
      roles:
        text: { fg: 256 }
        nonsense: { fg: 1 }
        dim: { fg16: 16, blink: yes }
        title: { attr: bold shiny }
      """
    let found = problems(text)
    #expect(
      found.map(\.code) == [
        .unknownKey, .badColour, .unknownRole, .badColour, .unknownKey, .badAttribute,
      ])
    #expect(found.map(\.line) == [2, 4, 5, 6, 6, 7])
    #expect(found[1].column == 15)
    #expect(found[1].arguments == ["256", "255"])
    #expect(found[5].arguments == ["shiny"])
  }

  @Test("A key that occurs twice, broken YAML and a missing name are reported")
  func broken() {
    let twice = problems("name: t\nroles:\n  dim: { fg: 1 }\n  dim: { fg: 2 }\n")
    #expect(twice.map(\.code) == [.duplicateKey])
    #expect(twice.first?.line == 4)
    #expect(problems("name: [").first?.code == .syntax)
    #expect(problems("name: [").first?.line ?? 0 > 0)
    #expect(problems("roles: {}").map(\.code) == [.missingKey])
    #expect(problems("").map(\.code) == [.missingKey])
    #expect(problems("- a").map(\.code) == [.wrongShape])
  }

  @Test("A theme may say only what it changes")
  func partial() throws {
    let theme = try Theme.read("name: mine\nroles:\n  ok: { fg: 33 }\n", file: "mine.yaml")
    #expect(theme[.ok].full.foreground == 33)
    #expect(theme[.danger] == Theme.dark[.danger])
  }

  @Test("Roles have names of their own")
  func roleNames() {
    #expect(Role.fieldFocused.name == "field-focused")
    #expect(Set(Role.allCases.map(\.name)).count == Role.allCases.count)
    #expect(Role(name: "step-current") == .stepCurrent)
  }
}
