import Quantities
import RuleDrafting
import RulePacks

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
}

/// Reads which packs the data folder has.
struct OfferedPacksErrand: DeskErrand {
  /// The packs that can be chosen, and why others cannot.
  struct Answer: Sendable {
    /// The packs, by id.
    var offers: [PackOffer] = []
    /// What is wrong with the data folder, and the first fault of each pack that cannot be read.
    var problems: [Problem] = []
  }

  /// The name under which the answer comes back.
  static let answerName = "offered-packs"
  var name: String { Self.answerName }

  func run(with tools: DeskTools) -> any Sendable {
    var answer = Answer()
    guard let folder = tools.options.dataFolder else {
      answer.problems.append(Problem("usage.no_data"))
      return answer
    }
    let shelf = DataShelf(folder)
    guard let vocabulary = answer.reading({ try shelf.vocabulary() }) else { return answer }
    for id in shelf.packNames {
      guard let pack = answer.reading({ try shelf.pack(id, vocabulary) }),
        !pack.validity.isHistorical
      else { continue }
      answer.offers.append(
        PackOffer(
          id: id, title: pack.title, issuer: pack.issuer,
          hasDemonstration: shelf.sources(ofPack: id).contains {
            $0.components.last == "demonstration.yaml"
          }))
    }
    if answer.offers.isEmpty, answer.problems.isEmpty {
      answer.problems.append(Problem("usage.no_data", ["places": folder]))
    }
    return answer
  }
}

extension OfferedPacksErrand.Answer {
  /// Reads something; where it cannot be read its first fault is kept.
  fileprivate mutating func reading<Found>(_ read: () throws -> Found) -> Found? {
    do {
      return try read()
    } catch let found as Problems {
      problems += found.list.prefix(1)
    } catch let problem as Problem {
      problems.append(problem)
    } catch {
      problems.append(Problem("failed", ["detail": "\(error)"]))
    }
    return nil
  }
}
