import CaseStore
import Casework
import Quantities
import RulePacks
package import TerminalUI
import Wording

/// One campaign: its windows with today's place, progress by department, and who is in, late or out.
package struct CampaignPane: DeskPane {
  /// What a tab lists.
  enum Tab: CaseIterable, Hashable {
    case departments, members, late, outside, unknown
  }

  /// The line of the list that it was opened from.
  let line: CampaignLine
  /// What is on record, once it was read.
  var answer: ReadCampaignErrand.Answer?
  /// The tab.
  var tab = Tab.departments
  /// The one department whose cases are listed; nil for all.
  var department: String?
  /// The list of the tab.
  var list = ListView([])
  /// The articles of what was refused last; the key of articles opens them.
  private var refused: [Citation] = []

  /// The screen of a campaign.
  init(_ line: CampaignLine) { self.line = line }

  package var contexts: [KeyContext] {
    [CampaignKeymap.context, DeskKeymap.list, DeskKeymap.screen, DeskKeymap.everywhere]
  }
  package var isOverlay: Bool { false }

  package mutating func appear(in circumstances: Circumstances) -> [DeskStep] { read() }

  private func read() -> [DeskStep] {
    guard line.notice?.cohort != nil else { return [] }
    return [.effect(.errand(ReadCampaignErrand(line.id)))]
  }

  package mutating func receive(
    _ answer: DeskAnswer, in circumstances: Circumstances
  ) -> [DeskStep] {
    switch answer {
    case .errand(_, let result as Result<ReadCampaignErrand.Answer, any Error>):
      switch result {
      case .success(let found) where found.plan.notice.id == line.id:
        let isFirst = self.answer == nil
        self.answer = found
        if isFirst, found.progress == nil { tab = .members }
        list.count = count
        return []
      case .success: return [.quiet]
      case .failure(let error): return trouble(error, circumstances)
      }
    case .errand(let name, let result as Result<Int, any Error>)
    where name == TurnCampaignErrand.answerName:
      switch result {
      case .success(let count):
        let text =
          count > 0
          ? circumstances.say(zh: "\(count) 件进入办理", en: "\(count.counted("run")) opened")
          : circumstances.say(zh: "已记录", en: "Recorded")
        return [.toast(text, isDanger: false), .changed]
      case .failure(let error): return trouble(error, circumstances)
      }
    case .storeChanged: return read() + [.quiet]
    default: return [.quiet]
    }
  }

  private mutating func trouble(
    _ error: any Error, _ circumstances: Circumstances
  ) -> [DeskStep] {
    let trouble = DeskTrouble(error)
    var text = Speech.line(for: trouble, in: circumstances)
    refused = []
    if case .refused(let refusals) = trouble, answer?.pack != nil {
      refused = refusals.list.flatMap(\.cites)
    }
    if !refused.isEmpty, let key = circumstances.keymap.key(for: .article, in: contexts) {
      let symbol = KeyNames.symbol(of: key, circumstances.language)
      text += circumstances.say(zh: "（按 \(symbol) 看条文）", en: " (\(symbol) opens the article)")
    }
    return [.toast(text, isDanger: true)]
  }

  // MARK: Input

  package mutating func take(
    _ input: DeskInput, in circumstances: Circumstances
  ) -> [DeskStep]? {
    switch input {
    case .action(let action):
      if list.follow(action, rows: listRows(circumstances)) { return [] }
      return follow(action, circumstances)
    case .mouse(let mouse, let region):
      switch (mouse.action, Region.read(region)) {
      case (.wheelUp, _): list.scroll(by: -3, rows: listRows(circumstances))
      case (.wheelDown, _): list.scroll(by: 3, rows: listRows(circumstances))
      case (.press, (.tab, let index)?):
        if tabs.indices.contains(index) { turn(to: tabs[index]) }
      case (.press, (.row, let index)?):
        let isAgain = list.cursor == index
        list.cursor = index
        return isAgain ? open() : []
      default: return nil
      }
      return []
    default: return nil
    }
  }

  private mutating func follow(
    _ action: DeskAction, _ circumstances: Circumstances
  ) -> [DeskStep]? {
    switch action {
    case .nextTab, .previousTab:
      guard let place = tabs.firstIndex(of: tab) else { return [] }
      let step = action == .nextTab ? 1 : tabs.count - 1
      turn(to: tabs[(place + step) % tabs.count])
      return []
    case .open: return open()
    case CampaignKeymap.narrow: return narrow(circumstances)
    case CampaignKeymap.notice:
      guard let notice = line.notice else { return [] }
      return [.push(NoticeText.pane(notice, answer?.pack, circumstances))]
    case .article:
      guard let notice = line.notice, let pack = answer?.pack else { return [] }
      if !refused.isEmpty {
        defer { refused = [] }
        return [.push(LawPane(refused, of: pack.under(notice)))]
      }
      let keys = notice.articles.map { notice.cited($0.key) }
      return [.push(LawPane(keys, of: pack.under(notice)))]
    case CampaignKeymap.launch, CampaignKeymap.close: return ask(action, circumstances)
    case .back where department != nil:
      department = nil
      list.count = count
      return []
    default: return nil
    }
  }

  /// The footer: no key for what there is not, such as the cases of an intake that only has a window.
  package func hints(of keymap: [Hint], in circumstances: Circumstances) -> [Hint] {
    var idle: Set<DeskAction> = []
    if line.notice?.cohort == nil {
      idle = [.open, .nextTab, CampaignKeymap.narrow]
      if line.campaign != nil { idle.insert(CampaignKeymap.launch) }
    }
    if line.notice == nil { idle.insert(CampaignKeymap.notice) }
    if let answer, answer.progress != nil, answer.plan.ready.isEmpty {
      idle.insert(CampaignKeymap.launch)
    }
    return keymap.filter { !idle.contains($0.action) }
  }

  /// The tabs: before a campaign is opened there is no progress.
  var tabs: [Tab] {
    answer?.progress == nil ? [.members, .outside, .unknown] : Tab.allCases
  }

  private mutating func turn(to next: Tab) {
    tab = next
    list.cursor = 0
    list.count = count
  }

  private mutating func open() -> [DeskStep] {
    if tab == .departments {
      guard sums.indices.contains(list.cursor) else { return [] }
      department = sums[list.cursor].department
      turn(to: .members)
      return []
    }
    guard let stream = stream(at: list.cursor) else { return [] }
    return [.push(CasePane(stream))]
  }

  private mutating func narrow(_ circumstances: Circumstances) -> [DeskStep] {
    if department != nil {
      department = nil
    } else if tab == .departments {
      return open()
    } else {
      department = departmentOfRow(list.cursor)
    }
    list.cursor = 0
    list.count = count
    return []
  }

  private func ask(_ action: DeskAction, _ circumstances: Circumstances) -> [DeskStep] {
    guard let notice = line.notice else { return [] }
    let isOpening = action == CampaignKeymap.launch
    let ready = answer?.plan.ready.count ?? 0
    let hindered = answer?.plan.hindered.count ?? 0
    var paragraphs: [String]
    if isOpening {
      paragraphs = [
        answer?.progress == nil
          ? circumstances.say(
            zh: "启动批次“\(line.title.zh)”：\(ready) 件进入办理。",
            en: "Open \"\(line.title.en)\": \(ready.counted("run")) to begin.")
          : circumstances.say(zh: "补入 \(ready) 件。", en: "\(ready) more to begin.")
      ]
      if hindered > 0 {
        paragraphs.append(
          circumstances.say(
            zh: "另有 \(hindered) 件属于名单但暂不能启动。",
            en: "\(hindered) more belong to it and cannot be opened yet."))
      }
      if let from = notice.from, from < circumstances.today {
        paragraphs.append(
          circumstances.say(
            zh: "通知期内已经办过的，启动日期可填通知期内的一天，再按各自日期补记提交与审核。",
            en: "Where steps were taken before today, let it open on a day of the notice, and put "
              + "each step on record with its own day."))
      }
    } else {
      paragraphs = [
        circumstances.say(
          zh: "结束批次“\(line.title.zh)”。已在办理的事项照常办完，不因此终结。",
          en: "Close \"\(line.title.en)\". What is under way goes on; nothing ends by it.")
      ]
    }
    return [
      .push(
        CampaignQuestionPane(
          notice, isOpening ? .open : .close, paragraphs, in: circumstances))
    ]
  }
}
