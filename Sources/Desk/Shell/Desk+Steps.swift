import Casework
import Quantities
import TerminalUI

extension Desk {
  /// Carries out what a pane asks for; the picture is drawn again unless the pane says that nothing
  /// in it has changed.
  static func carryOut(
    _ steps: [DeskStep], from index: Int, _ state: inout DeskState
  ) -> [DeskEffect] {
    var effects: [DeskEffect] = []
    var isQuiet = false
    var showsMore = false
    for step in steps {
      switch step {
      case .quiet: isQuiet = true
      case .effect: break
      default: showsMore = true
      }
      carryOut(step, from: index, &state, &effects)
    }
    if showsMore || !isQuiet { state.needsDrawing = true }
    return effects
  }

  private static func carryOut(
    _ step: DeskStep, from index: Int, _ state: inout DeskState, _ effects: inout [DeskEffect]
  ) {
    switch step {
    case .effect(let effect): effects.append(effect)
    case .push(let pane):
      state.panes.append(pane)
      appear(&state, &effects)
    case .pop:
      if state.panes.count > 1 { remove(index, &state) } else { state.isDone = true }
    case .replace(let pane):
      remove(index, &state)
      state.panes.append(pane)
      appear(&state, &effects)
    case .toast(let text, let isDanger): show(text, isDanger: isDanger, &state)
    case .keep(let draft):
      state.drafts[draft.key] = draft
      effects.append(.saveDrafts(Array(state.drafts.values)))
    case .drop(let key):
      guard state.drafts.removeValue(forKey: key) != nil else { return }
      effects.append(.saveDrafts(Array(state.drafts.values)))
    case .passDown(let action): effects += take(.action(action), &state)
    case .changed:
      for place in state.panes.indices where place < state.panes.count {
        let steps = state.panes[place].receive(.storeChanged, in: state.circumstances)
        effects += carryOut(steps, from: place, &state)
      }
    case .quiet: break
    }
  }

  private static func remove(_ index: Int, _ state: inout DeskState) {
    if state.panes.indices.contains(index) { state.panes.remove(at: index) }
    state.needsDrawing = true
  }

  private static func appear(_ state: inout DeskState, _ effects: inout [DeskEffect]) {
    let last = state.panes.count - 1
    if var pane = state.panes[last] as? any DraftedPane, let draft = state.drafts[pane.draftKey] {
      pane.resume(draft)
      state.panes[last] = pane
    }
    let steps = state.panes[last].appear(in: state.circumstances)
    effects += carryOut(steps, from: last, &state)
  }

  /// What every pane leaves to the shell; nil for what it does not know either.
  static func common(_ action: DeskAction, _ state: inout DeskState) -> [DeskEffect]? {
    state.needsDrawing = true
    switch action {
    case .quit:
      gatherDrafts(&state)
      state.isDone = true
      state.staysForDrafts = !state.hasLeft
      state.hasLeft = true
      let memory = (state.panes.first as? QueuePane)?.memory.map {
        DeskEffect.errand(SettingsErrand($0))
      }
      return [.saveDrafts(Array(state.drafts.values))] + [memory].compactMap(\.self)
    case .back, .cancel:
      guard state.panes.count > 1 else { return [] }
      return carryOut([.pop], from: state.panes.count - 1, &state)
    case .help:
      return push(KeyHelpPane(contexts: state.contexts), &state)
    case .palette:
      return push(PalettePane(state), &state)
    case .suspend: return [.suspend]
    case .redraw: return [.repaint]
    case .reload: return [.office] + spreadChange(&state)
    case .nextLanguage:
      return setLanguage(state.circumstances.language == .zh ? .en : .zh, &state)
    case .language(let language): return setLanguage(language, &state)
    case .nextTheme:
      let themes = state.circumstances.themes
      guard !themes.isEmpty else { return [] }
      let place = themes.firstIndex { $0.name == state.circumstances.theme } ?? -1
      return setTheme(themes[(place + 1) % themes.count].name, &state)
    case .theme(let name): return setTheme(name, &state)
    case .undo:
      let words = state.circumstances
      show(
        words.say(
          zh: "撤回在案卷页办：打开案卷，再按 u 或输入 :undo",
          en: "Undoing is done on the page of a case: open it, then press u or type :undo"),
        isDanger: false, &state)
      return []
    case .other(let name) where name.hasPrefix("open:"):
      return [
        .errand(
          FindCaseErrand(
            text: String(name.dropFirst("open:".count)), viewer: state.circumstances.viewer))
      ]
    case .other:
      return SidePanes.pane(for: action).map { push($0, &state) }
    default: return nil
    }
  }

  private static func push(_ pane: any DeskPane, _ state: inout DeskState) -> [DeskEffect] {
    carryOut([.push(pane)], from: state.panes.count - 1, &state)
  }

  private static func spreadChange(_ state: inout DeskState) -> [DeskEffect] {
    carryOut([.changed], from: state.panes.count - 1, &state)
  }

  private static func setLanguage(
    _ language: Language, _ state: inout DeskState
  ) -> [DeskEffect] {
    state.circumstances.language = language
    return [.remember(language: language, theme: state.circumstances.theme)]
      + spreadChange(&state)
  }

  private static func setTheme(_ name: String, _ state: inout DeskState) -> [DeskEffect] {
    state.circumstances.theme = name
    let words = state.circumstances
    if let title = words.themes.first(where: { $0.name == name })?.title {
      show(
        words.say(zh: "配色：\(title.zh)", en: "Theme: \(title.en)"), isDanger: false, &state)
    }
    return [.theme(name), .remember(language: state.circumstances.language, theme: name)]
  }
}

/// A pane that can take up what was typed before.
package protocol DraftedPane: DeskPane {
  /// Under which key its draft is kept.
  var draftKey: String { get }
  /// Takes up what was typed before.
  mutating func resume(_ draft: Draft)
}
