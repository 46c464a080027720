extension Catalogue {
  /// Cases that pass to another pack.
  static let migration: [String: Sentence] = [
    "migration.nothing": Sentence(
      "没有须由 {from}⟨ {law}⟩ 转用 {to} 的在办案卷", "No open case of {from}⟨ {law}⟩ has to pass to {to}"),
    "migration.other_pack": Sentence(
      "对照表写的是 {found}，而所指规则包为 {named}", "The map is of {found}, but {named} was named",
      remedy: ("核对对照表的 from 和 to", "Check from and to of the map")),
    "migration.basis_missing": Sentence(
      "对照表须写明依据（中、英文）", "The map has to say what the passing rests on, in both languages",
      remedy: ("补上 basis", "Add basis")),
    "migration.procedure_unknown": Sentence(
      "{pack} 没有程序 {procedure}", "{pack} has no procedure {procedure}",
      remedy: ("现有：{known}", "There are: {known}")),
    "migration.procedure_missing": Sentence(
      "{pack} 没有程序 {procedure}", "{pack} has no procedure {procedure}",
      remedy: ("改为以下之一：{known}", "Name one of: {known}")),
    "migration.procedure_kind": Sentence(
      "主程序与其他程序不能互换：{from} → {to}",
      "A main procedure passes to a main one, others to others: {from} → {to}"),
    "migration.stage_unknown": Sentence(
      "{pack} 没有环节 {stage}", "{pack} has no stage {stage}",
      remedy: ("现有：{known}", "There are: {known}")),
    "migration.stage_missing": Sentence(
      "{pack} 没有环节 {stage}⟨（涉及 {count} 件：{cases}）⟩",
      "{pack} has no stage {stage}⟨ ({count} cases: {cases})⟩",
      remedy: ("改为以下之一：{known}", "Name one of: {known}")),
    "migration.stage_unmapped": Sentence(
      "对照表未写 {procedure} 的环节 {stage}⟨（{count} 件在此：{cases}）⟩",
      "The map does not say where {stage} of {procedure} leads⟨ ({count} cases stand there: {cases})⟩",
      remedy: (
        "在 stages 的 {procedure} 下补上 {stage}", "Add {stage} under {procedure} in stages"
      )),
    "migration.ends": Sentence(
      "转用不能办结或恢复事项：{from} → {to}⟨（{count} 件：{cases}）⟩",
      "Passing to another pack neither ends nor reopens anything: {from} → {to}⟨ ({count} cases: {cases})⟩",
      remedy: ("改到在办的环节，再另行办理", "Lead it to an open stage, and act there")),
    "migration.practice": Sentence(
      "{pack} 的本局约定 {item} 在 {on} 尚未设定，{stage} 的期限无从计算⟨（{count} 件：{cases}）⟩",
      "The bureau has not set {item} of {pack} for {on}, by which {stage} is due⟨ ({count} cases: {cases})⟩",
      remedy: (
        "先用 dossier practice set {item} 设定，或在对照表写 practice: suggested 采用建议值",
        "Set it with dossier practice set {item}, or write practice: suggested in the map"
      )),
    "migration.deadline_unknown": Sentence(
      "缺少所需事实，{stage} 的期限无从计算（第 {cites} 条）⟨，{count} 件：{cases}⟩",
      "Facts are missing by which {stage} is due (article {cites})⟨; {count} cases: {cases}⟩",
      remedy: (
        "补登事实，或在对照表写 deadline: carried 沿用原期限",
        "Record the facts, or write deadline: carried in the map"
      )),
    "migration.input": Sentence(
      "{procedure} 在 {pack} 下所需的 {input} 没有登记或类型不符⟨（{count} 件：{cases}）⟩",
      "{procedure} of {pack} needs {input}, which is missing or of another type⟨ ({count} cases: {cases})⟩",
      remedy: ("先在原规则包下办结这些事项", "Conclude these proceedings under the old pack first")),
    "migration.*": Sentence("对照表有误⟨：{stage}⟩", "The map is wrong⟨: {stage}⟩"),
  ]
}
