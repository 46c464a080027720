import Foundation
import Testing

/// The desk of one person, worked by keys alone.
struct SeatedDesk {
  /// What only an open dialog shows.
  static let dialog = "[ Confirm"
  /// What a dialog asks before a step that is published and cannot be undone.
  static let question = "[ Yes, for good"
  /// The terminal in which it is open.
  let terminal: PseudoTerminal
  private let store: TrainingStore

  /// Opens the desk for somebody on a day, and waits for the queue.
  init(
    _ store: TrainingStore, _ user: String, on date: String, rows: Int = 44, columns: Int = 160,
    environment: [String: String] = [:], at place: SourceLocation = #_sourceLocation
  ) throws {
    self.store = store
    terminal = try PseudoTerminal(
      store.program, ["--as", user, "--today", date], rows: rows, columns: columns,
      environment: environment)
    #expect(terminal.shows("To do"), "\(terminal.text)", sourceLocation: place)
    terminal.settle()
    // What waits for somebody else is not in the first view, but in the second.
    if !terminal.text.contains(store.number) { terminal.press("tab") }
    #expect(terminal.shows(store.number), "\(terminal.text)", sourceLocation: place)
  }

  /// Opens the case under the cursor.
  func openCase(at place: SourceLocation = #_sourceLocation) {
    terminal.press("enter")
    #expect(
      terminal.wait { $0.text.contains("Conditions") && $0.text.contains("Documents") },
      "\(terminal.text)", sourceLocation: place)
    terminal.settle()
  }

  /// Opens the dialog of an action by the digit beside its label.
  func choose(_ label: String, at place: SourceLocation = #_sourceLocation) throws {
    _ = terminal.wait { _ in digit(of: label) != nil }
    let key = try #require(
      digit(of: label), "\(label) in\n\(terminal.text)", sourceLocation: place)
    terminal.press(key)
    #expect(
      terminal.wait { $0.text.contains(Self.dialog) },
      "\(terminal.text)", sourceLocation: place)
  }

  /// The digit that stands before an action's label.
  func digit(of label: String) -> String? {
    for line in terminal.screen.lines {
      for digit in "123456789" where line.contains("\(digit) \(label)") { return String(digit) }
    }
    return nil
  }

  /// Types into the fields, one after the other; choices are typed as digits.
  func fill(_ inputs: [String]) {
    for (index, input) in inputs.enumerated() {
      if index > 0 { terminal.press("tab") }
      // Dates stand there already.
      if input.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil { terminal.press("ctrl-u") }
      terminal.type(input)
      if input.count > 1 { _ = terminal.shows(input, seconds: 5) }
    }
  }

  /// Confirms, a second time where the step is published, and waits until the dialog is gone.
  func confirm(at place: SourceLocation = #_sourceLocation) throws {
    terminal.press("f2")
    try #require(terminal.hides(Self.dialog), "\(terminal.text)", sourceLocation: place)
    terminal.settle()
    guard terminal.text.contains(Self.question) else { return }
    terminal.press("f2")
    try #require(terminal.hides(Self.question), "\(terminal.text)", sourceLocation: place)
  }

  /// Takes an action through its dialog.
  func take(
    _ label: String, _ inputs: [String] = [], at place: SourceLocation = #_sourceLocation
  ) throws {
    try choose(label, at: place)
    fill(inputs)
    try confirm(at: place)
  }

  /// Judges a condition of the application favourably, from its row.
  func judge(_ condition: String, at place: SourceLocation = #_sourceLocation) throws {
    let check = try store.program.json("check", store.number, "--at", "application")
    let row = try #require(
      check.findings.items.firstIndex { $0.id.string == condition }, sourceLocation: place)
    let down = PseudoTerminal.keys["down"] ?? ""
    terminal.press("home", String(repeating: down, count: row), "J")
    #expect(terminal.shows(Self.dialog), "\(terminal.text)", sourceLocation: place)
    fill(["1", "专家组意见"])
    try confirm(at: place)
    let judged = try store.program.json("check", store.number, "--at", "application")
    let finding = judged.findings.first(where: "id", is: .text(condition))
    #expect(finding.result == "met", "\(finding)", sourceLocation: place)
  }

  /// Leaves by a key and expects the terminal as it was.
  func leave(at place: SourceLocation = #_sourceLocation) {
    terminal.press("f10")
    #expect(terminal.end() == .exited(0), "\(terminal.text)", sourceLocation: place)
    terminal.expectRestored(at: place)
  }
}

extension PseudoTerminal {
  /// Expects everything that the program had changed about the terminal to be as before.
  func expectRestored(at place: SourceLocation = #_sourceLocation) {
    #expect(isCooked, sourceLocation: place)
    #expect(!screen.isAlternate, sourceLocation: place)
    #expect(screen.isCursorShown, sourceLocation: place)
    #expect(screen.modes.isEmpty, "\(screen.modes)", sourceLocation: place)
  }
}
