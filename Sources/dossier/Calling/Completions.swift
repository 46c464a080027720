import ArgumentParser
import CaseStore
import Casework
import Quantities
import RulePacks

/// What a shell offers for an argument: read from the store that the command line names.
///
/// Nothing is offered where there is no store; no error reaches the shell.
enum Completions {
  /// The numbers of cases.
  static let cases = CompletionKind.custom { _, _, prefix in
    offered { store, _ in
      let viewer = QueueViewer(user: nil, roles: [], department: nil, today: today)
      let query = QueueQuery(view: .all, sort: .number, isDescending: true, limit: 200)
      return try store.page(query, for: viewer).rows.compactMap(\.number)
        .filter { $0.hasPrefix(prefix) }
    }
  }

  /// What may be done on the case that is named before.
  static let actions = CompletionKind.custom { words, _, _ in
    offered { store, errand in
      for word in words.reversed() {
        guard let session = try? errand.session(in: store),
          let (state, context) = try? store.situation(of: .text(word), for: session)
        else { continue }
        return Decider.offers(for: state, in: context).filter(\.isAllowed).map(\.id)
      }
      return []
    }
  }

  /// The conditions of the adopted packs.
  static let conditions = CompletionKind.custom { _, _, _ in
    offered { store, _ in try store.packs().flatMap { $0.conditions.map(\.id) } }
  }

  /// The users.
  static let users = CompletionKind.custom { _, _, _ in
    offered { store, _ in try store.office().users.keys.sorted() }
  }

  /// The packs of the data folder.
  static let packs = CompletionKind.custom { _, _, _ in
    (try? Errand(SharedOptions.none, .present).packNames()) ?? []
  }

  /// The packs and the notices of the data folder.
  static let laws = CompletionKind.custom { _, _, _ in
    let errand = Errand(SharedOptions.none, .present)
    return ((try? errand.packNames()) ?? []) + ((try? errand.campaignNames()) ?? [])
  }

  /// The supervising departments.
  static let departments = CompletionKind.custom { _, _, _ in
    Errand(SharedOptions.none, .present).departments().map(\.id)
  }

  private static func offered(_ words: (CaseStore, Errand) throws -> [String]) -> [String] {
    let errand = Errand(SharedOptions.none, .present)
    guard let store = try? errand.openStore(for: .reading) else { return [] }
    return (try? words(store, errand)) ?? []
  }

  private static var today: CalendarDate {
    Session.day(of: Surroundings.present.moment, utcOffsetMinutes: OfficeSettings.standardOffset)
  }
}

extension SharedOptions {
  /// No option at all.
  static var none: SharedOptions {
    get { (try? SharedOptions.parse([])) ?? SharedOptions() }
  }
}
