import ArgumentParser
import Casework
import Quantities
import RulePacks
import Wording

/// Lists what may be done on a case now, and what stands in the way of the rest.
struct ListActions: Verb {
  static let configuration = CommandConfiguration(
    commandName: "actions",
    abstract: "现在可办与暂不可办的事项 / What can be done now, and what cannot and why",
    discussion: """
      EXAMPLES
        dossier actions QD-2026-001
        dossier actions QD-2026-001 --json
        dossier actions QD-2026-001 --plain
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: ArgumentHelp("案卷编号 / The case", valueName: "case"), completion: Completions.cases)
  var reference: String

  @Option(help: ArgumentHelp("按该办理日期 / As of this official date", valueName: "date"))
  var on: CalendarDate?

  func carryOut(_ errand: Errand) throws {
    let (_, state, context) = try errand.situation(of: reference, on: on)
    let offers = Decider.offers(for: state, in: context)
    if errand.shared.json {
      errand.say([
        "case": .text(state.name), "stage": JSON(state.main?.stage),
        "proceedings": .list(state.proceedings.map { CaseJSON.proceeding($0, errand.speech) }),
        "actions": .list(offers.map { json($0, context.actor, errand.speech) }),
      ])
      return
    }
    guard !errand.shared.plain else {
      return errand.say(errand.prose.sentences(for: offers, of: state))
    }
    say(state, offers, errand)
  }

  private func json(_ offer: ActionOffer, _ actor: Actor, _ speech: Speech) -> JSON {
    [
      "id": .text(offer.id), "proceeding": JSON(offer.proceeding), "to": .text(offer.to),
      "role": JSON((offer.roles.first(where: actor.roles.contains) ?? offer.roles.first)?.rawValue),
      "roles": JSON(offer.roles.map(\.rawValue)), "allowed": .flag(offer.isAllowed),
      "refusals": .list(offer.refusals.map(speech.json)),
      "label": .text(offer.label[speech.language]),
      "to_label": .text(offer.toLabel[speech.language]),
      "cites": .text(offer.cites.joined(separator: ", ")),
      "needs": .list(offer.needs.map { input($0, speech) }),
      "may_have": .list(offer.mayHave.map { input($0, speech) }),
      "returns": .flag(offer.isReturn), "public": .flag(offer.isPublic),
      "ends": JSON(offer.ends?.rawValue), "awaits": JSON(offer.awaits),
      "agreed": .list(
        offer.agreed.map { record in
          [
            "owner": .text(record.owner), "actor": .text(record.actor), "on": .text("\(record.on)"),
          ]
        }),
    ]
  }

  private func input(_ input: Input, _ speech: Speech) -> JSON {
    [
      "id": .text(input.id), "label": .text(input.label[speech.language]),
      "form": .text(speech.form(of: input.type, options: input.options, speech.language)),
      "options": JSON(input.options.keys.sorted()),
    ]
  }

  private func say(_ state: CaseState, _ offers: [ActionOffer], _ errand: Errand) {
    let speech = errand.speech
    errand.say(CaseText.heading(state, speech))
    for (isAllowed, title) in [
      (true, speech.text(zh: "现在可办", en: "Can be done now")),
      (false, speech.text(zh: "暂不可办", en: "Cannot be done now")),
    ] {
      let listed = offers.filter { $0.isAllowed == isAllowed }
      guard !listed.isEmpty else { continue }
      errand.say("", title)
      for offer in listed {
        errand.say(lines(offer, speech))
      }
    }
  }

  private func lines(_ offer: ActionOffer, _ speech: Speech) -> [String] {
    let proceeding = offer.proceeding.map { "[\($0)] " } ?? ""
    var first = "  \(proceeding)\(offer.id)  \(offer.label[speech.language])"
    if offer.toLabel != offer.label { first += " → \(offer.toLabel[speech.language])" }
    if !offer.cites.isEmpty { first += "  \(speech.wording.articles(offer.cites))" }
    var lines = [first]
    if let agreements = speech.wording.agreements(of: offer) { lines.append("      \(agreements)") }
    if offer.isAllowed {
      for input in offer.needs {
        lines.append(
          "      --set \(input.id)=…  \(input.label[speech.language])  "
            + speech.form(of: input.type, options: input.options, speech.language))
      }
    }
    return lines + offer.refusals.flatMap { speech.lines($0).map { "      " + $0 } }
  }
}
