import Quantities

extension Catalogue {
  /// What mends a fault in a pack's files, where the sentence has no remedy that fits the case.
  ///
  /// Looked up by the code, then by its family; whatever else a pack gets wrong, the guide helps.
  static func remedy(for code: String) -> Bilingual? {
    if let exact = remedies[code] { return exact }
    for family in [".yaml.", ".json."] {
      guard let range = code.firstRange(of: family) else { continue }
      return remedies["yaml." + code[range.upperBound...]] ?? remedies["yaml.*"]
    }
    if let dot = code.lastIndex(of: "."), let family = remedies[code[..<dot] + ".*"] {
      return family
    }
    return code.hasPrefix("pack.") ? remedies["pack.check.*"] : nil
  }

  private static let remedies: [String: Bilingual] = [
    "yaml.unknown_key": say("删去此键，或按示例改正键名", "Remove the key, or write it as the examples do"),
    "yaml.wrong_value": say("改成此处可用的值", "Write a value that may stand here"),
    "yaml.empty_value": say("写上值，或删去这个键", "Give it a value, or remove the key"),
    "yaml.wrong_kind": say("按示例改写这一处", "Write this part as the examples do"),
    "yaml.empty_file": say("写入内容，或移走文件", "Fill the file, or move it away"),
    "yaml.too_deep": say("减少嵌套的括号或缩进", "Nest fewer brackets or blanks"),
    "yaml.tag": say(
      "删去以 ! 开头的标签；文字以 ! 开头时加引号", "Remove what begins with !, or put the text in quotes"),
    "yaml.key_kind": say("把键写成一个词", "Write the key as one word"),
    "yaml.syntax": say("检查此处的缩进、引号和冒号", "Look at the indentation, quotes and colons here"),
    "yaml.colon_in_text": say(
      "给文字加引号，表达式放在 | 之后另起一行", "Put the text in quotes, an expression on a line after |"),
    "yaml.colon_expected": say("键后写冒号和空格", "Write a colon and a blank after the key"),
    "yaml.comma_expected": say("在两项之间加逗号", "Put a comma between the two"),
    "yaml.key_expected": say("写成“键: 值”", "Write it as key: value"),
    "yaml.value_expected": say("在冒号后写值", "Write a value after the colon"),
    "yaml.quote_unclosed": say("补上结束的引号", "Close the quotation mark"),
    "yaml.escape": say("反斜杠写成两个，或改用单引号", "Double the backslash, or use single quotes"),
    "yaml.end": say("补上缺少的括号或引号", "Add the bracket or quotation mark that is missing"),
    "yaml.*": say("对照示例检查此处", "Compare this place with the examples"),
    "calendar.both": say("删去其中一处", "Remove one of the two"),
    "calendar.not_weekend": say("核对日期；工作日本来就上班", "Check the date: weekdays are worked anyway"),
    "calendar.other_year": say("移到该年的文件", "Move it to the file of its year"),
    "calendar.span": say("核对起止日期，一段不超过一个月", "Check both days; a span is at most a month"),
    "department.division": say("加引号写六位数字", "Write six digits in quotes"),
    "facts.row.duplicate": say("同一行只写一次", "Write each row once"),
    "facts.unknown": say("对照 data/vocabulary.yaml 的名称", "See data/vocabulary.yaml for the names"),
    "pack.unknown.*": say("先声明它，或改正名称", "Declare it, or write a name that is declared"),
    "pack.id.form": say("改用这些字符，如 review-2", "Use those alone, such as review-2"),
    "pack.id.folder": say("让 id 与文件夹同名", "Give both the same name"),
    "pack.language.unknown": say(
      "写 language: 1，或更新程序", "Write language: 1, or use a later program"),
    "pack.case_number_prefix.form": say("写一到六个大写字母，如 AB", "Write one to six of them, such as AB"),
    "pack.citation.several": say("只留主要的一条", "Keep the leading one"),
    "pack.in_force.order": say("核对 from 和 to", "Check from and to"),
    "pack.file.missing": say(
      "新建此文件，或用 dossier pack new 开始", "Make the file, or begin with dossier pack new"),
    "pack.text.language_missing": say(
      "中文写在 zh、英文写在 en 之下", "Write Chinese under zh and English under en"),
    "pack.type.options_missing": say(
      "在 options 下列出各选项及名称", "List the options with their names under options"),
    "pack.type.options_unused": say(
      "删去 options，或把类型改为 choice", "Remove options, or make the type a choice"),
    "pack.value.type": say("按类型改写这个值", "Write the value as its type asks"),
    "pack.vocabulary.key": say("只给表写 key，取其年份字段", "Give a key to tables alone: their year"),
    "pack.vocabulary.version": say(
      "写 version: 1，或更新程序", "Write version: 1, or use a later program"),
    "pack.input.bounds": say("互换 minimum 与 maximum，或改正其一", "Swap minimum and maximum, or mend one"),
    "pack.question.prefix": say("写比较的位数，如 4", "Write how many characters are compared, such as 4"),
    "pack.condition.test": say(
      "能计算的写 requires，由人判断的写 judged_by",
      "Write requires where it is computed, judged_by where a person judges"),
    "pack.practice.first_day": say("删去 first_day", "Remove first_day"),
    "pack.fact.row_type": say("改用类型为 year 的输入项", "Use an input of type year"),
    "pack.procedure.main_missing": say(
      "在一个程序文件里写 main: true", "Write main: true in the file of one procedure"),
    "pack.procedure.main_several": say(
      "只留一个 main: true，其余改用 opening", "Keep one main: true; give the others an opening"),
    "pack.procedure.main_opened": say("删去 opening", "Remove the opening"),
    "pack.procedure.opening_missing": say(
      "写 opening，或写 main: true", "Write an opening, or main: true"),
    "pack.stage.after_end": say("删去它，或删去 ends", "Remove it, or remove ends"),
    "pack.action.return_without_defects": say("在 needs 中加上 defects", "Add defects to its needs"),
    "pack.action.moves_itself": say("改写 to", "Write to instead"),
    "pack.action.moment_without_conditions": say(
      "删去此时点，或给条件写 tested_at", "Remove the moment, or let a condition be tested_at it"),
    "pack.action.opens_main": say("改为另一个程序", "Open another procedure"),
    "pack.action.opening_input_missing": say(
      "在 opens 的 inputs 下给出它", "Give it under the inputs of opens"),
    "pack.action.barred_always": say("改为可以办结的程序", "Name a procedure that comes to an end"),
    "pack.procedure.reopens_without_key": say(
      "在 opening 中写 key，或删去 reopens_after", "Give the opening a key, or remove reopens_after"),
    "pack.deadline.measure": say("只留其中一项", "Keep one of them"),
    "pack.deadline.anchor": say("删去 anchor，或改用 period", "Remove anchor, or use a period"),
    "pack.deadline.practice_type": say("改用类型为 period 的约定项", "Use an item of type period"),
    "pack.test.empty": say("写 expect 或 path", "Write expect or a path"),
    "pack.test.step": say("拆成几步", "Split it into several steps"),
    "pack.check.unreachable": say(
      "加一个通向它的办理，或删去它", "Give it an action that leads there, or remove it"),
    "pack.check.owner_missing": say("写 owner", "Write its owner"),
    "pack.check.endless": say("加一条通向终结或在册的路", "Add a way to an end or the roster"),
    "pack.check.options_uncovered": say(
      "为这些选项加一个办理，或放宽前提", "Add an action for them, or loosen a guard"),
    "pack.check.options_overlap": say("收紧其中一个的前提", "Tighten the guard of one of them"),
    "pack.check.values_uncovered": say(
      "让前提在分界处相接，或为这些值加一个办理",
      "Let the guards meet at their boundary, or add an action for these values"),
    "pack.check.values_overlap": say(
      "收紧其中一个的前提，分界值只归一方",
      "Tighten the guard of one of them, so that the boundary belongs to one alone"),
    "pack.check.text_language": say("按该语言补上文字", "Write the text in that language"),
    "pack.check.uncited": say(
      "由条件或程序引用它，或改正 kind", "Cite it in a condition or a procedure, or mend its kind"),
    "pack.check.figure": say("核对数值和所引条文", "Check the figure and the article cited"),
    "pack.check.*": say("对照写法说明检查此处", "Compare this place with the guide"),
    "pack.expression.syntax": say("对照 GRAMMAR.md 检查写法", "See GRAMMAR.md for what may stand here"),
    "pack.expression.literal": say("写成数字加单位，如 12 人", "Write a number with its unit, such as 12 人"),
    "pack.expression.type": say("改用该类型的值或事实", "Use a value or a fact of that type"),
    "pack.expression.unit_mismatch": say("把两边写成同一单位", "Write both sides in one unit"),
    "pack.expression.arity": say("按函数需要的个数写参数", "Give as many as the function takes"),
    "pack.expression.unknown_moment": say("改用列出的时点", "Use one of the moments listed"),
    "pack.expression.not_a_table": say("改用按年度的表，如 finance", "Use a yearly table, such as finance"),
    "pack.expression.not_a_column": say("写成 表.字段", "Write table.field"),
    "pack.expression.not_ordered": say("改用 == 或 !=", "Use == or !="),
    "pack.expression.not_rows": say("改用表或列表的名称", "Use the name of a table or a list"),
    "pack.expression.column_outside_aggregate": say(
      "放进 sum、max 等之内，或写明一行", "Put it within sum or max, or name one row"),
    "pack.expression.passes_outside_guard": say(
      "移到 guards，或改写 passes 键", "Move it to guards, or use the key passes"),
    "pack.expression.unknown_unit": say("单位见 GRAMMAR.md", "See GRAMMAR.md for the units"),
    "pack.expression.unknown_fact": say(
      "对照 data/vocabulary.yaml 的名称", "See data/vocabulary.yaml for the names"),
    "pack.expression.*": say(
      "改用已声明的名称；写法见 GRAMMAR.md", "Use a name that is declared; see GRAMMAR.md"),
    "pack.unreadable": say("重新采用规则包，或从备份恢复", "Adopt the pack again, or restore a backup"),
    "pack.not_adopted": say("先用 dossier pack adopt 采用", "Adopt it first: dossier pack adopt"),
    "pack.missing": say("用 dossier pack list 查看", "See dossier pack list"),
  ]

  private static func say(_ zh: String, _ en: String) -> Bilingual { Bilingual(zh: zh, en: en) }
}
