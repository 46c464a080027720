import Casework
import Quantities
import Testing

@testable import Wording

@Suite("The notice of correction")
struct NoticeTests {
  private var notice: DefectsNotice {
    DefectsNotice(
      number: "QD-2026-014", centre: "青岛市海洋传感技术创新中心", host: "深蓝传感（虚构）有限公司",
      office: Bilingual(zh: "崂山区科技局", en: "Laoshan Bureau of Science"), stage: "preliminary",
      procedure: "establishment", round: 1, defects: ["共建协议未盖章；", "缺 2024 年研发费用"],
      issuedOn: Fixture.date("2026-03-09"),
      deadline: Deadline(
        due: Fixture.date("2026-03-23"), cites: "9.2",
        source: .practice(item: "correction", isSuggested: true), period: Period(10, .workingDay),
        anchor: Fixture.date("2026-03-09"), countsFirstDay: false, rolledFrom: nil,
        exceptions: [], unknownYears: []),
      cites: ["9.2"], contact: "李静 0532-00000000")
  }

  @Test("Chinese names host, case, stage, each defect, the day and how it was counted")
  func chinese() {
    let text = Fixture.zh.text(of: notice)
    #expect(text.hasPrefix("退回补正通知\n\n深蓝传感（虚构）有限公司：\n"))
    #expect(text.contains("案卷编号 QD-2026-014"))
    #expect(text.contains("在初审推荐环节"))
    #expect(text.contains("依据《青岛市技术创新中心建设运行管理暂行办法》第九条第2项"))
    #expect(text.contains("  1. 共建协议未盖章；\n  2. 缺 2024 年研发费用。\n"))
    #expect(text.contains("请于 2026年3月23日前（含当日）补正后重新提交。"))
    #expect(text.contains("建议值"))
    #expect(text.hasSuffix("联系人：李静 0532-00000000\n\n崂山区科技局\n2026年3月9日\n"))
  }

  @Test("English says the same")
  func english() {
    let text = Fixture.en.text(of: notice)
    #expect(text.hasPrefix("Notice of correction\n\nTo: 深蓝传感（虚构）有限公司\n"))
    #expect(text.contains("under Art. 9(2) of Qingdao interim measures"))
    #expect(text.contains("by 23 March 2026 (that day included)"))
    #expect(text.hasSuffix("Laoshan Bureau of Science\n9 March 2026\n"))
  }
}
