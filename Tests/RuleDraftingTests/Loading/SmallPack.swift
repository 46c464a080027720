import Quantities
import RuleDrafting
import RulePacks
import Testing

/// A pack as small as can be that has one of everything, to plant faults in.
enum SmallPack {
  static let vocabulary = """
    version: 1
    groups:
      - name: ""
        label: { zh: 基本, en: Basics }
        shape: record
        fields:
          - { name: name, type: text, label: { zh: 名称, en: Name } }
          - { name: applied_on, type: date, label: { zh: 申报日期, en: Applied on } }
      - name: host
        label: { zh: 依托单位, en: Host }
        shape: record
        fields:
          - name: kind
            type: choice
            label: { zh: 类型, en: Kind }
            options:
              enterprise: { zh: 企业, en: Enterprise }
              university: { zh: 高校, en: University }
          - { name: contact, type: text, label: { zh: 联系人, en: Contact }, personal: true }
      - name: finance
        label: { zh: 财务, en: Finance }
        shape: table
        key: year
        fields:
          - { name: year, type: year, label: { zh: 年度, en: Year } }
          - { name: rd, type: money, label: { zh: 研发费用, en: R&D } }
      - name: premises
        label: { zh: 场所, en: Premises }
        shape: record
        fields:
          - { name: area, type: area, label: { zh: 面积, en: Area } }
      - name: partners
        label: { zh: 共建单位, en: Partners }
        shape: list
        fields:
          - { name: name, type: text, label: { zh: 名称, en: Name } }
          - { name: in_city, type: boolean, label: { zh: 在本市, en: In the city } }
      - name: reports
        label: { zh: 年度报告, en: Reports }
        shape: table
        key: year
        fields:
          - { name: year, type: year, label: { zh: 年度, en: Year } }
          - { name: received_on, type: date, label: { zh: 收到日期, en: Received on } }
    """

  static let files: [String: String] = [
    "pack.yaml": """
    language: 1
    id: small
    title: { zh: 小办法, en: Small measures }
    number: 小科字〔2026〕1号
    issuer: { zh: 小局, en: Small bureau }
    city: "370000"
    case_number_prefix: SM
    in_force:
      published: 2026-01-01
      from: 2026-02-01
      to: null
    owners:
      - { id: host, label: { zh: 依托单位, en: Host }, roles: [clerk], outside: true }
      - { id: bureau, label: { zh: 局, en: Bureau }, roles: [officer] }
    inputs:
      reason: { label: { zh: 理由, en: Reason }, type: text }
      defects: { label: { zh: 问题, en: Defects }, type: lines }
      year: { label: { zh: 年度, en: Year }, type: year }
      result:
        label: { zh: 结果, en: Result }
        type: choice
        options:
          good: { zh: 好, en: Good }
          fair: { zh: 中, en: Fair }
          bad: { zh: 差, en: Bad }
    articles:
      "1": { gist: { zh: 目的, en: Purpose }, kind: principle }
      "2.1": { gist: { zh: 研发, en: R&D }, kind: condition }
      "2.2": { gist: { zh: 场所, en: Premises }, kind: condition, judgement: true }
      "3": { gist: { zh: 程序, en: Procedure }, kind: procedure }
      "4": { gist: { zh: 年度报告, en: Reports }, kind: duty }
      "5": { gist: { zh: 撤销, en: Revocation }, kind: ground }
    materials:
      - { kind: form, label: { zh: 申请表, en: Form }, cites: "3", moment: application, sealed: true }
    questions:
      - id: same_host
        same: [host.contact]
        reached: [deciding]
        having: { host.kind: enterprise }
    """,
    "conditions.yaml": """
    conditions:
      - id: rd-total
        cites: "2.1"
        label: { zh: 研发费用, en: R&D spending }
        force: mandatory
        tested_at: application
        applies: host.kind == enterprise
        requires: |
          sum(window(finance, years: 3, ending: year(applied_on) - 1).rd) >= 2000 万元
        exceptions:
          - { cites: "2.2", applies: "host.kind == university", effect: exempts }
      - id: area
        cites: "2.2, 2.1"
        label: { zh: 面积, en: Area }
        force: default
        tested_at: [application, evaluation]
        requires: |
          premises.area >= 1000 平方米
      - id: ability
        cites: "2.2"
        label: { zh: 能力, en: Ability }
        force: mandatory
        tested_at: application
        judged_by: { owner: bureau, stage: deciding }
    grounds:
      - id: no-reports
        cites: "5"
        label: { zh: 未报告, en: No reports }
        alerts: count(reports) == 0
    """,
    "practice.yaml": """
    practice:
      review:
        label: { zh: 审查期限, en: Time for review }
        cites: "3"
        type: period
        suggested: 5 个工作日
        first_day: true
      experts:
        label: { zh: 专家人数, en: Experts }
        cites: "3"
        type: count person
        suggested: 7 人
    """,
    "procedures/establishment.yaml": """
    label: { zh: 建设, en: Establishment }
    cites: "3"
    main: true
    start: applying
    spine: [applying, deciding, roster]
    take_over: [roster]
    stages:
      applying:
        label: { zh: 申报, en: Applying }
        owner: host
        cites: "3"
        actions:
          submit:
            label: { zh: 提交, en: Submit }
            to: deciding
            cites: "3"
            guards:
              - id: new
                cites: "3"
                label: { zh: 未重复, en: Not twice }
                requires: others.same_host == 0
      deciding:
        label: { zh: 审批, en: Deciding }
        owner: bureau
        cites: "3"
        due: practice.review
        actions:
          approve:
            label: { zh: 批准, en: Approve }
            to: roster
            cites: "3"
            needs: [result]
            passes: [application]
            guards:
              - id: is-good
                label: { zh: 好, en: Good }
                requires: input.result == good
            opens:
              - { procedure: report, inputs: { year: "year(on)" } }
          refuse:
            label: { zh: 不批准, en: Refuse }
            to: declined
            cites: "3"
            needs: [result, reason]
            guards:
              - id: is-not-good
                label: { zh: 不好, en: Not good }
                requires: input.result in [fair, bad]
          return_for_correction:
            label: { zh: 退回, en: Return }
            to: applying
            cites: "3"
            needs: [defects]
            returns: true
            due: { cites: "3", period: 10 日 }
      roster:
        label: { zh: 在册, en: On the roster }
        owner: host
        roster: true
        cites: "3"
      declined:
        label: { zh: 未批准, en: Declined }
        ends: declined
    """,
    "procedures/report.yaml": """
    label: { zh: 年度报告, en: Report }
    cites: "4"
    start: writing
    spine: [writing, received]
    opening:
      label: { zh: 启动, en: Open }
      roles: [officer]
      during: [roster]
      needs: [year]
      key: year
      cites: "4"
    stages:
      writing:
        label: { zh: 编报, en: Writing }
        owner: host
        cites: "4"
        due: { cites: "4", date: "date(input.year + 1, 3, 31)" }
        actions:
          receive:
            label: { zh: 收到, en: Receive }
            to: received
            cites: "4"
            sets: { "reports[{year}].received_on": on }
          revoke:
            label: { zh: 撤销, en: Revoke }
            to: received
            by: [officer]
            cites: "5"
            needs: [reason]
            moves_main_to: declined
      received:
        label: { zh: 已收到, en: Received }
        ends: completed
    """,
  ]

  /// The files, after a text in one of them was replaced.
  static func sources(
    _ file: String? = nil, replacing old: String = "", with new: String = ""
  ) -> [SourceFile] {
    files.map { path, text in
      SourceFile(
        path: "small/\(path)", text: path == file ? text.replacing(old, with: new) : text)
    }
  }

  static func loadedVocabulary() throws -> Vocabulary {
    try VocabularyLoader.load(SourceFile(path: "vocabulary.yaml", text: vocabulary))
  }

  /// The pack, after a text in one file was replaced.
  static func load(
    _ file: String? = nil, replacing old: String = "", with new: String = ""
  ) throws -> PackLoader.Loaded {
    if let file { try #require(files[file]?.contains(old) == true, "nothing to replace") }
    return try PackLoader.loadWithPlaces(
      sources(file, replacing: old, with: new), vocabulary: loadedVocabulary())
  }

  /// The report on the pack, after a text in one file was replaced.
  static func report(
    _ file: String? = nil, replacing old: String = "", with new: String = "",
    text: [Citation: String]? = nil
  ) throws -> PackReport {
    let loaded = try load(file, replacing: old, with: new)
    return try PackChecks.run(
      loaded.pack, vocabulary: loadedVocabulary(), officialText: text, places: loaded.places)
  }
}

/// A text with `¦` where a problem is expected, and the place of the mark.
struct Marked {
  let text: String
  let line: Int
  let column: Int

  init(_ marked: String) throws {
    let parts = marked.split(separator: "¦", omittingEmptySubsequences: false)
    try #require(parts.count == 2, "one mark is needed")
    text = parts.joined()
    let lines = parts[0].split(separator: "\n", omittingEmptySubsequences: false)
    line = lines.count
    column = (lines.last ?? "").unicodeScalars.count + 1
  }

  /// A problem as tests compare it.
  func matches(_ problem: Problem) -> Bool {
    problem.place.line == line && problem.place.column == column
  }
}
