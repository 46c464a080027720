import Casework
import Quantities
import RulePacks
import TerminalUI
import Wording

extension CasePane {
  /// What can be done, first, and what cannot yet, those refused for one reason together; the digits
  /// count through all.
  var orderedOffers: [ActionOffer] {
    let offers = folder?.offers ?? []
    var reasons: [Refusal?] = []
    var groups: [[ActionOffer]] = []
    for offer in offers where !offer.isAllowed {
      if let place = reasons.firstIndex(of: offer.refusals.first) {
        groups[place].append(offer)
      } else {
        reasons.append(offer.refusals.first)
        groups.append([offer])
      }
    }
    return offers.filter(\.isAllowed) + groups.flatMap(\.self)
  }

  func actionOffers(_ circumstances: Circumstances) -> [PaletteOffer] {
    guard let folder else { return [] }
    let wording = circumstances.wording(under: folder.pack)
    return orderedOffers.enumerated().map { index, offer in
      let why = offer.refusals.first.map { wording.message(for: $0) } ?? ""
      var entry = PaletteOffer(
        title: offer.label,
        note: offer.isAllowed
          ? (index < 9 ? "\(index + 1)" : "") : circumstances.widths.clip(why, to: 34),
        action: .offer(index))
      entry.cites = offer.refusals.flatMap(\.cites) + offer.cites
      return entry
    }
  }

  /// The list of actions; F3 opens the articles of the one under the cursor.
  func actions(_ circumstances: Circumstances) -> PalettePane {
    PalettePane(
      actionOffers(circumstances), titled: Bilingual(zh: "办理", en: "Act"), under: folder?.pack,
      in: circumstances)
  }

  /// Opens the dialog of an action.
  func decide(_ index: Int, _ circumstances: Circumstances) -> [DeskStep] {
    let offers = orderedOffers
    guard offers.indices.contains(index) else { return [] }
    return decide(.act(offers[index]), circumstances)
  }

  /// Opens a dialog about this case.
  func decide(_ plan: DecisionPlan, _ circumstances: Circumstances) -> [DeskStep] {
    guard let folder else { return [] }
    return [
      .push(
        DecisionPane(
          plan, about: [DecisionSubject(folder: folder)], pack: folder.pack, in: circumstances))
    ]
  }

  /// The dialog of a waiver: what may be done next with the condition under the cursor.
  func waive(_ circumstances: Circumstances) -> [DeskStep] {
    guard let finding = currentFinding else { return [] }
    guard finding.waivableBy != nil || finding.result == .waiverRequested else {
      let departs = finding.force == .default && finding.result == .notMet
      let key = circumstances.keymap.key(for: .depart, in: contexts)
        .map { KeyNames.symbol(of: $0, circumstances.language) }
      let hint =
        departs
        ? key.map {
          circumstances.say(zh: "；一般要求可按 \($0) 作偏离说明", en: "; \($0) departs from a default")
        } : nil
      return [
        .toast(
          circumstances.say(zh: "这一条件不可放宽", en: "This condition cannot be waived")
            + (hint ?? ""), isDanger: false)
      ]
    }
    return decide(.waive(finding), circumstances)
  }

  /// Shows the articles that what is under the cursor rests on; among all articles the one there.
  func articles(_ circumstances: Circumstances) -> [DeskStep] {
    guard let folder else { return [] }
    if tab == .articles {
      let cursor = lists[.articles]?.cursor ?? 0
      return [.push(LawPane(folder.pack.articles.map(\.key), selected: cursor, of: folder.pack))]
    }
    return [.push(LawPane(citedHere(folder), of: folder.pack))]
  }

  /// The footer: what fits what is under the cursor, the rest by the keymap.
  package func hints(of keymap: [Hint], in circumstances: Circumstances) -> [Hint] {
    if finder.field != nil { return keymap }
    let say = circumstances.say
    var hints = [Hint(key: "1–9", text: say("办理", "Act"), action: .act)]
    func add(_ action: DeskAction, _ zh: String, _ en: String) {
      guard let key = circumstances.keymap.key(for: action, in: contexts) else { return }
      hints.append(
        Hint(
          key: KeyNames.symbol(of: key, circumstances.language), text: say(zh, en),
          action: action))
    }
    if let finding = currentFinding {
      if finding.result == .judgement { add(.judge, "判断", "Judge") }
      if finding.result == .waiverRequested || finding.result == .notMet {
        if finding.waivableBy != nil { add(.waive, "放宽", "Waive") }
        if finding.force == .default { add(.depart, "偏离", "Depart") }
      }
    }
    if tab != .overview { add(.unfold, "展开", "Unfold") }
    add(.editFacts, "改事实", "Facts")
    add(.article, "看条文", "Law")
    add(.nextTab, "切换", "Tabs")
    if finder.isActive {
      add(.searchNext, "下一处", "Next")
      add(.searchPrevious, "上一处", "Previous")
      add(.cancel, "结束查找", "End the search")
    } else if place != nil {
      add(.nextCase, "下一件", "Next")
    }
    add(.undo, "撤回", "Undo")
    add(.help, "帮助", "Help")
    if !finder.isActive { add(.back, "返回", "Back") }
    return hints
  }
}
