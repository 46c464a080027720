import Foundation
import Testing

/// What `--plain` prints for those who hear it.
@Suite("Answers in sentences")
struct PlainTests {
  private static let calls: [[String]] = [
    ["queue"], ["queue", "--view", "todo", "--as", "clerk"], ["show", "QD-2026-001"],
    ["check", "QD-2026-001"], ["actions", "QD-2026-001", "--as", "clerk"],
    ["history", "QD-2026-001"], ["user", "list"],
    ["host", "91370211MA0000A27G"], ["law", "show", "qingdao-2024", "8.1"],
  ]

  @Test(
    "Each line is a sentence or a heading, without columns, boxes, signs and escape codes",
    arguments: ["zh", "en"])
  func sentences(language: String) throws {
    let store = try TrainingStore()
    for call in Self.calls {
      let reply = try store.program.run(
        call + ["--plain", "--lang", language, "--today", "2026-03-02"])
      #expect(reply.status == 0, "\(call): \(reply.complaint)")
      let lines = reply.output.split(separator: "\n").map(String.init)
      #expect(!lines.isEmpty, "\(call)")
      for line in lines {
        let last = try #require(line.last)
        #expect("。：.:…".contains(last), "\(call): \(line)")
        #expect(!line.contains("  ") && !line.hasPrefix(" "), "\(call): \(line)")
        let strange = line.unicodeScalars.filter {
          $0.value < 0x20 || (0x2500...0x27BF).contains($0.value)
            || "→≥≤✓✗◇".unicodeScalars.contains($0)
        }
        #expect(strange.isEmpty, "\(call): \(line)")
      }
    }
  }

  @Test("What a table shows by its place is said")
  func said() throws {
    let store = try TrainingStore()
    func answer(_ words: String...) throws -> String {
      try store.program.run(words + ["--plain", "--today", "2026-03-02"]).output
    }
    let queue = try answer("queue", "--lang", "zh")
    #expect(queue.contains("QD-2026-001 青岛市海洋传感技术创新中心，牵头单位"))
    #expect(queue.contains("现处申报环节"))
    #expect(try answer("show", "QD-2026-001", "--lang", "en").contains("Technical field: 海洋传感."))
    let check = try answer("check", "QD-2026-001", "--lang", "en")
    #expect(check.contains("not applicable: "))
    #expect(check.contains("at least CNY 20m needed"))
    let actions = try answer("actions", "QD-2026-001", "--lang", "zh", "--as", "clerk")
    #expect(actions.contains("现在可办"))
    #expect(actions.contains("转到初审推荐，第九条第1项、第九条第2项，命令词 submit。"))
    let history = try answer("history", "QD-2026-001", "--lang", "en")
    #expect(history.contains("Numbered QD-2026-001."))
  }
}
