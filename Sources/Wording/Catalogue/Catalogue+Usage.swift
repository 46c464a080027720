extension Catalogue {
  /// How the command line is used.
  static let usage: [String: Sentence] = [
    "usage.no_data": Sentence(
      "找不到数据文件夹⟨（找过：{places}）⟩", "The data folder was not found⟨ (tried: {places})⟩",
      remedy: ("用 --data 或环境变量 DOSSIER_DATA 指明", "Name it with --data or DOSSIER_DATA")),
    "usage.no_store": Sentence(
      "没有案卷库⟨（找过当前文件夹和 {home}）⟩", "There is no store⟨ here or at {home}⟩",
      remedy: (
        "dossier init 目录 --pack 规则包；或 --store 指明",
        "dossier init DIR --pack ID; or name one with --store"
      )),
    "usage.which_store": Sentence(
      "此处有几个案卷库：{found}", "There are several stores here: {found}",
      remedy: ("用 --store 指明一个", "Name one with --store")),
    "usage.option": Sentence(
      "选项 {option} 的值“{value}”不对", "The value \"{value}\" of {option} will not do",
      remedy: ("⟨可用：{options}⟩", "⟨Options: {options}⟩")),
    "usage.date": Sentence(
      "“{value}”不是日期", "\"{value}\" is no date", remedy: ("写成 2026-03-02", "Write 2026-03-02")),
    "usage.assignment": Sentence(
      "“{value}”不是 名称=值 的形式", "\"{value}\" is not of the form name=value"),
    "usage.training_only": Sentence(
      "{option} 只能用于训练库", "{option} is for training stores only",
      remedy: ("训练库用 dossier init --allow-as 新建", "dossier init --allow-as makes a training store")),
    "usage.no_terminal": Sentence(
      "标准输出不是终端，打不开工作台", "Standard output is no terminal, so the desk cannot open"),
    "usage.locale": Sentence(
      "终端不是 UTF-8 编码", "The terminal's locale is not UTF-8",
      remedy: ("设 LANG=C.UTF-8 或 zh_CN.UTF-8", "Set LANG=C.UTF-8")),
    "usage.unknown_verb": Sentence(
      "没有“{verb}”这个命令⟨，是不是 {suggestion}？⟩",
      "There is no verb \"{verb}\"⟨; did you mean {suggestion}?⟩",
      remedy: ("⟨可用：{verbs}。⟩说明和例子：{help}", "⟨There are: {verbs}. ⟩Explained by: {help}")),
    "usage.unexpected": Sentence(
      "多出来的参数：{value}", "Unexpected: {value}",
      remedy: ("说明和例子：{help}", "Explained, with examples, by: {help}")),
    "usage.missing_argument": Sentence(
      "缺少 {name}", "{name} is missing",
      remedy: ("说明和例子：{help}", "Explained, with examples, by: {help}")),
    "usage.unknown_option": Sentence(
      "没有选项 {option}⟨，是不是 {suggestion}？⟩",
      "There is no option {option}⟨; did you mean {suggestion}?⟩",
      remedy: ("说明和例子：{help}", "Explained, with examples, by: {help}")),
    "usage.missing_value": Sentence(
      "{option} 后面缺少值", "{option} lacks its value",
      remedy: ("说明和例子：{help}", "Explained, with examples, by: {help}")),
    "usage.no_value_taken": Sentence(
      "{option} 不带值，却给了“{value}”", "{option} takes no value, but was given \"{value}\""),
    "usage.wrong": Sentence(
      "命令行有误：{detail}", "The command line is wrong: {detail}",
      remedy: ("说明和例子：{help}", "Explained, with examples, by: {help}")),
    "usage.*": Sentence("用法不对⟨：{detail}⟩", "Wrong usage⟨: {detail}⟩"),
    "case.moved": Sentence(
      "{case} 刚被他人更新，本次未写入", "{case} has just been changed by somebody: nothing was written",
      remedy: ("看过新情况后重做", "Look again, then repeat")),
    "failed": Sentence("意外错误：{detail}", "Unexpected failure: {detail}"),
    "file.missing": Sentence("找不到文件⟨ {file}⟩", "No such file⟨: {file}⟩"),
    "file.unreadable": Sentence(
      "文件无法读取⟨：{file}⟩⟨（{detail}）⟩", "The file cannot be read⟨: {file}⟩⟨ ({detail})⟩"),
    "file.unwritable": Sentence(
      "文件无法写入⟨：{file}⟩⟨（{detail}）⟩", "The file cannot be written⟨: {file}⟩⟨ ({detail})⟩"),
    "drafts.damaged": Sentence(
      "以前未提交的内容有读不出的，原文件已移存⟨为 {file}⟩",
      "Some of what was typed before cannot be read; the file was set aside⟨ as {file}⟩"),
    "drafts.not_kept": Sentence(
      "未提交的内容没能存盘⟨：{file}⟩", "What was typed cannot be kept on disk⟨: {file}⟩",
      remedy: (
        "先提交，或腾出空间、核对权限；退出会丢失",
        "Submit it first, or make room and check the mode: leaving loses it"
      )),
    "file.exists": Sentence(
      "文件已存在⟨：{file}⟩", "The file exists already⟨: {file}⟩",
      remedy: ("换一个名字，或先移走", "Choose another name, or move it away")),
  ]
}
