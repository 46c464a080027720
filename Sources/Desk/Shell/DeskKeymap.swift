package import Quantities
package import TerminalUI

/// Which key does what on which screen; help and footer are made from it.
package enum DeskKeymap {
  /// Keys that mean the same everywhere, even in fields.
  package static let everywhere: KeyContext = "everywhere"
  /// Keys of all screens in which nothing is typed.
  package static let screen: KeyContext = "screen"
  /// Lists.
  package static let list: KeyContext = "list"
  /// The queue.
  package static let queue: KeyContext = "queue"
  /// The filter line of the queue.
  package static let filter: KeyContext = "filter"
  /// The page of a case.
  package static let casePage: KeyContext = "case"
  /// The conditions of a case.
  package static let conditions: KeyContext = "conditions"
  /// Dialogs with fields.
  package static let dialog: KeyContext = "dialog"
  /// Small boxes with fields: settings, documents, questions.
  package static let box: KeyContext = "box"
  /// Texts to be read.
  package static let reading: KeyContext = "reading"
  /// The line in which one searches.
  package static let finding: KeyContext = "finding"
  /// A search that stands.
  package static let found: KeyContext = "found"
  /// The list of commands.
  package static let commands: KeyContext = "palette"
  /// The page of a host.
  package static let host: KeyContext = "host"

  /// The keymap as delivered.
  package static let standard = Keymap<DeskAction>(
    findKeys + queueKeys + viewKeys + filterKeys + conditionKeys + caseKeys + hostKeys + dialogKeys
      + boxKeys
      + readingKeys
      + listKeys + screenKeys + commonKeys)

  /// The keymap with the bindings of other parts of the desk before its own.
  package static func standard(with more: [KeyBinding<DeskAction>]) -> Keymap<DeskAction> {
    Keymap(more + standard.bindings)
  }

  private typealias Binding = KeyBinding<DeskAction>

  private static let commonKeys: [Binding] = [
    Binding(everywhere, ["f1"], .help, name: "help", help: "help"),
    Binding(everywhere, ["ctrl-p"], .palette, name: "palette", help: "palette"),
    Binding(everywhere, ["f5"], .reload, name: "reload", help: "reload"),
    Binding(everywhere, ["f9"], .nextLanguage, name: "language", help: "language"),
    Binding(everywhere, ["f8"], .nextTheme, name: "theme", help: "theme"),
    Binding(everywhere, ["ctrl-l"], .redraw, name: "redraw", help: "redraw"),
    Binding(everywhere, ["ctrl-z"], .suspend, name: "suspend", help: "suspend"),
    Binding(everywhere, ["f10", "ctrl-q"], .quit, name: "quit-now", help: "quit"),
  ]

  private static let screenKeys: [Binding] = [
    Binding(screen, [":"], .palette, name: "palette", help: "palette", inFooter: true),
    Binding(screen, ["?"], .help, name: "help", help: "help", inFooter: true),
    Binding(screen, ["esc", "backspace"], .back, name: "back", help: "back"),
    Binding(screen, ["r"], .reload, name: "reload", help: "reload"),
    Binding(screen, ["q"], .quit, name: "quit", help: "quit", inFooter: true),
  ]

  private static let listKeys: [Binding] = [
    Binding(list, ["up", "k"], .up, name: "up", help: "up"),
    Binding(list, ["down", "j"], .down, name: "down", help: "down"),
    Binding(list, ["page-up", "ctrl-b"], .pageUp, name: "page-up", help: "page-up"),
    Binding(list, ["page-down", "ctrl-f"], .pageDown, name: "page-down", help: "page-down"),
    Binding(list, ["home", "g"], .first, name: "first", help: "first"),
    Binding(list, ["end", "G"], .last, name: "last", help: "last"),
  ]

  private static let queueKeys: [Binding] = [
    Binding(queue, ["enter"], .open, name: "open", help: "open", inFooter: true),
    Binding(queue, ["a", "f2"], .act, name: "act", help: "act", inFooter: true),
    Binding(queue, ["space"], .select, name: "select", help: "select", inFooter: true),
    Binding(queue, ["/", "f3"], .filter, name: "filter", help: "filter", inFooter: true),
    Binding(queue, ["s", "f7"], Finder.begin, name: "find", help: "find"),
    Binding(queue, ["v"], .views, name: "views", help: "views", inFooter: true),
    Binding(queue, ["V"], ViewsPane.action, name: "arrange-views", help: "arrange-views"),
    Binding(queue, ["tab", "right"], .nextTab, name: "next-tab", help: "next-view"),
    Binding(
      queue, ["shift-tab", "left"], .previousTab, name: "previous-tab", help: "previous-view"),
    Binding(queue, ["o"], .sort, name: "sort", help: "sort"),
    Binding(queue, ["O"], .reverse, name: "reverse", help: "reverse"),
    Binding(queue, ["h"], .host, name: "host", help: "host"),
    Binding(queue, ["*"], .selectAll, name: "select-all", help: "select-all"),
    Binding(queue, ["A"], .assign, name: "assign", help: "assign"),
    Binding(queue, ["c"], .contact, name: "contact", help: "contact"),
    Binding(queue, ["n"], .nextCase, name: "next-case", help: "next-row"),
    Binding(queue, ["p"], .previousCase, name: "previous-case", help: "previous-row"),
    Binding(queue, ["y"], .copy, name: "copy", help: "copy"),
    Binding(queue, ["Y"], QueuePane.copyName, name: "copy-name", help: "copy-name"),
    Binding(queue, [">"], QueuePane.wider, name: "wider", help: "wider"),
    Binding(queue, ["<"], QueuePane.narrower, name: "narrower", help: "narrower"),
    Binding(queue, ["esc"], .clearFilter, name: "clear", help: "clear"),
  ]

  private static let findKeys: [Binding] = [
    Binding(finding, ["enter"], .confirm, name: "confirm", help: "find-keep", inFooter: true),
    Binding(
      finding, ["down", "tab"], .searchNext, name: "next", help: "find-next", inFooter: true),
    Binding(
      finding, ["up", "shift-tab"], .searchPrevious, name: "previous", help: "find-previous"),
    Binding(finding, ["esc"], .cancel, name: "cancel", help: "find-end", inFooter: true),
    Binding(found, ["n"], .searchNext, name: "next", help: "find-next", inFooter: true),
    Binding(found, ["N"], .searchPrevious, name: "previous", help: "find-previous", inFooter: true),
    Binding(found, ["esc"], .cancel, name: "cancel", help: "find-end", inFooter: true),
    Binding(commands, ["f3"], .article, name: "article", help: "article", inFooter: true),
  ]

  private static let viewKeys: [Binding] = [
    Binding(
      ViewsPane.context, ["space"], .select, name: "toggle", help: "view-toggle", inFooter: true),
    Binding(
      ViewsPane.context, ["u", "ctrl-up"], ViewsPane.raise, name: "raise", help: "view-up",
      inFooter: true),
    Binding(
      ViewsPane.context, ["d", "ctrl-down"], ViewsPane.lower, name: "lower", help: "view-down",
      inFooter: true),
    Binding(
      ViewsPane.context, ["r"], ViewsPane.restore, name: "restore", help: "views-restore",
      inFooter: true),
    Binding(ViewsPane.context, ["enter"], .open, name: "open", help: "view-show", inFooter: true),
    Binding(ViewsPane.context, ["esc", "q"], .back, name: "back", help: "back", inFooter: true),
  ]

  private static let filterKeys: [Binding] = [
    Binding(filter, ["enter"], .confirm, name: "confirm", help: "filter-keep", inFooter: true),
    Binding(filter, ["esc"], .cancel, name: "cancel", help: "filter-drop", inFooter: true),
    Binding(filter, ["up"], .up, name: "up", help: "up"),
    Binding(filter, ["down"], .down, name: "down", help: "down", inFooter: true),
    Binding(filter, ["page-up"], .pageUp, name: "page-up", help: "page-up"),
    Binding(filter, ["page-down"], .pageDown, name: "page-down", help: "page-down"),
  ]

  private static let conditionKeys: [Binding] = [
    Binding(conditions, ["J"], .judge, name: "judge", help: "judge", inFooter: true),
    Binding(conditions, ["w"], .waive, name: "waive", help: "waive", inFooter: true),
    Binding(conditions, ["d"], .depart, name: "depart", help: "depart", inFooter: true),
    Binding(conditions, ["m"], .moment, name: "moment", help: "moment"),
    Binding(conditions, ["x"], CasePane.openOnly, name: "open-only", help: "open-only"),
  ]

  private static let caseKeys: [Binding] =
    (1...9).map { digit in
      Binding(
        casePage, ["\(digit)"], .offer(digit - 1), name: "offer-\(digit)", help: "offer",
        inFooter: false)
    } + [
      Binding(casePage, ["a", "f2"], .act, name: "act", help: "act", inFooter: true),
      Binding(casePage, ["enter"], .unfold, name: "unfold", help: "unfold", inFooter: true),
      Binding(casePage, ["e", "f4"], .editFacts, name: "facts", help: "facts", inFooter: true),
      Binding(casePage, ["l"], .article, name: "article", help: "article", inFooter: true),
      Binding(casePage, ["L"], CasePane.whyNot, name: "why-not", help: "why-not"),
      Binding(casePage, ["/", "f7"], Finder.begin, name: "find", help: "find-here"),
      Binding(casePage, ["g"], GraphPane.action, name: "graph", help: "graph"),
      Binding(
        casePage, ["tab", "right"], .nextTab, name: "next-tab", help: "next-tab",
        inFooter: true),
      Binding(
        casePage, ["shift-tab", "left"], .previousTab, name: "previous-tab", help: "previous-tab"),
      Binding(casePage, ["n"], .nextCase, name: "next-case", help: "next-case", inFooter: true),
      Binding(
        casePage, ["p"], .previousCase, name: "previous-case", help: "previous-case"),
      Binding(casePage, ["u"], .undo, name: "undo", help: "undo", inFooter: true),
      Binding(casePage, ["t"], .note, name: "note", help: "note"),
      Binding(casePage, ["c"], .contact, name: "contact", help: "contact"),
      Binding(casePage, ["A"], .assign, name: "assign", help: "assign"),
      Binding(casePage, ["R"], .reopen, name: "reopen", help: "reopen"),
      Binding(casePage, ["h"], .host, name: "host", help: "host"),
      Binding(casePage, ["y"], .copy, name: "copy", help: "copy"),
      Binding(casePage, ["Y"], QueuePane.copyName, name: "copy-name", help: "copy-name"),
      Binding(casePage, ["esc", "q"], .back, name: "back", help: "back", inFooter: true),
    ]

  private static let hostKeys: [Binding] = [
    Binding(host, ["enter"], .open, name: "open", help: "open", inFooter: true),
    Binding(host, ["esc", "q"], .back, name: "back", help: "back", inFooter: true),
  ]

  private static let dialogKeys: [Binding] = [
    Binding(dialog, ["enter"], .open, name: "enter", help: "confirm"),
    Binding(dialog, ["f2", "ctrl-s"], .confirm, name: "confirm", help: "confirm", inFooter: true),
    Binding(dialog, ["tab"], .nextField, name: "next", help: "next-field", inFooter: true),
    Binding(dialog, ["shift-tab"], .previousField, name: "previous", help: "previous-field"),
    Binding(dialog, ["ctrl-o"], .editor, name: "editor", help: "editor"),
    Binding(dialog, ["f7"], .discardDraft, name: "discard", help: "discard"),
    Binding(dialog, ["f3"], .article, name: "article", help: "article"),
    Binding(dialog, ["f6"], .unfold, name: "details", help: "details", inFooter: true),
    Binding(dialog, ["esc"], .cancel, name: "cancel", help: "cancel", inFooter: true),
  ]

  private static let boxKeys: [Binding] = [
    Binding(box, ["enter"], .open, name: "enter", help: "confirm"),
    Binding(box, ["f2", "ctrl-s"], .confirm, name: "confirm", help: "confirm", inFooter: true),
    Binding(box, ["tab"], .nextField, name: "next", help: "next-field", inFooter: true),
    Binding(box, ["shift-tab"], .previousField, name: "previous", help: "previous-field"),
    Binding(box, ["f3"], .article, name: "article", help: "article"),
    Binding(box, ["esc"], .cancel, name: "cancel", help: "cancel", inFooter: true),
  ]

  private static let readingKeys: [Binding] = [
    Binding(
      reading, ["/", "f7"], Finder.begin, name: "find", help: "find-here", inFooter: true),
    Binding(reading, ["esc", "q", "enter"], .back, name: "back", help: "back", inFooter: true),
  ]

  /// What a key does, in words.
  package static func help(_ id: String) -> Bilingual {
    texts[id] ?? FormKeymap.texts[id] ?? CampaignKeymap.texts[id] ?? Bilingual(zh: id, en: id)
  }

  /// What a context is called.
  package static func title(of context: KeyContext) -> Bilingual {
    contextTitles[context.name] ?? FormKeymap.contextTitles[context.name]
      ?? CampaignKeymap.contextTitles[context.name]
      ?? Bilingual(zh: context.name, en: context.name)
  }
}
