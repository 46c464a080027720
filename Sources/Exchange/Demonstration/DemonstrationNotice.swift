import CaseStore
import Casework
import Quantities
package import RuleDrafting
import RulePacks

/// A notice that the office of a demonstration carries out, with the cases that are there before it
/// opens and what is done on them afterwards.
struct DemonstrationNotice: Sendable {
  /// The notice.
  let notice: CampaignNotice
  /// Who opens it, and when.
  let session: Session
  /// The cases, the earliest arrival first.
  let walks: [CaseWalk]

  /// The walks as far as the day before the notice opens.
  var before: [CaseWalk] {
    walks.map { walk in
      var walk = walk
      walk.steps.removeAll { $0.session.moment >= session.moment }
      return walk
    }
  }

  /// What is done once it is open, in order of time, each with the place of its case.
  var after: [(walk: Int, step: CaseWalk.Step)] {
    walks.enumerated().flatMap { place, walk in
      walk.steps.filter { $0.session.moment >= session.moment }.map { (place, $0) }
    }.sorted { $0.step.session.moment < $1.step.session.moment }
  }
}

extension DemonstrationScript {
  /// The packs of the notices that a script carries out, as it names them.
  package static func noticeNames(in source: SourceFile) -> [String] {
    var yaml = YAMLReader(prefix: "pack.yaml")
    guard let root = yaml.document(source) else { return [] }
    let notices = yaml.entries(root).first { $0.key == "notices" }?.value
    return yaml.items(notices).compactMap { item in
      yaml.entries(item).first { $0.key == "pack" }?.value.text
    }
  }

  /// The notices that are open by a day, with their cases; later steps are not taken yet.
  ///
  /// - Throws: everything that is wrong, by place.
  func carriedOut(
    today: CalendarDate, calendar: WorkingCalendar
  ) throws(Problems) -> [DemonstrationNotice] {
    var reading = DemonstrationReading(self, today: today, calendar: calendar)
    reading.stopsAtToday = true
    let found = reading.notices()
    guard reading.yaml.problems.isEmpty else { throw Problems(reading.yaml.problems) }
    return found
  }
}

extension DemonstrationReading {
  mutating func notices() -> [DemonstrationNotice] {
    yaml.items(script.root["notices"]).compactMap { notice($0) }
  }

  private mutating func notice(_ node: YAMLNode) -> DemonstrationNotice? {
    let keys = ["pack", "opened", "cases"]
    guard let map = yaml.map(node, keys: keys + ["by"], required: keys),
      let opened = yaml.date(map["opened"])
    else { return nil }
    let id = yaml.text("pack", of: map)
    guard let notice = script.notices.first(where: { $0.id == id }) else {
      unknown(id, "campaign", at: map["pack"] ?? node, among: script.notices.map(\.id))
      return nil
    }
    guard opened <= dates.today else { return nil }
    let opener = user(map["by"], otherwise: .officer, department: nil, at: node)
    let walks = yaml.items(map["cases"]).compactMap { walk($0, leavingOut: []) }
    return DemonstrationNotice(
      notice: notice, session: session(opener, on: opened, count: 0),
      walks: walks.sorted { $0.session.moment < $1.session.moment })
  }
}
