import Testing

@testable import CaseStore

@Suite("Initials in pinyin")
struct PinyinInitialsTests {
  private func readings(_ character: Unicode.Scalar) -> String {
    String(decoding: PinyinInitials.initials(of: character), as: UTF8.self)
  }

  @Test(
    "A character with one reading has one initial",
    arguments: [
      ("青", "q"), ("岛", "d"), ("海", "h"), ("洋", "y"), ("崂", "l"), ("茌", "c"), ("朐", "q"),
      ("绿", "l"), ("欧", "o"), ("鿏", "m"),
    ] as [(Unicode.Scalar, String)])
  func single(character: Unicode.Scalar, initial: String) {
    #expect(readings(character) == initial)
  }

  @Test(
    "A character with several readings has the initial of each",
    arguments: [
      ("长", "cz"), ("重", "cz"), ("单", "cds"), ("行", "hx"), ("曾", "cz"), ("仇", "cq"),
      ("解", "jx"), ("覃", "qt"), ("乐", "ly"), ("朝", "cz"), ("尉", "wy"), ("调", "dt"),
      ("传", "cz"), ("藏", "cz"), ("车", "cj"), ("盛", "cs"), ("石", "ds"), ("会", "hk"),
      ("区", "oq"), ("翟", "dz"), ("莘", "sx"), ("晟", "cs"), ("長", "cz"),
    ] as [(Unicode.Scalar, String)])
  func several(character: Unicode.Scalar, initials: String) {
    #expect(String(readings(character).sorted()) == initials)
  }

  @Test("Rare characters of the standard list have initials outside the main block too")
  func rare() {
    #expect(readings("㙍") == "d")
    #expect(readings("䶮") == "y")
    #expect(readings("𬭎") == "h")
    #expect(readings("〇") == "l")
  }

  @Test("What is no Chinese character has no initial")
  func others() {
    #expect(readings("a") == "")
    #expect(readings("，") == "")
    #expect(readings("あ") == "")
    #expect(readings("兙") == "")
  }

  @Test("Every character of the first standard block is read with lower-case letters, none twice")
  func wholeTable() {
    #expect(PinyinInitials.commonest.utf8CodeUnitCount == 0x9FFF - 0x4E00 + 1)
    for value in UInt32(0x4E00)...0x9FA5 {
      let letters = Unicode.Scalar(value).map(PinyinInitials.initials) ?? []
      #expect(letters.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 })
      #expect(Set(letters).count == letters.count)
    }
  }

  @Test(
    "A name is found by every combination of its readings, the commonest first",
    arguments: [
      ("海洋传感", ["hycg", "hyzg"]), ("长春", ["cc", "zc"]), ("重庆", ["zq", "cq"]),
      ("银行", ["yx", "yh"]), ("单县", ["dx", "cx", "sx"]), ("青岛", ["qd"]),
      ("即墨", ["jm"]), ("莘县", ["sx", "xx"]),
    ])
  func keys(name: String, keys: [String]) {
    #expect(PinyinInitials.keys(for: name) == keys)
  }

  @Test("Letters and digits stay in lower case, full-width ones too; the rest is dropped")
  func mixedText() {
    #expect(PinyinInitials.keys(for: "青岛 5G（Ｂ2）实验室") == ["qd5gb2sys"])
    #expect(PinyinInitials.keys(for: "“——”").isEmpty)
    #expect(PinyinInitials.keys(for: "").isEmpty)
  }

  @Test("A name of many readings has a bounded number of keys, each with few uncommon readings")
  func bounded() {
    let name = String(repeating: "长", count: 30)
    let keys = PinyinInitials.keys(for: name, limit: 16)
    #expect(keys.count == 16)
    #expect(Set(keys).count == 16)
    #expect(keys.first == String(repeating: "c", count: 30))
    #expect(keys.dropFirst().allSatisfy { $0.filter { $0 == "z" }.count == 1 })
    #expect(PinyinInitials.keys(for: "长春", limit: 1) == ["cc"])
    #expect(PinyinInitials.keys(for: "长春", limit: 0).isEmpty)
    #expect(PinyinInitials.keys(for: "长重", limit: 16).sorted() == ["cc", "cz", "zc", "zz"])
  }
}
