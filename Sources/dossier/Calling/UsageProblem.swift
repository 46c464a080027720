import Quantities

/// A wrong call that only the command line knows of, with its own words.
struct UsageProblem: Error {
  /// The stable code.
  let code: String
  /// What is the matter.
  let message: Bilingual
  /// What mends it.
  let remedy: Bilingual?
  /// How the program ends.
  let status: ExitStatus

  /// A wrong call.
  init(
    _ code: String, zh: String, en: String, remedy: (zh: String, en: String)? = nil,
    status: ExitStatus = .usage
  ) {
    self.code = code
    message = Bilingual(zh: zh, en: en)
    self.remedy = remedy.map { Bilingual(zh: $0.zh, en: $0.en) }
    self.status = status
  }
}
