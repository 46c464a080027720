import Quantities
import RulePacks
package import TerminalUI
import Wording

/// The settings of the desk: language, theme with a live preview, widths, borders, Escape, keys.
package struct AppearancePane: DeskPane {
  private var fields = FieldSet([])
  private var read: SettingsErrand.Answer?
  private var theme = ""
  private var previewed = ""

  /// The pane.
  package init() {}

  package var contexts: [KeyContext] { fields.boxContexts }
  package var isOverlay: Bool { true }

  package mutating func appear(in circumstances: Circumstances) -> [DeskStep] {
    theme = circumstances.theme
    previewed = theme
    lay(circumstances, nil)
    return [.effect(.errand(SettingsErrand(nil)))]
  }

  private mutating func lay(_ circumstances: Circumstances, _ known: DeskSettings?) {
    let say = circumstances.say
    typealias Option = FieldSpec.Option
    func choice(
      _ id: String, _ label: String, _ options: [(String, String)], _ text: String
    ) -> FieldEditor {
      FieldEditor(
        FieldSpec(
          id: id, label: label, type: .choice(options.map(\.0)),
          options: options.map { Option(id: $0.0, label: $0.1) }), text: text,
        in: circumstances)
    }
    let isWide = known?.isAmbiguousWide ?? circumstances.widths.ambiguousIsWide
    let isPlain = known?.isPlain ?? circumstances.isPlain
    fields = FieldSet([
      choice(
        "theme", say("配色", "Theme"),
        circumstances.themes.map { ($0.name, $0.title[circumstances.language]) },
        circumstances.theme),
      choice(
        "language", say("语言", "Language"), [("zh", "中文"), ("en", "English")],
        circumstances.language.rawValue),
      choice(
        "width", say("“”—… 的宽度", "Width of “”—…"),
        [
          ("1", say("1 列（多数终端）", "1 column (most terminals)")),
          ("2", say("2 列（旧中文字体）", "2 columns")),
        ],
        isWide ? "2" : "1"),
      choice(
        "borders", say("边框", "Borders"),
        [("lines", "─ │ ┌"), ("ascii", "- | +")], isPlain ? "ascii" : "lines"),
      FieldEditor(
        FieldSpec(
          id: "escape", label: say("Esc 等待（毫秒）", "Escape waits (ms)"), type: .count(.plain),
          hint: "25"), text: "\(known?.escapeDelay ?? 25)", in: circumstances),
    ])
  }

  package mutating func receive(
    _ answer: DeskAnswer, in circumstances: Circumstances
  ) -> [DeskStep] {
    guard case .errand(SettingsErrand.answerName, let value) = answer,
      let read = value as? SettingsErrand.Answer
    else { return [.quiet] }
    self.read = read
    lay(circumstances, read.settings)
    return []
  }

  package mutating func take(
    _ input: DeskInput, in circumstances: Circumstances
  ) -> [DeskStep]? {
    switch input {
    case .action(.nextLanguage):
      var next = circumstances
      next.language = circumstances.language == .zh ? .en : .zh
      relay(next)
      return nil
    case .action(.nextTheme):
      let names = circumstances.themes.map(\.name)
      guard !names.isEmpty else { return nil }
      let place = names.firstIndex(of: circumstances.theme) ?? -1
      theme = names[(place + 1) % names.count]
      previewed = theme
      fields.fill(["theme": theme])
      return nil
    default: break
    }
    switch fields.take(input) {
    case .confirmed: return confirm(circumstances)
    case .left: return [.effect(.theme(theme)), .pop]
    case .edited:
      guard let chosen = fields["theme"]?.text, chosen != previewed else { return [] }
      previewed = chosen
      return [.effect(.theme(chosen))]
    case .ignored: return nil
    }
  }

  /// Lays the fields out in another language and keeps what was chosen in them.
  private mutating func relay(_ circumstances: Circumstances) {
    var texts = fields.texts
    texts["language"] = nil
    let focus = fields.focus
    lay(circumstances, read?.settings)
    fields.fill(texts)
    fields.focus = focus
  }

  private func trouble(_ circumstances: Circumstances) -> [String] {
    guard let read else { return [] }
    return read.settings.problems.map(circumstances.wording.line)
      + read.keyProblems.map { KeymapSpeech.line(for: $0, circumstances.language) }
  }

  private func confirm(_ circumstances: Circumstances) -> [DeskStep] {
    var settings = DeskSettings(
      language: Language(rawValue: fields["language"]?.text ?? ""),
      theme: fields["theme"]?.text)
    settings.isAmbiguousWide = fields["width"]?.text == "2"
    settings.isPlain = fields["borders"]?.text == "ascii"
    if case .count(let wait, _)? = fields["escape"]?.value, (0...5000).contains(wait) {
      settings.escapeDelay = Int(wait)
    }
    var steps: [DeskStep] = [.pop, .passDown(.theme(settings.theme ?? theme))]
    if let language = settings.language, language != circumstances.language {
      steps.append(.passDown(.language(language)))
    }
    // Last: what came of it is said by its answer, over the name of the theme.
    return steps + [.effect(.errand(SettingsErrand(settings, isAnnounced: true)))]
  }

  package func draw(
    into frame: inout Frame, _ area: Rect, in circumstances: Circumstances
  ) {
    FormBox(
      title: circumstances.say(zh: "设置", en: "Settings"),
      lines: [
        StyledText([
          .init(circumstances.say(zh: "✓ 符合 ", en: "✓ met "), Style(.ok)),
          .init(circumstances.say(zh: "✗ 不符合 ", en: "✗ not met "), Style(.danger)),
          .init(circumstances.say(zh: "◇ 偏离 ", en: "◇ departed "), Style(.warning)),
          .init(circumstances.say(zh: "? 待判 ", en: "? to judge "), Style(.judgement)),
          .init("8.1 ", Style(.cite)),
          .init(circumstances.say(zh: "本局约定 ", en: "practice "), Style(.practice)),
        ]), StyledText(""),
      ], trouble: trouble(circumstances),
      buttons: (
        circumstances.say(zh: "保存 F2", en: "Save F2"),
        circumstances.say(zh: "取消 Esc", en: "Cancel Esc")
      ), columns: 66
    ).draw(fields, into: &frame, area, in: circumstances)
  }
}

/// Writes settings, or reads them with what is wrong.
struct SettingsErrand: DeskErrand {
  /// The settings on file, with what is wrong with the keys.
  struct Answer: Sendable {
    /// Whether they were just set, and not only read.
    let isNew: Bool
    /// The settings.
    let settings: DeskSettings
    /// What is wrong with the keys.
    let keyProblems: [KeymapProblem]
    /// Whether the person is told that they were saved.
    var isAnnounced = false
    /// Why they were not saved; nil where they were, or were only read.
    var trouble: DeskTrouble?
  }

  /// The name under which the answer comes back.
  static let answerName = "settings"
  private let settings: DeskSettings?
  private let isAnnounced: Bool
  var name: String { Self.answerName }

  /// Writes some settings; nil only reads.
  init(_ settings: DeskSettings?, isAnnounced: Bool = false) {
    self.settings = settings
    self.isAnnounced = isAnnounced
  }

  func run(with tools: DeskTools) -> any Sendable {
    if let settings, settings.escapeDelay != nil || settings.isAmbiguousWide != nil {
      tools.terminal.adopt(
        WidthRule(ambiguousIsWide: settings.isAmbiguousWide ?? false),
        escapeDelay: settings.escapeDelay ?? TerminalOptions().escapeDelay)
    }
    guard let file = tools.options.settingsFile else {
      return Answer(
        isNew: settings != nil, settings: settings ?? DeskSettings(), keyProblems: [])
    }
    var trouble: DeskTrouble?
    do {
      try settings?.save(to: file)
    } catch {
      trouble = .problem(error)
    }
    let read = DeskSettings(readingFrom: file)
    return Answer(
      isNew: settings != nil, settings: trouble == nil ? read : settings ?? read,
      keyProblems: read.keymap(from: DeskProgram.standardKeymap).problems,
      isAnnounced: isAnnounced, trouble: trouble)
  }
}

/// What is wrong with keys, in words.
enum KeymapSpeech {
  /// One line.
  static func line(for problem: KeymapProblem, _ language: Language) -> String {
    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
    switch problem {
    case .conflict(let context, let key, let first, let second):
      return say(
        "按键 \(key)（\(context)）同时给了 \(first) 和 \(second)",
        "Key \(key) in \(context) is claimed by \(first) and \(second)")
    case .awkward(let context, let name):
      return say(
        "\(context) 的 \(name) 只有难按的键", "\(name) in \(context) has only keys that are hard to type")
    case .unreachable(let context, let name):
      return say("\(context) 的 \(name) 没有按键了", "\(name) in \(context) has no key left")
    case .unknownAction(let context, let name):
      return say("没有 \(context) 的操作 \(name)", "There is no action \(name) in \(context)")
    case .unknownKey(let context, let name, let key):
      return say(
        "\(context) 的 \(name)：没有按键 \(key)", "\(name) in \(context): there is no key \(key)")
    }
  }
}
