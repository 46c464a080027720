import Casework
import Quantities
import RulePacks
import TerminalUI
import Wording

/// What the tabs of a campaign list.
extension CampaignPane {
  /// The departments with their sums.
  var sums: [CampaignProgress.Sum] { answer?.progress?.byDepartment ?? [] }

  private func fits(_ own: String?) -> Bool { department == nil || own == department }

  /// The cases whose runs are under way or over.
  var running: [CampaignProgress.Entry] {
    (answer?.progress?.entries ?? []).filter { fits($0.department) }
  }

  /// Those that were not handed in, with somebody's delay.
  var late: [CampaignProgress.Entry] { running.filter { $0.standing?.result == .incomplete } }

  /// The cases of a plan by whether they take part.
  func planned(_ verdict: CohortMembership.Verdict) -> [CampaignPlan.Entry] {
    (answer?.plan.entries(verdict) ?? []).filter { fits($0.department) }
  }

  /// Those that take part and are not under way.
  var waiting: [CampaignPlan.Entry] { planned(.member).filter { !$0.isEnrolled } }

  /// How many rows a tab has.
  func count(of tab: Tab) -> Int {
    switch tab {
    case .departments: sums.count
    case .members: running.count + waiting.count
    case .late: late.count
    case .outside: planned(.outside).count
    case .unknown: planned(.unknown).count
    }
  }

  /// How many rows the open tab has.
  var count: Int { count(of: tab) }

  /// The case of a row; nil for rows of departments.
  func stream(at index: Int) -> StreamID? {
    switch tab {
    case .departments: nil
    case .members:
      index < running.count
        ? running[index].id
        : waiting.indices.contains(index - running.count)
          ? waiting[index - running.count].id : nil
    case .late: late.indices.contains(index) ? late[index].id : nil
    case .outside:
      planned(.outside).indices.contains(index) ? planned(.outside)[index].id : nil
    case .unknown:
      planned(.unknown).indices.contains(index) ? planned(.unknown)[index].id : nil
    }
  }

  /// The department of a row.
  func departmentOfRow(_ index: Int) -> String? {
    guard let stream = stream(at: index) else { return nil }
    return answer?.plan.entries.first { $0.id == stream }?.department
  }

  // MARK: Rows

  /// The columns of the open tab.
  func columns(_ circumstances: Circumstances) -> [ListColumn] {
    let isWide = circumstances.size.columns >= 100
    switch tab {
    case .departments:
      return departmentColumns(circumstances, isWide)
    case .members, .late:
      return [
        ListColumn(circumstances.say(zh: "编号", en: "Case"), minimum: 12),
        ListColumn(
          circumstances.say(zh: "中心名称", en: "Centre"), minimum: 14, weight: isWide ? 2 : 0),
        ListColumn(
          circumstances.say(zh: "主管部门", en: "Department"), minimum: departmentRoom(circumstances)),
        ListColumn(circumstances.say(zh: "环节", en: "Stage"), minimum: stageRoom(circumstances)),
        ListColumn(circumstances.say(zh: "申报", en: "Handed in"), minimum: 14, weight: 2),
      ]
    case .outside, .unknown:
      return [
        ListColumn(circumstances.say(zh: "编号", en: "Case"), minimum: 12),
        ListColumn(circumstances.say(zh: "中心名称", en: "Centre"), minimum: 16, weight: 1),
        ListColumn(circumstances.say(zh: "理由", en: "Reason"), minimum: 24, weight: 2),
      ]
    }
  }

  /// The columns for the department of a case.
  private func departmentRoom(_ circumstances: Circumstances) -> Int {
    circumstances.size.columns >= 100 ? 18 : 12
  }

  /// The columns for where a case stands; English names are longer.
  private func stageRoom(_ circumstances: Circumstances) -> Int {
    let isWide = circumstances.size.columns >= 100
    return circumstances.language == .zh ? (isWide ? 14 : 12) : (isWide ? 22 : 15)
  }

  private func departmentColumns(
    _ circumstances: Circumstances, _ isWide: Bool
  ) -> [ListColumn] {
    var columns = [
      ListColumn(circumstances.say(zh: "主管部门", en: "Department"), minimum: 14, weight: 1),
      ListColumn(circumstances.say(zh: "已启动", en: "Opened"), minimum: 6, alignment: .right),
    ]
    columns += steps.map {
      ListColumn($0.label[circumstances.language], minimum: isWide ? 24 : 16)
    }
    columns += [
      ListColumn(circumstances.say(zh: "未完成", en: "Late"), minimum: 6, alignment: .right),
      ListColumn(circumstances.say(zh: "已办结", en: "Ended"), minimum: 6, alignment: .right),
    ]
    return columns
  }

  /// The windows of the steps that have to be in time.
  var steps: [CampaignWindow] {
    guard let notice = line.notice else { return [] }
    return (notice.completion?.steps ?? []).compactMap { notice.window($0.window) }
  }

  /// A centre's name; on narrow screens without what all names share.
  private func name(_ name: String, _ circumstances: Circumstances) -> StyledText {
    StyledText(
      circumstances.size.columns >= 100
        ? name : QueueColumns.shortName(name, under: answer?.pack))
  }

  private func wrapped(
    _ text: String, _ role: TerminalUI.Role, _ circumstances: Circumstances
  ) -> [StyledText] {
    circumstances.widths.wrap(text, to: max(20, circumstances.size.columns - 4))
      .map { StyledText(String($0), role) }
  }

  /// A row of the open tab.
  func row(_ index: Int, _ circumstances: Circumstances) -> ListRow? {
    switch tab {
    case .departments: return sums.indices.contains(index) ? row(sums[index], circumstances) : nil
    case .members:
      if index < running.count { return row(running[index], circumstances) }
      let rest = index - running.count
      return waiting.indices.contains(rest) ? row(waiting: waiting[rest], circumstances) : nil
    case .late: return late.indices.contains(index) ? row(late[index], circumstances) : nil
    case .outside, .unknown:
      let entries = planned(tab == .outside ? .outside : .unknown)
      return entries.indices.contains(index) ? row(entries[index], circumstances) : nil
    }
  }

  private func row(
    _ sum: CampaignProgress.Sum, _ circumstances: Circumstances
  ) -> ListRow {
    let isWide = circumstances.size.columns >= 100
    let room = isWide ? 14 : 8
    var cells = [
      StyledText(circumstances.department(sum.department, in: isWide ? 60 : 22)),
      StyledText("\(sum.total)"),
    ]
    cells += steps.map {
      Self.bar(sum.done[$0.id] ?? 0, of: sum.total, room, circumstances.isPlain)
    }
    cells += [
      StyledText("\(sum.incomplete)", sum.incomplete > 0 ? TerminalUI.Role.danger : .dim),
      StyledText("\(sum.ended)", TerminalUI.Role.dim),
    ]
    return ListRow(cells)
  }

  /// A bar with its figures: `━━━━━─── 12/30`.
  private static func bar(_ done: Int, of total: Int, _ room: Int, _ isPlain: Bool) -> StyledText {
    let full = total > 0 ? min(room, done * room / total) : 0
    let (on, off) = isPlain ? ("#", "-") : ("━", "─")
    return StyledText([
      .init(String(repeating: on, count: full), Style(.progressDone)),
      .init(String(repeating: off, count: room - full), Style(.progress)),
      .init(" \(done)/\(total)", Style(.text)),
    ])
  }

  private func row(
    _ entry: CampaignProgress.Entry, _ circumstances: Circumstances
  ) -> ListRow {
    let wording = circumstances.wording(under: answer?.pack)
    var details: [StyledText] = []
    let said = entry.standing.flatMap { standing in
      line.notice.map { wording.text(of: standing, in: $0) }
    }
    if let said, isCut(said, in: 4, circumstances) {
      details += wrapped(said, .warning, circumstances)
    }
    if let standing = entry.standing {
      let steps = standing.steps.map { step in
        let day = step.on.map { " \($0)" } ?? ""
        return "\(step.window.label[circumstances.language])\(day) \(wording.name(of: step.state))"
      }
      details += wrapped(steps.joined(separator: " · "), .dim, circumstances)
    }
    if let outcome = entry.outcome {
      let options = wording.options(entry.options)
      let may =
        options.isEmpty ? "" : circumstances.say(zh: "；可由人决定：", en: "; a person may: ") + options
      details += wrapped(outcome.label[circumstances.language] + may, .info, circumstances)
    }
    let role: TerminalUI.Role =
      switch entry.standing?.result {
      case .incomplete: .danger
      case .complete: .ok
      default: .text
      }
    return ListRow(
      [
        StyledText(entry.number), name(entry.name, circumstances),
        StyledText(
          circumstances.department(entry.department, in: departmentRoom(circumstances))),
        StyledText(entry.stageLabel[circumstances.language]), StyledText(said ?? "", role),
      ], details: details)
  }

  private func row(
    waiting entry: CampaignPlan.Entry, _ circumstances: Circumstances
  ) -> ListRow {
    let wording = circumstances.wording(under: answer?.pack)
    let hindrance = wording.hindrance(of: entry)
    return ListRow(
      [
        StyledText(entry.number), name(entry.name, circumstances),
        StyledText(
          circumstances.department(entry.department, in: departmentRoom(circumstances))),
        StyledText(entry.stage[circumstances.language], .dim),
        StyledText(
          hindrance ?? circumstances.say(zh: "未启动", en: "not opened"),
          hindrance == nil ? .dim : .warning),
      ], details: wrapped(wording.reason(of: entry), .dim, circumstances))
  }

  private func row(_ entry: CampaignPlan.Entry, _ circumstances: Circumstances) -> ListRow {
    let wording = circumstances.wording(under: answer?.pack)
    let reason = wording.reason(of: entry)
    return ListRow(
      [
        StyledText(entry.number), name(entry.name, circumstances),
        StyledText(reason, entry.verdict == .unknown ? .warning : .text),
      ],
      details: isCut(reason, in: 2, circumstances) ? wrapped(reason, .dim, circumstances) : [])
  }

  /// Whether a column of the open tab is too narrow for a text.
  private func isCut(_ text: String, in column: Int, _ circumstances: Circumstances) -> Bool {
    // Two columns stand before the first, and a scrollbar may stand behind the last.
    let lengths = Share.split(
      max(0, circumstances.size.columns - 3), among: columns(circumstances).map(\.share), gap: 1)
    return circumstances.widths.columns(of: text) > lengths[column]
  }
}
