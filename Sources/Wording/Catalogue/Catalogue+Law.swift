extension Catalogue {
  /// Official texts that an office loads.
  static let lawTexts: [String: Sentence] = [
    "law.empty": Sentence(
      "⟨{file} ⟩是空的", "⟨{file} ⟩is empty", remedy: ("给出正式公布的文本", "Give the text as published")),
    "law.no_articles": Sentence(
      "⟨{file} ⟩的 {lines} 行中找不到“第一条”或“一、”",
      "None of the {lines} lines⟨ of {file}⟩ begins with the number of an article or a part",
      remedy: ("给出正式公布的文本，保留条款编号", "Give the text as published, with its numbers")),
    "law.too_large": Sentence(
      "文件有 {size} 字节，超过 {limit} 字节，不像一份文件的文本",
      "The file has {size} bytes, more than {limit}: it is no regulation's text",
      remedy: ("另存为纯文本（.txt）", "Save it as plain text (.txt)")),
    "law.binary": Sentence(
      "这不是文本文件（{kind}）", "This is no text file ({kind})",
      remedy: (
        "先转为纯文本，如 pdftotext -layout 文件.pdf 文件.txt",
        "Turn it into plain text first, such as pdftotext -layout FILE.pdf FILE.txt"
      )),
    "law.encoding": Sentence(
      "无法解码⟨：第 {offset} 字节⟩⟨（0x{byte}）⟩不合 UTF-8 或 GB18030",
      "Cannot be decoded⟨: byte {offset}⟩⟨ (0x{byte})⟩ fits neither UTF-8 nor GB18030",
      remedy: ("另存为 UTF-8", "Save it as UTF-8")),
    "law.wrong_title": Sentence(
      "这不像《{expected}》的文本⟨，而是《{found}》⟩",
      "This does not look like the text of {expected}⟨, but of {found}⟩",
      remedy: ("核对文件；确认无误的加 --force", "Check the file; where it is right add --force")),
    "law.few_articles": Sentence(
      "所列 {articles} 条中，此文本只有 {found} 条",
      "Of the {articles} articles listed this text has only {found}",
      remedy: ("核对文件是否完整；确认无误的加 --force", "Check that it is whole; else add --force")),
    "law.decoded": Sentence("按 {encoding} 解码", "Decoded as {encoding}"),
    "law.not_loaded": Sentence(
      "没有载入 {pack} 的原文", "No official text of {pack} is loaded",
      remedy: ("dossier law load {pack} 文件", "dossier law load {pack} FILE")),
    "law.damaged": Sentence(
      "{pack} 的原文与其校验值不符", "The official text of {pack} does not match its hash",
      remedy: ("重新载入：dossier law load {pack} 文件", "Load it again: dossier law load {pack} FILE")),
    "law.no_such_article": Sentence(
      "{pack} 没有条款 {key}", "{pack} has no article {key}",
      remedy: ("现有：{known}", "There are: {known}")),
  ]
}
