package import Casework
package import Quantities
package import RulePacks

extension Wording {
  /// What a role is called.
  package func name(of role: Role) -> String {
    switch role {
    case .administrator: text(zh: "系统管理员", en: "administrator")
    case .officer: text(zh: "科技局经办人", en: "bureau officer")
    case .leader: text(zh: "科技局负责人", en: "bureau leader")
    case .clerk: text(zh: "主管部门经办人", en: "department clerk")
    case .agency: text(zh: "受托机构", en: "agency")
    case .expertSecretary: text(zh: "评审秘书", en: "expert secretary")
    case .auditor: text(zh: "审计人员", en: "auditor")
    }
  }

  /// What the state of a clock is called.
  package func name(of clock: ClockState) -> String {
    switch clock {
    case .running: text(zh: "计时中", en: "running")
    case .host: text(zh: "暂停计时", en: "paused")
    case .none: text(zh: "不计时", en: "no clock")
    case .ended: text(zh: "办结", en: "closed")
    }
  }

  /// How a proceeding ended.
  package func name(of end: EndKind) -> String {
    switch end {
    case .completed: text(zh: "办结", en: "completed")
    case .declined: text(zh: "未予通过", en: "not admitted")
    case .withdrawn: text(zh: "已撤回", en: "withdrawn")
    case .refused: text(zh: "不予同意", en: "refused")
    case .revoked: text(zh: "已撤销", en: "revoked")
    case .disqualified: text(zh: "取消资格", en: "disqualified")
    case .delisted: text(zh: "不再纳入序列", en: "delisted")
    case .preparationCancelled: text(zh: "取消筹建资格", en: "preparation cancelled")
    case .withdrewVoluntarily: text(zh: "自愿退出", en: "withdrew voluntarily")
    case .upgraded: text(zh: "升级为省级", en: "upgraded to provincial")
    case .discontinued: text(zh: "终止办理", en: "discontinued")
    }
  }

  /// When conditions are tested.
  package func name(of moment: Moment) -> String {
    switch moment {
    case .application: text(zh: "申报", en: "application")
    case .construction: text(zh: "建设期", en: "construction")
    case .evaluation: text(zh: "绩效评价", en: "evaluation")
    case .change: text(zh: "变更", en: "change")
    }
  }

  /// The word for how binding a condition is; empty for what simply must be.
  package func word(of force: Force) -> String {
    switch force {
    case .mandatory: ""
    case .default: text(zh: "一般", en: "as a rule")
    case .preference: text(zh: "鼓励", en: "preferred")
    }
  }

  /// How binding a condition is, in full.
  package func name(of force: Force) -> String {
    switch force {
    case .mandatory: text(zh: "必备", en: "mandatory")
    case .default: text(zh: "一般要求", en: "default")
    case .preference: text(zh: "鼓励事项", en: "preference")
    }
  }

  /// What kind of event it is.
  package func name(of kind: EventKind) -> String {
    switch kind {
    case .opened: text(zh: "收件", en: "received")
    case .takenOver: text(zh: "接收", en: "taken over")
    case .numbered: text(zh: "编号", en: "numbered")
    case .facts: text(zh: "登记事实", en: "facts recorded")
    case .acted: text(zh: "办理", en: "action")
    case .proceeding: text(zh: "启动事项", en: "proceeding opened")
    case .judged: text(zh: "判断", en: "judgement")
    case .waiver: text(zh: "放宽", en: "waiver")
    case .departed: text(zh: "偏离", en: "departure")
    case .attached: text(zh: "附件", en: "document")
    case .assigned: text(zh: "分办", en: "assigned")
    case .contact: text(zh: "联系", en: "contact")
    case .note: text(zh: "备注", en: "note")
    case .undone: text(zh: "撤回上一步", en: "undone")
    case .reopened: text(zh: "重新办理", en: "reopened")
    case .restated: text(zh: "重算期限", en: "deadlines restated")
    case .redacted: text(zh: "脱敏", en: "redacted")
    case .migrated: text(zh: "转用规则包", en: "passed to another pack")
    case .user: text(zh: "用户", en: "user")
    case .practice: text(zh: "本局约定", en: "practice")
    case .calendar: text(zh: "工作日历", en: "calendar")
    case .pack: text(zh: "规则包", en: "rule pack")
    case .campaign: text(zh: "批次", en: "campaign")
    case .office: text(zh: "单位设置", en: "office settings")
    case .verification: text(zh: "效力核实", en: "validity verified")
    case .law: text(zh: "法规原文", en: "official text")
    }
  }

  /// How somebody was reached; an unknown way stays as written.
  package func channel(_ id: String) -> String {
    switch id {
    case "phone": text(zh: "电话", en: "phone")
    case "message": text(zh: "信息", en: "message")
    case "letter": text(zh: "函件", en: "letter")
    case "visit": text(zh: "走访", en: "visit")
    case "email": text(zh: "邮件", en: "e-mail")
    case "meeting": text(zh: "会议", en: "meeting")
    default: id
    }
  }

  /// A step of a waiver.
  package func name(of step: WaiverStep.Step) -> String {
    switch step {
    case .requested: text(zh: "申请放宽", en: "waiver requested")
    case .granted: text(zh: "同意放宽", en: "waiver granted")
    case .refused: text(zh: "不予放宽", en: "waiver refused")
    }
  }

  /// What a problem's weight is called.
  package func name(of severity: Problem.Severity) -> String {
    switch severity {
    case .error: text(zh: "错误", en: "error")
    case .warning: text(zh: "提醒", en: "warning")
    }
  }

  /// A type of values, with an example of how one is written.
  package func name(ofType id: String) -> String {
    let parts = id.split(separator: " ", maxSplits: 1).map(String.init)
    if parts.first == "count", parts.count == 2, let unit = CountUnit(rawValue: parts[1]) {
      return text(of: 12, unit).isEmpty
        ? id : text(zh: "个数", en: "a count") + bracketed(example(text(of: 12, unit)))
    }
    guard let (zh, en, sample) = Self.types[id] else { return id }
    let written = (language == .en ? Self.englishSamples[id] : nil) ?? sample
    return text(zh: zh, en: en) + (written.isEmpty ? "" : bracketed(example(written)))
  }

  private func example(_ sample: String) -> String {
    text(zh: "如 \(sample)", en: "such as \(sample)")
  }

  /// How values are written whose units English has words for.
  private static let englishSamples = [
    "money": "CNY 7m", "area": "1,200 sq m", "period": "5 working days",
  ]

  private static let types: [String: (String, String, String)] = [
    "boolean": ("是否", "yes or no", ""), "count": ("个数", "a count", "30"),
    "year": ("年份", "a year", "2025"), "money": ("金额", "an amount", "700 万元"),
    "score": ("得分", "a score", "86"), "area": ("面积", "an area", "1200 平方米"),
    "ratio": ("比例", "a ratio", "45%"),
    "date": ("日期", "a date", "2026-03-02"),
    "period": ("期限", "a period", "5 个工作日"), "text": ("文字", "a text", ""),
    "lines": ("逐条文字", "lines of text", ""), "choice": ("选项", "an option", ""),
    "number": ("数值", "a number", ""), "integer": ("整数", "a whole number", "3"),
    "index": ("序号", "a row number", "0"), "any": ("任意值", "any value", ""),
    "map": ("键值对", "a map", ""), "list": ("列表", "a list", ""),
    "expression": ("表达式", "an expression", ""), "operator": ("运算符", "an operator", ""),
  ]
}
