import CaseStore
import Casework
import Quantities
import RulePacks
package import TerminalUI

/// Chooses the pack of a new application, where the office has several, and opens the form.
package struct NewCasePane: DeskPane {
  private var fields = FieldSet([])
  private var grounds: [FactsGround] = []

  /// The pane.
  package init() {}

  package var contexts: [KeyContext] { fields.boxContexts }
  package var isOverlay: Bool { true }

  package mutating func appear(in circumstances: Circumstances) -> [DeskStep] {
    [.effect(.errand(AdoptedPacksErrand()))]
  }

  package mutating func receive(
    _ answer: DeskAnswer, in circumstances: Circumstances
  ) -> [DeskStep] {
    guard case .errand(AdoptedPacksErrand.answerName, let value) = answer,
      let grounds = value as? [FactsGround]
    else { return [.quiet] }
    self.grounds = grounds
    guard grounds.count != 1 else { return open(grounds[0], circumstances) }
    guard !grounds.isEmpty else {
      return [
        .pop,
        .toast(
          circumstances.say(zh: "本库还没有规则包", en: "The office has adopted no pack"),
          isDanger: true),
      ]
    }
    fields = FieldSet([
      FieldEditor(
        FieldSpec(
          id: "pack", label: circumstances.say(zh: "规则包", en: "Pack"),
          type: .choice(grounds.map(\.pack.id)),
          options: grounds.map {
            FieldSpec.Option(id: $0.pack.id, label: $0.pack.title[circumstances.language])
          }), text: grounds[0].pack.id, in: circumstances)
    ])
    return []
  }

  private func open(_ ground: FactsGround, _ circumstances: Circumstances) -> [DeskStep] {
    [
      .replace(
        FactsPane(
          receiving: ground, facts: ["applied_on": .value(.date(circumstances.today))]))
    ]
  }

  package mutating func take(
    _ input: DeskInput, in circumstances: Circumstances
  ) -> [DeskStep]? {
    switch fields.take(input) {
    case .confirmed:
      guard let ground = grounds.first(where: { $0.pack.id == fields["pack"]?.text }) else {
        return [.quiet]
      }
      return open(ground, circumstances)
    case .left: return [.pop]
    case .edited: return []
    case .ignored: return nil
    }
  }

  package func draw(
    into frame: inout Frame, _ area: Rect, in circumstances: Circumstances
  ) {
    guard !fields.fields.isEmpty else { return }
    FormBox(
      title: circumstances.say(zh: "新建申报", en: "New application"),
      lines: [
        StyledText(
          circumstances.say(zh: "按哪个办法申报？", en: "Under which regulation?"), .label)
      ], trouble: [],
      buttons: (
        circumstances.say(zh: "下一步 Enter", en: "Next Enter"),
        circumstances.say(zh: "取消 Esc", en: "Cancel Esc")
      )
    ).draw(fields, into: &frame, area, in: circumstances)
  }
}

/// Reads the packs that the office has adopted, with its practice.
struct AdoptedPacksErrand: DeskErrand {
  /// The name under which the answer comes back.
  static let answerName = "packs"
  var name: String { Self.answerName }

  func run(with tools: DeskTools) -> any Sendable {
    guard let store = tools.store, let packs = try? (store as? any IntakeStore)?.packs(),
      let office = try? store.office()
    else { return [FactsGround]() }
    let today = tools.session.today
    return packs.filter { !$0.validity.isHistorical }.map { pack in
      FactsGround(
        pack: pack, practice: office.practice(under: pack, on: today).values, today: today)
    }
  }
}
