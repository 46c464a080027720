extension Catalogue {
  /// Expressions in packs.
  static let expressions: [String: Sentence] = [
    "pack.expression.syntax": Sentence(
      "表达式写法有误：⟨应为 {expected:type}⟩⟨，而写的是“{found}”⟩",
      "The expression is malformed: ⟨expected {expected:type}⟩⟨, found \"{found}\"⟩",
      remedy: ("⟨是否指 {suggestion}？⟩", "⟨Is {suggestion} meant?⟩")),
    "pack.expression.literal": Sentence("不是数值：“{found}”", "Not a number: \"{found}\""),
    "pack.expression.unknown_unit": Sentence(
      "不认识的单位“{found}”", "Unknown unit \"{found}\"",
      remedy: ("⟨是否指 {suggestion}？⟩", "⟨Is {suggestion} meant?⟩")),
    "pack.expression.too_deep": Sentence(
      "表达式嵌套超过 {limit} 层", "The expression is nested more than {limit} deep",
      remedy: ("拆成几个条件", "Split it into several conditions")),
    "pack.expression.type": Sentence(
      "⟨{name}：⟩应为{expected:type}，而得到{found:type}",
      "⟨{name}: ⟩expected {expected:type}, found {found:type}"),
    "pack.expression.unit_mismatch": Sentence(
      "单位不合：应为{expected:type}，而得到{found:type}",
      "Units differ: expected {expected:type}, found {found:type}"),
    "pack.expression.arity": Sentence(
      "{name} 的参数个数不对：应为 {expected}⟨，而有 {found}⟩",
      "{name} takes {expected} arguments⟨, not {found}⟩"),
    "pack.expression.unknown_fact": Sentence(
      "没有名为 {name} 的事实", "There is no fact called {name}",
      remedy: ("⟨是否指 {suggestion}？⟩", "⟨Is {suggestion} meant?⟩")),
    "pack.expression.unknown_option": Sentence(
      "没有选项 {name}⟨；可用：{expected}⟩", "There is no option {name}⟨; known: {expected}⟩",
      remedy: ("⟨是否指 {suggestion}？⟩", "⟨Is {suggestion} meant?⟩")),
    "pack.expression.unknown_function": Sentence(
      "没有函数 {name}", "There is no function {name}",
      remedy: ("⟨是否指 {suggestion}？⟩", "⟨Is {suggestion} meant?⟩")),
    "pack.expression.unknown_moment": Sentence(
      "没有核查时点 {name}⟨；可用：{expected}⟩", "There is no moment {name}⟨; known: {expected}⟩"),
    "pack.expression.definition_cycle": Sentence(
      "定义绕回自身：{name}", "A definition comes back to itself: {name}"),
    "pack.expression.definition_broken": Sentence(
      "定义 {name} 本身有误", "The definition {name} is wrong itself"),
    "pack.expression.binder_taken": Sentence(
      "{name} 是一项定义的名称，不能用来指逐行核查的行",
      "{name} is the name of a definition and cannot name the rows that are gone through",
      remedy: ("两者之一另取名称", "Rename one of the two")),
    "pack.definition.cycle": Sentence(
      "定义 {name} 绕回自身", "The definition {name} comes back to itself",
      remedy: ("改写其中一处，不再经由它自己", "Write one of them without the other")),
    "pack.definition.form": Sentence(
      "定义名 {name} 须为小写字母、数字和下划线，以字母开头",
      "{name} is no name of a definition: small letters, digits and _, a letter first"),
    "pack.definition.taken": Sentence(
      "{name} 已是事实、字段或保留词，不能作定义名",
      "{name} is a fact, a field or a word of the language already",
      remedy: ("另取一个名称", "Take another name")),
    "pack.definition.notice": Sentence(
      "通知不另作定义，可用所依规则包的定义",
      "A notice makes no definitions of its own; it may use those of its pack"),
    "pack.expression.unknown_input": Sentence(
      "没有输入项 {name}", "There is no input {name}",
      remedy: ("⟨是否指 {suggestion}？⟩", "⟨Is {suggestion} meant?⟩")),
    "pack.expression.unknown_practice": Sentence(
      "没有约定项 {name}", "There is no practice item {name}",
      remedy: ("⟨是否指 {suggestion}？⟩", "⟨Is {suggestion} meant?⟩")),
    "pack.expression.unknown_others": Sentence(
      "没有关于其他案卷的问题 {name}", "There is no question about other cases called {name}",
      remedy: ("⟨是否指 {suggestion}？⟩", "⟨Is {suggestion} meant?⟩")),
    "pack.expression.unknown_question": Sentence(
      "没有关于其他案卷的问题 {name}", "There is no question about other cases called {name}",
      remedy: ("⟨是否指 {suggestion}？⟩", "⟨Is {suggestion} meant?⟩")),
    "pack.expression.not_ordered": Sentence(
      "{found:type}没有大小，不能用 {name}", "{name} needs an order, and {found:type} has none",
      remedy: ("改用 {expected}", "Use {expected}")),
    "pack.expression.not_rows": Sentence(
      "⟨{name} ⟩不是表或列表", "⟨{name} is ⟩not a table or a list",
      remedy: ("⟨是否指 {suggestion}？⟩", "⟨Is {suggestion} meant?⟩")),
    "pack.expression.not_a_table": Sentence("{name} 不是按年度的表", "{name} is no yearly table"),
    "pack.expression.not_a_column": Sentence(
      "{name} 须用于一列数值", "{name} has to be given a column"),
    "pack.expression.rows_as_value": Sentence(
      "⟨{name} ⟩是多行数据，不能当作一个值", "⟨{name} is ⟩rows, not one value",
      remedy: ("用 sum、count、exists、last 等取得一个值", "Take one value with sum, count, exists or last")),
    "pack.expression.column_outside_aggregate": Sentence(
      "列 {name} 只能用于 sum、count 等之内",
      "The column {name} can only be used within sum, count and the like"),
    "pack.expression.passes_outside_guard": Sentence(
      "passes(…) 只能用于办理前提", "passes(…) can only be used in guards"),
    "pack.expression.workday_outside_guard": Sentence(
      "workday(…) 只能用于办理前提", "workday(…) can only be used in guards"),
    "pack.expression.folded": Sentence(
      "表达式不能用折叠写法（>）", "An expression cannot be a folded text (>)",
      remedy: ("写在一行，或用 |", "Put it on one line, or use |")),
    "pack.expression.unknown_*": Sentence("没有名为 {name} 的项", "There is nothing called {name}"),
    "pack.expression.*": Sentence("表达式有误⟨：{name}⟩", "The expression is wrong⟨: {name}⟩"),
  ]
}
