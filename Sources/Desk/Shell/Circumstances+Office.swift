import CaseStore
import Casework
import Quantities
import RulePacks
import TerminalUI

extension Circumstances {
  /// Takes the office in as it stands.
  mutating func take(_ office: OfficeState, _ labels: [StageLabel], _ user: User?) {
    self.user = user
    users = office.users
    calendar = office.calendar
    verifications = office.verifications
    self.labels = StageNames(labels)
    utcOffset = office.settings?.utcOffsetMinutes ?? OfficeSettings.standardOffset
    isTraining = office.settings?.allowsActingAs ?? false
    if let name = office.settings?.name { officeName = name }
  }

  /// Whether the person looks after the store: official texts, packs and users are theirs.
  var isAdministrator: Bool { user?.roles.contains(.administrator) == true }

  /// What a user is called; the name itself where nothing else is known.
  package func person(_ name: String) -> String { users[name]?.display ?? name }

  /// What a supervising department is called.
  package func department(_ id: String?) -> String {
    id.map { departments[$0]?[language] ?? $0 } ?? ""
  }

  /// What a supervising department is called where there is little room: what all of them are called
  /// gives way before what tells them apart.
  func department(_ id: String?, in room: Int) -> String {
    var name = department(id)
    for ending in Self.departmentEndings where widths.columns(of: name) > room {
      if name.hasSuffix(ending) { name.removeLast(ending.count) }
    }
    return name
  }

  /// The endings that departments share, the longest first.
  private static let departmentEndings = [
    " Science and Technology Bureau", " science and technology department", "科技主管部门", "科技局",
    " District", " City", " County",
  ]
}
