import CaseStore
import Casework
import Quantities

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

  /// What a user is called; the name itself where nothing else is known.
  package func person(_ name: String) -> String { users[name]?.display ?? name }

  /// What a supervising department is called.
  package func department(_ id: String?) -> String {
    id.map { departments[$0]?[language] ?? $0 } ?? ""
  }
}
