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
      "{name:fact} says \"{found}\", which is not ⟨{expected:type}⟩",
      remedy: ("⟨如：{example}⟩", "⟨For example: {example}⟩")),
    "fact.unit_missing": Sentence(
      "{name:fact} 写作“{found}”，缺单位", "{name:fact} says \"{found}\" without a unit",
      remedy: ("写明单位，如 {example}", "Add the unit, such as {example}")),
    "fact.negative": Sentence(
      "{name:fact} 不能为负数（{found}）", "{name:fact} cannot be negative ({found})"),
    "fact.option": Sentence(
      "{name:fact} 没有选项“{found}”", "{name:fact} has no option \"{found}\"",
      remedy: (
        "⟨是否指 {suggestion}？⟩可选：{expected}", "⟨Is {suggestion} meant? ⟩Options: {expected}"
      )),
  ]
}
