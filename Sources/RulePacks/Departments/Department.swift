package import Quantities

/// A supervising department (主管部门): it reviews and recommends what its own centres submit.
package struct Department: Hashable, Sendable, Codable {
  /// What kind of body it is.
  package enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    /// 区市科技主管部门.
    case district
    /// 功能区.
    case zone
    /// 驻地单位, such as a university or an institute of the state.
    case residentUnit = "resident_unit"
    /// 市直有关部门.
    case municipal
  }

  /// The id: the city and the name in pinyin, such as `qd-laoshan`.
  package var id: String
  /// What it is called.
  package var name: Bilingual
  /// What kind of body it is.
  package var kind: Kind
  /// The division code (GB/T 2260), where it has one.
  package var code: String?
  /// The division code of the city that it belongs to.
  package var city: String

  /// A department.
  package init(id: String, name: Bilingual, kind: Kind, code: String?, city: String) {
    self.id = id
    self.name = name
    self.kind = kind
    self.code = code
    self.city = city
  }
}
