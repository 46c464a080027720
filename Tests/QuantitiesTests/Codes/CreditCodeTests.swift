import Quantities
import Testing

@Suite("Unified social credit codes")
struct CreditCodeTests {
  @Test(
    "A code with both check characters right is read",
    arguments: [
      "91370202MA0000A19L", "91370211MA0000A27G", "91370214MA0000A35N", "91370215MA0000A430",
      "123702000000000191", "52370212MJ0000018R", "91371502MA0000B15R", "91371581MA0000B232",
      "12371500000000027P", "91371002MA0000C119", "91371082MA0000C2XW", "12371000000000035Q",
      "91350100M000100Y43",
    ])
  func valid(code: String) throws {
    #expect(try CreditCode(code).text == code)
  }

  @Test("The example of GB 32100-2015 has a wrong last character; 3 is right")
  func standardsExample() {
    #expect(throws: CreditCode.Fault.check(expected: "3")) {
      try CreditCode("91350100M000100Y4Z")
    }
  }

  @Test("A remainder of 0 gives the check character 0")
  func remainderZero() {
    #expect(CreditCode.checkCharacter(of: "91370215MA0000A43") == "0")
  }

  @Test("Small letters, full-width letters and blanks are put right")
  func normalisation() throws {
    #expect(try CreditCode(" ９１３７０２１１ma0000a27g\u{3000}").text == "91370211MA0000A27G")
  }

  @Test("Department, class and authority are parts of the code")
  func parts() throws {
    let code = try CreditCode("123702000000000191")
    #expect(code.bodyClass == "12")
    #expect(code.authority == "370200")
  }

  @Test("A code of another length says how long it is")
  func length() {
    #expect(throws: CreditCode.Fault.length(17)) { try CreditCode("91370202MA0000A19") }
  }

  @Test("The letters I, O, Z, S and V, and letters in the authority, are refused by position")
  func letters() {
    #expect(throws: CreditCode.Fault.letter("O", position: 11)) {
      try CreditCode("91370202MAO000A19L")
    }
    #expect(throws: CreditCode.Fault.letter("A", position: 3)) {
      try CreditCode("91A70202MA0000A19L")
    }
  }

  @Test("A wrong organisation code is found though the whole adds up")
  func organisationCheck() throws {
    let body = "91370202MA0000A18"
    let last = try #require(CreditCode.checkCharacter(of: body))
    #expect(throws: CreditCode.Fault.organisationCheck(expected: "9")) {
      try CreditCode(body + String(last))
    }
  }

  @Test(
    "What a spreadsheet made of a code is recognised",
    arguments: ["1.23702E+17", "9.137E+17", "123702000000000000"])
  func spreadsheet(text: String) {
    #expect(throws: CreditCode.Fault.spreadsheet) { try CreditCode(text) }
  }

  @Test("Every change of one character is noticed")
  func singleErrors() {
    let code = Array("91370211MA0000A27G")
    for position in code.indices {
      for letter in "0123456789ABCDEFGHJKLMNPQRTUWXY" where letter != code[position] {
        var changed = code
        changed[position] = letter
        #expect(throws: CreditCode.Fault.self) { try CreditCode(String(changed)) }
      }
    }
  }
}
