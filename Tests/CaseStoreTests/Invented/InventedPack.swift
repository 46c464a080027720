import Quantities
import RulePacks

/// A small regulation that no city has, for tests of the store.
enum InventedPack {
  static let id = "invented-2026"

  /// The pack; another `law` stands for a changed regulation.
  static func make(law: String = "law-1", questions: [Question] = []) -> RulePack {
    RulePack(
      id: id, language: 1, title: text("虚构办法", "Invented measures"), number: nil,
      issuer: text("虚构科技局", "Invented bureau"), city: "000000", caseNumberPrefix: "XG",
      validity: Validity(
        published: nil, from: day(2026, 1, 1), to: nil, isInterim: true, isHistorical: false,
        reliedOn: nil),
      articles: [], naming: nil, owners: owners, inputs: inputs, conditions: [], grounds: [],
      procedures: [establishment, annualReport], practice: [publicity], questions: questions,
      materials: [], lawHash: law)
  }

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day) ?? CalendarDate(ordinal: 0)
  }

  static func text(_ zh: String, _ en: String) -> Bilingual { Bilingual(zh: zh, en: en) }

  private static let owners = [
    Owner(
      id: "department", label: text("主管部门", "Department"), roles: [.clerk], isOutside: false),
    Owner(id: "bureau", label: text("科技局", "Bureau"), roles: [.officer], isOutside: false),
    Owner(
      id: "host", label: text("依托单位", "Host"), roles: [.clerk, .officer], isOutside: true),
  ]

  private static let inputs = [
    Input(id: "defects", label: text("补正事项", "Defects"), type: .lines),
    Input(id: "year", label: text("年度", "Year"), type: .year),
  ]

  private static let publicity = PracticeItem(
    id: "publicity", label: text("公示期", "Publicity"), cites: "9.5", type: .period, options: [:],
    suggested: .period(Period(5, .workingDay)), countsFirstDay: true, note: nil)

  private static let establishment = Procedure(
    id: "establishment", label: text("组建", "Establishment"), cites: ["9"], isMain: true,
    opening: nil, start: "applying",
    stages: [
      stage("applying", "申报", owner: "host", [action("submit", to: "preliminary")]),
      stage(
        "preliminary", "初审", owner: "department", days: 10,
        [
          action("recommend", to: "formal_review"),
          action("return", to: "correcting", needs: ["defects"], isReturn: true),
          action("decline", to: "not_recommended", isPublic: true),
        ]),
      stage(
        "correcting", "待补正", owner: "host", days: 5, [action("resubmit", to: "preliminary")]),
      stage(
        "formal_review", "形式审查", owner: "bureau", days: 10,
        [action("pass", to: "publicity")]),
      stage(
        "publicity", "公示", owner: "bureau", days: 5, view: text("公示中", "In publicity"),
        [action("approve", to: "construction", isPublic: true)]),
      stage(
        "construction", "建设", owner: "host",
        [action("accept", to: "on_roster", roles: [.officer])]),
      stage("on_roster", "在册", owner: "host", isRoster: true, []),
      stage("not_recommended", "未推荐", owner: nil, ends: .declined, []),
    ],
    spine: ["applying", "preliminary", "formal_review", "publicity", "construction", "on_roster"],
    takeOverStages: ["construction", "on_roster"])

  private static let annualReport = Procedure(
    id: "annual_report", label: text("年度报告", "Annual report"), cites: ["16"], isMain: false,
    opening: Procedure.Opening(
      roles: [.officer], during: ["construction", "on_roster"], needs: ["year"], mayHave: [],
      guards: [], sets: [], cites: ["16"], key: "year", isRepeatable: true,
      label: text("发起年度报告", "Open the annual report")),
    start: "reporting",
    stages: [
      stage("reporting", "待提交", owner: "host", days: 20, [action("submit", to: "checking")]),
      stage("checking", "审核", owner: "bureau", days: 3, [action("file", to: "filed")]),
      stage("filed", "已备案", owner: nil, ends: .completed, []),
    ],
    spine: ["reporting", "checking", "filed"], takeOverStages: [],
    view: text("年度报告", "Annual reports"))

  private static func stage(
    _ id: String, _ label: String, owner: String?, days: Int? = nil, ends: EndKind? = nil,
    isRoster: Bool = false, view: Bilingual? = nil, _ actions: [Action]
  ) -> Stage {
    Stage(
      id: id, label: text(label, id), owner: owner, cites: ["9"],
      due: days.map {
        DeadlineRule(
          cites: "9", measure: .period(Period($0, .workingDay)), anchor: nil,
          countsFirstDay: false, rolls: false)
      }, resumption: .extends, ends: ends, isRoster: isRoster, actions: actions, view: view)
  }

  private static func action(
    _ id: String, to stage: String, roles: [Role] = [], needs: [String] = [],
    isReturn: Bool = false, isPublic: Bool = false
  ) -> Action {
    Action(
      id: id, label: text(id, id), to: stage, roles: roles, cites: ["9"], needs: needs,
      mayHave: [], passes: [], isDeciding: false, guards: [], sets: [], opens: [],
      movesMainTo: nil, isReturn: isReturn, isPublic: isPublic, separateFrom: [], due: nil)
  }
}
