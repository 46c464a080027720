import Foundation
import Testing

@Suite("Killed in the middle")
struct CrashTests {
  @Test(
    "Of 200 writes by three processes that are killed at random moments every confirmed one is there"
  )
  func killed() async throws {
    let store = try TrainingStore()
    defer { store.program.clean() }
    let confirmed = await withTaskGroup(of: [String].self) { group in
      for writer in 0..<3 {
        group.addTask { (try? Self.write(67, by: writer, to: store)) ?? [] }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    let history = try store.program.json("history", store.number)
    let recorded = Set(history.events.items.compactMap(\.id.string))
    #expect(!confirmed.isEmpty)
    #expect(confirmed.count < 201)
    for id in confirmed { #expect(recorded.contains(id)) }
    try store.expectSound()
  }

  /// Leaves remarks one after the other; about every third process is killed on its way.
  ///
  /// - Returns: the events that were confirmed.
  private static func write(_ count: Int, by writer: Int, to store: TrainingStore) throws
    -> [String]
  {
    var chance = SystemRandomNumberGenerator()
    var confirmed: [String] = []
    for number in 0..<count {
      let process = store.program.process([
        "note", store.number, "\(writer)-\(number)", "--as", "officer", "--today", "2026-03-03",
        "--json",
      ])
      let pipe = Pipe()
      process.standardOutput = pipe
      process.standardError = FileHandle.nullDevice
      try process.run()
      if Int.random(in: 0..<3, using: &chance) == 0 {
        usleep(UInt32.random(in: 0..<90_000, using: &chance))
        kill(process.processIdentifier, SIGKILL)
      }
      let output = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      // What was printed was confirmed, even where the process was killed right after it.
      if let answer = try? JSONDecoder().decode(JSONValue.self, from: output) {
        confirmed += answer.events.items.compactMap(\.string)
      }
    }
    return confirmed
  }
}
