package import Quantities
import RulePacks

/// Reads an official text as it was published, with its page marks and broken lines.
package enum OfficialTextReader {
  /// Reads a text.
  ///
  /// - Throws: `law.empty`, and `law.no_articles` where nothing in it is counted.
  package static func read(_ text: String, file: String? = nil) throws(Problem) -> OfficialText {
    guard text.unicodeScalars.contains(where: { !LawTextCleaning.isBlank($0) }) else {
      throw Problem("law.empty", at: Problem.Place(file: file))
    }
    var reading = LawTextReading(text)
    guard reading.run() else {
      throw Problem(
        "law.no_articles", at: Problem.Place(file: file), ["lines": "\(reading.lineCount)"])
    }
    return reading.result
  }
}

/// The walk through the lines of a text.
struct LawTextReading {
  /// A line with its number in the file.
  private struct Line {
    let number: Int
    let text: String
    let isIndented: Bool
  }

  /// A passage while its lines are being gathered.
  private struct Draft {
    var path: [String]
    var mark: String
    var line: Int
    var paragraphs: [String]
  }

  private let lines: [Line]
  private let width: Int
  private let form: OfficialText.Form
  private var drafts: [Draft] = []
  private var head: [String] = []
  /// Whether what comes next belongs to no passage: a list of annexes, a signature.
  private var isBetween = true
  private var article = 0
  private var annex = 0
  private var isInAnnex = false
  private var counters: [(style: LawTextMark.Style, number: Int)] = []
  private var base: [String] = []
  private var lastLength = 0

  /// How many lines have something on them.
  var lineCount: Int { lines.count }

  init(_ text: String) {
    var lines: [Line] = []
    // A form feed ends a page and a line.
    let raw = text.split(omittingEmptySubsequences: false) { $0.isNewline || $0 == "\u{0C}" }
    for (index, piece) in raw.enumerated() {
      guard let line = LawTextCleaning.line(piece), !line.isEmpty else { continue }
      let blanks = piece.unicodeScalars.prefix(while: LawTextCleaning.isBlank)
      let isIndented = blanks.count >= 2 || blanks.contains("\u{3000}")
      lines.append(Line(number: index + 1, text: line, isIndented: isIndented))
    }
    self.lines = lines
    width = lines.reduce(0) { max($0, $1.text.count) }
    let hasArticles = lines.contains { line in
      if case .article(1, _, true, _) = LawTextHeading(line.text) { return true }
      return false
    }
    form = hasArticles ? .articles : .parts
  }

  /// Takes the text apart; false where nothing in it is counted.
  mutating func run() -> Bool {
    for line in lines { take(line) }
    return !drafts.isEmpty
  }

  /// What was read.
  var result: OfficialText {
    var printed: [String: Int] = [:]
    for draft in drafts where draft.path.count == 1 { printed[draft.path[0], default: 0] += 1 }
    var seen: [String: Int] = [:]
    let passages = drafts.map { draft -> OfficialText.Passage in
      var path = draft.path
      if printed[path[0], default: 0] > 1 {
        if path.count == 1 { seen[path[0], default: 0] += 1 }
        let letter = UnicodeScalar(UInt8(min(25, seen[path[0], default: 1] - 1)) + 0x61)
        path[0] += String(Character(letter))
      }
      return OfficialText.Passage(
        key: path.joined(separator: "."), mark: draft.mark,
        text: draft.paragraphs.map(LawTextCleaning.cleaned).joined(separator: "\n"),
        line: draft.line)
    }
    let head = LawTextCleaning.cleaned(
      LawTextCleaning.compact(head.joined()))
    return OfficialText(
      form: form, title: Self.title(in: head, lines: self.head), head: head, passages: passages)
  }

  // MARK: Lines

  private mutating func take(_ line: Line) {
    if let heading = LawTextHeading(line.text), take(heading, line) { return }
    if Self.isImprint(line.text) {
      isBetween = true
      return
    }
    if Self.isDate(line.text) {
      dropSignature()
      if drafts.isEmpty { head.append(line.text) }
      isBetween = true
      return
    }
    if let mark = LawTextMark(line.text), take(mark, line) { return }
    guard !isBetween, let last = drafts.indices.last else {
      if drafts.isEmpty { head.append(line.text) }
      return
    }
    append(line, to: last)
  }

  /// Takes a heading; false where the line is no heading after all.
  private mutating func take(_ heading: LawTextHeading, _ line: Line) -> Bool {
    switch heading {
    case .article(let number, let printed, let isSetOff, let rest):
      guard form == .articles, !isInAnnex else { return false }
      let isNext = number == article + 1
      guard isSetOff ? number >= article : isNext && isAfterSentence else { return false }
      article = number
      open([String(number)], printed, rest, line)
      return true
    case .chapter:
      guard form == .articles, !isInAnnex else { return false }
      isBetween = true
      return true
    case .annex(let number, let printed):
      // Before the first article it is the regulation itself that is annexed to a notice.
      guard !drafts.isEmpty else { return true }
      annex = number ?? annex + 1
      isInAnnex = true
      open(["A\(annex)"], printed, "", line)
      return true
    case .annexList:
      guard !drafts.isEmpty else { return false }
      isBetween = true
      return true
    }
  }

  /// Takes the mark of an item or a part; false where the count goes otherwise.
  private mutating func take(_ mark: LawTextMark, _ line: Line) -> Bool {
    if form == .parts, !isInAnnex, mark.style == .chinese {
      guard mark.number == article + 1 else { return false }
      article = mark.number
      open([String(mark.number)], mark.printed, mark.rest, line)
      return true
    }
    guard !isBetween, !base.isEmpty else { return false }
    if let depth = counters.firstIndex(where: { $0.style == mark.style }) {
      guard mark.number == counters[depth].number + 1 else { return false }
      counters.removeSubrange((depth + 1)...)
      counters[depth].number = mark.number
    } else {
      guard mark.number == 1 else { return false }
      counters.append((mark.style, 1))
    }
    begin(base + counters.map { String($0.number) }, mark.printed, mark.rest, line)
    return true
  }

  // MARK: Passages

  private mutating func open(
    _ path: [String], _ printed: String, _ rest: String, _ line: Line
  ) {
    isBetween = false
    base = path
    counters = []
    begin(path, printed, rest, line)
  }

  private mutating func begin(
    _ path: [String], _ printed: String, _ rest: String, _ line: Line
  ) {
    drafts.append(
      Draft(path: path, mark: printed, line: line.number, paragraphs: rest.isEmpty ? [] : [rest]))
    lastLength = line.text.count
  }

  private mutating func append(_ line: Line, to index: Int) {
    let last = drafts[index].paragraphs.last ?? ""
    if last.isEmpty || isParagraph(line, after: last) {
      drafts[index].paragraphs.append(line.text)
    } else {
      drafts[index].paragraphs[drafts[index].paragraphs.count - 1] =
        LawTextCleaning.joined(last, line.text)
    }
    lastLength = line.text.count
  }

  /// Whether a line begins a paragraph: the one before ended a sentence, and did so before the
  /// margin, or this one is set in; or it is the title of a part.
  private func isParagraph(_ line: Line, after last: String) -> Bool {
    if let draft = drafts.last, draft.mark.hasSuffix("、"), draft.mark.first?.isASCII == false,
      draft.paragraphs.count == 1, !last.contains(where: { "。，；：".contains($0) })
    {
      return true
    }
    guard let end = last.last, "。；：！？;:".contains(end) else { return false }
    return width > 60 || line.isIndented || line.text.hasPrefix("——")
      || lastLength * 10 < width * 7
  }

  private var isAfterSentence: Bool {
    guard !isBetween, let last = drafts.last?.paragraphs.last?.last else { return true }
    return "。；：".contains(last)
  }

  /// The name of the office above a date is no part of the last passage.
  private mutating func dropSignature() {
    guard !isBetween, let index = drafts.indices.last,
      let last = drafts[index].paragraphs.last, last.count <= 30,
      !last.contains(where: { "。，；：、".contains($0) })
    else { return }
    drafts[index].paragraphs.removeLast()
  }

  // MARK: What frames a document

  /// The line at the foot of the last page, and the note on publication.
  private static func isImprint(_ text: String) -> Bool {
    let compact = LawTextCleaning.compact(text)
    if compact.hasSuffix("印发"), compact.contains("年"), compact.contains("月") { return true }
    return compact.count < 20
      && ["（此件", "(此件", "（此页", "(此页"].contains { compact.hasPrefix($0) }
  }

  /// A line that is a full date and nothing else.
  private static func isDate(_ text: String) -> Bool {
    let compact = LawTextCleaning.compact(text)
    guard compact.hasSuffix("日"), compact.count >= 8, compact.count <= 11 else { return false }
    let parts = compact.dropLast().split { "年月".contains($0) }
    return parts.count == 3 && parts[0].count == 4
      && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
  }

  /// The title that a document gives itself: what a notice issues, else the first line that ends
  /// like one.
  private static func title(in head: String, lines: [String]) -> String? {
    for word in ["印发《", "发布《", "公布《"] {
      guard let start = head.firstRange(of: word)?.upperBound,
        let end = head[start...].firstIndex(of: "》")
      else { continue }
      return String(head[start..<end])
    }
    var joined = ""
    for line in lines.prefix(8) {
      joined += LawTextCleaning.compact(line)
      if ["办法", "通知", "指引", "细则", "规定", "意见", "方案", "指南"].contains(
        where: joined.hasSuffix)
      {
        return LawTextCleaning.cleaned(joined)
      }
      if joined.contains("：") || joined.contains("。") { joined = "" }
    }
    return nil
  }
}
