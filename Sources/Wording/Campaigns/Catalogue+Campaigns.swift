extension Catalogue {
  /// What can be wrong with notices and campaigns.
  static let campaigns: [String: Sentence] = [
    "campaign.exists": Sentence(
      "已有批次 {id}", "There is a batch {id} already",
      remedy: (
        "文件有改动的用 dossier campaign amend 采用；另一批须另取批次名（id）",
        "Bring a changed file in with dossier campaign amend; give another batch another id"
      )),
    "campaign.changed": Sentence(
      "批次 {id} 已按改动前的通知启动",
      "The batch {id} was opened by an earlier form of the notice",
      remedy: (
        "先用 dossier pack diff {id} 看改动，再用 dossier campaign amend {id} 采用",
        "See what differs with dossier pack diff {id}, then bring it in with dossier campaign amend {id}"
      )),
    "campaign.unknown": Sentence(
      "没有批次 {id}⟨。现有：{known}⟩", "There is no batch {id}⟨. There are: {known}⟩"),
    "campaign.not_open": Sentence(
      "批次 {id} 尚未启动，无从比较",
      "The batch {id} is not open, so there is nothing to compare it with",
      remedy: ("写明两个通知，或先启动批次", "Name two notices, or open it first")),
    "campaign.closed": Sentence("批次 {id} 已结束", "The batch {id} is closed"),
    "campaign.unreadable": Sentence(
      "批次 {id} 的通知已损坏或缺失", "The notice of the batch {id} is damaged or missing",
      remedy: ("运行 dossier verify", "Run dossier verify")),
    "campaign.not_adopted": Sentence(
      "通知 {id} 依据的规则包 {pack} 本库尚未采用",
      "The store has not adopted the pack {pack} on which the notice {id} stands",
      remedy: ("先运行 dossier pack adopt {pack}", "Run dossier pack adopt {pack} first")),
    "campaign.outside": Sentence(
      "本案不在批次 {id} 的范围内", "The case does not take part in the batch {id}"),
    "campaign.doubtful": Sentence(
      "是否属于批次 {id} 无法判断，缺少：{missing}",
      "Nobody can say whether the case belongs to the batch {id}; missing: {missing}",
      remedy: ("先补录所缺事实", "Put the missing facts on record first")),
    "campaign.quota": Sentence("限额“{found}”不对", "The quota \"{found}\" will not do"),
    "campaign.no_window": Sentence("通知 {id} 没有任何期限", "The notice {id} has no window"),
    "campaign.no_cohort": Sentence(
      "批次 {id} 受理申报，没有既定的评价对象",
      "The batch {id} takes applications and names nobody beforehand"),
    "campaign.table": Sentence(
      "通知 {id} 没有表“{table}”⟨。现有：{known}⟩",
      "The notice {id} has no list \"{table}\"⟨. There are: {known}⟩"),
    "campaign.window": Sentence(
      "受理期不对：{from} 至 {to}", "Not a span of days: {from} to {to}",
      remedy: ("截止日不能早于起始日", "The last day cannot come before the first")),
    "campaign.window.reversed": Sentence(
      "期限“{window}”首尾颠倒：{from} 至 {to}",
      "The window \"{window}\" is reversed: {from} to {to}",
      remedy: ("对调 from 与 to，或改正日期", "Swap from and to, or correct the days")),
    "campaign.window.order": Sentence(
      "期限“{window}”自 {from} 起，而它所接续的“{other}”到 {to} 才结束",
      "The window \"{window}\" begins on {from}, but \"{other}\", which it follows, ends on {to}",
      remedy: (
        "推迟起始日；两期确有同一天时写明 shares_day: true",
        "Begin it later; where both have one day in common say shares_day: true"
      )),
    "campaign.window.overlap": Sentence(
      "期限“{window}”与同一办理方（{owner}）的“{other}”（{from} 至 {to}）重叠",
      "The window \"{window}\" overlaps \"{other}\" ({from} to {to}) of the same owner, {owner}",
      remedy: (
        "改正日期；确属同时进行的写明 beside: {other}",
        "Correct the days; where both run at once say beside: {other}"
      )),
    "campaign.window.twice": Sentence(
      "已有 windows，不能再写 {key}", "With windows there is no {key} beside them"),
    "campaign.option": Sentence(
      "须写 opens 或 action 之一", "Say either opens or action"),
    "campaign.cohort.main": Sentence(
      "评价对象只能配旁行程序，“{id}”是主程序",
      "A cohort goes with a procedure beside the main one; \"{id}\" is the main one"),
    "pack.test.campaign": Sentence(
      "{test}：{subject} 应为 {expected}，实为 {found}",
      "{test}: {subject} should be {expected}, is {found}",
      remedy: ("核对通知或测试", "Correct the notice or the test")),
    "campaign.file.missing": Sentence("缺少文件 {file}", "The file {file} is missing"),
    "campaign.file.unknown": Sentence(
      "批次目录中不应有此文件", "This file does not belong into the folder of a notice"),
  ]
}
