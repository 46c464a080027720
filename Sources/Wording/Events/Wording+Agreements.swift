package import Casework
import Quantities
import RulePacks

extension Wording {
  /// For whom somebody agreed, and who has still to: （代表市科技局同意，待市财政局同意）.
  func agreement(_ consent: Consent) -> String {
    let given = text(
      zh: "代表\(owner(consent.owner))同意", en: "agreed for \(owner(consent.owner))")
    guard !consent.awaits.isEmpty else { return bracketed(given) }
    let awaited = list(consent.awaits.map { owner($0) })
    return bracketed(given + text(zh: "，待\(awaited)同意", en: "; awaits \(awaited)"))
  }

  /// Who has agreed so far to what several decide together, and who has still to; nil for actions
  /// that one person decides.
  package func agreements(of offer: ActionOffer) -> String? {
    guard !offer.awaits.isEmpty else { return nil }
    let given = offer.agreed.map { record in
      owner(record.owner) + bracketed("\(person(record.actor)) \(record.on)")
    }
    let awaited = list(offer.awaits.map { owner($0) })
    return clauses(
      [
        given.isEmpty
          ? text(zh: "须共同同意", en: "Several decide together")
          : text(zh: "已同意：", en: "Agreed: ") + list(given),
        text(zh: "待同意：", en: "still to agree: ") + awaited,
      ])
  }
}
