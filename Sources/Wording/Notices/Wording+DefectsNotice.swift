import Casework
import Quantities
import RulePacks

extension Wording {
  /// The notice of correction as plain text, ready to be pasted or printed.
  package func text(of notice: DefectsNotice) -> String {
    (language == .zh ? chinese(notice) : english(notice)).joined(separator: "\n") + "\n"
  }

  private func chinese(_ notice: DefectsNotice) -> [String] {
    let stage = stage(notice.stage, of: notice.procedure)
    let basis = notice.cites.isEmpty ? "" : "依据\(regulation)\(articles(notice.cites))，"
    var lines = [
      "退回补正通知", "", "\(notice.host)：", "",
      "你单位申报的\(notice.centre)\(numbered(notice, "（案卷编号 ", "）"))，在\(stage)环节经审核，"
        + "尚有下列事项需要补正。\(basis)现予退回（第 \(notice.round) 次）：", "",
    ]
    lines += listed(notice.defects, ending: ("；", "。"))
    lines.append("")
    if let deadline = notice.deadline {
      lines.append("请于 \(long(deadline.due))前（含当日）补正后重新提交。")
      lines.append("期限计算：\(counting(deadline))。")
    } else {
      lines.append("请补正后重新提交。")
    }
    lines.append("补正期间，\(stage)环节暂停计时。")
    if let contact = notice.contact { lines += ["", "联系人：\(contact)"] }
    return lines + ["", notice.office.zh, long(notice.issuedOn)]
  }

  private func english(_ notice: DefectsNotice) -> [String] {
    let stage = stage(notice.stage, of: notice.procedure)
    let basis = notice.cites.isEmpty ? "" : " under \(articles(notice.cites)) of \(regulation)"
    var lines = [
      "Notice of correction", "", "To: \(notice.host)", "",
      "Your application for \(notice.centre)\(numbered(notice, " (case ", ")")) was checked at the "
        + "stage \"\(stage)\". It is sent back\(basis) for correction (round \(notice.round)):", "",
    ]
    lines += listed(notice.defects, ending: ("", ""))
    lines.append("")
    if let deadline = notice.deadline {
      lines.append(
        "Please correct it and submit it again by \(long(deadline.due)) (that day included).")
      lines.append("How this was counted: \(counting(deadline)).")
    } else {
      lines.append("Please correct it and submit it again.")
    }
    lines.append("The clock of the stage \"\(stage)\" is paused until then.")
    if let contact = notice.contact { lines += ["", "Contact: \(contact)"] }
    return lines + ["", notice.office[.en], long(notice.issuedOn)]
  }

  private var regulation: String {
    guard let pack else { return text(zh: "有关规定", en: "the regulation") }
    return text(zh: "《\(pack.title.zh)》", en: pack.title[.en])
  }

  private func numbered(_ notice: DefectsNotice, _ open: String, _ close: String) -> String {
    notice.number.isEmpty ? "" : open + notice.number + close
  }

  private func listed(_ items: [String], ending: (String, String)) -> [String] {
    items.enumerated().map { index, item in
      let isLast = index == items.count - 1
      let trimmed = Self.unpunctuated(item)
      return text(zh: "  ", en: "  ") + "\(index + 1). " + trimmed
        + (isLast ? ending.1 : ending.0)
    }
  }

  private static func unpunctuated(_ item: String) -> String {
    var rest = Substring(TextFolding.trimmed(item))
    while let last = rest.last, "；;。".contains(last) { rest = rest.dropLast() }
    return String(rest)
  }

  private func counting(_ deadline: Deadline) -> String {
    clauses(explanation(of: deadline))
  }
}
