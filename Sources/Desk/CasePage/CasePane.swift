import CaseStore
package import Casework
import Quantities
import RulePacks
package import TerminalUI
import Wording

/// The page of a case: where it stands, what its conditions came to, what can be done.
package struct CasePane: DeskPane {
  /// The parts of the page.
  enum Tab: Int, CaseIterable, Sendable {
    case overview, conditions, materials, proceedings, history, articles
  }

  private(set) var stream: StreamID
  var place: QueuePlace?
  var folder: CaseFolder?
  var tab = Tab.conditions
  var lists: [Tab: ListView] = [:]
  var overview = TextPane([])
  var unfolded: String?
  var moment: Moment?
  var bases: [String: [Finding]] = [:]
  var tree: [String] = []
  var showsOpenOnly = false
  var finder = Finder()
  var places: [Int] = []
  private var opensActions: Bool
  private var step: Int?

  /// The page of a case.
  ///
  /// - Parameters:
  ///   - place: where it stands in a list, for going on to the next one.
  ///   - opensActions: whether the list of actions is to be opened at once.
  package init(_ stream: StreamID, place: QueuePlace? = nil, opensActions: Bool = false) {
    self.stream = stream
    self.place = place
    self.opensActions = opensActions
  }

  package var contexts: [KeyContext] {
    finder.contexts(
      before: (tab == .conditions ? [DeskKeymap.conditions] : [])
        + [DeskKeymap.casePage, DeskKeymap.list, DeskKeymap.screen, DeskKeymap.everywhere])
  }
  package var isOverlay: Bool { false }

  /// Opens the articles of what cannot be done yet.
  static let whyNot = DeskAction.other("why-not")
  /// Shows all conditions, or those that are still to be seen to.
  static let openOnly = DeskAction.other("open-only")

  package mutating func appear(in circumstances: Circumstances) -> [DeskStep] {
    let vocabulary: [DeskStep] =
      circumstances.vocabulary == nil ? [.effect(.vocabulary)] : []
    return vocabulary + [.effect(.caseFile(.stream(stream)))]
  }

  package mutating func receive(
    _ answer: DeskAnswer, in circumstances: Circumstances
  ) -> [DeskStep] {
    switch answer {
    case .caseFile(let folder):
      guard folder.state.id == stream else { return [.quiet] }
      take(folder, circumstances)
      if opensActions {
        opensActions = false
        return [.push(actions(circumstances))]
      }
    case .vocabulary, .office:
      if let folder { take(folder, circumstances) }
    case .basis(let findings, let hash):
      bases[hash] = findings
      rebuildTree(circumstances)
    case .page(let page, let query): return arrive(page, query, circumstances)
    case .storeChanged: return [.effect(.caseFile(.stream(stream))), .quiet]
    default: return [.quiet]
    }
    return []
  }

  private mutating func take(_ folder: CaseFolder, _ circumstances: Circumstances) {
    self.folder = folder
    for tab in Tab.allCases {
      var list = lists[tab] ?? ListView([], showsHeadings: tab != .overview)
      list.count = count(of: tab, folder)
      lists[tab] = list
    }
    let top = overview.top
    overview = TextPane(
      OverviewText(folder, circumstances).lines(width: mainColumns(circumstances)))
    overview.top = top
    if finder.isActive { find(circumstances) }
    rebuildTree(circumstances)
  }

  /// The moment whose conditions show.
  func shownMoment(_ folder: CaseFolder) -> Moment { moment ?? folder.moment }

  /// The findings that show.
  var findings: [Finding] { folder.map(shownFindings) ?? [] }

  /// The findings of the moment; on demand only those that are neither met nor beside the point.
  private func shownFindings(_ folder: CaseFolder) -> [Finding] {
    let all = folder.findings[shownMoment(folder)] ?? []
    return showsOpenOnly
      ? all.filter { $0.result != .met && $0.result != .notApplicable } : all
  }

  /// Shows all conditions, or those that are still to be seen to.
  mutating func turnOpenOnly() {
    showsOpenOnly.toggle()
    guard let folder else { return }
    choose(shownMoment(folder))
  }

  /// The finding under the cursor.
  var currentFinding: Finding? {
    guard tab == .conditions, let cursor = lists[.conditions]?.cursor else { return nil }
    return findings.indices.contains(cursor) ? findings[cursor] : nil
  }

  /// The event under the cursor, the newest first.
  var currentEvent: Event? {
    guard tab == .history, let folder, let cursor = lists[.history]?.cursor else { return nil }
    let index = folder.events.count - 1 - cursor
    return folder.events.indices.contains(index) ? folder.events[index] : nil
  }

  private func count(of tab: Tab, _ folder: CaseFolder) -> Int {
    switch tab {
    case .overview: 0
    case .conditions: shownFindings(folder).count
    case .materials: MaterialLine.lines(of: folder).count
    case .proceedings: folder.state.proceedings.count
    case .history: folder.events.count
    case .articles: folder.pack.articles.count
    }
  }

  mutating func choose(_ moment: Moment) {
    self.moment = moment
    unfolded = nil
    tree = []
    guard let folder else { return }
    var list = lists[.conditions] ?? ListView([])
    list.cursor = 0
    list.count = count(of: .conditions, folder)
    lists[.conditions] = list
  }

  // MARK: The next case

  /// Asks for the case after or before this one in its list.
  mutating func go(_ distance: Int, _ circumstances: Circumstances) -> [DeskStep] {
    guard let place else {
      return [
        .toast(
          circumstances.say(zh: "没有从列表打开", en: "Not opened from a list"), isDanger: false)
      ]
    }
    var query = place.query
    query.limit = 1
    query.anchor = distance > 0 ? .after(place.key) : .before(place.key)
    step = distance
    return [.effect(.page(query))]
  }

  private mutating func arrive(
    _ page: QueuePage, _ query: QueueQuery, _ circumstances: Circumstances
  ) -> [DeskStep] {
    guard let step, query.limit == 1, var place else { return [.quiet] }
    self.step = nil
    guard let row = page.rows.first, let key = page.keys.first else {
      return [
        .toast(
          step > 0
            ? circumstances.say(zh: "已是最后一件", en: "This is the last case")
            : circumstances.say(zh: "已是第一件", en: "This is the first case"), isDanger: false)
      ]
    }
    place.key = key
    place.index = max(0, place.index + step)
    self.place = place
    stream = row.stream
    folder = nil
    unfolded = nil
    moment = nil
    tree = []
    lists = [:]
    overview.top = 0
    finder = Finder()
    return [.effect(.caseFile(.stream(stream)))]
  }

  package func offers(in circumstances: Circumstances) -> [PaletteOffer] {
    actionOffers(circumstances)
  }
}
