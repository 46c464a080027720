extension Catalogue {
  /// Files, tables and their columns, as they are brought in.
  static let imports: [String: Sentence] = [
    "import.file.missing": Sentence("找不到文件 {file}", "No such file: {file}"),
    "import.file.folder": Sentence(
      "{file} 是文件夹", "{file} is a folder", remedy: ("逐个给出其中的文件", "Name the files in it")),
    "import.file.unreadable": Sentence("文件 {file} 无法读取", "The file {file} cannot be read"),
    "import.format.binary": Sentence(
      "不是文本文件，而是 {kind}", "This is no text file but {kind}",
      remedy: ("另存为 CSV 或 YAML 再导入", "Save it as CSV or YAML, then import it")),
    "import.encoding": Sentence(
      "编码不对：第 {offset} 个字节不属于 {encoding}",
      "Encoding: the byte at offset {offset} is not {encoding}",
      remedy: ("另存为 UTF-8 或 GB18030", "Save it as UTF-8 or GB18030")),
    "import.encoding.assumed": Sentence(
      "未标明编码，按 {encoding} 读取", "The encoding is not stated; read as {encoding}",
      remedy: ("文字如有乱码，另存为 UTF-8", "If texts look wrong, save it as UTF-8")),
    "import.empty": Sentence("文件里没有数据", "The file holds no data"),
    "import.kind": Sentence(
      "此处应为{expected:type}，而写的是{found:type}",
      "Expected {expected:type} here, found {found:type}"),
    "import.key.unknown": Sentence(
      "不认识的项 {key}", "Unknown item {key}",
      remedy: ("⟨是否指 {suggestion}？⟩", "⟨Is {suggestion} meant?⟩")),
    "import.column.none": Sentence(
      "没有一列能对应到事实", "No column stands for a fact",
      remedy: (
        "首行写列名，或用 --columns 给出列对应表",
        "Put names in the first row, or give a column map with --columns"
      )),
    "import.column.ambiguous": Sentence(
      "列“{header}”可能指 {paths}", "The column \"{header}\" may be {paths}",
      remedy: ("在列对应表中写明（--columns）", "Say which in a column map (--columns)")),
    "import.column.missing": Sentence(
      "列对应表中的列“{header}”（{path}）不在表里",
      "The column \"{header}\" ({path}) of the map is not in the table"),
    "import.column.path": Sentence(
      "列“{header}”对应的 {path} 不是事实", "{path}, for the column \"{header}\", is no fact"),
    "import.column.twice": Sentence(
      "{path} 有两列，另一列是“{other}”", "{path} has two columns, the other being \"{other}\"",
      remedy: ("只留一列", "Keep one of them")),
    "import.column.unmatched": Sentence(
      "列“{header}”不对应任何事实，未导入", "The column \"{header}\" stands for no fact and is left out"),
    "import.csv.cells": Sentence(
      "此行 {cells} 格，而表头只有 {columns} 列", "This row has {cells} cells, the header {columns}"),
    "import.csv.quote_stray": Sentence("引号位置不对", "A quotation mark is out of place"),
    "import.csv.quote_unclosed": Sentence("引号没有结束", "A quotation mark is never closed"),
    "import.spreadsheet.number": Sentence(
      "“{found}”被电子表格改成了科学计数，原值已丢失",
      "\"{found}\" was turned into powers of ten by a spreadsheet: digits are lost",
      remedy: ("该列设为文本格式，重新填写", "Format the column as text and type it again")),
    "import.spreadsheet.date": Sentence(
      "“{found}”可能被电子表格改成了日期⟨，原值或为 {suggestion}⟩",
      "\"{found}\" may have been made a date by a spreadsheet⟨; perhaps it was {suggestion}⟩",
      remedy: ("该列设为文本格式再核对", "Format the column as text and check it")),
    "import.spreadsheet.serial_date": Sentence(
      "“{found}”是电子表格的日期序号，即 {date}", "\"{found}\" is a spreadsheet's number for {date}",
      remedy: ("写成 {date}", "Write {date}")),
    "import.row.key_missing": Sentence(
      "此行缺少 {key}", "This row lacks {key}", remedy: ("补上 {key}", "Add {key}")),
    "import.row.key_form": Sentence(
      "“{found}”不是年度", "\"{found}\" is no year", remedy: ("写成 {example}", "Write {example}")),
    "import.row.duplicate": Sentence(
      "{year} 年度重复⟨，第一处在第 {line} 行⟩", "The year {year} occurs twice⟨, first in line {line}⟩"),
    "import.yaml.*": Sentence("格式有误⟨：{detail}⟩", "Syntax error⟨: {detail}⟩"),
    "import.*": Sentence(
      "导入数据有误⟨：{name}⟩⟨“{found}”⟩", "The data to import are wrong⟨: {name}⟩⟨ \"{found}\"⟩"),
  ]

  /// Centres as they are brought in: names, codes, stages, duplicates.
  static let centres: [String: Sentence] = [
    "import.pack.missing": Sentence(
      "未写明规则包", "No pack is named",
      remedy: ("写 pack: 编号，可用：{known}", "Write pack: ID, one of {known}")),
    "import.pack.unknown": Sentence(
      "没有规则包 {pack}", "There is no pack {pack}",
      remedy: ("⟨是否指 {suggestion}？⟩⟨可用：{known}⟩", "⟨Is {suggestion} meant? ⟩⟨Known: {known}⟩")),
    "import.department.unknown": Sentence(
      "没有主管部门“{department}”", "There is no department \"{department}\"",
      remedy: ("⟨是否指 {suggestion}？⟩⟨可用：{known}⟩", "⟨Is {suggestion} meant? ⟩⟨Known: {known}⟩")),
    "import.fact.form": Sentence(
      "{name:fact} 写作“{found}”，不是{expected:type}",
      "{name:fact} says \"{found}\", not {expected:type}"),
    "import.fact.missing": Sentence(
      "缺{name:fact}⟨，{conditions:conditions}将无法核查⟩",
      "{name:fact} is missing⟨; it is needed for: {conditions:conditions}⟩",
      remedy: ("可先导入，以后补填", "It may be imported now and filled in later")),
    "import.material.missing": Sentence(
      "缺材料：{kind:material}⟨（{cites:articles}）⟩", "Missing: {kind:material}⟨ ({cites:articles})⟩"),
    "import.material.unknown": Sentence(
      "规则包没有材料种类“{kind}”", "The pack knows no document of kind \"{kind}\"",
      remedy: ("⟨是否指 {suggestion}？⟩⟨可用：{known}⟩", "⟨Is {suggestion} meant? ⟩⟨Known: {known}⟩")),
    "import.name.form": Sentence(
      "“{name}”不合名称格式：⟨{prefix}⟩……{suffix}⟨（{cites:articles}）⟩",
      "\"{name}\" is not of the form ⟨{prefix}⟩ … {suffix}⟨ ({cites:articles})⟩"),
    "import.english_name.form": Sentence(
      "英文名称应以“{prefix}”开头⟨（{cites:articles}）⟩",
      "The English name should begin with \"{prefix}\"⟨ ({cites:articles})⟩"),
    "import.credit_code.kind": Sentence(
      "统一社会信用代码以 {class} 开头，与单位类型不一致", "A credit code in {class} does not fit the kind of host",
      remedy: ("核对单位类型（常见开头：{expected}）", "Check the kind of host (usual: {expected})")),
    "import.credit_code.authority": Sentence(
      "统一社会信用代码的登记机关（{authority}）不在本市（{city}）",
      "The registering authority of the credit code ({authority}) is not the city's ({city})",
      remedy: ("请核对；登记机关不等于注册地", "Please check; the authority is not the place of registration")),
    "import.date.future": Sentence(
      "{name:fact} {date} 晚于今日 {today}", "{name:fact} {date} lies after today, {today}"),
    "import.date.order": Sentence(
      "{name:fact} {date} 晚于{other:fact} {later}",
      "{name:fact} {date} lies after {other:fact} {later}"),
    "import.batch.unknown": Sentence(
      "没有批次“{batch}”⟨；现有：{known}⟩", "There is no batch \"{batch}\"⟨; known: {known}⟩"),
    "import.batch.closed": Sentence("批次 {batch} 已结束", "The batch {batch} is closed"),
    "import.batch.form": Sentence(
      "“{batch}”不是批次", "\"{batch}\" is no batch", remedy: ("写成 {example}", "Write {example}")),
    "import.batch.none": Sentence(
      "{date} 没有正在受理的批次", "No batch takes applications of {date}",
      remedy: ("核对申报日期，或先建批次", "Check the date, or set up a batch first")),
    "import.batch.several": Sentence(
      "{date} 有几个批次在受理：{known}", "Several batches take applications of {date}: {known}",
      remedy: ("写明 batch", "Say which with batch")),
    "import.stage.missing": Sentence(
      "未写明现处环节", "The stage is missing", remedy: ("可用：{known}", "One of: {known}")),
    "import.stage.unknown": Sentence(
      "没有环节“{stage}”", "There is no stage \"{stage}\"",
      remedy: ("⟨是否指 {suggestion}？⟩可用：{known}", "⟨Is {suggestion} meant? ⟩One of: {known}")),
    "import.stage.not_allowed": Sentence(
      "已有中心不能在“{stage:stage}”环节接收", "Existing centres are not taken over at \"{stage:stage}\"",
      remedy: ("可用：{known}", "One of: {known}")),
    "import.duplicate": Sentence(
      "已收件，为 {case} {name}", "Received already, as {case} {name}"),
    "import.duplicate_in_files": Sentence(
      "与 {file}⟨ 第 {line} 行⟩的内容相同", "The same as in {file}⟨, line {line}⟩"),
    "import.like": Sentence(
      "与 {case} {name} 的单位和名称相同", "Host and name are those of {case} {name}",
      remedy: ("核对是否重复申报", "Check whether it was submitted twice")),
    "import.like_in_files": Sentence(
      "与 {file}⟨ 第 {line} 行⟩的单位和名称相同", "Host and name are those in {file}⟨, line {line}⟩"),
    "import.host_has_case": Sentence(
      "{host} 已有案卷 {case} {name}（{stage:stage}）",
      "{host} has the case {case} {name} already ({stage:stage})"),
  ]
}
