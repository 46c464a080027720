import RulePacks

/// What the first-run assistant has been told so far.
struct AssistantAnswers: Sendable, Hashable {
  /// What kind of store is made.
  enum Kind: String, Sendable, Hashable {
    /// For the office's own work.
    case real
    /// To learn on: one may act as anybody.
    case training
    /// To learn on, with invented centres in every stage.
    case demonstration
  }

  /// The kind of store.
  var kind = Kind.real
  /// The office's name; empty for the issuer of the pack.
  var office = ""
  /// The pack.
  var pack = ""
  /// The name that papers and screens show.
  var person = ""
  /// What the person does in the office.
  var duty = Role.officer
  /// The folder of the store.
  var folder = ""
}
