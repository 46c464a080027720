import Casework
import Quantities
import RulePacks

@testable import Wording

/// A small pack and vocabulary in the manner of Qingdao's, and shorthand for values.
enum Fixture {
  static func both(_ zh: String, _ en: String) -> Bilingual { Bilingual(zh: zh, en: en) }

  static func date(_ text: String) -> CalendarDate {
    CalendarDate(parsing: text) ?? CalendarDate(ordinal: 0)
  }

  static func ratio(_ above: Int64, _ below: Int64) -> Value {
    Ratio(above, over: below).map(Value.ratio) ?? .boolean(false)
  }

  static let wan1850 = Value.money(Money(fen: 1850 * 1_000_000))
  static let wan2000 = Value.money(Money(fen: 2000 * 1_000_000))
  static let wan150 = Value.money(Money(fen: 150 * 1_000_000))

  static func condition(
    _ id: String, _ cites: String, _ label: Bilingual, _ force: Force = .mandatory,
    judgedBy: Condition.Judge? = nil
  ) -> Condition {
    Condition(
      id: id, cites: [cites], label: label, force: force, testedAt: [.application],
      applies: nil, requires: nil, shows: nil, judgedBy: judgedBy, waivableBy: nil,
      exceptions: [], hint: nil)
  }

  static func action(_ id: String, _ label: Bilingual, to: String, isReturn: Bool = false)
    -> Action
  {
    Action(
      id: id, label: label, to: to, roles: [], cites: ["9.2"], needs: [], mayHave: [], passes: [],
      isDeciding: false, guards: [], sets: [], opens: [], movesMainTo: nil, isReturn: isReturn,
      isPublic: false, separateFrom: [], due: nil)
  }

  static func stage(
    _ id: String, _ label: Bilingual, owner: String? = "bureau", actions: [Action] = [],
    ends: EndKind? = nil
  ) -> Stage {
    Stage(
      id: id, label: label, owner: owner, cites: ["9.2"], due: nil, resumption: .extends,
      ends: ends, isRoster: false, actions: actions)
  }

  static let establishment = Procedure(
    id: "establishment", label: both("组建", "Establishment"), cites: ["9.1"], isMain: true,
    opening: nil, start: "preliminary",
    stages: [
      stage(
        "preliminary", both("初审推荐", "Preliminary review"), owner: "department",
        actions: [
          action("recommend", both("推荐", "Recommend"), to: "formal_review"),
          action(
            "return_for_correction", both("退回补正", "Return for correction"), to: "correcting",
            isReturn: true),
        ]),
      stage("correcting", both("初审补正", "Correcting"), owner: "host"),
      stage("formal_review", both("形式审查", "Formal review")),
      stage("expert_review", both("专家评审", "Expert review"), owner: "expert_panel"),
      stage("declined", both("未推荐", "Not recommended"), owner: nil, ends: .declined),
    ],
    spine: ["preliminary", "formal_review", "expert_review"], takeOverStages: [])

  static let pack = RulePack(
    id: "qingdao-2024", language: 1,
    title: both("青岛市技术创新中心建设运行管理暂行办法", "Qingdao interim measures"),
    number: nil, issuer: both("青岛市科学技术局", "Bureau"), city: "370200",
    caseNumberPrefix: "QD",
    validity: Validity(
      published: nil, from: nil, to: nil, isInterim: true, isHistorical: false, reliedOn: nil),
    articles: [], naming: nil,
    owners: [
      Owner(
        id: "expert_panel", label: both("评审专家组", "Expert panel"), roles: [.expertSecretary],
        isOutside: false),
      Owner(id: "host", label: both("依托单位", "Host"), roles: [.clerk], isOutside: true),
    ],
    inputs: [
      Input(id: "opinion", label: both("意见", "Opinion"), type: .text),
      Input(
        id: "score", label: both("平均得分", "Average score"), type: .count(.plain), minimum: 0,
        maximum: 100),
      Input(
        id: "grade", label: both("评价等次", "Grade"), type: .choice(["good"]),
        options: ["good": both("良好", "Good")]),
    ],
    conditions: [
      condition("rd-total", "8.1", both("近三年研发费用总额", "R&D spending over three years")),
      condition("premises", "8.5", both("科研用房面积", "Floor area"), .default),
      condition(
        "capability", "8.4", both("承担重大项目的能力", "Ability to run major projects"),
        judgedBy: Condition.Judge(owner: "expert_panel", stage: "expert_review")),
    ],
    grounds: [], procedures: [establishment],
    practice: [
      PracticeItem(
        id: "expert_review", label: both("专家评审期限", "Time for the expert review"), cites: "9.4",
        type: .period, options: [:], suggested: .period(Period(5, .workingDay)),
        countsFirstDay: false, note: nil)
    ],
    questions: [], materials: [], lawHash: "")

  static let vocabulary = Vocabulary(groups: [
    Vocabulary.Group(
      name: "", label: both("基本情况", "Basics"), shape: .record,
      fields: [
        Vocabulary.Field(name: "name", type: .text, label: both("中心名称", "Name of the centre"))
      ]),
    Vocabulary.Group(
      name: "host", label: both("依托单位", "Host"), shape: .record,
      fields: [
        Vocabulary.Field(
          name: "kind", type: .choice(["enterprise"]), label: both("单位类型", "Kind of host"),
          options: ["enterprise": both("企业", "Enterprise")])
      ]),
    Vocabulary.Group(
      name: "finance", label: both("财务", "Accounts"), shape: .table(key: "year"),
      fields: [
        Vocabulary.Field(name: "year", type: .year, label: both("年度", "Year")),
        Vocabulary.Field(name: "rd", type: .money, label: both("研发费用", "R&D spending")),
      ]),
    Vocabulary.Group(
      name: "partners", label: both("共建单位", "Partner"), shape: .list,
      fields: [Vocabulary.Field(name: "name", type: .text, label: both("名称", "name"))]),
  ])

  static let zh = Wording(.zh, pack: pack, vocabulary: vocabulary)
  static let en = Wording(.en, pack: pack, vocabulary: vocabulary)

  /// A test of R&D spending that fails by 150 万元.
  static var rdTotal: Finding {
    var finding = Finding(
      id: "rd-total", cites: ["8.1"], force: .mandatory, moment: .application, result: .notMet)
    finding.value = wan1850
    finding.threshold = wan2000
    finding.shortfall = wan150
    finding.explanation = Explanation(
      kind: .comparison, text: ">=", outcome: .value(.boolean(false)),
      parts: [
        Explanation(
          kind: .function, text: "sum", outcome: .value(wan1850),
          parts: [
            Explanation(
              kind: .fact, text: "finance[2023].rd",
              outcome: .value(.money(Money(fen: 700_000_000)))),
            Explanation(
              kind: .fact, text: "finance[2024].rd", outcome: .unknown(["finance[2024].rd"])),
          ]),
        Explanation(kind: .literal, text: "2000 万元", outcome: .value(wan2000)),
      ],
      shortfall: wan150)
    return finding
  }

  /// The working days of 2026 as far as the tests need them: Spring Festival and Qingming.
  static let calendar = WorkingCalendar([
    WorkingCalendar.Year(
      year: 2026,
      daysOff: (15...23).compactMap { CalendarDate(year: 2026, month: 2, day: $0) }
        + (4...6).compactMap { CalendarDate(year: 2026, month: 4, day: $0) },
      makeUpDays: ["2026-02-14", "2026-02-28"].map(date))
  ])

  static func header(_ kind: EventKind, _ role: Role = .clerk) -> EventHeader {
    EventHeader(
      stream: StreamID(text: "a"), parents: [], device: "d", sequence: 1, actor: "lijing",
      login: "lijing", role: role, moment: 0, on: date("2026-03-09"), law: nil, kind: kind,
      payloadHash: "", algorithms: "")
  }

  static func event(_ payload: EventPayload) -> Event {
    Event(id: "0123456789abcdef0123", header: header(payload.kind), payload: payload)
  }

  static func acted(_ action: String, to: String, deadline: Deadline? = nil) -> Acted {
    Acted(
      proceeding: "establishment", action: action, from: "preliminary",
      entry: StageEntry(
        stage: to, owner: "bureau", deadline: deadline, clock: .running, ends: nil),
      inputs: ["opinion": .text("材料齐全")], note: nil, sets: [:],
      findings: ["rd-total": .met, "premises": .departed], basis: nil, practice: [:], paused: nil,
      round: nil, main: nil, isPublic: false)
  }
}
