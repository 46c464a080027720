import CaseStore
import Casework
import Quantities
import RuleDrafting
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

/// A pack that can be chosen.
struct PackOffer: Sendable, Hashable {
  /// The pack's id.
  let id: String
  /// Its title.
  let title: Bilingual
  /// Who issued it.
  let issuer: Bilingual
  /// Whether it has a script of invented centres.
  let hasDemonstration: Bool

  /// Who issued it, and what it is called.
  func label(_ language: Language) -> String { issuer[language] + " · " + title[language] }
}

/// Reads which packs the data folder has.
struct OfferedPacksErrand: DeskErrand {
  /// The name under which the answer comes back.
  static let answerName = "offered-packs"
  var name: String { Self.answerName }

  func run(with tools: DeskTools) -> any Sendable {
    guard let folder = tools.options.dataFolder else { return [PackOffer]() }
    let shelf = DataShelf(folder)
    guard let vocabulary = try? shelf.vocabulary() else { return [PackOffer]() }
    return shelf.packNames.compactMap { id -> PackOffer? in
      guard let pack = try? shelf.pack(id, vocabulary), !pack.validity.isHistorical else {
        return nil
      }
      return PackOffer(
        id: id, title: pack.title, issuer: pack.issuer,
        hasDemonstration: shelf.sources(ofPack: id).contains {
          $0.components.last == "demonstration.yaml"
        })
    }
  }
}
