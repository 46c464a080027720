import Foundation
package import Quantities

/// The file in which drafts survive the end of the program; only its owner may read it.
struct DraftShelf {
  private let file: String?

  /// A shelf; without a file nothing is kept.
  init(_ file: String?) { self.file = file }

  /// The drafts on it.
  ///
  /// Where some cannot be read the file is set aside whole, as `NAME.damaged`, and the others stay.
  ///
  /// - Throws: `file.unreadable`, `drafts.not_kept`; the file is then as it was.
  func takeDown() throws(Problem) -> ShelvedDrafts {
    guard let file, let bytes = try SmallFile.bytesIfPresent(of: file) else {
      return ShelvedDrafts()
    }
    let entries = try? JSONDecoder().decode([Entry].self, from: Data(bytes))
    let drafts = entries?.compactMap(\.draft) ?? []
    guard entries == nil || drafts.count < entries?.count ?? 0 else {
      return ShelvedDrafts(drafts: drafts)
    }
    guard let aside = SmallFile.setAside(file, as: "damaged") else {
      throw Problem("drafts.not_kept", at: Problem.Place(file: file))
    }
    if !drafts.isEmpty { try put(drafts, into: file) }
    return ShelvedDrafts(
      drafts: drafts,
      damage: Problem("drafts.damaged", at: Problem.Place(file: aside)))
  }

  /// Puts a user's drafts on it in place of all others of that user.
  ///
  /// - Throws: `file.unreadable` where those of others could not be kept, `drafts.not_kept` where
  ///   nothing could be written; the file is then as it was. `drafts.damaged` where the file was
  ///   set aside; these drafts are then on the shelf.
  func save(_ drafts: [Draft], of user: String?) throws(Problem) {
    guard let file else { return }
    let before = try takeDown()
    let all = before.drafts.filter { $0.user != user } + drafts
    if all.isEmpty {
      SmallFile.remove(file)
    } else {
      try put(all, into: file)
    }
    if let damage = before.damage { throw damage }
  }

  private func put(_ drafts: [Draft], into file: String) throws(Problem) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    guard
      let data = try? encoder.encode(drafts.sorted { ($0.user, $0.key) < ($1.user, $1.key) }),
      SmallFile.write(Array(data), to: file)
    else { throw Problem("drafts.not_kept", at: Problem.Place(file: file)) }
  }

  /// A place on the shelf, be there a draft that can be read or not.
  private struct Entry: Decodable {
    let draft: Draft?

    init(from decoder: any Decoder) throws { draft = try? Draft(from: decoder) }
  }
}

/// The drafts that were on the shelf.
package struct ShelvedDrafts: Hashable, Sendable {
  /// Those that can be read.
  package var drafts: [Draft] = []
  /// Where the file was set aside, since some cannot be read; nil where all can.
  package var damage: Problem?
}
