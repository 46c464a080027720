import Quantities
import RuleDrafting
import RulePacks

/// What the check of one pack or notice came to.
struct PackOutcome {
  /// The pack, the notice, or the folder that was named.
  let id: String
  /// The figures; nil where it could not be read.
  let report: PackReport?
  /// What was found.
  let problems: [Problem]

  /// One that was read and checked.
  init(_ id: String, _ report: PackReport) {
    self.id = id
    self.report = report
    problems = report.problems
  }

  /// One that cannot be read.
  init(_ id: String, unreadable problems: [Problem]) {
    self.id = id
    report = nil
    self.problems = problems
  }

  /// Whether nothing speaks against its use.
  var isSound: Bool { report?.isSound ?? false }

  /// The figures for scripts.
  func json(_ speech: Speech) -> JSON {
    let found: JSON = .list(problems.map(speech.json))
    guard let report else {
      return [
        "pack": .text(id), "ok": false, "articles": 0, "covered": 0, "conditions": 0,
        "procedures": 0, "stages": 0, "actions": 0, "paths": 0, "problems": found,
      ]
    }
    return [
      "pack": .text(id), "ok": .flag(report.isSound), "articles": JSON(report.articles),
      "covered": JSON(report.covered),
      "uncovered": .list(
        report.uncovered.map { ["article": .text($0.key), "kind": .text($0.kind.rawValue)] }),
      "conditions": JSON(report.conditions), "procedures": JSON(report.procedures),
      "stages": JSON(report.stages), "actions": JSON(report.actions),
      "paths": JSON(report.paths), "paths_bounded": .flag(report.pathsAreBounded),
      "normative": JSON(report.normative),
      "normative_covered": JSON(report.normativeCovered),
      "judgement": JSON(report.judgements), "text": Self.json(report.text),
      "unused_facts": JSON(report.unusedFacts), "problems": found,
    ]
  }

  private static func json(_ text: PackReport.TextReport?) -> JSON {
    guard let text else { return .null }
    return [
      "figures": JSON(text.figures), "figures_found": JSON(text.figuresFound),
      "without_text": JSON(text.withoutText), "unlisted": JSON(text.unlisted),
    ]
  }

  /// The figures for people.
  func lines(_ speech: Speech) -> [String] {
    guard let report else {
      return [speech.text(zh: "\(id)：无法读取", en: "\(id): cannot be read")]
    }
    let more = report.pathsAreBounded ? "+" : ""
    var lines = [
      speech.text(
        zh: """
          \(id)：\(report.isSound ? "检查通过" : "检查未通过")
          规范性条款 \(report.normativeCovered)/\(report.normative) 被引用（全部条款 \
          \(report.covered)/\(report.articles)，须由人判断的 \(report.judgements.count) 条）
          条件 \(report.conditions)，程序 \
          \(report.procedures)，环节 \(report.stages)，办理事项 \(report.actions)，路径 \
          \(report.paths)\(more)
          """,
        en: """
          \(id): \(report.isSound ? "sound" : "not sound")
          \(report.normativeCovered) of \(report.normative) normative articles cited \
          (\(report.covered) of all \(report.articles); \(report.judgements.count) need a person's \
          judgement)
          \(report.conditions) conditions, \
          \(report.procedures) procedures, \(report.stages) stages, \(report.actions) actions, \
          \(report.paths)\(more) paths
          """)
    ]
    lines.append(figures(report.text, speech))
    lines += report.uncovered.map { article in
      let kind = article.kind.rawValue
      return speech.text(
        zh: "  未引用 \(article.key)（\(kind)）", en: "  not cited: \(article.key) (\(kind))")
    }
    return lines
  }

  private func figures(_ text: PackReport.TextReport?, _ speech: Speech) -> String {
    guard let text else {
      return speech.text(
        zh: "未核对原文（--text FILE）", en: "Not compared with the official text (--text FILE)")
    }
    return speech.text(
      zh: """
        数字 \(text.figuresFound)/\(text.figures) 见于所引条文原文；原文缺 \(text.withoutText.count) 条，\
        数据未列 \(text.unlisted.count) 条
        """,
      en: """
        \(text.figuresFound) of \(text.figures) figures stand in the articles cited; \
        \(text.withoutText.count) articles without a text, \(text.unlisted.count) not listed
        """)
  }
}
