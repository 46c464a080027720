import CaseStore
import Quantities
package import TerminalUI

/// Every command by its name, found while one types: Chinese, pinyin initials or English.
package struct PalettePane: DeskPane {
  private var palette: Palette
  private let actions: [DeskAction]

  /// The commands that a desk offers as it stands.
  package init(_ state: DeskState) {
    let circumstances = state.circumstances
    var offers = state.top?.offers(in: circumstances) ?? []
    var seen = Set(offers.map(\.action))
    for binding in circumstances.keymap.help(in: state.contexts)
    where Self.isCommand(binding.action) && seen.insert(binding.action).inserted {
      offers.append(
        PaletteOffer(
          title: DeskKeymap.help(binding.help),
          note: binding.keys.map { KeyNames.symbol(of: $0, circumstances.language) }
            .joined(separator: " "),
          action: binding.action))
    }
    for theme in circumstances.themes {
      offers.append(
        PaletteOffer(
          title: Bilingual(zh: "配色：" + theme.title.zh, en: "Theme: " + theme.title.en),
          action: .theme(theme.name)))
    }
    offers.append(
      PaletteOffer(
        title: Bilingual(zh: "界面语言：中文", en: "Language: Chinese"), action: .language(.zh)))
    offers.append(
      PaletteOffer(
        title: Bilingual(zh: "界面语言：英文", en: "Language: English"), action: .language(.en)))
    actions = offers.map(\.action)
    palette = Palette(
      offers.enumerated().map { index, offer in
        Palette.Item(
          id: index, title: offer.title[circumstances.language], note: offer.note,
          keys: Self.spellings(of: offer.title), enabled: offer.isEnabled)
      },
      placeholder: circumstances.say(
        zh: "输入名称、拼音首字母或英文", en: "a name, pinyin initials, or English"))
  }

  /// A palette of some offers alone, such as the ways of sorting.
  package init(_ offers: [PaletteOffer], in circumstances: Circumstances, placeholder: String = "")
  {
    actions = offers.map(\.action)
    palette = Palette(
      offers.enumerated().map { index, offer in
        Palette.Item(
          id: index, title: offer.title[circumstances.language], note: offer.note,
          keys: Self.spellings(of: offer.title), enabled: offer.isEnabled)
      }, placeholder: placeholder)
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

  package var contexts: [KeyContext] { ["palette", DeskKeymap.everywhere] }
  package var isOverlay: Bool { true }

  package mutating func take(
    _ input: DeskInput, in circumstances: Circumstances
  ) -> [DeskStep]? {
    switch input {
    case .action(.palette): return [.pop]
    case .key(let key): return answer(palette.update(.key(key)))
    case .paste(let text): return answer(palette.update(.paste(text)))
    case .mouse(let mouse, let region):
      if mouse.action == .wheelUp { return answer(palette.update(.key(.up))) }
      if mouse.action == .wheelDown { return answer(palette.update(.key(.down))) }
      guard mouse.action == .press else { return [.quiet] }
      guard case (.palette, let index)? = Region.read(region) else { return [.pop] }
      return choose(index)
    case .action: return nil
    }
  }

  private func answer(_ reply: Palette.Reply) -> [DeskStep]? {
    switch reply {
    case .ignored: nil
    case .moved: []
    case .chosen(let index): choose(index)
    case .cancelled: [.pop]
    }
  }

  private func choose(_ index: Int) -> [DeskStep] {
    guard actions.indices.contains(index), palette.items[index].enabled else { return [] }
    return [.pop, .passDown(actions[index])]
  }

  package func hints(in circumstances: Circumstances) -> [Hint] {
    [
      Hint(key: "↵", text: circumstances.say(zh: "执行", en: "Run"), action: .confirm),
      Hint(key: "Esc", text: circumstances.say(zh: "关闭", en: "Close"), action: .back),
    ]
  }

  package func draw(
    into frame: inout Frame, _ area: Rect, in circumstances: Circumstances
  ) {
    palette.draw(
      into: &frame, in: area, title: circumstances.say(zh: "命令", en: "Commands"),
      hitBase: Region.palette.id(0))
  }
}
