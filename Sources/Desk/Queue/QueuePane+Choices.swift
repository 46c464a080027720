import CaseStore
import Casework
import Quantities
import RulePacks

extension QueuePane {
  func queueOffers(_ circumstances: Circumstances) -> [PaletteOffer] {
    viewOffers() + sortOffers()
      + [
        PaletteOffer(title: ViewsPane.title, note: "V", action: ViewsPane.action, words: "views"),
        PaletteOffer(
          title: SimulatePane.title, action: SimulatePane.action, words: "simulate"),
        PaletteOffer(
          title: Bilingual(zh: "筛选", en: "Filter"), words: "filter", taking: "filter",
          wants: Bilingual(zh: "筛选条件，如 海洋 或 dept:laoshan", en: "a filter, such as dept:laoshan")),
        PaletteOffer(
          title: Bilingual(zh: "查找（不筛选）", en: "Find, without filtering"), words: "find",
          taking: "find", wants: Bilingual(zh: "要找的文字", en: "the text to find")),
        PaletteOffer(
          title: Bilingual(zh: "导出列表为 CSV 文件", en: "Write the list into a CSV file"),
          words: "export", taking: "export",
          wants: Bilingual(zh: "文件路径，如 ~/cases.csv", en: "the path of a file, such as ~/cases.csv")),
      ]
  }

  func viewOffers() -> [PaletteOffer] {
    views.inOrder(tally?.tabs ?? []).map { tab in
      let name = QueueNames.title(of: tab)
      return PaletteOffer(
        title: Bilingual(zh: "视图：" + name.zh, en: "View: " + name.en), note: "· \(tab.count)",
        action: .view(tab.view), words: "view " + QueueNames.word(of: tab.view))
    }
  }

  func sortOffers() -> [PaletteOffer] {
    QueueSort.allCases.map { sort in
      let name = QueueNames.title(of: sort)
      return PaletteOffer(
        title: Bilingual(zh: "按\(name.zh)排序", en: "Sort by \(name.en)"),
        note: sort == self.sort ? (isDescending ? "↓" : "↑") : "", action: .sortBy(sort),
        words: "sort " + sort.rawValue)
    }
  }

  /// What can be done with all or some of the chosen cases.
  func bulkChoices(_ circumstances: Circumstances) -> [PaletteOffer] {
    var choices: [PaletteOffer] = [
      PaletteOffer(
        title: Bilingual(zh: "分办、移交", en: "Assign, hand over"), note: "\(selected.count)",
        action: .assign),
      PaletteOffer(
        title: Bilingual(zh: "登记联系", en: "Log a contact"), note: "\(selected.count)",
        action: .contact),
    ]
    var seen: Set<String> = []
    for offer in bulk.flatMap(\.offers) where seen.insert(offer.id).inserted {
      let same = bulk.compactMap { $0.offers.first { $0.id == offer.id } }
      let able = same.count { $0.isAllowed }
      var choice = PaletteOffer(
        title: offer.label, note: "\(able) / \(bulk.count)", action: .other("bulk." + offer.id),
        isEnabled: able > 0)
      choice.cites = same.flatMap { $0.refusals.flatMap(\.cites) } + offer.cites
      choices.append(choice)
    }
    return choices
  }

  /// How many of many chosen cases are looked at before what can be done with them is offered.
  static let sampled = 60

  /// What the list of actions on the chosen cases is called.
  var bulkTitle: Bilingual {
    let (all, seen) = (selected.count, bulk.count)
    return seen < all
      ? Bilingual(
        zh: "办理已选 \(all) 件（先看其中 \(seen) 件）", en: "Act on \(all.counted("case")) (\(seen) looked at)"
      )
      : Bilingual(zh: "办理已选 \(all) 件", en: "Act on \(all.counted("case"))")
  }

  /// A dialog about the chosen cases, or the one under the cursor.
  func decide(_ plan: DecisionPlan, _ circumstances: Circumstances) -> [DeskStep] {
    let marks =
      selected.isEmpty ? [current].compactMap { $0.map(QueueMark.init) } : selected.inOrder
    guard !marks.isEmpty else { return [] }
    return [
      .push(
        DecisionPane(
          plan, about: marks.map { DecisionSubject($0) }, pack: nil, in: circumstances))
    ]
  }

  /// A dialog about an action on those of the chosen cases that may have it: those looked at by what
  /// they offer, the others by cases that stand alike.
  func bulkDecision(_ action: String, _ circumstances: Circumstances) -> [DeskStep] {
    let seen = Dictionary(bulk.map { ($0.stream, $0) }) { first, _ in first }
    let able = bulk.filter { $0.offers.contains { $0.id == action } }
    guard let first = able.first, let offer = first.offers.first(where: { $0.id == action })
    else { return [] }
    let marks = selected.inOrder
    let streams = Set(able.map(\.stream))
    let kinds = Set(
      marks.filter { streams.contains($0.stream) }.map { Selection.Kind($0.standing) })
    let subjects = marks.compactMap { mark -> DecisionSubject? in
      guard let entry = seen[mark.stream] else {
        return kinds.contains(Selection.Kind(mark.standing))
          ? DecisionSubject(mark, seen: .version(mark.version)) : nil
      }
      return streams.contains(mark.stream) ? DecisionSubject(mark, seen: .heads(entry.heads)) : nil
    }
    var common = offer
    if subjects.count > 1 { common.proceeding = nil }
    return [
      .push(DecisionPane(.act(common), about: subjects, pack: first.pack, in: circumstances))
    ]
  }
}

/// What views and orders are called.
enum QueueNames {
  /// The word of a view after `:view`.
  static func word(of view: QueueView) -> String {
    switch view {
    case .todo: "todo"
    case .all: "all"
    case .underReview: "review"
    case .roster: "roster"
    case .ended: "ended"
    case .stage(let id), .procedure(let id): id
    }
  }

  static func title(of tab: QueueTab) -> Bilingual {
    if let label = tab.label { return label }
    switch tab.view {
    case .todo: return Bilingual(zh: "待办", en: "To do")
    case .all: return Bilingual(zh: "全部", en: "All")
    case .underReview: return Bilingual(zh: "评审中", en: "In review")
    case .roster: return Bilingual(zh: "在册", en: "Roster")
    case .ended: return Bilingual(zh: "已结束", en: "Ended")
    case .stage(let id), .procedure(let id): return Bilingual(zh: id, en: id)
    }
  }

  static func title(of sort: QueueSort) -> Bilingual {
    switch sort {
    case .due: Bilingual(zh: "期限", en: "due date")
    case .number: Bilingual(zh: "编号", en: "number")
    case .name: Bilingual(zh: "中心名称", en: "name")
    case .host: Bilingual(zh: "牵头单位", en: "host")
    case .entered: Bilingual(zh: "进入环节日期", en: "date of entry")
    }
  }
}
