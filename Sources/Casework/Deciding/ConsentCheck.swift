import Quantities
import RulePacks

extension DecisionTable.Site {
  /// Whether several owners decide together.
  var isJoint: Bool { action.terms?.agreedBy.isEmpty == false }

  /// Who has agreed so far.
  var consents: [ConsentRecord] { proceeding.consents[action.id] ?? [] }

  /// The owners who have still to agree, in the order of the pack.
  var awaited: [String] {
    (action.terms?.agreedBy ?? []).filter { owner in !consents.contains { $0.owner == owner } }
  }

  /// The roles that act for those who have still to agree.
  func awaitedRoles(in pack: RulePack) -> Set<Role> {
    Set(awaited.flatMap { pack.owner($0)?.roles ?? [] })
  }
}

extension DecisionTable {
  /// For whom the actor agrees, and who has still to agree after that; nil where one decision is
  /// enough.
  func consent(at site: Site) -> Consent? {
    guard site.isJoint else { return nil }
    let own = site.awaited.first { owner in
      role(among: pack.owner(owner)?.roles ?? []) != nil
    }
    return own.map { owner in
      Consent(owner: owner, awaits: site.awaited.filter { $0 != owner })
    }
  }

  /// Nobody agrees twice, for whomever.
  func consentRefusal(at site: Site) -> Refusal? {
    guard site.isJoint,
      let earlier = site.consents.first(where: { $0.actor == context.actor.name })
    else { return nil }
    return Refusal(
      .role, "consent.given", cites: site.action.cites, label: site.action.label,
      arguments: [
        "actor": earlier.actor, "owner": earlier.owner, "on": "\(earlier.on)",
        "awaits": site.awaited.joined(separator: ", "),
      ])
  }
}
