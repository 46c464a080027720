extension Catalogue {
  /// Terms of actions and openings: what they refuse, and what packs may get wrong about them.
  static let terms: [String: Sentence] = [
    "proceeding.under_way": Sentence(
      "{proceeding:proceeding}尚未办结（现处{stage:stage}），其间不能办理此项",
      "{proceeding:proceeding} is under way, at {stage:stage}; until it ends this cannot be done",
      remedy: ("先办结 {proceeding}", "Bring {proceeding} to its end first")),
    "action.spent": Sentence(
      "“{action:action}”在本事项中至多办理 {times} 次，已于 {on} 办理",
      "\"{action:action}\" may be taken {times} times in a proceeding; the last was on {on}"),
    "silence.not_yet": Sentence(
      "期限 {due} 尚未届满，不能视为同意", "The time runs until {due}: silence says nothing yet",
      remedy: ("{from} 起可登记", "It can be recorded from {from}")),
    "silence.no_due": Sentence(
      "本环节没有期限，不能视为同意", "Nothing is due at this stage: silence says nothing"),
    "restore.stood_elsewhere": Sentence(
      "终结前处于{stage:stage}，不能恢复到{target:stage}",
      "It stood at {stage:stage} before its end, and cannot come back to {target:stage}",
      remedy: ("改办恢复到{stage:stage}的事项", "Take the action that brings it back to {stage:stage}")),
    "consent.given": Sentence(
      "{actor:person}已于 {on} 代表{owner:owner}同意，须由他人代表{awaits:owners}同意",
      "{actor:person} agreed for {owner:owner} on {on}; another person agrees for {awaits:owners}",
      remedy: ("转请代表{awaits:owners}的人员办理", "Hand it to somebody who acts for {awaits:owners}")),
    "after.none": Sentence(
      "尚无{procedure:procedure}", "There was no {procedure:procedure} yet"),
    "after.open": Sentence(
      "{proceeding:proceeding}尚未办结（现处{stage:stage}）",
      "{proceeding:proceeding} has not ended yet (it is at {stage:stage})",
      remedy: ("先办结 {proceeding}", "Bring {proceeding} to its end first")),
    "after.other_end": Sentence(
      "{proceeding:proceeding}的结果是{stage:stage}，此项须为{wanted:stages}",
      "{proceeding:proceeding} came to {stage:stage}; this asks for {wanted:stages}"),
    "checks.unexplained": Sentence(
      "有条件未符合：{conditions:conditions}；仍要办理须说明理由",
      "Not met: {conditions:conditions}; say why it is done all the same",
      remedy: ("写明理由（--note）", "Give the reason (--note)")),
    // Packs
    "pack.question.order": Sentence(
      "{name} 是{type:type}，比不出先后；before 只用日期和数量",
      "{name} is {type:type}, which has no order here; before takes dates and counts"),
    "pack.action.at_most": Sentence(
      "at_most 须为 1 至 100，不是 {value}", "at_most is a number from 1 to 100, not {value}"),
    "pack.action.agreed_alone": Sentence(
      "agreed_by 至少要两方", "agreed_by names two owners at least"),
    "pack.action.agreed_roles": Sentence(
      "写了 agreed_by，就由各方的角色办理，不再写 by",
      "With agreed_by the roles are those of its owners: by has no place"),
    "pack.procedure.about_several": Sentence(
      "about 只写一个程序", "about names one procedure"),
    "pack.action.restores_nothing": Sentence(
      "restores 须与 moves_main_to 同写", "restores goes with moves_main_to"),
    "pack.check.restores_uncovered": Sentence(
      "环节 {stage} 的恢复事项没有顾及：{left}", "What restores at {stage} leaves out {left}",
      remedy: ("为这些环节各写一项 restores", "Write an action with restores for each of them")),
    "pack.check.never_opened": Sentence(
      "程序 {procedure} 写明只由办理启动，却没有任何办理启动它",
      "Only an action opens {procedure}, and none does"),
    "pack.check.silence_without_due": Sentence(
      "{action} 以逾期未答复为前提，而本环节没有期限",
      "{action} rests on silence past the due date, and its stage has none"),
    "pack.check.join_uncovered": Sentence(
      "环节 {stage} 等待 {procedure}，但其结果 {ends} 无项承接",
      "Stage {stage} waits for {procedure}, and nothing takes up its end {ends}"),
    "pack.action.barred_always": Sentence(
      "barred_while 中的 {procedure} 总在办理，此项将永远不能办理",
      "barred_while names {procedure}, which is always under way here: nobody could ever do this"),
    "pack.procedure.reopens_without_key": Sentence(
      "reopens_after 只用于有 key 的程序", "reopens_after is for procedures with a key"),
  ]
}
