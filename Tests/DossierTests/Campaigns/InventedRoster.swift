import Foundation

/// A roster of 400 invented centres approved from 2019 to 2025, the same each time.
///
/// One of eleven is upgraded; of 2022 one of nine has no batch on record; the others lie in batches one
/// and two by turns.
enum InventedRoster {
  /// One centre, with what the notice of 2026 makes of it.
  struct Centre {
    var number: Int
    var year: Int
    var batch: Int?
    var isUpgraded: Bool
    var department: String

    /// Whether it takes part in the evaluation of 2026.
    var verdict: String {
      if isUpgraded { return "out" }
      if year == 2021 { return "in" }
      guard year == 2022 else { return "out" }
      return batch.map { $0 == 1 ? "in" : "out" } ?? "unknown"
    }

    /// The rule that says so.
    var rule: String {
      if isUpgraded { return "upgraded" }
      if year == 2021 { return "approved_2021" }
      if year == 2022, batch != 2 { return "approved_2022_1" }
      return "otherwise"
    }
  }

  private static let departments = [
    "qd-shinan", "qd-shibei", "qd-licang", "qd-laoshan", "qd-chengyang", "qd-huangdao",
  ]

  /// The centres, in the order of the file.
  static let centres: [Centre] = (0..<400).map { number in
    let year = 2019 + number % 7
    return Centre(
      number: number, year: year,
      batch: year == 2022 && number % 9 == 3 ? nil : 1 + number / 7 % 2,
      isUpgraded: number % 11 == 4,
      department: departments[number / 3 % departments.count])
  }

  /// The file.
  static var csv: String {
    var lines = [
      "name,host.name,host.kind,department,approval.date,batch,stage,upgraded_on,director.name,contact.name"
    ]
    for centre in centres {
      let month = centre.number % 12 + 1
      let stage =
        centre.isUpgraded ? "upgraded" : centre.year >= 2023 ? "construction" : "on_roster"
      let fields: [String] = [
        "青岛市虚构第\(centre.number)号技术创新中心", "虚构第\(centre.number)号有限公司（虚构）", "enterprise",
        centre.department, "\(centre.year)-\(month < 10 ? "0" : "")\(month)-15",
        centre.batch.map { "\(centre.year)-\($0)" } ?? "\(centre.year)", stage,
        centre.isUpgraded ? "2025-06-30" : "", "主任\(centre.number)（虚构）",
        "联系人\(centre.number)（虚构）",
      ]
      lines.append(fields.joined(separator: ","))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
