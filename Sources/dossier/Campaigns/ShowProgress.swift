import ArgumentParser
import CaseStore
import Casework
import Quantities
import RulePacks
import TerminalUI
import Wording

/// How far a campaign has got.
struct ShowProgress: Verb {
  static let configuration = CommandConfiguration(
    commandName: "progress", abstract: "各件进展，或按主管部门汇总 / How far it has got",
    discussion: """
      EXAMPLES
        dossier campaign progress qingdao-2026-evaluation --by department
        dossier campaign progress qingdao-2026-evaluation --json
      """)

  /// How cases are put together.
  enum Grouping: String, ExpressibleByArgument, CaseIterable {
    case department
    case none = "case"
  }

  @OptionGroup var shared: SharedOptions

  @Argument(help: "批次 / The batch")
  var id: String

  @Option(help: "department 按主管部门汇总，case 逐件 / By department, or case by case")
  var by: Grouping = .none

  func carryOut(_ errand: Errand) throws {
    let store = try errand.openStore()
    let progress = try store.progress(of: id, for: try errand.session(in: store))
    try errand.learn(store, progress.notice.pack)
    if errand.shared.json {
      errand.say(json(progress, errand.speech))
      return
    }
    errand.say(windows(progress, errand.speech))
    errand.say(by == .department ? departments(progress, errand) : cases(progress, errand))
    let sum = progress.whole
    errand.say(
      zh: "共 \(sum.total) 件：已完成申报 \(sum.complete)，未完成申报 \(sum.incomplete)，期限未到 \(sum.open)",
      en:
        "\(sum.total) cases: \(sum.complete) handed in, \(sum.incomplete) not, \(sum.open) with time left"
    )
  }

  private func windows(_ progress: CampaignProgress, _ speech: Speech) -> [String] {
    progress.notice.windows.map { window in
      let owner = window.owner.map { speech.wording.name(ofOwner: $0) } ?? ""
      return "\(speech.wording.days(of: window))  \(window.label[speech.language])  \(owner)  "
        + speech.wording.place(of: progress.today, in: window)
    } + [""]
  }

  private func departments(_ progress: CampaignProgress, _ errand: Errand) -> TextTable {
    let speech = errand.speech
    let steps =
      progress.notice.completion?.steps.compactMap {
        progress.notice.window($0.window)
      } ?? []
    var columns: [TextTable.Column] = [
      TextTable.Column(speech.text(zh: "主管部门", en: "Department")),
      TextTable.Column(speech.text(zh: "件数", en: "Cases"), .right),
    ]
    columns += steps.map { TextTable.Column($0.label[speech.language], .right) }
    columns += [
      TextTable.Column(speech.text(zh: "完成申报", en: "Handed in"), .right),
      TextTable.Column(speech.text(zh: "未完成", en: "Not"), .right),
      TextTable.Column(speech.text(zh: "延误", en: "Delays")),
      TextTable.Column(speech.text(zh: "已办结", en: "Ended"), .right),
    ]
    var table = TextTable(columns)
    for sum in progress.byDepartment {
      let delays = sum.delays.sorted { $0.key < $1.key }.map {
        "\(speech.wording.name(ofOwner: $0.key)) \($0.value)"
      }
      var row = [sum.department.map(speech.wording.department) ?? "—", "\(sum.total)"]
      row += steps.map { "\(sum.done[$0.id] ?? 0)" }
      row += [
        "\(sum.complete)", "\(sum.incomplete)", delays.joined(separator: ", "), "\(sum.ended)",
      ]
      table.rows.append(row)
    }
    return table
  }

  private func cases(_ progress: CampaignProgress, _ errand: Errand) -> TextTable {
    let speech = errand.speech
    var table = TextTable([
      .init(speech.text(zh: "编号", en: "Case")),
      .init(speech.text(zh: "中心名称", en: "Centre"), limit: 36),
      .init(speech.text(zh: "主管部门", en: "Department"), limit: 20),
      .init(speech.text(zh: "环节", en: "Stage")),
      .init(speech.text(zh: "申报", en: "Handed in"), limit: 40),
      .init(speech.text(zh: "结果", en: "Result"), limit: 24),
      .init(speech.text(zh: "可由人决定", en: "A person may"), limit: 48),
    ])
    for entry in progress.entries {
      table.rows.append([
        entry.number, entry.name, entry.department.map(speech.wording.department) ?? "",
        entry.stageLabel[speech.language],
        entry.standing.map { speech.wording.text(of: $0, in: progress.notice) } ?? "",
        entry.outcome?.label[speech.language] ?? "", speech.wording.options(entry.options),
      ])
    }
    return table
  }

  private func json(_ progress: CampaignProgress, _ speech: Speech) -> JSON {
    var answer: JSON = [
      "campaign": .text(progress.notice.id), "today": JSON(progress.today),
      "closed": .flag(progress.campaign.campaign.isClosed), "total": Self.json(progress.whole),
      "departments": .list(progress.byDepartment.map(Self.json)),
    ]
    if by == .none {
      answer = answer.adding(["cases": .list(progress.entries.map { Self.json($0) })])
    }
    return answer
  }

  private static func json(_ entry: CampaignProgress.Entry) -> JSON {
    let steps = (entry.standing?.steps ?? []).map { step -> JSON in
      [
        "window": .text(step.window.id), "on": JSON(step.on?.description),
        "state": .text(step.state.rawValue),
      ]
    }
    return [
      "case": .text(entry.number), "name": .text(entry.name),
      "department": JSON(entry.department), "proceeding": .text(entry.proceeding),
      "stage": .text(entry.stage), "ended": .flag(entry.isEnded),
      "completion": JSON(entry.standing?.result.rawValue),
      "delays": JSON(entry.standing?.delays ?? []), "steps": .list(steps),
      "outcome": JSON(entry.outcome?.id),
      "may": JSON(entry.options.compactMap { $0.opens ?? $0.action }),
    ]
  }

  private static func json(_ sum: CampaignProgress.Sum) -> JSON {
    [
      "department": JSON(sum.department), "cases": JSON(sum.total),
      "complete": JSON(sum.complete), "incomplete": JSON(sum.incomplete), "open": JSON(sum.open),
      "ended": JSON(sum.ended), "done": .object(sum.done.mapValues { JSON($0) }),
      "delays": .object(sum.delays.mapValues { JSON($0) }),
      "outcomes": .object(sum.outcomes.mapValues { JSON($0) }),
    ]
  }
}
