import Quantities
import Testing

@Suite("Folding of typed text")
struct TextFoldingTests {
  @Test(
    "Blanks at the ends go, and full-width forms become half width",
    arguments: [
      ("青岛市", "青岛市"), (" 青岛市\u{3000}", "青岛市"), ("７００　万元", "700 万元"),
      ("（虚构）", "(虚构)"), ("a\u{A0}b", "a b"), ("\u{FEFF}甲", "甲"), ("", ""), (" ", ""),
      ("甲、乙。", "甲、乙。"), ("甲\u{2009}乙", "甲 乙"), ("“甲”", "“甲”"), ("甲\n", "甲"), ("𠮷", "𠮷"),
    ])
  func folding(written: String, folded: String) {
    #expect(TextFolding.folded(written) == folded)
  }

  @Test("Every scalar that is blank or of full width is noticed, wherever it stands")
  func everyScalar() {
    for value in UInt32(1)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let half = TextFolding.halfWidth(scalar)
      #expect(
        TextFolding.folded("甲\(scalar)乙").unicodeScalars.elementsEqual(
          "甲\(half)乙".unicodeScalars))
      let isBlank = TextFolding.isSpace(scalar)
      #expect(TextFolding.trimmed("\(scalar)甲").unicodeScalars.count == (isBlank ? 1 : 2))
      #expect(TextFolding.trimmed("甲\(scalar)").unicodeScalars.count == (isBlank ? 1 : 2))
    }
  }
}
