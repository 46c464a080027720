import CaseStore
import Casework
import Quantities
package import TerminalUI

/// The queue: tabs, a filter, the cases, and a glance at the one under the cursor.
package struct QueuePane: DeskPane {
  /// How long the cursor rests before a case is looked at, in milliseconds.
  static let glanceDelay: Int64 = 120
  /// How many glances are kept.
  static let glanceLimit = 64

  var view: QueueView = .todo
  var sort: QueueSort = .due
  var isDescending = false
  var filter = QueueFilter()
  var filterText = ""
  var field: TextField?
  var problem: Problem?
  var list = ListView([], showsHeadings: true)
  var window = QueueWindow()
  var tally: QueueTally?
  var total: Int?
  var selected = Selection()
  var glances: [StreamID: (version: Int, glance: Glance)] = [:]
  var glanceAt: Int64?
  var totalAt: Int64?
  var bulkTicket = 0
  var finder = Finder()
  /// Columns by which the centre's name is wider than it would be.
  var extra = 0
  var findsFrom: QueueKey?
  /// Which views show, in which order.
  var views = ViewArrangement()
  /// How it was arranged when it opened.
  var arranged = Arrangement()

  /// Copies the name of the centre.
  static let copyName = DeskAction.other("copy-name")
  /// Gives the name of the centre more room.
  static let wider = DeskAction.other("wider")
  /// How far the name's column can be moved either way.
  static let mostExtra = 16
  /// Gives the name of the centre less room.
  static let narrower = DeskAction.other("narrower")

  /// The queue as it opens.
  package init() {}

  package var contexts: [KeyContext] {
    guard field == nil else { return [DeskKeymap.filter, DeskKeymap.everywhere] }
    return finder.contexts(
      before: [DeskKeymap.queue, DeskKeymap.list, DeskKeymap.screen, DeskKeymap.everywhere])
  }
  package var isOverlay: Bool { false }

  package var wakesAt: Int64? {
    guard let glanceAt, let totalAt else { return glanceAt ?? totalAt }
    return min(glanceAt, totalAt)
  }

  /// The case under the cursor is likely to be opened.
  package var foreseen: [DeskEffect] { current.map { [.caseFile(.stream($0.stream))] } ?? [] }

  /// The row under the cursor.
  var current: QueueRow? { window[list.cursor] }

  /// The query without its place.
  func query(_ anchor: QueueAnchor, _ circumstances: Circumstances) -> QueueQuery {
    QueueQuery(
      view: view, filter: filter, sort: sort, isDescending: isDescending,
      limit: max(60, 3 * listRows(circumstances)), anchor: anchor)
  }

  package mutating func appear(in circumstances: Circumstances) -> [DeskStep] {
    [.effect(.tally)] + restart(circumstances)
  }

  /// Reads the list from its beginning.
  mutating func restart(_ circumstances: Circumstances) -> [DeskStep] {
    window = QueueWindow()
    total = nil
    list.cursor = 0
    list.count = 0
    return [.effect(.page(query(.start, circumstances)))]
  }

  package mutating func pass(
    time now: Int64, in circumstances: Circumstances
  ) -> [DeskStep]? {
    var steps: [DeskStep] = []
    if let at = totalAt, at <= now {
      totalAt = nil
      steps.append(.effect(.total(query(.start, circumstances))))
    }
    if let at = glanceAt, at <= now {
      glanceAt = nil
      if let row = current, glances[row.stream]?.version != row.version {
        steps.append(.effect(.glance(row.stream)))
      }
    }
    return steps.isEmpty ? nil : steps + [.quiet]
  }

  package mutating func receive(
    _ answer: DeskAnswer, in circumstances: Circumstances
  ) -> [DeskStep] {
    switch answer {
    case .tally(let tally): return take(tally, circumstances)
    case .page(let page, let query): return take(page, query, circumstances)
    case .total(let total, let query):
      guard query == self.query(.start, circumstances) else { return [.quiet] }
      self.total = total
      list.count = max(total, window.range.upperBound)
    case .glance(let glance): keep(glance)
    case .bulkOffers(let offers, let ticket):
      guard ticket == bulkTicket else { return [.quiet] }
      bulk = offers
      return [
        .push(
          PalettePane(
            bulkChoices(circumstances),
            titled: bulkTitle,
            under: offers.first?.pack, in: circumstances))
      ]
    case .errand(_, let value as Result<FindRowErrand.Answer, any Error>):
      return arrive(value, circumstances)
    case .errand(_, let value as ExportListErrand.Answer):
      switch value {
      case .success(let (count, path)):
        return [
          .toast(
            circumstances.say(
              zh: "已导出 \(count) 件：\(path)", en: "\(count.counted("case")) in \(path)"),
            isDanger: false)
        ]
      case .failure(let trouble):
        return [.toast(Speech.line(for: trouble, in: circumstances), isDanger: true)]
      }
    case .errand(_, let value as ChooseAllErrand.Answer):
      switch value {
      case .success(let marks):
        selected.insert(marks)
        return [
          .toast(
            circumstances.say(
              zh: "已选 \(selected.count) 件（Esc 取消选择）",
              en: "\(selected.count) selected (Esc: none)"), isDanger: false)
        ]
      case .failure(let trouble):
        return [.toast(Speech.line(for: trouble, in: circumstances), isDanger: true)]
      }
    case .errand(_, let value as SettingsErrand.Answer):
      guard value.isNew, let arranged = value.settings.views else { return [.quiet] }
      views = arranged
    case .errand(_, let value as DoneWithErrand.Answer): selected.remove(value.streams)
    case .errand(_, let value as LookAgainErrand.Answer):
      guard value.ticket == bulkTicket else { return [.quiet] }
      switch value.marks {
      case .success(let marks):
        selected.replace(by: marks)
        guard !selected.isEmpty else { return [] }
        return [.effect(.bulkOffers(selected.sample(Self.sampled), ticket: bulkTicket))]
      case .failure(let trouble):
        return [.toast(Speech.line(for: trouble, in: circumstances), isDanger: true)]
      }
    case .storeChanged: return reload(circumstances)
    default: return [.quiet]
    }
    return []
  }

  /// What can be done with the chosen cases, as last asked.
  var bulk: [BulkOffer] = []

  private mutating func take(
    _ page: QueuePage, _ query: QueueQuery, _ circumstances: Circumstances
  ) -> [DeskStep] {
    guard query.view == view, query.filter == filter, query.sort == sort,
      query.isDescending == isDescending
    else { return [.quiet] }
    // What stood here is gone, as after a whole list was worked off: the list begins anew.
    if page.rows.isEmpty, case .offset(let place) = query.anchor, place > 0 {
      return restart(circumstances)
    }
    window.take(page, for: query, total: total)
    if total == nil {
      if window.hasMore {
        totalAt = circumstances.now + 40
        list.count = window.range.upperBound
        if filter.isEmpty, let tab = tally?.tabs.first(where: { $0.view == view }) {
          total = tab.count
          totalAt = nil
        }
      } else {
        total = window.range.upperBound
      }
    }
    list.count = max(total ?? 0, window.range.upperBound)
    glanceAt = circumstances.now + Self.glanceDelay
    return []
  }

  /// Takes tabs and counts in; where the view was put away, the first that shows takes its place.
  private mutating func take(_ tally: QueueTally, _ circumstances: Circumstances) -> [DeskStep] {
    let isFirst = self.tally == nil
    self.tally = tally
    guard isFirst, views.hidden.contains(view.id), let first = tabs.first else { return [] }
    view = first.view
    return restart(circumstances)
  }

  /// The views that show.
  var tabs: [QueueTab] { views.shown(tally?.tabs ?? []) }

  private mutating func keep(_ glance: Glance) {
    if glances.count >= Self.glanceLimit { glances.removeAll() }
    glances[glance.state.id] = (glance.state.version, glance)
  }

  /// Reads again what shows, in its place.
  private mutating func reload(_ circumstances: Circumstances) -> [DeskStep] {
    total = nil
    var query = query(.offset(window.start), circumstances)
    query.limit = max(query.limit, window.rows.count)
    return [.effect(.tally), .effect(.page(query)), .quiet]
  }

  /// Asks for rows that show and are not loaded.
  mutating func load(_ circumstances: Circumstances) -> [DeskStep] {
    glanceAt = circumstances.now + Self.glanceDelay
    let rows = listRows(circumstances)
    var wanted = list.visible(rows: rows)
    if window.hasMore, total == nil, list.cursor == list.count - 1 {
      wanted = wanted.lowerBound..<(wanted.upperBound + 1)
    }
    guard let anchor = window.anchor(for: wanted, total: total) else { return [] }
    return [.effect(.page(query(anchor, circumstances)))]
  }

  package func offers(in circumstances: Circumstances) -> [PaletteOffer] {
    queueOffers(circumstances)
  }
}
