import CaseStore
import Casework
import Quantities
import RulePacks
import TerminalUI

extension DeskTools {
  /// Does what an effect asks for.
  ///
  /// - Returns: the answer; nil where there is none to give.
  func carryOut(_ effect: DeskEffect, _ circumstances: Circumstances) -> DeskAnswer? {
    do {
      return try answer(effect, circumstances)
    } catch {
      return .trouble(DeskTrouble(error))
    }
  }

  private func answer(
    _ effect: DeskEffect, _ circumstances: Circumstances
  ) throws -> DeskAnswer? {
    switch effect {
    case .copy(let text): terminal.copy(text)
    case .bell: terminal.bell()
    case .suspend: terminal.suspend()
    case .repaint: terminal.repaint()
    case .theme(let name): theme = loadedTheme(name) ?? theme
    case .remember(let language, let theme): try remember(language, theme)
    case .saveDrafts(let drafts): return save(drafts, circumstances)
    case .loadDrafts: return .drafts(try DraftShelf(options.draftsFile).takeDown())
    case .editor(let text, let ticket): return .edited(edit(text), ticket: ticket)
    case .vocabulary: return .vocabulary(options.vocabulary())
    case .errand(let errand): return .errand(errand.name, errand.run(with: self))
    default:
      guard let store else { return nil }
      return try read(effect, from: store, circumstances)
    }
    return nil
  }

  private func read(
    _ effect: DeskEffect, from store: any DeskStore, _ circumstances: Circumstances
  ) throws -> DeskAnswer? {
    switch effect {
    case .office:
      let office = try store.office()
      return .office(office, try store.labels(), try? office.user(of: session))
    case .tally: return .tally(try store.tally(for: circumstances.viewer))
    case .page(let query):
      return .page(try store.page(query, for: circumstances.viewer), for: query)
    case .total(let query):
      return .total(try store.total(of: query, for: circumstances.viewer), for: query)
    case .glance(let stream):
      let (state, context) = try store.situation(of: .stream(stream), for: session)
      return .glance(Glance(state: state, context: context))
    case .caseFile(let reference):
      let (state, context) = try store.situation(of: reference, for: session)
      let events = try store.events(of: .stream(state.id), at: .now)
      var folder = CaseFolder(state: state, context: context, events: events)
      for case .migrated(let migrated) in events.lazy.compactMap(\.payload) {
        folder.earlierPacks[migrated.fromLaw] = try? (store as? CaseStore)?.pack(
          migrated.from, law: migrated.fromLaw)
      }
      return .caseFile(folder)
    case .host(let code): return .host(try store.hostPage(creditCode: code))
    case .basis(let hash):
      let findings = try store.basis(hash).map { try Basis.findings(from: $0) } ?? []
      return .basis(findings, hash: hash)
    case .forecast(let errand, let ticket):
      return .forecast(result(of: errand, isDryRun: true, in: store), ticket: ticket)
    case .perform(let errand, let ticket):
      return .performed(result(of: errand, isDryRun: false, in: store), ticket: ticket)
    case .bulkOffers(let streams, let ticket):
      return .bulkOffers(try streams.map { try offers(of: $0, in: store) }, ticket: ticket)
    case .bulk(let errands, let isDryRun, let ticket):
      return .bulk(handful(of: errands, isDryRun: isDryRun, in: store), ticket: ticket)
    default: return nil
    }
  }

  /// How long cases are gone through before the next picture, in milliseconds.
  private static let patience: Int64 = 60

  /// Goes through cases, at least one, until it is time for a picture.
  private func handful(
    of errands: [DeskEffect.Errand], isDryRun: Bool, in store: any DeskStore
  ) -> [BulkResult] {
    let end = options.clock() + Self.patience
    var results: [BulkResult] = []
    for errand in errands {
      results.append(
        BulkResult(
          stream: errand.stream, result: result(of: errand, isDryRun: isDryRun, in: store)))
      if options.clock() >= end { break }
    }
    return results
  }

  private func result(
    of errand: DeskEffect.Errand, isDryRun: Bool, in store: any DeskStore
  ) -> Result<Performed, DeskTrouble> {
    var session = session
    session.on = errand.on
    do {
      return .success(
        isDryRun
          ? try store.preview(
            errand.command, on: .stream(errand.stream), by: session, expecting: errand.seen)
          : try store.perform(
            errand.command, on: .stream(errand.stream), by: session, expecting: errand.seen))
    } catch {
      return .failure(DeskTrouble(error))
    }
  }

  private func offers(of stream: StreamID, in store: any DeskStore) throws -> BulkOffer {
    let (state, context) = try store.situation(of: .stream(stream), for: session)
    return BulkOffer(
      stream: stream, pack: context.pack, heads: state.heads,
      offers: Decider.offers(for: state, in: context))
  }

  private func loadedTheme(_ name: String) -> Theme? {
    if name == Theme.dark.name, options.themesFolder == nil { return .dark }
    guard let folder = options.themesFolder,
      let text = SmallFile.text(of: folder + "/" + name + ".yaml")
    else { return nil }
    return try? Theme.read(text, file: name + ".yaml")
  }

  private func remember(_ language: Language, _ theme: String) throws {
    guard let file = options.settingsFile else { return }
    try DeskSettings(language: language, theme: theme).save(to: file)
  }

  /// Puts drafts on the shelf; the answer where they are not on it.
  private func save(_ drafts: [Draft], _ circumstances: Circumstances) -> DeskAnswer? {
    do {
      try DraftShelf(options.draftsFile).save(drafts, of: circumstances.user?.name)
      return nil
    } catch {
      return .draftsNotKept(error)
    }
  }

  /// Hands a text to the person's editor; nil where nothing came of it.
  private func edit(_ text: String) -> String? {
    guard !options.editor.isEmpty, let path = SmallFile.temporary(containing: text) else {
      return nil
    }
    defer { SmallFile.remove(path) }
    guard terminal.handOff(to: options.editor + [path]) == 0 else { return nil }
    var edited = SmallFile.text(of: path)
    while edited?.last?.isNewline == true { edited?.removeLast() }
    return edited
  }
}
