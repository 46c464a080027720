import Casework
import Foundation
import Quantities
import RulePacks
import Testing

@testable import CaseStore

@Suite("Reading headers fast")
struct HeaderReaderTests {
  private func header(
    actor: String = "王敏", parents: [String] = [], law: String? = nil, moment: Int64 = 1
  ) -> EventHeader {
    EventHeader(
      stream: StreamID(text: "00ff"), parents: parents, device: "d", sequence: 7, actor: actor,
      login: "wang", role: .expertSecretary, moment: moment, on: InventedPack.day(2026, 2, 28),
      law: law, kind: .takenOver, payloadHash: "h", algorithms: SealedEvent.algorithms)
  }

  private static func header(from bytes: [UInt8]) -> EventHeader? {
    var texts = HeaderReader.Texts()
    return HeaderReader.header(from: bytes, after: &texts)
  }

  @Test("A header that comes after others is read as one alone")
  func oneAfterTheOther() throws {
    var texts = HeaderReader.Texts()
    let headers = [
      header(), header(actor: "李"), header(actor: "李", law: "w"), header(law: "v"), header(),
    ]
    for header in headers + headers {
      let bytes = Array(try EventCoding.encoder().encode(header))
      #expect(HeaderReader.header(from: bytes, after: &texts) == header)
    }
  }

  @Test("The fast reader reads what the encoder writes, or leaves it to the general one")
  func agreement() throws {
    let plain = [
      header(), header(parents: ["a"]), header(parents: ["a", "b"], law: "w"),
      header(actor: "", law: ""), header(moment: -5),
    ]
    for header in plain {
      let bytes = Array(try EventCoding.encoder().encode(header))
      #expect(Self.header(from: bytes) == header)
    }
    for actor in ["a\"b", "back\\slash", "new\nline"] {
      let odd = header(actor: actor)
      let bytes = Array(try EventCoding.encoder().encode(odd))
      #expect(Self.header(from: bytes) == nil)
      #expect(try EventCoding.header(from: bytes) == odd)
    }
  }

  @Test("What is cut off or continued is no header")
  func damaged() throws {
    let bytes = Array(try EventCoding.encoder().encode(header(parents: ["a"], law: "w")))
    for count in 0..<bytes.count {
      #expect(Self.header(from: Array(bytes.prefix(count))) == nil)
    }
    #expect(Self.header(from: bytes + [0x20]) == nil)
  }
}
