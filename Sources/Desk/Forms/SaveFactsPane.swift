import CaseStore
import Casework
import Quantities
import RulePacks
package import TerminalUI
import Wording

/// Says what saving a form will write and what it changes, and writes it.
package struct SaveFactsPane: DeskPane {
  private let purpose: FactsPane.Purpose
  private let ground: FactsGround
  private let facts: Facts
  private let set: Facts
  private let cleared: [FactPath]
  private let recorded: Facts
  private let effects: [(before: Finding?, now: Finding)]
  private var fields = FieldSet([])
  private var seen: CaseSeen?
  private var trouble: [String] = []
  private var refused: [Citation] = []
  private var isBusy = false
  private var top = 0
  private static let ticket: Ticket = 7_101

  init(
    _ purpose: FactsPane.Purpose, ground: FactsGround, facts: Facts, set: Facts,
    cleared: [FactPath], recorded: Facts, effects: [(before: Finding?, now: Finding)]
  ) {
    self.purpose = purpose
    self.ground = ground
    self.facts = facts
    self.set = set
    self.cleared = cleared
    self.recorded = recorded
    self.effects = effects
    if case .amend(let folder) = purpose { seen = .heads(folder.state.heads) }
  }

  package var contexts: [KeyContext] { fields.boxContexts }
  package var isOverlay: Bool { true }

  package mutating func appear(in circumstances: Circumstances) -> [DeskStep] {
    guard case .amend(let folder) = purpose else {
      fields.focus = 0
      return [.effect(.errand(ReceiveErrand(facts, ground.pack.id, isDryRun: true)))]
    }
    let wording = circumstances.wording(under: ground.pack)
    let titles = folder.state.materials.map { material in
      let kind = wording.material(material.kind)
      return material.title.isEmpty || material.title == kind
        ? kind : "\(kind)：\(material.title)"
    }
    var options: [FieldSpec.Option] = []
    for title in titles where !options.contains(where: { $0.id == title }) {
      options.append(FieldSpec.Option(id: title, label: title))
    }
    fields = FieldSet([
      FieldEditor(
        FieldSpec(
          id: "source", label: circumstances.say(zh: "来源", en: "Source"),
          type: options.isEmpty ? .text : .choice(options.map(\.id)), options: options,
          isRequired: false,
          hint: circumstances.say(zh: "依据哪份材料", en: "the document it rests on")),
        in: circumstances),
      FieldEditor(
        FieldSpec(
          id: "note", label: circumstances.say(zh: "说明", en: "Note"), type: .text,
          isRequired: false, hint: circumstances.say(zh: "可不填", en: "may be left out")),
        in: circumstances),
    ])
    return forecast()
  }

  private var command: Command {
    let source = fields["source"]?.text.trimmedOrNil
    return .setFacts(
      changes: set, cleared: cleared, source: source, note: fields["note"]?.text.trimmedOrNil)
  }

  private func forecast() -> [DeskStep] {
    guard case .amend(let folder) = purpose else { return [] }
    return [
      .effect(
        .forecast(
          DeskEffect.Errand(stream: folder.state.id, command: command, seen: seen),
          ticket: Self.ticket))
    ]
  }

  // MARK: Input

  package mutating func take(
    _ input: DeskInput, in circumstances: Circumstances
  ) -> [DeskStep]? {
    switch input {
    case .key(.pageDown): top += 5
    case .key(.pageUp): top = max(0, top - 5)
    case .action(.open) where fields.current?.isEmpty == true && !fields.isListFocused:
      return confirm()
    default:
      switch fields.take(input) {
      case .confirmed: return confirm()
      case .left: return [.pop]
      case .edited: return []
      case .ignored:
        guard input == .action(.article), !refused.isEmpty else { return nil }
        return [.push(LawPane(refused, of: ground.pack))]
      }
    }
    return []
  }

  private mutating func confirm() -> [DeskStep] {
    guard !isBusy else { return [.quiet] }
    isBusy = true
    switch purpose {
    case .amend(let folder):
      return [
        .effect(
          .perform(
            DeskEffect.Errand(stream: folder.state.id, command: command, seen: seen),
            ticket: Self.ticket))
      ]
    case .receive:
      return [.effect(.errand(ReceiveErrand(facts, ground.pack.id, isDryRun: false)))]
    }
  }

  // MARK: Answers

  package mutating func receive(
    _ answer: DeskAnswer, in circumstances: Circumstances
  ) -> [DeskStep] {
    switch answer {
    case .forecast(let result, Self.ticket):
      (trouble, refused) = ([], [])
      if case .failure(let failure) = result { take(failure, circumstances) }
      return []
    case .performed(let result, Self.ticket):
      isBusy = false
      switch result {
      case .failure(let failure):
        take(failure, circumstances)
        return [.effect(.bell)]
      case .success:
        let count = set.count + cleared.count
        return done(
          circumstances.say(zh: "已保存 \(count) 项事实", en: "\(count.counted("fact")) saved"), open: nil
        )
      }
    case .errand(ReceiveErrand.answerName, let value):
      guard let received = value as? ReceiveErrand.Answer else { return [.quiet] }
      return take(received, circumstances)
    default: return [.quiet]
    }
  }

  private mutating func take(
    _ received: ReceiveErrand.Answer, _ circumstances: Circumstances
  ) -> [DeskStep] {
    isBusy = false
    switch received.result {
    case .failure(let failure):
      (trouble, refused) = ([], [])
      take(failure, circumstances)
      return []
    case .success(let performed):
      guard !received.isDryRun else {
        (trouble, refused) = ([], [])
        return []
      }
      let number = performed.after.number ?? performed.after.id.text
      return done(
        circumstances.say(zh: "已收件，编号 \(number)", en: "Received as \(number)"),
        open: performed.after.id)
    }
  }

  private func done(_ text: String, open: StreamID?) -> [DeskStep] {
    var steps: [DeskStep] = [.pop, .passDown(FormKeymap.saved)]
    if let open { steps.append(.passDown(.other("case:" + open.text))) }
    return steps + [.changed, .toast(text, isDanger: false)]
  }

  private mutating func take(_ failure: DeskTrouble, _ circumstances: Circumstances) {
    let wording = circumstances.wording(under: ground.pack)
    switch failure {
    case .refused(let refusals):
      trouble = refusals.list.map(wording.line)
      refused = refusals.list.flatMap(\.cites)
    case .moved(let moved):
      seen = .heads(moved.state.heads)
      let happened = moved.since.map { wording.line(for: $0, state: moved.state) }
      trouble =
        [
          circumstances.say(
            zh: "打开表单以后案卷有了变化，确认即在新情况上保存：",
            en: "The case has moved since the form was opened; confirming saves on top of it:")
        ] + happened
    default: trouble = [Speech.line(for: failure, in: circumstances)]
    }
  }

  // MARK: Picture

  package func draw(
    into frame: inout Frame, _ area: Rect, in circumstances: Circumstances
  ) {
    FormBox(
      title: title(circumstances), lines: body(circumstances), trouble: trouble,
      buttons: (
        circumstances.say(zh: "确认 Enter", en: "Confirm Enter"),
        circumstances.say(zh: "返回 Esc", en: "Back Esc")
      ), top: top, columns: 92
    ).draw(fields, into: &frame, area, in: circumstances)
  }

  private func title(_ circumstances: Circumstances) -> String {
    switch purpose {
    case .amend(let folder):
      let number = folder.state.number ?? folder.state.id.text
      return circumstances.say(zh: "保存事实  \(number)", en: "Save facts  \(number)")
    case .receive: return circumstances.say(zh: "收件", en: "Receive the application")
    }
  }

  private func body(_ circumstances: Circumstances) -> [StyledText] {
    let wording = circumstances.wording(under: ground.pack)
    var lines: [StyledText] = []
    if case .receive = purpose {
      let name = wording.text(of: facts["name"], for: "name")
      let host = wording.text(of: facts["host.name"], for: "host.name")
      lines.append(StyledText(name, .strong))
      lines.append(StyledText("\(host)  \(wording.tally(of: effects.map(\.now)))"))
      let missing = Set(effects.flatMap(\.now.missing)).sorted()
      if !missing.isEmpty {
        lines.append(
          StyledText(
            circumstances.say(zh: "还缺 ", en: "Missing: ") + wording.facts(missing), .warning))
      }
      return lines
    }
    for (path, value) in set.sorted(by: { $0.key < $1.key }) {
      lines.append(change(path, value, wording))
    }
    for path in cleared { lines.append(change(path, nil, wording)) }
    if !effects.isEmpty {
      lines.append(StyledText(""))
      lines.append(
        StyledText(circumstances.say(zh: "条件随之变化", en: "Conditions that change"), .label))
    }
    for (before, now) in effects {
      let was = before.map { wording.sign(of: $0.result) + " " + wording.value(of: $0) } ?? ""
      lines.append(
        StyledText([
          .init(wording.condition(now.id) + "  "),
          .init(now.cites.first ?? "", Style(.cite)),
          .init("  " + was + " → ", Style(.dim)),
          .init(
            wording.sign(of: now.result) + " " + wording.name(of: now.result) + " "
              + wording.value(of: now), Style(FindingRole.of(now.result))),
        ]))
    }
    return lines
  }

  private func change(_ path: FactPath, _ value: FactValue?, _ wording: Wording) -> StyledText {
    StyledText([
      .init(wording.fact(path) + "  ", Style(.label)),
      .init(wording.text(of: recorded[path], for: path) + " → ", Style(.dim)),
      .init(wording.text(of: value, for: path), Style(.strong)),
    ])
  }
}

extension FieldSet {
  /// Whether the field with the focus is one of several options.
  var isListFocused: Bool { current?.spec.options.isEmpty == false }
}

extension String {
  /// The text without blanks around it; nil where nothing is left.
  var trimmedOrNil: String? {
    let text = TextFolding.trimmed(self)
    return text.isEmpty ? nil : text
  }
}
