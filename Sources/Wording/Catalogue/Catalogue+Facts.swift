extension Catalogue {
  /// Single facts as people write them.
  static let facts: [String: Sentence] = [
    "fact.unknown": Sentence(
      "没有名为 {name} 的事实", "There is no fact called {name}",
      remedy: ("⟨是否指 {suggestion}？⟩", "⟨Is {suggestion} meant?⟩")),
    "fact.row_missing": Sentence(
      "{name} 须指明第几行或年度", "{name} needs a row or a year",
      remedy: ("写成 {example} 的形式", "Write it as {example}")),
    "fact.row_unknown": Sentence(
      "{name} 中的行号或年度不对", "The row or year in {name} is not one",
      remedy: ("写成 {example} 的形式", "Write it as {example}")),
    "fact.row_unlike": Sentence(
      "{name:fact} 应与行的年度 {expected} 一致，而写的是 {found}",
      "{name:fact} has to equal the row's year {expected}, and says {found}"),
    "fact.empty": Sentence(
      "{name:fact} 是空的", "{name:fact} is empty",
      remedy: (
        "填入{expected:type}；没有此数据写 absent，未知则删去该项",
        "Give {expected:type}; write absent where none exists, or leave it out"
      )),
    "fact.form": Sentence(
      "{name:fact} 写作“{found}”，不是⟨{expected:type}⟩",
      "{name:fact} says \"{found}\", which is not ⟨{expected:type}⟩"),
    "fact.form.field": Sentence("不是⟨{expected:type}⟩", "not ⟨{expected:type}⟩"),
    "fact.unit_missing.field": Sentence("缺单位，如 {example}", "no unit, such as {example}"),
    "fact.negative.field": Sentence("不能为负数", "cannot be negative"),
    "fact.empty.field": Sentence("是空的", "is empty"),
    "fact.option.field": Sentence("没有这个选项", "is no option"),
    "fact.row_unlike.field": Sentence(
      "应与行的年度 {expected} 一致", "has to equal the row's year {expected}"),
    "fact.unit_missing": Sentence(
      "{name:fact} 写作“{found}”，缺单位", "{name:fact} says \"{found}\" without a unit",
      remedy: ("写明单位，如 {example}", "Add the unit, such as {example}")),
    "fact.negative": Sentence(
      "{name:fact} 不能为负数（{found}）", "{name:fact} cannot be negative ({found})"),
    "fact.credit_code.length": Sentence(
      "统一社会信用代码“{found}”是 {length} 位，应为 18 位",
      "The credit code \"{found}\" has {length} characters, not 18"),
    "fact.credit_code.letter": Sentence(
      "统一社会信用代码第 {position} 位“{letter}”不在可用字符内",
      "Character {position} of the credit code, \"{letter}\", cannot occur in one",
      remedy: ("不用 I、O、Z、S、V，多为 1、0、2、5、U 之误", "I, O, Z, S and V never occur: mostly 1, 0, 2, 5, U")
    ),
    "fact.credit_code.spreadsheet": Sentence(
      "统一社会信用代码“{found}”被电子表格截断", "A spreadsheet has cut the credit code \"{found}\"",
      remedy: ("该列设为文本格式，重新填写", "Format the column as text and type it again")),
    "fact.credit_code.organisation_check": Sentence(
      "统一社会信用代码“{found}”主体标识码的校验位不对，应为 {expected}",
      "The inner check character of the credit code \"{found}\" should be {expected}",
      remedy: ("与证照核对", "Compare it with the licence")),
    "fact.credit_code.check": Sentence(
      "统一社会信用代码“{found}”的校验位不对，应为 {expected}",
      "The check character of the credit code \"{found}\" should be {expected}",
      remedy: ("与证照核对", "Compare it with the licence")),
    "fact.option": Sentence(
      "{name:fact} 没有选项“{found}”", "{name:fact} has no option \"{found}\"",
      remedy: (
        "⟨是否指 {suggestion}？⟩可选：{expected}", "⟨Is {suggestion} meant? ⟩Options: {expected}"
      )),
  ]
}
