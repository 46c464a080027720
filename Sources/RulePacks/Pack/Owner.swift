package import Quantities

/// A body that owns stages or gives judgements, and the program roles that act or record for it.
package struct Owner: Hashable, Sendable, Codable {
  /// The id, such as `bureau` or `expert_panel`.
  package var id: String
  /// What the regulation calls it.
  package var label: Bilingual
  /// The program roles that may act for it, or record what it did.
  package var roles: [Role]
  /// Whether a stage of this owner waits for somebody outside the office (its clock is the host's).
  package var isOutside: Bool

  /// An owner.
  package init(id: String, label: Bilingual, roles: [Role], isOutside: Bool) {
    self.id = id
    self.label = label
    self.roles = roles
    self.isOutside = isOutside
  }
}

/// What a user of the program may do.
package enum Role: String, CaseIterable, Hashable, Sendable, Codable {
  /// Users, practice, packs; decides nothing.
  case administrator
  /// 科技局经办人: processes and records.
  case officer
  /// 科技局负责人: countersigns where practice asks for it.
  case leader
  /// 主管部门经办人: own department only.
  case clerk
  /// 受托第三方机构: records its opinion.
  case agency
  /// 专家评审秘书: records what experts said.
  case expertSecretary = "expert_secretary"
  /// Reads everything, changes nothing.
  case auditor
}
