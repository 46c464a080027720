import CaseStore
import Casework
import Quantities
import RulePacks
package import TerminalUI
import Wording

/// Leads from no store to the first one, a question a page; nothing is written before the last.
package struct AssistantPane: DeskPane {
  /// The pages, in order.
  enum Page: Int, CaseIterable, Sendable {
    case language, kind, office, person, confirm
  }

  private(set) var page = Page.language
  private(set) var answers = AssistantAnswers()
  private var packs: [PackOffer] = []
  /// Why packs are missing from the choice.
  private var missing: [Problem] = []
  private var fields = FieldSet([])
  private var trouble: [String] = []
  private let home: String
  private var isBusy = false

  /// The assistant.
  ///
  /// - Parameter home: the folder in which stores of the person lie.
  package init(home: String) { self.home = home }

  package var contexts: [KeyContext] { fields.boxContexts }
  package var isOverlay: Bool { false }

  package mutating func appear(in circumstances: Circumstances) -> [DeskStep] {
    answers.person = circumstances.session.login
    lay(circumstances)
    return [.effect(.errand(OfferedPacksErrand()))]
  }

  package mutating func receive(
    _ answer: DeskAnswer, in circumstances: Circumstances
  ) -> [DeskStep] {
    switch answer {
    case .storeChanged:
      gather()
      lay(circumstances)
      return []
    case .errand(OfferedPacksErrand.answerName, let value):
      guard let found = value as? OfferedPacksErrand.Answer else { return [.quiet] }
      packs = found.offers
      missing = found.problems
      // Which city it is, is asked; only one that has no other beside it is taken for granted.
      answers.pack = packs.count == 1 ? packs[0].id : ""
      return []
    case .errand(FoundingErrand.answerName, let value):
      isBusy = false
      guard let result = value as? FoundingErrand.Answer else { return [.quiet] }
      switch result {
      case .failure(let failure):
        trouble = [Speech.line(for: failure, in: circumstances)]
        return [.effect(.bell)]
      case .success(let path): return opened(path, circumstances)
      }
    default: return [.quiet]
    }
  }

  private func opened(_ path: String, _ circumstances: Circumstances) -> [DeskStep] {
    let newKey = circumstances.keymap.key(for: FormKeymap.newCase, in: [DeskKeymap.screen])
    let importKey = circumstances.keymap.key(
      for: FormKeymap.importFile, in: [DeskKeymap.screen])
    let hint =
      answers.kind == .demonstration
      ? circumstances.say(
        zh: "已建成 \(path)。Enter 打开案卷，? 看按键", en: "Made \(path). Enter opens a case, ? shows keys")
      : circumstances.say(
        zh: "已建成 \(path)。\(newKey?.symbol ?? "N") 新建申报，\(importKey?.symbol ?? "I") 导入文件，? 看按键",
        en: "Made \(path). \(newKey?.symbol ?? "N") new application, "
          + "\(importKey?.symbol ?? "I") import, ? keys")
    return [
      .replace(QueuePane()), .effect(.office), .changed, .toast(hint, isDanger: false),
    ]
  }

  // MARK: Input

  package mutating func take(
    _ input: DeskInput, in circumstances: Circumstances
  ) -> [DeskStep]? {
    switch fields.take(input) {
    case .confirmed: return next(circumstances)
    case .left:
      guard let earlier = Page(rawValue: page.rawValue - 1) else { return [.pop] }
      gather()
      page = earlier
      lay(circumstances)
      return []
    case .edited:
      adaptOffice(circumstances)
      return []
    case .ignored: return nil
    }
  }

  /// The office is called as the issuer of the pack that was just chosen, unless it is named.
  private mutating func adaptOffice(_ circumstances: Circumstances) {
    guard page == .office, let pack = fields["pack"], !pack.isOpen, !pack.text.isEmpty,
      pack.text != answers.pack
    else { return }
    let focus = fields.focus
    gather()
    lay(circumstances)
    fields.focus = focus
  }

  private mutating func next(_ circumstances: Circumstances) -> [DeskStep] {
    guard !isBusy else { return [.quiet] }
    if let lacking = fields.firstLacking {
      fields.focus = lacking
      trouble = [
        circumstances.say(zh: "请填写：", en: "Please fill in: ") + fields.fields[lacking].spec.label
      ]
      return [.effect(.bell)]
    }
    gather()
    var steps: [DeskStep] = []
    if page == .language, let language = Language(rawValue: fields["language"]?.text ?? ""),
      language != circumstances.language
    {
      steps = [.passDown(.language(language))]
    }
    guard let later = Page(rawValue: page.rawValue + 1) else {
      isBusy = true
      return [.effect(.errand(FoundingErrand(answers)))]
    }
    page = later
    lay(circumstances)
    return steps
  }

  /// Takes what the fields of the page hold into the answers.
  private mutating func gather() {
    trouble = []
    if let kind = fields["kind"].flatMap({ AssistantAnswers.Kind(rawValue: $0.text) }) {
      if kind != answers.kind || answers.folder.isEmpty {
        answers.folder = home + "/" + (kind == .real ? "office" : "training") + ".dossier"
      }
      answers.kind = kind
    }
    if let text = fields["pack"]?.text { answers.pack = text }
    if let text = fields["office"]?.text { answers.office = text }
    if let text = fields["person"]?.text { answers.person = text }
    if let duty = fields["duty"].flatMap({ RulePacks.Role(rawValue: $0.text) }) {
      answers.duty = duty
    }
    if let text = fields["folder"]?.text { answers.folder = text }
  }

  // MARK: Pages

  private mutating func lay(_ circumstances: Circumstances) {
    fields = FieldSet(
      specs(circumstances).map { spec, text in
        FieldEditor(spec, text: text, in: circumstances)
      })
    if page == .confirm { fields.focus = fields.fields.count }
  }

  private func specs(_ circumstances: Circumstances) -> [(FieldSpec, String)] {
    let say = circumstances.say
    typealias Option = FieldSpec.Option
    switch page {
    case .language:
      let options = [Option(id: "zh", label: "中文"), Option(id: "en", label: "English")]
      return [
        (
          FieldSpec(
            id: "language", label: "语言 / Language", type: .choice(["zh", "en"]),
            options: options), circumstances.language.rawValue
        )
      ]
    case .kind:
      var options = [
        Option(id: "real", label: say("正式库：本单位办公用", "Real: for the office's own work")),
        Option(
          id: "training", label: say("空白训练库：可任选身份与日期", "Training, empty: act as anybody")),
      ]
      if packs.contains(where: \.hasDemonstration) {
        options.append(
          Option(
            id: "demonstration",
            label: say("演示训练库：各环节都有虚构案卷", "Training, with invented cases")))
      }
      return [
        (
          FieldSpec(
            id: "kind", label: say("建哪种库", "Store"), type: .choice(options.map(\.id)),
            options: options), answers.kind.rawValue
        )
      ]
    case .office:
      let offers =
        answers.kind == .demonstration ? packs.filter(\.hasDemonstration) : packs
      let pack = FieldSpec(
        id: "pack", label: say("城市与规则包", "City and pack"), type: .choice(offers.map(\.id)),
        options: offers.map { Option(id: $0.id, label: $0.title[circumstances.language]) })
      let chosen = offers.first { $0.id == answers.pack }
      let office = FieldSpec(
        id: "office", label: say("单位名称", "Office"), type: .text, isRequired: false,
        hint: chosen?.issuer[circumstances.language] ?? "")
      let list = [(pack, chosen?.id ?? "")]
      return answers.kind == .demonstration ? list : list + [(office, answers.office)]
    case .person: return personSpecs(circumstances)
    case .confirm: return []
    }
  }

  private func personSpecs(_ circumstances: Circumstances) -> [(FieldSpec, String)] {
    let say = circumstances.say
    let folder = FieldSpec(
      id: "folder", label: say("存放位置", "Folder"), type: .text)
    let person = FieldSpec(id: "person", label: say("您的姓名", "Your name"), type: .text)
    let duties: [RulePacks.Role] = [.officer, .leader, .clerk, .administrator]
    let duty = FieldSpec(
      id: "duty", label: say("您的岗位", "Your duty"), type: .choice(duties.map(\.rawValue)),
      options: duties.map {
        FieldSpec.Option(id: $0.rawValue, label: circumstances.wording.name(of: $0))
      })
    switch answers.kind {
    case .real:
      return [
        (person, answers.person), (duty, answers.duty.rawValue), (folder, answers.folder),
      ]
    case .training: return [(person, answers.person), (folder, answers.folder)]
    case .demonstration: return [(folder, answers.folder)]
    }
  }

  // MARK: Picture

  package func draw(
    into frame: inout Frame, _ area: Rect, in circumstances: Circumstances
  ) {
    var body = area
    let head = body.takeTop(1)
    frame.fill(head, style: Style(.header))
    frame.put(
      circumstances.say(zh: " 案卷 Dossier ─ 首次使用", en: " Dossier ─ first run"),
      at: head.origin, style: Style(.header), maxWidth: head.columns)
    let isLast = page == .confirm
    let step = "\(page.rawValue + 1) / \(Page.allCases.count)"
    FormBox(
      title: title(circumstances) + "  " + step, lines: lines(circumstances),
      trouble: trouble + missing(circumstances),
      buttons: (
        isLast
          ? circumstances.say(zh: "建库 Enter", en: "Make it Enter")
          : circumstances.say(zh: "下一步 Enter", en: "Next Enter"),
        page == .language
          ? circumstances.say(zh: "退出 Esc", en: "Leave Esc")
          : circumstances.say(zh: "上一步 Esc", en: "Back Esc")
      ), columns: 76
    ).draw(fields, into: &frame, body, in: circumstances)
  }

  /// Why packs are missing, where one is chosen; on every page where there is none to choose.
  private func missing(_ circumstances: Circumstances) -> [String] {
    guard page == .office || packs.isEmpty else { return [] }
    let lines = missing.prefix(3).map(circumstances.wording.line)
    let more = missing.count - lines.count
    return more > 0
      ? lines + [circumstances.say(zh: "另有 \(more) 处", en: "and \(more) more")] : lines
  }

  private func title(_ circumstances: Circumstances) -> String {
    switch page {
    case .language: "语言 / Language"
    case .kind: circumstances.say(zh: "库的用途", en: "What it is for")
    case .office: circumstances.say(zh: "单位与规则", en: "Office and regulation")
    case .person: circumstances.say(zh: "您与存放位置", en: "You, and the folder")
    case .confirm: circumstances.say(zh: "确认", en: "Confirm")
    }
  }

  private func lines(_ circumstances: Circumstances) -> [StyledText] {
    let say = circumstances.say
    switch page {
    case .language:
      return [
        StyledText("还没有案卷库。下面几步建一个；最后确认之前什么也不写。", .dim),
        StyledText(
          "There is no store yet. A few questions; nothing is written before the last.", .dim),
        StyledText(""),
      ]
    case .kind:
      return [
        StyledText(
          say(
            "正式库只按登录身份、按当天办理；训练库供学习，可用任何身份。",
            "In a real store one acts as oneself, today; a training store is to learn on."), .dim),
        StyledText(""),
      ]
    case .office:
      return [
        StyledText(
          say(
            "请选择本市的规则包：一部办法的条件、程序和期限；以后可再加。",
            "Choose your city's pack: one regulation; more can be adopted later."),
          .dim), StyledText(""),
      ]
    case .person:
      return [
        StyledText(
          say(
            "操作系统登录名 \(circumstances.session.login) 就是您的身份；建库人兼系统管理员。",
            "The login \(circumstances.session.login) is who you are; the maker administers the store."
          ),
          .dim), StyledText(""),
      ]
    case .confirm: return summary(circumstances)
    }
  }

  private func summary(_ circumstances: Circumstances) -> [StyledText] {
    let say = circumstances.say
    let pack = packs.first { $0.id == answers.pack }
    let office =
      answers.office.trimmedOrNil ?? pack?.issuer[circumstances.language] ?? ""
    let kind =
      switch answers.kind {
      case .real: say("正式库", "a real store")
      case .training: say("空白训练库", "an empty training store")
      case .demonstration: say("演示训练库（虚构案卷）", "a training store with invented cases")
      }
    var rows = [
      (say("用途", "Kind"), kind), (say("规则包", "Pack"), pack?.title[circumstances.language] ?? ""),
    ]
    if answers.kind != .demonstration {
      rows.append((say("单位", "Office"), office))
      rows.append((say("您", "You"), answers.person))
    }
    rows.append((say("位置", "Folder"), answers.folder))
    return rows.map { label, text in
      StyledText([.init(label + "  ", Style(.label)), .init(text, Style(.strong))])
    } + [StyledText("")]
  }
}
