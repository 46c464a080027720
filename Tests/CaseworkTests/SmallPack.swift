import Casework
import Quantities
import RuleDrafting
import RulePacks

/// A pack of a few stages on which every kind of decision can be tried.
enum SmallPack {
  static let vocabulary = """
    version: 1
    groups:
      - name: ""
        label: { zh: 概况, en: General }
        shape: record
        fields:
          - { name: name, type: text, label: { zh: 名称, en: Name } }
          - { name: department, type: text, label: { zh: 主管部门, en: Department } }
          - { name: spending, type: money, label: { zh: 研发费用, en: Spending } }
          - { name: floor, type: area, label: { zh: 面积, en: Floor } }
          - { name: approved_on, type: date, label: { zh: 批准日, en: Approved on } }
          - { name: recommended_on, type: date, label: { zh: 推荐日, en: Recommended on } }
      - name: reports
        label: { zh: 年度报告, en: Reports }
        shape: table
        key: year
        fields:
          - { name: year, type: year, label: { zh: 年度, en: Year } }
          - { name: received_on, type: date, label: { zh: 收到日, en: Received on } }
    """

  static let identity = """
    language: 1
    id: small-1
    title: { zh: 试用办法, en: Trial measures }
    issuer: { zh: 试用局, en: Trial bureau }
    city: "000000"
    case_number_prefix: TX
    in_force: { from: 2020-01-01 }
    owners:
      - { id: host, label: { zh: 依托单位, en: Host }, roles: [clerk, officer], outside: true }
      - { id: department, label: { zh: 主管部门, en: Department }, roles: [clerk] }
      - { id: bureau, label: { zh: 科技局, en: Bureau }, roles: [officer] }
    inputs:
      opinion: { label: { zh: 意见, en: Opinion }, type: text }
      defects: { label: { zh: 问题清单, en: Defects }, type: lines }
      score: { label: { zh: 得分, en: Score }, type: count plain, minimum: 0, maximum: 100 }
      year: { label: { zh: 年度, en: Year }, type: year }
    articles:
      "1.1": { gist: { zh: 条件, en: Conditions }, kind: condition }
      "1.2": { gist: { zh: 面积, en: Floor }, kind: condition }
      "1.3": { gist: { zh: 能力, en: Ability }, kind: condition, judgement: true }
      "1.4": { gist: { zh: 放宽, en: Waivers }, kind: condition }
      "2": { gist: { zh: 程序, en: Procedure }, kind: procedure }
      "3": { gist: { zh: 年报, en: Reports }, kind: duty }
    """

  static let conditions = """
    conditions:
      - id: spending
        cites: "1.1"
        label: { zh: 研发费用, en: Spending }
        force: mandatory
        tested_at: application
        requires: spending >= 2000 万元
        waivable_by: "1.4"
      - id: floor
        cites: "1.2"
        label: { zh: 面积, en: Floor }
        force: default
        tested_at: application
        requires: floor >= 1000 平方米
      - id: ability
        cites: "1.3"
        label: { zh: 能力, en: Ability }
        force: mandatory
        tested_at: application
        judged_by: { owner: bureau, stage: review }
    """

  static let practice = """
    practice:
      first_look:
        label: { zh: 初审期限, en: First look }
        cites: "2"
        type: period
        suggested: 5 个工作日
      correction:
        label: { zh: 补正期限, en: Correction }
        cites: "2"
        type: period
        suggested: 10 日
    """

  static let establishment = """
    label: { zh: 建设, en: Establishment }
    cites: "2"
    main: true
    start: applying
    spine: [applying, first_look, review, building]
    take_over: [building]
    stages:
      applying:
        label: { zh: 申报, en: Applying }
        owner: host
        cites: "2"
        actions:
          submit: { label: { zh: 提交, en: Submit }, to: first_look, cites: "2" }
      first_look:
        label: { zh: 初审, en: First look }
        owner: department
        cites: "2"
        due: practice.first_look
        actions:
          recommend:
            label: { zh: 推荐, en: Recommend }
            to: review
            cites: "2"
            needs: [opinion]
            passes: [application]
            sets: { recommended_on: on }
          send_back:
            label: { zh: 退回补正, en: Send back }
            to: correcting
            cites: "2"
            needs: [defects]
            returns: true
          decline:
            label: { zh: 不推荐, en: Decline }
            to: declined
            cites: "2"
            needs: [opinion]
      correcting:
        label: { zh: 补正, en: Correcting }
        owner: host
        cites: "2"
        due: practice.correction
        actions:
          resubmit: { label: { zh: 再次提交, en: Resubmit }, to: first_look, cites: "2" }
      review:
        label: { zh: 评审, en: Review }
        owner: bureau
        cites: "2"
        actions:
          approve:
            label: { zh: 批准, en: Approve }
            to: building
            cites: "2"
            needs: [score]
            passes: [application]
            deciding: true
            public: true
            separate_from: [recommend]
            guards:
              - id: mark
                cites: "2"
                label: { zh: 得分不低于六十分, en: The score is at least sixty }
                requires: input.score >= 60
            sets: { approved_on: on }
            opens: [ { procedure: annual_report, inputs: { year: "year(on)" } } ]
      building:
        label: { zh: 建设期, en: Building }
        owner: host
        cites: "2"
        due: { cites: "2", period: 3 年 }
        actions:
          finish: { label: { zh: 期满, en: Finish }, to: roster, by: [officer], cites: "2" }
      roster: { label: { zh: 在册, en: Roster }, owner: host, roster: true, cites: "2" }
      declined: { label: { zh: 未推荐, en: Declined }, ends: declined, cites: "2" }
      closed: { label: { zh: 已撤销, en: Closed }, ends: revoked, cites: "2" }
    """

  static let annualReport = """
    label: { zh: 年度报告, en: Annual report }
    cites: "3"
    start: awaited
    spine: [awaited, filed]
    opening:
      label: { zh: 登记年度报告, en: Open an annual report }
      roles: [officer]
      during: [building, roster]
      needs: [year]
      cites: "3"
      key: year
    stages:
      awaited:
        label: { zh: 待报送, en: Awaited }
        owner: host
        cites: "3"
        due: { cites: "3", date: "date(input.year + 1, 3, 31)" }
        actions:
          receive:
            label: { zh: 收到, en: Receive }
            to: filed
            by: [officer]
            cites: "3"
            sets: { "reports[{input.year}].received_on": on }
          close_centre:
            label: { zh: 撤销, en: Close the centre }
            to: filed
            by: [officer]
            cites: "3"
            moves_main_to: closed
      filed: { label: { zh: 已报送, en: Filed }, ends: completed, cites: "3" }
    """

  static func load() throws -> RulePack { try load(files) }

  static let files = [
    "pack.yaml": identity, "conditions.yaml": conditions, "practice.yaml": practice,
    "procedures/establishment.yaml": establishment,
    "procedures/annual_report.yaml": annualReport,
  ]

  static func load(_ files: [String: String]) throws -> RulePack {
    try PackLoader.load(
      files.map { SourceFile(path: "small-1/\($0.key)", text: $0.value) },
      vocabulary: VocabularyLoader.load(
        SourceFile(path: "vocabulary.yaml", text: vocabulary)))
  }
}
