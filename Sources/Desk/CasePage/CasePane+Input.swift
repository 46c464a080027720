import Casework
import Quantities
import RulePacks
import TerminalUI

extension CasePane {
  package mutating func take(
    _ input: DeskInput, in circumstances: Circumstances
  ) -> [DeskStep]? {
    if let steps = search(input, circumstances) { return steps }
    switch input {
    case .action(let action): return take(action, circumstances)
    case .mouse(let mouse, let region): return take(mouse, region, circumstances)
    case .key, .paste: return nil
    }
  }

  private mutating func take(
    _ action: DeskAction, _ circumstances: Circumstances
  ) -> [DeskStep]? {
    switch action {
    case .up: return move(.up, circumstances)
    case .down: return move(.down, circumstances)
    case .pageUp: return move(.pageUp, circumstances)
    case .pageDown: return move(.pageDown, circumstances)
    case .first: return move(.home, circumstances)
    case .last: return move(.end, circumstances)
    case .nextTab: return turn(by: 1, circumstances)
    case .previousTab: return turn(by: -1, circumstances)
    case .tab(let index): return Tab(rawValue: index).map { show($0, circumstances) }
    case .offer(let index): return decide(index, circumstances)
    case .act: return [.push(actions(circumstances))]
    case .unfold, .open: return unfold(circumstances)
    case .moment: return nextMoment()
    case Self.openOnly:
      turnOpenOnly()
      findAgain(circumstances)
      return []
    case .article: return articles(circumstances)
    case Self.whyNot: return reasons()
    case GraphPane.action: return graph()
    case .nextCase: return go(1, circumstances)
    case .previousCase: return go(-1, circumstances)
    case .judge: return currentFinding.map { decide(.judge($0), circumstances) }
    case .waive: return waive(circumstances)
    case .depart: return currentFinding.map { decide(.depart($0), circumstances) }
    case .note: return decide(.note, circumstances)
    case .contact: return decide(.contact, circumstances)
    case .assign:
      let department = folder?.state.text("department")
      return decide(
        .assign(current: folder?.state.assignee, department: department), circumstances)
    case .undo: return decide(.undo, circumstances)
    case .reopen: return reopen(circumstances)
    case .host: return host(circumstances)
    case .copy: return copy(folder?.state.number ?? stream.text, circumstances)
    case QueuePane.copyName: return copy(folder?.state.text("name") ?? "", circumstances)
    case .editFacts: return folder.map { [.push(FactsPane($0))] }
    case .attach: return folder.map { [.push(AttachPane($0))] }
    default: return nil
    }
  }

  private mutating func move(_ key: Key, _ circumstances: Circumstances) -> [DeskStep] {
    let rows = bodyRows(circumstances)
    if tab == .overview {
      _ = overview.update(key, rows: rows)
      return []
    }
    _ = lists[tab]?.update(key, rows: rows, letters: false)
    unfolded = nil
    tree = []
    return []
  }

  private mutating func turn(by distance: Int, _ circumstances: Circumstances) -> [DeskStep] {
    let count = Tab.allCases.count
    let next = Tab(rawValue: (tab.rawValue + distance + count) % count) ?? .overview
    return show(next, circumstances)
  }

  private mutating func show(_ tab: Tab, _ circumstances: Circumstances) -> [DeskStep] {
    self.tab = tab
    unfolded = nil
    tree = []
    findAgain(circumstances)
    return []
  }

  private mutating func nextMoment() -> [DeskStep] {
    guard let folder else { return [] }
    let moments = Moment.allCases.filter { folder.findings[$0] != nil }
    guard let place = moments.firstIndex(of: shownMoment(folder)) else { return [] }
    choose(moments[(place + 1) % moments.count])
    return []
  }

  private mutating func unfold(_ circumstances: Circumstances) -> [DeskStep] {
    let id = currentFinding?.id ?? currentEvent?.id ?? "\(tab).\(lists[tab]?.cursor ?? 0)"
    if unfolded == id {
      unfolded = nil
      tree = []
      return []
    }
    unfolded = id
    rebuildTree(circumstances)
    if case .acted(let acted) = currentEvent?.payload, let basis = acted.basis,
      bases[basis] == nil
    {
      return [.effect(.basis(basis))]
    }
    return []
  }

  private func reopen(_ circumstances: Circumstances) -> [DeskStep] {
    let ended = folder?.state.proceedings.filter(\.isEnded) ?? []
    guard !ended.isEmpty else {
      return [
        .toast(
          circumstances.say(zh: "没有已办结的事项", en: "No proceeding has ended"), isDanger: false)
      ]
    }
    return decide(.reopen(ended.map(\.id)), circumstances)
  }

  private func host(_ circumstances: Circumstances) -> [DeskStep] {
    guard let code = folder?.state.text("host.credit_code") else { return [] }
    return [.push(HostPane(creditCode: code))]
  }

  private func copy(_ text: String, _ circumstances: Circumstances) -> [DeskStep] {
    [
      .effect(.copy(text)),
      .toast(circumstances.say(zh: "已复制 \(text)", en: "Copied \(text)"), isDanger: false),
    ]
  }

  private mutating func take(
    _ mouse: MouseEvent, _ region: Int?, _ circumstances: Circumstances
  ) -> [DeskStep]? {
    switch mouse.action {
    case .wheelUp: return move(.up, circumstances)
    case .wheelDown: return move(.down, circumstances)
    case .release: return [.quiet]
    case .press, .doubleClick:
      guard let (kind, index) = Region.read(region) else { return [.quiet] }
      switch kind {
      case .tab: return Tab(rawValue: index).map { show($0, circumstances) }
      case .offer: return decide(index, circumstances)
      case .back: return [.pop]
      case .row:
        if lists[tab]?.cursor == index { return unfold(circumstances) }
        lists[tab]?.cursor = index
        unfolded = nil
        tree = []
        return []
      default: return nil
      }
    }
  }
}
