extension Catalogue {
  /// Why something cannot be done now.
  static let refusals: [String: Sentence] = [
    // Conditions
    "condition.not_met": Sentence(
      "{label}{state}", "{label}{state}",
      remedy: (
        "事实有误的先更正⟨；确符放宽情形的，可依{waivable}申请放宽：{waive}⟩",
        "Correct the facts where they are wrong⟨; under {waivable} a waiver may be asked for: {waive}⟩"
      )),
    "condition.unknown": Sentence(
      "{label}：资料不全，无法核查⟨（缺{missing:facts}）⟩",
      "{label}: cannot be told⟨; missing: {missing:facts}⟩",
      remedy: ("补填后再办：{set}", "Fill it in first: {set}")),
    "departure.required": Sentence(
      "{label}{state}", "{label}{state}",
      remedy: ("说明理由后可予偏离：{depart}", "It may be departed from with a reason: {depart}")),
    "judgement.pending": Sentence(
      "{label}：尚待{owner}判断", "{label}: still to be judged by: {owner}",
      remedy: ("由{owner}在{judgeStage}环节判断：{judge}", "{owner} judges it at {judgeStage}: {judge}")),
    "waiver.pending": Sentence(
      "{label}：放宽申请尚未答复", "{label}: the request of a waiver has no answer yet",
      remedy: ("由科技局先作答复：{answer}", "The bureau answers first: {answer}")),
    "condition.no_such": Sentence(
      "规则包中没有条件 {condition}", "The pack has no condition {condition}",
      remedy: ("可用 dossier check 查看条件编号", "See the ids with dossier check")),
    "judgement.computed": Sentence(
      "{label}由系统按事实核查，不须判断", "{label} is computed from facts, not judged",
      remedy: ("事实有误的，更正事实", "Correct the facts where they are wrong")),
    "judgement.too_early": Sentence(
      "{label}在{stage:stage}环节判断，现处{now:stage}",
      "{label} is judged at {stage:stage}; the case stands at {now:stage}",
      remedy: ("到{stage:stage}环节再判断", "Judge it at {stage:stage}")),
    "waiver.not_allowed": Sentence(
      "{label}没有可以放宽的规定", "No article allows a waiver of: {label}"),
    "waiver.not_needed": Sentence(
      "{label}现为“{result:result}”，不须放宽", "{label} is now \"{result:result}\": no waiver is needed"),
    "waiver.not_requested": Sentence(
      "{label}没有待答复的放宽申请", "No waiver was requested for: {label}",
      remedy: ("先申请放宽：{waive}", "Request it first: {waive}")),
    "departure.not_allowed": Sentence(
      "{label}不是一般要求，不能偏离", "{label} is no default and cannot be departed from"),
    "departure.not_needed": Sentence(
      "{label}现为“{result:result}”，不须偏离",
      "{label} is now \"{result:result}\": no departure is needed"),
    // Facts
    "facts.decided": Sentence(
      "{missing:facts}已经办理确定，主管部门不能直接修改",
      "{missing:facts}: decided by a step, not for a clerk to change",
      remedy: (
        "按变更程序办理；录入有误的，转请科技局经办人更正",
        "Open a change; where it was written wrongly, ask an officer to correct it"
      )),
    "facts.decided_later": Sentence(
      "{missing:facts}由办理环节确定并登记，申报材料不能带入",
      "{missing:facts}: put on record by a later step, not brought by an application",
      remedy: (
        "从申报材料中删去；在相应环节由有权人员写明理由登记",
        "Leave it out; at its stage whoever decides it records it, with the reason"
      )),
    "facts.not_recorded": Sentence(
      "{missing:facts}由办理环节确定并登记，尚未登记，没有可更正的内容",
      "{missing:facts}: put on record by a step that was not taken yet; there is nothing to correct",
      remedy: ("⟨办理“{action:action}”时登记⟩", "⟨Record it by \"{action:action}\"⟩")),
    "facts.correction": Sentence(
      "{missing:facts}已经办理确定，更正须说明理由",
      "{missing:facts}: decided by a step; a correction needs its reason",
      remedy: ("写明更正理由（--note）", "Say why it is corrected (--note)")),
    // Documents
    "material.year": Sentence(
      "材料年度 {year} 不对", "{year} is no year that a document can be about",
      remedy: ("填 1949 年至今后十年内的年份", "Give a year from 1949 to ten years ahead")),
    "material.empty": Sentence(
      "文件“{title}”是空的（0 字节）", "The file \"{title}\" is empty (0 bytes)",
      remedy: ("核对文件后重新收件", "Check the file and attach it again")),
    // Persons
    "role.not_held": Sentence(
      "{actor:person}没有{roles:roles}角色", "{actor:person} does not have the role: {roles:roles}",
      remedy: ("换用本人已有的角色", "Act in a role that you have")),
    "role": Sentence(
      "此项由{roles:roles}办理，{actor:person}没有该角色",
      "This is for: {roles:roles}; {actor:person} has no such role",
      remedy: (
        "转请{roles:roles}办理⟨；本人兼任的，先登记角色：dossier user change {actor} --role {grant}⟩",
        "Hand it to: {roles:roles}⟨; where you are that too, take the role: dossier user change {actor} --role {grant}⟩"
      )),
    "department": Sentence(
      "此案卷属{department:department}，{actor:person}只能办理{own:department}的案卷",
      "The case belongs to {department:department}; {actor:person} acts for {own:department} only",
      remedy: ("转请{department:department}办理", "Hand it to {department:department}")),
    "separation": Sentence(
      "{actor:person}已于 {on} 办理“{action:action}”，不能再由本人决定",
      "{actor:person} took \"{action:action}\" on {on} and cannot decide on it",
      remedy: ("转请另一名经办人办理", "Hand it to a colleague")),
    "separation.corrected": Sentence(
      "{actor:person}已于 {on} 更正{facts:facts}，不能再由本人决定",
      "{actor:person} corrected {facts:facts} on {on} and cannot decide on it",
      remedy: ("转请另一名经办人办理", "Hand it to a colleague")),
    // Dates
    "date.future": Sentence("日期 {on} 晚于今日 {today}", "The date {on} lies after today, {today}"),
    "date.before_stage": Sentence(
      "日期 {on} 早于进入本环节的 {entered}", "The date {on} lies before the stage was entered, {entered}",
      remedy: ("填 {entered} 或以后的日期", "Give {entered} or a later date")),
    "date.past": Sentence("日期 {on} 已过（今日 {today}）", "The date {on} has passed (today {today})"),
    // Inputs
    "input.missing": Sentence(
      "未填{label}", "{label} is missing", remedy: ("填写{label}⟨：{give}⟩", "Give {label}⟨: {give}⟩")),
    "input.unknown": Sentence(
      "此项不用填 {input}", "{input} has no place here",
      remedy: ("⟨可填：{known:inputs}⟩", "⟨What may be given: {known:inputs}⟩")),
    "input.type": Sentence(
      "{label}“{value:value}”的类型不对", "{label}: \"{value:value}\" is of another type",
      remedy: ("应为{type:type}", "Give {type:type}")),
    "input.range": Sentence(
      "{label} {value} 超出范围⟨，不小于 {minimum}⟩⟨，不大于 {maximum}⟩",
      "{label} {value} is out of range⟨, at least {minimum}⟩⟨, at most {maximum}⟩"),
    "input.option": Sentence(
      "{label}没有选项“{value}”", "{label} has no option \"{value}\"",
      remedy: ("可选：{options}", "Options: {options}")),
    "facts.unchanged": Sentence(
      "所填与已登记的相同，没有变动", "Nothing differs from what is on record"),
    // Proceedings and actions
    "case.ended": Sentence(
      "案卷已终结（{stage:stage}），不能“{action:action}”",
      "The case has ended ({stage:stage}): \"{action:action}\" is not possible",
      remedy: ("确需继续的，先重新办理：{reopen}", "Where it must go on, reopen it: {reopen}")),
    "action.not_here": Sentence(
      "现处{stage:stage}环节，不能“{action:action}”",
      "\"{action:action}\" cannot be done at {stage:stage}",
      remedy: ("现在可办：{offered:actions}", "What can be done: {offered:actions}")),
    "action.ambiguous": Sentence(
      "“{action:action}”可用于几个事项：{proceedings:proceedings}",
      "\"{action:action}\" fits several proceedings: {proceedings:proceedings}",
      remedy: ("指明事项：--proceeding {proceedings}", "Name one: --proceeding {proceedings}")),
    "proceeding.unknown": Sentence(
      "没有事项 {proceeding}⟨；现有：{known}⟩", "There is no proceeding {proceeding}⟨; known: {known}⟩"),
    "proceeding.exists": Sentence(
      "已有{proceeding:proceeding}，现处{stage:stage}",
      "{proceeding:proceeding} exists already, at {stage:stage}",
      remedy: (
        "办理已有的{proceeding:proceeding}：--proceeding {proceeding}",
        "Go on with {proceeding:proceeding}: --proceeding {proceeding}"
      )),
    "procedure.unknown": Sentence(
      "没有程序 {procedure}⟨；可启动：{known}⟩",
      "There is no procedure {procedure}⟨; it may be one of: {known}⟩"),
    "procedure.not_now": Sentence(
      "现处{stage:stage}环节，不能启动{procedure:procedure}",
      "{procedure:procedure} cannot be opened at {stage:stage}",
      remedy: ("⟨可在下列环节启动：{during:stages}⟩", "⟨It can be opened at: {during:stages}⟩")),
    "takeover.stage": Sentence(
      "不能在环节 {stage} 接收⟨；可用：{known}⟩", "No case is taken over at {stage}⟨; known: {known}⟩"),
    // Undoing
    "undo.nothing": Sentence("没有可撤回的步骤", "There is nothing to undo"),
    "undo.other_actor": Sentence(
      "“{step:action}”（{on}）由{actor:person}办理，只能由本人撤回",
      "\"{step:action}\" ({on}) was {actor:person}'s, who alone can undo it",
      remedy: ("请{actor:person}撤回", "Ask {actor:person}")),
    "undo.final": Sentence(
      "“{step:action}”（{on}）已对外公布、送达或编号，不能撤回",
      "\"{step:action}\" ({on}) was published, served or numbered and cannot be undone",
      remedy: ("以更正或重新办理另作一步", "Correct it or withdraw it by a new step")),
    "undo.built_upon": Sentence(
      "“{step:action}”（{on}）之后已有“{later:action}”",
      "\"{later:action}\" already rests on \"{step:action}\" ({on})",
      remedy: ("先撤回“{later:action}”", "Undo \"{later:action}\" first")),
    "reopen.not_ended": Sentence(
      "事项尚在办理（{stage:stage}），不须重新办理",
      "The proceeding is still under way ({stage:stage})"),
    "reopen.nowhere": Sentence("没有可以回到的环节", "There is no stage to go back to"),
    "guard.*": Sentence(
      "须满足：{label}⟨（尚缺{missing:facts}）⟩⟨（现为 {value:value}，界限 {limit:value}）⟩",
      "Required: {label}⟨ (missing: {missing:facts})⟩⟨ (it is {value:value}, the limit {limit:value})⟩",
      remedy: (
        "⟨补填：{fill:facts}⟩⟨先办理“{record:action}”⟩⟨{until} 起可办⟩",
        "⟨Fill in: {fill:facts}⟩⟨First: \"{record:action}\"⟩⟨It can be done from {until}⟩"
      )),
  ]
}
