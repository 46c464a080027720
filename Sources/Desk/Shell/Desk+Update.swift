import CaseStore
import Casework
import Quantities
package import TerminalUI
import Wording

/// The desk in Elm's way: a state, messages that change it, and a picture of it.
package enum Desk {
  /// How long after the last key drafts are written, in milliseconds.
  static let draftPause: Int64 = 1_500
  /// The least size that screens are made for.
  package static let leastSize = Size(rows: 16, columns: 60)

  /// Begins: the first pane asks for what it shows.
  package static func start(_ state: inout DeskState) -> [DeskEffect] {
    var effects: [DeskEffect] = [.office]
    let last = state.panes.count - 1
    let steps = state.panes[last].appear(in: state.circumstances)
    effects += carryOut(steps, from: last, &state)
    return effects + [.loadDrafts]
  }

  /// Takes a message in.
  ///
  /// - Returns: what is to be done outside before the next frame is drawn.
  package static func update(_ state: inout DeskState, _ message: DeskMessage) -> [DeskEffect] {
    switch message {
    case .input(let event): hear(event, &state)
    case .mouse(let event, let region): point(event, region, &state)
    case .time(let now, let today): pass(now, today, &state)
    case .answer(let answer): receive(answer, &state)
    }
  }

  /// Takes the mouse; a click on a key of the footer is the key.
  private static func point(
    _ event: MouseEvent, _ region: Int?, _ state: inout DeskState
  ) -> [DeskEffect] {
    guard case (.hint, let index)? = Region.read(region) else {
      return take(.mouse(event, region: region), &state)
    }
    let hints = hints(of: state)
    guard event.action == .press, hints.indices.contains(index) else { return [] }
    return take(.action(hints[index].action), &state)
  }

  private static func hear(_ event: InputEvent, _ state: inout DeskState) -> [DeskEffect] {
    switch event {
    case .key(let key):
      guard let action = state.circumstances.keymap.action(for: key, in: state.contexts) else {
        return take(DeskInput.key(key), &state)
      }
      return take(.action(action), &state, orElse: key)
    case .paste(let text): return take(DeskInput.paste(text), &state)
    case .resize(let size):
      state.circumstances.size = size
      state.needsDrawing = true
      return []
    case .hangup, .terminate:
      gatherDrafts(&state)
      state.isDone = true
      return [.saveDrafts(Array(state.drafts.values))]
    case .mouse(let event): return point(event, nil, &state)
    case .focus(let isHere):
      return isHere ? spread(.storeChanged, &state) : []
    case .woken: return []
    }
  }

  /// Gives input to the pane on top; what it does not know the shell may.
  static func take(
    _ input: DeskInput, _ state: inout DeskState, orElse key: Key? = nil
  ) -> [DeskEffect] {
    let last = state.panes.count - 1
    guard last >= 0 else { return [] }
    if state.toast != nil {
      state.toast = nil
      state.needsDrawing = true
    }
    var steps = state.panes[last].take(input, in: state.circumstances)
    if steps == nil, case .action(let action) = input {
      if let effects = common(action, &state) { return effects }
      if let key { steps = state.panes[last].take(.key(key), in: state.circumstances) }
    }
    guard let steps else { return [] }
    if state.panes[last].draft != nil {
      state.draftsDueAt = state.circumstances.now + draftPause
    }
    return carryOut(steps, from: last, &state)
  }

  private static func pass(
    _ now: Int64, _ today: CalendarDate, _ state: inout DeskState
  ) -> [DeskEffect] {
    state.circumstances.now = now
    state.circumstances.session.moment = now
    if state.circumstances.today != today {
      state.circumstances.session.today = today
      state.needsDrawing = true
    }
    if let toast = state.toast, toast.until <= now {
      state.toast = nil
      state.needsDrawing = true
    }
    var effects: [DeskEffect] = []
    for index in state.panes.indices where (state.panes[index].wakesAt ?? .max) <= now {
      guard let steps = state.panes[index].pass(time: now, in: state.circumstances) else {
        continue
      }
      effects += carryOut(steps, from: index, &state)
    }
    if let due = state.draftsDueAt, due <= now {
      gatherDrafts(&state)
      effects.append(.saveDrafts(Array(state.drafts.values)))
    }
    return effects
  }

  private static func receive(_ answer: DeskAnswer, _ state: inout DeskState) -> [DeskEffect] {
    switch answer {
    case .office(let office, let labels, let user):
      state.circumstances.take(office, labels, user)
      state.needsDrawing = true
    case .departments(let departments):
      state.circumstances.departments = departments
      state.needsDrawing = true
    case .vocabulary(let vocabulary):
      state.circumstances.vocabulary = vocabulary
      state.needsDrawing = true
    case .drafts(let shelved):
      for draft in shelved.drafts where draft.user == state.circumstances.user?.name {
        state.drafts[draft.key] = draft
      }
      if !state.drafts.isEmpty { announceDrafts(&state) }
      if let damage = shelved.damage {
        show(Speech.line(for: .problem(damage), in: state.circumstances), isDanger: true, &state)
      }
    case .draftsNotKept(let problem):
      show(Speech.line(for: .problem(problem), in: state.circumstances), isDanger: true, &state)
      // Who leaves by a key is told first, once.
      if state.staysForDrafts, !state.drafts.isEmpty { state.isDone = false }
      state.staysForDrafts = false
    case .trouble(let trouble):
      show(Speech.line(for: trouble, in: state.circumstances), isDanger: true, &state)
    case .errand(_, let value as SettingsErrand.Answer):
      state.circumstances.isPlain = value.settings.isPlain ?? state.circumstances.isPlain
      if value.isNew, value.settings.isAmbiguousWide != nil {
        state.circumstances.widths = WidthRule(
          ambiguousIsWide: value.settings.isAmbiguousWide ?? false)
      }
      if let trouble = value.trouble {
        show(
          state.circumstances.say(zh: "设置没有保存：", en: "The settings are not saved: ")
            + Speech.line(for: trouble, in: state.circumstances), isDanger: true, &state)
      } else if value.isAnnounced {
        show(
          state.circumstances.say(zh: "设置已保存", en: "The settings are saved"),
          isDanger: false, &state)
      }
      state.needsDrawing = true
    case .errand(_, let value as FindCaseErrand.Answer):
      switch value {
      case .success(let stream):
        return carryOut([.push(CasePane(stream))], from: state.panes.count - 1, &state)
      case .failure(let trouble):
        show(Speech.line(for: trouble, in: state.circumstances), isDanger: true, &state)
      }
    default: break
    }
    return spread(answer, &state)
  }

  /// Tells every pane.
  private static func spread(
    _ answer: DeskAnswer, _ state: inout DeskState
  ) -> [DeskEffect] {
    var effects: [DeskEffect] = []
    var index = state.panes.count - 1
    while index >= 0 {
      if index < state.panes.count {
        let steps = state.panes[index].receive(answer, in: state.circumstances)
        effects += carryOut(steps, from: index, &state)
      }
      index -= 1
    }
    return effects
  }

  static func show(_ text: String, isDanger: Bool, _ state: inout DeskState) {
    state.toast = ShownToast(
      toast: Toast(text, isDanger: isDanger),
      until: state.circumstances.now + ShownToast.duration)
    state.needsDrawing = true
  }

  /// Takes what is typed in open panes among the drafts.
  static func gatherDrafts(_ state: inout DeskState) {
    state.draftsDueAt = nil
    for pane in state.panes {
      if let draft = pane.draft { state.drafts[draft.key] = draft }
    }
  }

  private static func announceDrafts(_ state: inout DeskState) {
    let words = state.circumstances
    let titles = state.drafts.values.map { draft in
      draft.stream == nil && draft.key.hasPrefix("receive:")
        ? words.say(zh: "新建申报（\(draft.title)）", en: "new application (\(draft.title))")
        : draft.title
    }.sorted().prefix(3)
    show(
      words.say(
        zh: "有 \(state.drafts.count) 份未提交的内容：\(titles.joined(separator: "、"))。打开相应案卷或表单可继续",
        en: "\(state.drafts.count) unfinished: \(titles.joined(separator: ", ")). Open the case "
          + "or the form to go on"), isDanger: false, &state)
  }
}
