import Casework
import Quantities
import RulePacks
import Wording

/// What `--plain` prints: whole sentences, a line each, for screen readers and for reading aloud.
///
/// No columns, no boxes, no signs, no escape codes: what a table shows by its place is said.
struct Prose {
  /// How sentences are made.
  let speech: Speech

  /// Sentences so made.
  init(_ speech: Speech) { self.speech = speech }

  func text(_ zh: String, _ en: String) -> String { speech.text(zh: zh, en: en) }

  /// Parts of a sentence, those left out that say nothing, with its full stop.
  func sentence(_ parts: [String?]) -> String {
    ended(parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: text("，", ", ")))
  }

  /// A sentence with its full stop.
  func ended(_ text: String) -> String {
    var text = text
    while text.last?.isWhitespace == true { text.removeLast() }
    guard let last = text.last, !"。.！!？?：:；;".contains(last) else { return text }
    return text + self.text("。", ".")
  }

  /// What is called so, and what it is.
  func pair(_ label: String, _ value: String?) -> String? {
    guard let value, !value.isEmpty, value != "—" else { return nil }
    return label + text("：", ": ") + value
  }

  /// A heading before some sentences; nothing where there are none.
  func section(_ title: String, _ sentences: [String]) -> [String] {
    sentences.isEmpty ? [] : [title + text("：", ":")] + sentences
  }

  /// Arrows and signs that screen readers spell out, in words.
  func spoken(_ line: String) -> String {
    line.replacing(" → ", with: text("，转到", ", to ")).replacing("→", with: text("到", "to"))
      .replacing("≥", with: text("不低于", "at least")).replacing("≤", with: text("不超过", "at most"))
      .replacing("–", with: text("至", "to"))
  }

  /// Which case it is, and where it stands.
  func heading(_ state: CaseState) -> String {
    sentence([
      text("案卷 ", "Case ") + state.name, state.text("name"),
      state.main.map {
        let stage = speech.wording.stage($0.stage, of: $0.procedure)
        return text("现处\(stage)环节", "at \(stage)")
      },
    ])
  }

  /// A refusal, and what mends it.
  func sentences(for refusal: Refusal) -> [String] {
    let remedy = speech.wording.remedy(for: refusal, case: speech.caseName)
    return [ended(spoken(speech.wording.line(for: refusal)))]
      + (remedy.map { [ended(text("办法：", "Remedy: ") + $0)] } ?? [])
  }
}

extension TextTable {
  /// Each row as a sentence that names its columns; empty cells are left out.
  func sentences(_ prose: Prose) -> [String] {
    rows.map { row in
      let cells = zip(columns, row).compactMap { column, cell in
        column.title.isEmpty ? (cell.isEmpty ? nil : cell) : prose.pair(column.title, cell)
      }
      return prose.spoken(prose.sentence(cells))
    }
  }
}
