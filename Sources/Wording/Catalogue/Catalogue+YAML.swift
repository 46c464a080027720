extension Catalogue {
  /// YAML files: packs, vocabularies, calendars, departments, applications.
  static let yaml: [String: Sentence] = [
    "yaml.unknown_key": Sentence(
      "不认识的键 {key}", "Unknown key {key}",
      remedy: ("⟨是否指 {suggestion}？⟩", "⟨Is {suggestion} meant?⟩")),
    "yaml.missing_key": Sentence(
      "缺少键 {key}", "The key {key} is missing", remedy: ("补上 {key}", "Add {key}")),
    "yaml.duplicate_key": Sentence(
      "键⟨ {key} ⟩重复⟨，第一处在第 {line} 行⟩", "The key⟨ {key}⟩ occurs twice⟨, first in line {line}⟩",
      remedy: ("只留一处", "Keep one of them")),
    "yaml.empty_value": Sentence("此处没有值", "There is no value here"),
    "yaml.wrong_value": Sentence(
      "值“{value}”不对⟨，应为{type:type}⟩", "The value \"{value}\" will not do⟨; expected {type:type}⟩",
      remedy: (
        "⟨是否指 {suggestion}？⟩⟨可用：{options}⟩", "⟨Is {suggestion} meant? ⟩⟨Options: {options}⟩"
      )),
    "yaml.wrong_kind": Sentence(
      "此处应为{expected:type}，而写的是{found:type}",
      "Expected {expected:type} here, found {found:type}"),
    "yaml.cut_text": Sentence(
      "{key} 的表达式在花括号内被逗号截断：“{text}”，余下“{rest}”",
      "The expression of {key} was cut at a comma within braces: \"{text}\", then \"{rest}\"",
      remedy: ("给整个表达式加引号，或改写成多行", "Put the expression in quotes, or on lines of its own")),
    "yaml.encoding": Sentence(
      "文件不是 UTF-8", "The file is not UTF-8", remedy: ("另存为 UTF-8", "Save it as UTF-8")),
    "yaml.empty_file": Sentence("文件是空的", "The file is empty"),
    "yaml.too_deep": Sentence("层次太深", "Too deeply nested"),
    "yaml.anchor": Sentence(
      "不支持锚点和引用（& 和 *）", "Anchors and aliases (& and *) are not supported",
      remedy: ("直接写出内容；文字以 & 或 * 开头时加引号", "Write it out; quote texts that begin with & or *")),
    "yaml.tag": Sentence("不支持标签⟨ {tag}⟩", "Tags are not supported⟨: {tag}⟩"),
    "yaml.key_kind": Sentence("键只能是文字", "A key has to be a text"),
    "yaml.tab": Sentence(
      "不能用制表符缩进", "Tabs cannot indent", remedy: ("改用空格", "Use spaces")),
    "yaml.control_character": Sentence(
      "含有不可见的控制字符", "There is a control character here", remedy: ("删去它", "Remove it")),
    "yaml.syntax": Sentence("格式有误⟨：{detail}⟩", "Syntax error⟨: {detail}⟩"),
    "yaml.colon_in_text": Sentence(
      "文字里的“: ”须加引号", "A text that holds \": \" needs quotes"),
    "yaml.colon_expected": Sentence("键后缺冒号", "A colon is missing after the key"),
    "yaml.comma_expected": Sentence("缺逗号", "A comma is missing"),
    "yaml.key_expected": Sentence("此处应为键", "A key was expected here"),
    "yaml.value_expected": Sentence(
      "此处应为值⟨，而写的是“{found}”⟩", "A value was expected here⟨, not \"{found}\"⟩"),
    "yaml.quote_unclosed": Sentence("引号没有结束", "A quotation mark is never closed"),
    "yaml.escape": Sentence("转义写法不对", "The escape is malformed"),
    "yaml.end": Sentence("文件提前结束", "The file ends too early"),
    "yaml.*": Sentence("格式有误", "The file is not as it should be"),
    "calendar.both": Sentence(
      "{date} 既列为放假又列为上班", "{date} is both a day off and a working day"),
    "calendar.not_weekend": Sentence(
      "{date} 不是周末，不能列为调休上班日", "{date} is no weekend day, so it is no make-up day"),
    "calendar.other_year": Sentence("{date} 不在 {year} 年", "{date} does not lie in {year}"),
    "calendar.span": Sentence("起止日期不对：{from} 至 {to}", "Not a span of days: {from} to {to}"),
    "department.division": Sentence(
      "行政区划代码“{value}”不是六位数字", "\"{value}\" is no division code of six digits"),
  ]
}
