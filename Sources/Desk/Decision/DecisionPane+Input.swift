import Casework
import Quantities
import TerminalUI

extension DecisionPane {
  package mutating func take(
    _ input: DeskInput, in circumstances: Circumstances
  ) -> [DeskStep]? {
    fields.columns = fieldColumns(circumstances)
    guard !isPerforming else { return interrupt(input, circumstances) }
    switch input {
    case .action(let action): return take(action, circumstances)
    case .key(let key):
      if fields.isOnButtons { return press(key, circumstances) }
      return answer(fields.update(.key(key)), circumstances)
    case .paste(let text): return answer(fields.update(.paste(text)), circumstances)
    case .mouse(let mouse, let region): return take(mouse, region, circumstances)
    }
  }

  /// While several cases are gone through, there is one thing to do: stop.
  private mutating func interrupt(
    _ input: DeskInput, _ circumstances: Circumstances
  ) -> [DeskStep] {
    if input == .action(.cancel) { return stop() }
    if case .mouse(let mouse, let region) = input, mouse.action == .press,
      case (.button, _)? = Region.read(region)
    {
      return stop()
    }
    return [.quiet]
  }

  private mutating func take(
    _ action: DeskAction, _ circumstances: Circumstances
  ) -> [DeskStep]? {
    switch action {
    case .open: return enter(circumstances)
    case .confirm: return confirm(circumstances)
    case .cancel: return cancel(circumstances)
    case .nextField:
      fields.move(by: 1)
      button = 0
      return []
    case .previousField:
      fields.move(by: -1)
      return []
    case .discardDraft:
      fields = FieldSet(plan.fields(in: circumstances))
      isResumed = false
      return [.drop(draftKey)] + ask()
    case .editor:
      guard let current = fields.current, !isChoice(current) else { return [] }
      return [.effect(.editor(current.text, ticket: fields.focus))]
    case .article:
      guard let pack else { return [] }
      return [.push(LawPane(citedHere, of: pack))]
    case .unfold:
      return [
        .push(
          ReadingPane(
            title: plan.title(circumstances.wording(under: pack)),
            paragraphs: ForecastText(pane: self, circumstances: circumstances).details))
      ]
    default: return nil
    }
  }

  /// The footer of dialogs, and the articles where the decision rests on some.
  package func hints(of keymap: [Hint], in circumstances: Circumstances) -> [Hint] {
    if isPerforming {
      let key = circumstances.keymap.key(for: .cancel, in: contexts) ?? .escape
      return [
        Hint(
          key: KeyNames.symbol(of: key, circumstances.language),
          text: circumstances.say(zh: "停下", en: "Stop"), action: .cancel)
      ]
    }
    var hints = keymap
    if isDone {
      let close = Hint(
        key: KeyNames.symbol(of: .enter, circumstances.language),
        text: circumstances.say(zh: "关闭", en: "Close"), action: .open)
      hints = [close] + hints.filter { $0.action == .unfold }
    }
    guard pack != nil, !citedHere.isEmpty,
      let key = circumstances.keymap.key(for: .article, in: contexts)
    else { return hints }
    let hint = Hint(
      key: KeyNames.symbol(of: key, circumstances.language),
      text: DeskKeymap.help("article")[circumstances.language], action: .article)
    hints.insert(hint, at: min(2, hints.count))
    return hints
  }

  private func isChoice(_ field: FieldEditor) -> Bool {
    if case .choice = field.editor { return true }
    return false
  }

  /// Enter belongs to areas, lists and buttons; in a line it confirms.
  private mutating func enter(_ circumstances: Circumstances) -> [DeskStep]? {
    guard let current = fields.current else { return press(.enter, circumstances) }
    if current.takesEnter { return answer(fields.update(.key(.enter)), circumstances) }
    return confirm(circumstances)
  }

  private mutating func press(_ key: Key, _ circumstances: Circumstances) -> [DeskStep]? {
    switch key {
    case .left, .right:
      button = 1 - button
      return []
    case .up:
      fields.move(by: -1)
      return []
    case .down:
      fields.move(by: 1)
      return []
    case .enter, .space: return button == 0 ? confirm(circumstances) : cancel(circumstances)
    default: return nil
    }
  }

  private mutating func cancel(_ circumstances: Circumstances) -> [DeskStep] {
    if let current = fields.current, current.isOpen {
      _ = fields.update(.key(.escape))
      return []
    }
    if isAsking {
      isAsking = false
      return []
    }
    guard var draft else { return [.pop] }
    draft.moment = circumstances.now
    return [
      .keep(draft), .pop,
      .toast(
        circumstances.say(zh: "草稿已保留，再次打开即可继续", en: "Kept as a draft: open it again to go on"),
        isDanger: false),
    ]
  }

  private mutating func answer(
    _ reply: WidgetReply, _ circumstances: Circumstances
  ) -> [DeskStep]? {
    switch reply {
    case .ignored: return nil
    case .moved: return []
    case .changed:
      isAsking = false
      return ask()
    case .submitted: return confirm(circumstances)
    case .cancelled: return cancel(circumstances)
    }
  }

  private mutating func take(
    _ mouse: MouseEvent, _ region: Int?, _ circumstances: Circumstances
  ) -> [DeskStep]? {
    guard mouse.action == .press, let (kind, index) = Region.read(region) else {
      return [.quiet]
    }
    if kind == .button { return index == 0 ? confirm(circumstances) : cancel(circumstances) }
    return fields.click(kind, index).flatMap { answer($0, circumstances) } ?? [.quiet]
  }
}
