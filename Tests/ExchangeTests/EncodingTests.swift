import Exchange
import Foundation
import Quantities
import Testing

@Suite("Encodings")
struct EncodingTests {
  static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

  @Test("UTF-8 with and without a mark, GB18030 and UTF-16 are told apart")
  func toldApart() throws {
    let text = "名称,镕〔2024〕㐀𠮷€①\r\n"
    let plain = Array(text.utf8)
    let forms: [([UInt8], TextDecoding.Encoding)] = [
      (plain, .utf8), ([0xEF, 0xBB, 0xBF] + plain, .utf8Marked),
      (Array(try #require(text.data(using: Self.gb18030))), .gb18030),
      ([0xFF, 0xFE] + Array(try #require(text.data(using: .utf16LittleEndian))), .utf16),
      ([0xFE, 0xFF] + Array(try #require(text.data(using: .utf16BigEndian))), .utf16),
    ]
    for (bytes, encoding) in forms {
      let decoded = try TextDecoding.decode(bytes, file: "a.csv")
      #expect(decoded.text == text)
      #expect(decoded.encoding == encoding)
    }
  }

  @Test("A UTF-8 file with a broken byte is not taken for GBK; the byte is pointed at")
  func brokenUTF8() {
    var bytes = Array("name: 青岛市海洋传感技术创新中心\nfield: 海洋".utf8)
    bytes.removeLast()
    let problem = #expect(throws: Problem.self) { try TextDecoding.decode(bytes, file: "a.yaml") }
    #expect(problem?.code == "import.encoding")
    #expect(problem?.place == .init(file: "a.yaml", line: 2, column: 9))
    #expect(problem?.arguments["encoding"] == "UTF-8")
    #expect(problem?.arguments["offset"] == "56")
  }

  @Test("Bytes that are no text in any encoding are refused", arguments: [[0xFF, 0x41], [0xE9]])
  func noText(tail: [UInt8]) {
    let bytes = Array("name: caf".utf8) + tail
    #expect(throws: Problem.self) { try TextDecoding.decode(bytes, file: "a.yaml") }
  }

  @Test(
    "A workbook is called one",
    arguments: [("xlsx", [0x50, 0x4B, 3, 4]), ("pdf", Array("%PDF-1.7".utf8))])
  func workbook(kind: String, bytes: [UInt8]) {
    let problem = #expect(throws: Problem.self) { try TextDecoding.decode(bytes, file: "a.xlsx") }
    #expect(problem?.code == "import.format.binary")
    #expect(problem?.arguments["kind"] == kind)
  }

  @Test("An application in GBK is read, and said to be so")
  func application() throws {
    let text = "name: 青岛市海洋传感技术创新中心\ndepartment: qd-laoshan\n"
    let file = try Regulation.read(
      Array(try #require(text.data(using: Self.gb18030))), as: "in.yaml")
    #expect(file.errors == [])
    #expect(file.arriving.first?.name == "青岛市海洋传感技术创新中心")
    #expect(file.problems("import.encoding.assumed").map(\.severity) == [.warning])
  }
}
