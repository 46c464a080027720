import Foundation
import Glibc
import Synchronization
import Testing

@Suite("Killed at any moment")
struct CrashTests {
  /// What three writers were told.
  private struct Tally {
    /// The events that were confirmed on standard output.
    var confirmed: [String] = []
    /// The remarks that were sent.
    var sent = 0
    /// How many writers were killed before they had ended by themselves.
    var killed = 0
    /// Replies that none of this explains.
    var odd: [String] = []
  }

  @Test("Of 200 writes by three processes killed at random, none that was confirmed is lost")
  func kill() throws {
    let store = try TrainingStore(withCase: false)
    defer { store.program.clean() }
    let cases = try fileCases(store)
    let before = try store.eventCount()
    let tally = Mutex(Tally())
    let finished = DispatchGroup()
    for writer in 0..<3 {
      finished.enter()
      Thread {
        defer { finished.leave() }
        write(writer == 0 ? 68 : 66, as: writer, to: cases, in: store, tally)
      }.start()
    }
    finished.wait()

    let result = tally.withLock { $0 }
    #expect(result.odd.isEmpty, "\(result.odd.prefix(3))")
    #expect(result.sent == 200)
    #expect(result.killed > 10)
    #expect(result.confirmed.count > 20)
    var recorded: [String] = []
    for number in cases {
      let events = try store.program.json("history", number).events.items
      recorded += events.compactMap(\.id.string)
      let remarks = events.filter { $0.kind == "note" }.compactMap(\.text.string)
      #expect(Set(remarks).count == remarks.count)
    }
    let lost = Set(result.confirmed).subtracting(recorded)
    #expect(lost.isEmpty, "\(lost.count) of \(result.confirmed.count)")
    let after = try store.eventCount()
    #expect(after >= before + result.confirmed.count)
    #expect(after <= before + result.sent)
    try store.expectSound()
    let doctor = try store.program.run("doctor")
    #expect(doctor.status == 0, "\(doctor.output)\(doctor.complaint)")
  }

  /// Three cases, one for each writer to decide on; all leave remarks on all.
  private func fileCases(_ store: TrainingStore) throws -> [String] {
    try ["enterprise", "institution", "university"].map { kind in
      let file = "qingdao-\(kind).yaml"
      try store.program.copySample(file)
      let imported = try store.program.json(
        "import", file, "--as", "officer", "--today", "2026-03-06")
      let number = try #require(imported.imported[0]["case"].string)
      try store.program.json("act", number, "submit", "--today", "2026-03-06")
      return number
    }
  }

  /// One writer: remarks on any case, decisions on its own; some are killed on their way.
  private func write(
    _ count: Int, as writer: Int, to cases: [String], in store: TrainingStore,
    _ tally: borrowing Mutex<Tally>
  ) {
    let own = cases[writer]
    for number in 0..<count {
      // A writer that was killed cannot know where its case stands: what comes out of turn is refused.
      let words =
        switch Int.random(in: 0..<4) {
        case 0: ["act", own, "return_for_correction", "--set", "defects=缺页\(number)"]
        case 1: ["act", own, "resubmit"]
        default: ["note", cases.randomElement() ?? own, "remark \(writer)-\(number)"]
        }
      let reply = attempt(
        store.program, words + ["--today", "2026-03-06", "--json"],
        killing: Int.random(in: 0..<5) < 2)
      tally.withLock { tally in
        tally.sent += 1
        switch reply {
        case .ended(let status, let json) where status == 0:
          tally.confirmed += json?.events.items.compactMap(\.string) ?? []
          if json == nil { tally.odd.append("\(words): no reply") }
        case .ended(let status, _):
          if status != 1 { tally.odd.append("\(words): \(status)") }
        case .killed(let json):
          tally.killed += 1
          tally.confirmed += json?.events.items.compactMap(\.string) ?? []
        }
      }
    }
  }

  private enum Ending {
    case ended(Int32, JSONValue?)
    case killed(JSONValue?)
  }

  /// Runs the program once, perhaps only up to some moment.
  private func attempt(_ program: Program, _ words: [String], killing: Bool) -> Ending {
    let process = program.process(words)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return .ended(-1, nil) }
    if killing {
      usleep(UInt32.random(in: 1_000...90_000))
      if process.isRunning { Glibc.kill(process.processIdentifier, SIGKILL) }
    }
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    // A line that was cut off confirms nothing.
    let json = said.last == 10 ? try? JSONDecoder().decode(JSONValue.self, from: said) : nil
    return process.terminationReason == .uncaughtSignal
      ? .killed(json) : .ended(process.terminationStatus, json)
  }
}
