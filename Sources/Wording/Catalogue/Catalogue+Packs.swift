extension Catalogue {
  /// What a pack's files may get wrong.
  static let packs: [String: Sentence] = [
    "pack.unknown.*": Sentence(
      "没有声明过 {name}", "{name} is declared nowhere",
      remedy: ("⟨是否指 {suggestion}？⟩", "⟨Is {suggestion} meant?⟩")),
    "pack.id.duplicate": Sentence("{id} 重复", "{id} occurs twice", remedy: ("只留一处", "Keep one")),
    "pack.id.form": Sentence(
      "编号“{id}”只能用英文字母、数字、- 和 _", "The id \"{id}\" may hold only letters, digits, - and _"),
    "pack.id.folder": Sentence(
      "规则包编号 {id} 与文件夹 {folder} 不一致", "The pack's id {id} differs from its folder {folder}"),
    "pack.language.unknown": Sentence(
      "本程序不认识表达式语言版本 {language}",
      "This program does not know version {language} of the expression language"),
    "pack.city.form": Sentence(
      "city“{value}”不是六位行政区划代码", "city \"{value}\" is no division code of six digits",
      remedy: ("加引号写六位数字，如 \"370200\"", "Write six digits in quotes, such as \"370200\"")),
    "pack.case_number_prefix.form": Sentence(
      "案卷编号前缀“{value}”只能用大写字母", "The case number prefix \"{value}\" takes capital letters only"),
    "pack.citation.several": Sentence(
      "此处只能引用一条，写的是 {value}", "Only one article can be cited here, not {value}"),
    "pack.in_force.order": Sentence(
      "失效日期 {to} 早于施行日期 {from}", "The end {to} lies before the entry into force {from}"),
    "pack.file.missing": Sentence("规则包缺少 {file}", "The pack lacks {file}"),
    "pack.file.unknown": Sentence(
      "规则包里不该有这个文件", "This file does not belong to a pack",
      remedy: ("移走，或放进 papers/", "Move it away, or into papers/")),
    "pack.text.language_missing": Sentence("缺少文字：{languages}", "Text missing in: {languages}"),
    "pack.type.options_missing": Sentence("选项类型缺少 options", "A choice needs options"),
    "pack.type.options_unused": Sentence(
      "{type:type}不用 options", "options mean nothing for {type:type}"),
    "pack.value.type": Sentence(
      "值“{value}”不是⟨{expected:type}⟩⟨{type:type}⟩",
      "The value \"{value}\" is not ⟨{expected:type}⟩⟨{type:type}⟩",
      remedy: ("⟨如：{example}⟩", "⟨For example: {example}⟩")),
    "pack.vocabulary.key": Sentence(
      "表的键⟨ {key} ⟩不对：须为本表的年份字段，且只有表才有",
      "The key⟨ {key}⟩ is wrong: tables alone have one, a year among their fields"),
    "pack.vocabulary.version": Sentence(
      "本程序不认识词汇表版本 {version}", "This program does not know version {version} of vocabularies"),
    "pack.input.bounds": Sentence("上限小于下限", "The maximum is below the minimum"),
    "pack.question.prefix": Sentence("前几位须为 1 以上", "A prefix takes at least one character"),
    "pack.condition.test": Sentence(
      "条件 {id} 须在 requires 与 judged_by 中恰有一项",
      "The condition {id} needs exactly one of requires and judged_by"),
    "pack.practice.first_day": Sentence(
      "first_day 只用于期限，不用于{type:type}", "first_day is for periods, not for {type:type}"),
    "pack.fact.row": Sentence(
      "{path} 的行号写法不对", "The row of {path} is not as its group needs",
      remedy: (
        "按年度的表写 表[{input}].字段，单项事实不写行",
        "Rows of tables are written table[year].field; single facts have none"
      )),
    "pack.fact.row_type": Sentence(
      "{path} 的行须由年份输入项给出，而 {input} 不是",
      "The row of {path} has to come from a year, and {input} is none"),
  ]

  /// Procedures, their stages, actions and deadlines.
  static let procedures: [String: Sentence] = [
    "pack.procedure.main_missing": Sentence("没有主程序", "There is no main procedure"),
    "pack.procedure.main_several": Sentence("主程序不止一个", "There is more than one main procedure"),
    "pack.procedure.main_opened": Sentence(
      "主程序由申报启动，不写 opening", "The main procedure has no opening: an application opens it"),
    "pack.procedure.opening_missing": Sentence(
      "程序 {id} 缺少 opening", "The procedure {id} lacks an opening"),
    "pack.stage.after_end": Sentence(
      "终结环节 {stage} 不能有 {key}", "The end {stage} cannot have {key}"),
    "pack.action.return_without_defects": Sentence(
      "退回补正的 {action} 须要求填写 defects", "{action} sends back, so it has to need defects"),
    "pack.action.moves_itself": Sentence(
      "主程序的 {action} 用 to 移动，不用 moves_main_to",
      "{action} is of the main procedure: it moves by to, not by moves_main_to"),
    "pack.action.moment_without_conditions": Sentence(
      "时点 {moment} 没有任何条件", "No condition is tested at {moment}"),
    "pack.action.opens_main": Sentence(
      "不能另行启动主程序", "The main procedure cannot be opened beside itself"),
    "pack.action.opening_input_missing": Sentence(
      "启动 {procedure} 还须给出 {input}", "Opening {procedure} also needs {input}"),
    "pack.deadline.literal": Sentence(
      "期限“{value}”不能直接写在这里", "The period \"{value}\" cannot stand here by itself",
      remedy: (
        "条文写明的用 { cites, period }，未写明的用 practice.项",
        "Write { cites, period } for what an article states, practice.ITEM for what none does"
      )),
    "pack.deadline.measure": Sentence(
      "期限须在 period、practice、date 中恰有一项⟨，而有：{found}⟩",
      "A deadline needs exactly one of period, practice and date⟨, not: {found}⟩"),
    "pack.deadline.anchor": Sentence(
      "指定日期的期限不用 anchor", "A deadline on a date has no anchor"),
    "pack.deadline.practice_type": Sentence(
      "约定项 {name} 是{type:type}，不是期限", "The practice item {name} is {type:type}, not a period"),
    "pack.test.empty": Sentence("此测试没有任何预期", "This test expects nothing"),
    "pack.test.step": Sentence(
      "一步只能做一件事⟨，而有：{found}⟩", "A step does exactly one thing⟨, not: {found}⟩"),
    "facts.row.duplicate": Sentence("{group} 中 {key} 重复", "{group} has {key} twice"),
    "facts.unknown": Sentence(
      "没有名为 {name} 的事实", "There is no fact called {name}",
      remedy: ("⟨是否指 {suggestion}？⟩", "⟨Is {suggestion} meant?⟩")),
  ]

  /// What the static checks of a pack find.
  static let packChecks: [String: Sentence] = [
    "pack.check.unreachable": Sentence(
      "{procedure} 的环节 {stage} 无法到达", "The stage {stage} of {procedure} cannot be reached"),
    "pack.check.owner_missing": Sentence(
      "{procedure} 的环节 {stage} 没有承办单位", "The stage {stage} of {procedure} has no owner"),
    "pack.check.dead_end": Sentence(
      "{procedure} 的环节 {stage} 没有出口", "The stage {stage} of {procedure} has no way out",
      remedy: ("加一个办理，或写明 ends", "Give it an action, or say how it ends")),
    "pack.check.endless": Sentence(
      "从 {procedure} 的环节 {stage} 到不了终结或在册",
      "From the stage {stage} of {procedure} no way leads to an end or the roster"),
    "pack.check.options_uncovered": Sentence(
      "环节 {stage}：{input} 取 {options} 时无项可办",
      "Stage {stage}: nothing can be done where {input} is {options}"),
    "pack.check.options_overlap": Sentence(
      "环节 {stage}：{input} 取 {options} 时 {first} 与 {second} 都可办",
      "Stage {stage}: {first} and {second} are both open where {input} is {options}"),
    "pack.check.values_uncovered": Sentence(
      "环节 {stage}：{input} 取 {values} 时无项可办",
      "Stage {stage}: nothing can be done where {input} is {values}"),
    "pack.check.values_overlap": Sentence(
      "环节 {stage}：{input} 取 {values} 时 {first} 与 {second} 都可办",
      "Stage {stage}: {first} and {second} are both open where {input} is {values}"),
    "pack.check.figure": Sentence(
      "{figure} 在{cites:articles}原文中找不到", "{figure} is not found in {cites:articles}",
      remedy: ("核对数值和所引条文", "Check the figure and the article cited")),
    "pack.check.text_language": Sentence(
      "此处缺 {language} 文字", "The text in {language} is missing or in another language"),
    "pack.check.uncited": Sentence(
      "{article:articles}没有被任何条件或程序引用", "Nothing cites {article:articles}"),
    "pack.check.no_text": Sentence(
      "原文中没有{article:articles}", "The official text has no {article:articles}",
      remedy: ("核对条款编号，或载入完整的原文", "Check the number, or load the whole text")),
    "pack.check.unlisted": Sentence(
      "原文有{article:articles}，规则包没有列出",
      "The official text has {article:articles}, which the pack does not list",
      remedy: ("在 articles 中列出", "List it under articles")),
    "pack.check.*": Sentence(
      "规则包检查发现问题⟨：{stage}⟩", "The pack check found a fault⟨: {stage}⟩"),
    "pack.missing": Sentence(
      "没有规则包⟨ {pack}⟩⟨{id}⟩", "There is no pack⟨ {pack}⟩⟨ {id}⟩",
      remedy: ("用 dossier pack list 查看", "See dossier pack list")),
  ]
}
