import CaseStore
import Casework
import Quantities
import RulePacks
import TerminalUI

extension QueuePane {
  package mutating func take(
    _ input: DeskInput, in circumstances: Circumstances
  ) -> [DeskStep]? {
    if let steps = search(input, circumstances) { return steps }
    switch input {
    case .action(let action):
      return field == nil ? take(action, circumstances) : typing(action, circumstances)
    case .key(let key): return type(.key(key), circumstances)
    case .paste(let text): return type(.paste(text), circumstances)
    case .mouse(let mouse, let region): return take(mouse, region, circumstances)
    }
  }

  private mutating func take(
    _ action: DeskAction, _ circumstances: Circumstances
  ) -> [DeskStep]? {
    let rows = listRows(circumstances)
    switch action {
    case .up, .previousCase: return move(.up, circumstances)
    case .down, .nextCase: return move(.down, circumstances)
    case .pageUp: return move(.pageUp, circumstances)
    case .pageDown: return move(.pageDown, circumstances)
    case .first: return move(.home, circumstances)
    case .last:
      list.move(by: list.count, rows)
      return load(circumstances)
    case .open: return open(circumstances)
    case .act: return act(circumstances)
    case .filter:
      field = TextField(filterText)
      return []
    case .clearFilter: return clear(circumstances)
    case .nextTab: return turn(by: 1, circumstances)
    case .previousTab: return turn(by: -1, circumstances)
    case .tab(let index): return show(tab: index, circumstances)
    case .view(let view): return show(view, circumstances)
    case .views:
      let title = Bilingual(zh: "视图", en: "Views")
      return [.push(PalettePane(viewOffers(), titled: title, in: circumstances))]
    case ViewsPane.action:
      return (tally?.tabs).map { [.push(ViewsPane($0, arranged: views))] }
    case .sort:
      let title = Bilingual(zh: "排序", en: "Sort")
      return [.push(PalettePane(sortOffers(), titled: title, in: circumstances))]
    case .sortBy(let sort):
      isDescending = self.sort == sort ? !isDescending : false
      self.sort = sort
      return restart(circumstances)
    case .reverse:
      isDescending.toggle()
      return restart(circumstances)
    case .select: return select(circumstances)
    case .selectAll:
      return [
        .effect(
          .errand(
            ChooseAllErrand(
              query: query(.start, circumstances), viewer: circumstances.viewer)))
      ]
    case .clearSelection:
      selected = Selection()
      return []
    case .host: return current?.creditCode.map { [.push(HostPane(creditCode: $0))] }
    case .copy: return copy(current.map { $0.number ?? $0.stream.text }, circumstances)
    case Self.copyName: return copy(current?.name, circumstances)
    case Self.wider:
      extra = min(Self.mostExtra, extra + 2)
      return []
    case Self.narrower:
      extra = max(-Self.mostExtra, extra - 2)
      return []
    case .other(let name) where name.hasPrefix("filter:"):
      filterText = String(name.dropFirst("filter:".count))
      return apply(circumstances)
    case .other(let name) where name.hasPrefix("export:"):
      return [
        .effect(
          .errand(
            ExportListErrand(
              query: query(.start, circumstances), path: String(name.dropFirst("export:".count)),
              circumstances: circumstances)))
      ]
    case .other(let name) where name.hasPrefix("find:"):
      return look(for: String(name.dropFirst("find:".count)), circumstances)
    case .assign: return decide(.assign(current: nil, department: nil), circumstances)
    case .contact: return decide(.contact, circumstances)
    case .note: return decide(.note, circumstances)
    case .other(let name) where name.hasPrefix("bulk."):
      return bulkDecision(String(name.dropFirst(5)), circumstances)
    case .back: return clear(circumstances)
    default: return nil
    }
  }

  private func copy(_ text: String?, _ circumstances: Circumstances) -> [DeskStep] {
    guard let text else { return [] }
    return [
      .effect(.copy(text)),
      .toast(circumstances.say(zh: "已复制 \(text)", en: "Copied \(text)"), isDanger: false),
    ]
  }

  private mutating func move(_ key: Key, _ circumstances: Circumstances) -> [DeskStep] {
    _ = list.update(key, rows: listRows(circumstances), letters: false)
    return load(circumstances)
  }

  private mutating func open(_ circumstances: Circumstances) -> [DeskStep] {
    guard let row = current else { return [] }
    return [.push(CasePane(row.stream, place: place(of: list.cursor, circumstances)))]
  }

  /// Where the row at a place stands in the list, so that the case page can go on to the next.
  private func place(of index: Int, _ circumstances: Circumstances) -> QueuePlace? {
    window.key(at: index).map {
      QueuePlace(
        query: query(.start, circumstances), key: $0, index: index, total: total ?? list.count)
    }
  }

  private mutating func act(_ circumstances: Circumstances) -> [DeskStep] {
    guard !selected.isEmpty else {
      guard let row = current else { return [] }
      return [
        .push(
          CasePane(
            row.stream, place: place(of: list.cursor, circumstances), opensActions: true))
      ]
    }
    bulkTicket += 1
    return [.effect(.errand(LookAgainErrand(streams: selected.streams, ticket: bulkTicket)))]
  }

  private mutating func clear(_ circumstances: Circumstances) -> [DeskStep] {
    if !selected.isEmpty {
      selected = Selection()
      return []
    }
    guard !filter.isEmpty || !filterText.isEmpty else { return [] }
    filter = QueueFilter()
    filterText = ""
    problem = nil
    return restart(circumstances)
  }

  private mutating func turn(by distance: Int, _ circumstances: Circumstances) -> [DeskStep] {
    let tabs = tabs
    guard !tabs.isEmpty else { return [] }
    let place = tabs.firstIndex { $0.view == view } ?? 0
    return show(tabs[(place + distance + tabs.count) % tabs.count].view, circumstances)
  }

  private mutating func show(tab index: Int, _ circumstances: Circumstances) -> [DeskStep] {
    guard tabs.indices.contains(index) else { return [] }
    return show(tabs[index].view, circumstances)
  }

  private mutating func show(_ view: QueueView, _ circumstances: Circumstances) -> [DeskStep] {
    self.view = view
    return restart(circumstances)
  }

  private mutating func select(_ circumstances: Circumstances) -> [DeskStep] {
    guard let row = current else { return [] }
    selected.toggle(QueueMark(row))
    return move(.down, circumstances)
  }

  // MARK: The filter

  private mutating func typing(
    _ action: DeskAction, _ circumstances: Circumstances
  ) -> [DeskStep]? {
    switch action {
    case .confirm:
      field = nil
      return []
    case .cancel:
      field = nil
      return clear(circumstances)
    case .up: return move(.up, circumstances)
    case .down: return move(.down, circumstances)
    case .pageUp: return move(.pageUp, circumstances)
    case .pageDown: return move(.pageDown, circumstances)
    default: return nil
    }
  }

  private mutating func type(
    _ event: InputEvent, _ circumstances: Circumstances
  ) -> [DeskStep]? {
    guard var field else { return nil }
    let reply = field.update(event)
    self.field = field
    guard reply == .changed else { return reply == .ignored ? nil : [] }
    filterText = field.text
    return apply(circumstances)
  }

  /// Narrows the list by what stands in the filter line; what is wrong with it is said there.
  private mutating func apply(_ circumstances: Circumstances) -> [DeskStep] {
    do {
      let read = try QueueFilter(parsing: filterText)
      problem = nil
      guard read != filter else { return [] }
      filter = read
      return restart(circumstances)
    } catch {
      problem = error
      if field == nil { field = TextField(filterText) }
      return []
    }
  }

  // MARK: The mouse

  private mutating func take(
    _ mouse: MouseEvent, _ region: Int?, _ circumstances: Circumstances
  ) -> [DeskStep]? {
    let rows = listRows(circumstances)
    switch mouse.action {
    case .wheelUp:
      list.scroll(by: -3, rows: rows)
      return load(circumstances)
    case .wheelDown:
      list.scroll(by: 3, rows: rows)
      return load(circumstances)
    case .press, .doubleClick:
      guard let (kind, index) = Region.read(region) else { return [.quiet] }
      switch kind {
      case .row:
        let isAgain = list.cursor == index
        list.cursor = index
        if mouse.action == .doubleClick || isAgain && mouse.button == 1 {
          return open(circumstances)
        }
        return load(circumstances)
      case .tab: return show(tab: index, circumstances)
      default: return nil
      }
    case .release: return [.quiet]
    }
  }
}
