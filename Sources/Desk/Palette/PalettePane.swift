import CaseStore
package import Quantities
package import RulePacks
package import TerminalUI

/// Every command by its name, found while one types: Chinese, pinyin initials or English.
package struct PalettePane: DeskPane {
  private var palette: Palette
  private let offers: [PaletteOffer]
  private let title: Bilingual
  private let pack: RulePack?

  /// The commands that a desk offers as it stands.
  package init(_ state: DeskState) {
    let circumstances = state.circumstances
    var offers = state.top?.offers(in: circumstances) ?? []
    var seen = Set(offers.map(\.action))
    for binding in circumstances.keymap.help(in: state.contexts)
    where Self.isCommand(binding.action) && seen.insert(binding.action).inserted {
      let keys = binding.keys.map { KeyNames.symbol(of: $0, circumstances.language) }
        .joined(separator: " ")
      // A command that takes something and the key that opens a field for it are one entry.
      if let index = offers.firstIndex(where: { $0.takesArgument && $0.words == binding.name }) {
        offers[index].note = keys
        offers[index].bare = binding.action
        continue
      }
      offers.append(
        PaletteOffer(
          title: DeskKeymap.help(binding.help), note: keys,
          action: binding.action,
          words: binding.action == .open ? "" : binding.name))
    }
    offers.append(
      PaletteOffer(
        title: Bilingual(zh: "打开案卷", en: "Open a case"), words: "open", taking: "open",
        wants: Bilingual(zh: "编号、简称或名称", en: "a number, an alias or a name")))
    if !seen.contains(.undo) {
      offers.append(
        PaletteOffer(
          title: Bilingual(zh: "撤回（在案卷页）", en: "Undo, on the page of a case"), action: .undo,
          words: "undo"))
    }
    for theme in circumstances.themes {
      offers.append(
        PaletteOffer(
          title: Bilingual(zh: "配色：" + theme.title.zh, en: "Theme: " + theme.title.en),
          action: .theme(theme.name), words: "theme " + theme.name))
    }
    offers.append(
      PaletteOffer(
        title: Bilingual(zh: "界面语言：中文", en: "Language: Chinese"), action: .language(.zh),
        words: "language zh"))
    offers.append(
      PaletteOffer(
        title: Bilingual(zh: "界面语言：英文", en: "Language: English"), action: .language(.en),
        words: "language en"))
    self.init(
      offers, titled: Bilingual(zh: "命令", en: "Commands"), in: circumstances,
      placeholder: circumstances.say(
        zh: "名称、拼音首字母或命令词；Tab 补全", en: "a name or a command word; Tab completes it"))
  }

  /// A palette of some offers alone, such as the ways of sorting.
  ///
  /// - Parameter pack: the regulation whose articles the offers cite.
  package init(
    _ offers: [PaletteOffer], titled title: Bilingual, under pack: RulePack? = nil,
    in circumstances: Circumstances, placeholder: String? = nil
  ) {
    self.offers = offers
    self.title = title
    self.pack = pack
    palette = Palette(
      offers.enumerated().map { index, offer in
        Palette.Item(
          id: index, title: offer.title[circumstances.language], note: offer.note,
          keys: Self.spellings(of: offer.title), enabled: offer.isEnabled, words: offer.words,
          takesArgument: offer.takesArgument)
      },
      placeholder: placeholder
        ?? circumstances.say(zh: "输入以缩小范围", en: "type to narrow it down"),
      nothing: circumstances.say(zh: "没有这样的命令", en: "There is no such command"))
  }

  private static func spellings(of title: Bilingual) -> [String] {
    [title.zh, title.en] + PinyinInitials.keys(for: title.zh, limit: 4)
  }

  /// Moving about is no command.
  private static func isCommand(_ action: DeskAction) -> Bool {
    switch action {
    case .up, .down, .pageUp, .pageDown, .first, .last, .palette, .offer, .nextField,
      .previousField:
      false
    default: true
    }
  }

  package var contexts: [KeyContext] { [DeskKeymap.commands, DeskKeymap.everywhere] }
  package var isOverlay: Bool { true }

  package mutating func take(
    _ input: DeskInput, in circumstances: Circumstances
  ) -> [DeskStep]? {
    switch input {
    case .action(.palette): return [.pop]
    case .action(.article):
      guard let pack, let cites = palette.current.map({ offers[$0.id].cites }), !cites.isEmpty
      else { return [] }
      return [.push(LawPane(cites, of: pack))]
    case .key(let key): return answer(palette.update(.key(key)), circumstances)
    case .paste(let text): return answer(palette.update(.paste(text)), circumstances)
    case .mouse(let mouse, let region):
      if mouse.action == .wheelUp { return answer(palette.update(.key(.up)), circumstances) }
      if mouse.action == .wheelDown {
        return answer(palette.update(.key(.down)), circumstances)
      }
      guard mouse.action == .press else { return [.quiet] }
      guard case (.palette, let index)? = Region.read(region) else { return [.pop] }
      return choose(index)
    case .action: return nil
    }
  }

  private func answer(_ reply: Palette.Reply, _ circumstances: Circumstances) -> [DeskStep]? {
    let say = circumstances.say
    switch reply {
    case .unknown(let word):
      return [
        .effect(.bell),
        .toast(say("没有“\(word)”这样的命令", "There is no command \"\(word)\""), isDanger: true),
      ]
    case .wanting(let index):
      if let bare = offers[index].bare { return [.pop, .passDown(bare)] }
      guard let wants = offers[index].wants?[circumstances.language] else { return [] }
      return [.toast(say("请接着输入：\(wants)", "Now type \(wants)"), isDanger: false)]
    case .ignored: return nil
    case .moved: return []
    case .chosen(let index): return choose(index)
    case .cancelled: return [.pop]
    }
  }

  private func choose(_ index: Int) -> [DeskStep] {
    guard offers.indices.contains(index), palette.items[index].enabled else { return [] }
    if case .other(let name) = offers[index].action, offers[index].takesArgument {
      guard let argument = palette.argument(of: palette.items[index]) else {
        return offers[index].bare.map { [.pop, .passDown($0)] } ?? []
      }
      return [.pop, .passDown(.other(name + argument))]
    }
    return [.pop, .passDown(offers[index].action)]
  }

  package func hints(of keymap: [Hint], in circumstances: Circumstances) -> [Hint] {
    let law =
      pack == nil
      ? []
      : [Hint(key: "F3", text: circumstances.say(zh: "看条文", en: "Article"), action: .article)]
    return [Hint(key: "↵", text: circumstances.say(zh: "执行", en: "Run"), action: .confirm)]
      + law + [
        Hint(key: "Esc", text: circumstances.say(zh: "关闭", en: "Close"), action: .back)
      ]
  }

  package func draw(
    into frame: inout Frame, _ area: Rect, in circumstances: Circumstances
  ) {
    palette.draw(
      into: &frame, in: area, title: title[circumstances.language],
      hitBase: Region.palette.id(0))
  }
}
