import Casework
import Quantities
import RulePacks
import TerminalUI
import Wording

/// The overview of a case: alerts, who has it, contacts, the facts on record.
struct OverviewText {
  private let folder: CaseFolder
  private let circumstances: Circumstances
  private let wording: Wording

  init(_ folder: CaseFolder, _ circumstances: Circumstances) {
    self.folder = folder
    self.circumstances = circumstances
    wording = circumstances.wording(under: folder.pack)
  }

  private func say(_ zh: String, _ en: String) -> String { circumstances.say(zh: zh, en: en) }

  /// The lines, wrapped to a width.
  func lines(width: Int) -> [StyledText] {
    let room = max(20, width - 3)
    var lines = alerts(room) + warnings(room)
    lines += holders(room)
    lines += contacts(room)
    lines += facts(room)
    return lines
  }

  private func alerts(_ room: Int) -> [StyledText] {
    var lines: [StyledText] = []
    for alert in folder.alerts {
      lines += wrap("! " + wording.line(for: alert), room, .danger)
    }
    if !lines.isEmpty { lines += wrap(wording.alertRemedy, room, .dim) + [""] }
    return lines
  }

  /// Where the regulation says nothing of the case, or ends before it does; nothing stops for it.
  private func warnings(_ room: Int) -> [StyledText] {
    let warnings = Decider.warnings(for: folder.state, in: folder.context)
    guard !warnings.isEmpty else { return [] }
    return warnings.flatMap { wrap("! " + wording.message(for: $0), room, .warning) } + [""]
  }

  private func holders(_ room: Int) -> [StyledText] {
    let state = folder.state
    var lines = entry(say("规则", "Rules"), folder.pack.title[circumstances.language], room)
    let validity = folder.pack.validity.warnings(
      on: folder.context.today, verification: circumstances.verifications[folder.pack.id])
    for warning in validity { lines += entry("", "! " + wording.message(for: warning), room) }
    if let department = state.text("department") {
      lines += entry(say("主管部门", "Department"), circumstances.department(department), room)
    }
    if let assignee = state.assignee {
      lines += entry(say("承办", "With"), circumstances.person(assignee), room)
    }
    if let deputy = state.deputy?.deputy {
      let until = state.deputy?.until.map { say("，至 \($0)", ", until \($0)") } ?? ""
      lines += entry(say("代办", "Deputy"), circumstances.person(deputy) + until, room)
    }
    for proceeding in state.proceedings where !proceeding.isEnded {
      let stage = wording.stage(proceeding.stage, of: proceeding.procedure)
      let due = proceeding.entry.deadline.map { "  " + wording.summary(of: $0) } ?? ""
      lines += entry(wording.proceeding(proceeding.id), stage + due, room)
    }
    return lines + [""]
  }

  private func contacts(_ room: Int) -> [StyledText] {
    guard !folder.state.contacts.isEmpty else { return [] }
    var lines = [StyledText(say("联系记录", "Contacts"), .title)]
    for record in folder.state.contacts.suffix(5).reversed() {
      let contact = record.contact
      var text =
        "\(record.on) \(circumstances.person(record.actor)) \(wording.channel(contact.channel)) "
        + contact.with + say("：", ": ") + contact.text
      if let waiting = contact.waitingFor {
        text += say("；等待\(waiting)", "; waiting for \(waiting)")
      }
      if let until = contact.until { text += say("，至 \(until)", ", until \(until)") }
      lines += wrap("  " + text, room, .text)
    }
    return lines + [""]
  }

  private func facts(_ room: Int) -> [StyledText] {
    guard let vocabulary = circumstances.vocabulary else {
      return folder.state.facts.sorted { $0.key < $1.key }.flatMap {
        entry($0.key, wording.text(of: $0.value, for: $0.key), room)
      }
    }
    var lines: [StyledText] = []
    for group in vocabulary.groups {
      let paths = paths(of: group)
      guard !paths.isEmpty else { continue }
      lines.append(StyledText(group.label[circumstances.language], .title))
      for path in paths {
        lines += entry(wording.fact(path), text(of: path), room)
      }
      lines.append("")
    }
    return lines
  }

  /// The paths on record in a group: records by field, tables and lists row by row.
  private func paths(of group: Vocabulary.Group) -> [FactPath] {
    switch group.shape {
    case .record:
      return group.fields.map { group.name.isEmpty ? $0.name : group.name + "." + $0.name }
        .filter { folder.state.facts[$0] != nil }
    case .table, .list:
      return folder.state.facts.keys.filter { $0.hasPrefix(group.name + "[") }.sorted()
    }
  }

  /// What is on record for a fact; departments by their names.
  private func text(of path: FactPath) -> String {
    if path == "department", let id = folder.state.text(path) {
      return circumstances.department(id)
    }
    return wording.text(of: folder.state.facts[path], for: path)
  }

  private func entry(_ label: String, _ text: String, _ room: Int) -> [StyledText] {
    let column = min(26, max(12, room * 2 / 5))
    let widths = circumstances.widths
    return widths.wrap(text, to: max(10, room - column - 3)).enumerated().map { index, piece in
      StyledText([
        StyledText.Span(
          "  " + widths.pad(index == 0 ? label : "", to: column) + " ", Style(.label)),
        StyledText.Span(String(piece), .text),
      ])
    }
  }

  private func wrap(_ text: String, _ room: Int, _ role: TerminalUI.Role) -> [StyledText] {
    circumstances.widths.wrap(text, to: room).map { StyledText(String($0), role) }
  }
}
