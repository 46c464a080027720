package import Casework
package import Quantities

/// One application or centre that was read whole, with what is needed to speak about it.
package struct Arriving: Sendable {
  /// What comes in.
  package enum Content: Hashable, Sendable {
    /// An application, to be received.
    case application(Application)
    /// A centre that exists already, to be taken over.
    case rosterEntry(RosterEntry)
  }

  /// What comes in.
  package let content: Content
  /// The pack.
  package let pack: String
  /// The centre's name, as written; empty where there is none.
  package let name: String
  /// Where it begins.
  package let place: Problem.Place

  /// The content hash by which a second import is recognised.
  package var fingerprint: String {
    switch content {
    case .application(let application): application.fingerprint
    case .rosterEntry(let entry): entry.fingerprint
    }
  }
}

/// What a file came to, before any store has seen it.
package struct ReadFile: Sendable {
  /// The applications or centres that are without an error.
  package var arriving: [Arriving] = []
  /// What is wrong, by place.
  package var problems: [Problem] = []
  /// How the text was encoded; nil where that could not be found out.
  package var encoding: TextDecoding.Encoding?

  /// Whether nothing of the file may come in.
  package var hasErrors: Bool { problems.contains { $0.severity == .error } }
}
