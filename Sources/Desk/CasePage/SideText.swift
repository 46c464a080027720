import Casework
import Quantities
import RulePacks
import TerminalUI
import Wording

/// What can be done with a case now, and what cannot yet, each with its article.
struct SideText {
  let folder: CaseFolder
  let offers: [ActionOffer]
  let circumstances: Circumstances

  /// Draws the pane; an offer answers to the mouse and to its digit.
  func draw(into frame: inout Frame, _ rect: Rect) {
    var body = rect
    let able = offers.count { $0.isAllowed }
    let reasons = offers.indices.map { reason(of: $0, frame.widths, rect.columns) }
    let labels = offers.indices.map { label(of: $0, frame.widths, rect.columns) }
    let needed = (labels + reasons).reduce(3) { $0 + $1.count }
    let isRoomy = needed <= rect.rows
    let most = isRoomy ? Int.max : Self.leastReasonRows
    heading(
      able == 0
        ? circumstances.say(zh: "现在没有可办的事", en: "Nothing can be done now")
        : circumstances.say(zh: "现在可办", en: "Can be done"), into: &frame, &body)
    for (index, offer) in offers.enumerated() {
      if index == able {
        _ = body.takeTop(able == 0 || body.rows < 8 ? 0 : 1)
        heading(circumstances.say(zh: "暂不可办", en: "Not yet"), into: &frame, &body)
      }
      guard body.rows > 1 || index == offers.count - 1 else {
        let more = circumstances.say(
          zh: "  另有 \(offers.count - index) 项（a）", en: "  \(offers.count - index) more (a)")
        frame.put(more, at: body.origin, style: Style(.dim), maxWidth: body.columns)
        return
      }
      draw(offer, index, isRoomy ? labels[index] : [], into: &frame, &body)
      draw(reasons[index], most, of: index, into: &frame, &body)
    }
  }

  private func heading(_ text: String, into frame: inout Frame, _ body: inout Rect) {
    let line = body.takeTop(1)
    guard !line.isEmpty else { return }
    frame.put(text, at: line.origin, style: Style(.title), maxWidth: line.columns)
  }

  private func draw(
    _ offer: ActionOffer, _ index: Int, _ lines: [Substring], into frame: inout Frame,
    _ body: inout Rect
  ) {
    let line = body.takeTop(1)
    guard !line.isEmpty else { return }
    let language = circumstances.language
    frame.put(
      index < 9 ? "\(index + 1)" : "·", at: Position(line.row, line.column + 1),
      style: Style(offer.isAllowed ? .key : .disabled))
    let cite = offer.cites.first ?? ""
    let room = room(of: offer, frame.widths, line.columns)
    var text = lines.first.map { String($0) } ?? offer.label[language]
    let target = (circumstances.isPlain ? " -> " : " → ") + offer.toLabel[language]
    if lines.count < 2, offer.isAllowed, !isStaying(offer),
      frame.widths.columns(of: text + target) <= room
    {
      text += target
    }
    frame.put(
      text, at: Position(line.row, line.column + 3),
      style: Style(offer.isAllowed ? .text : .dim), maxWidth: room)
    if !cite.isEmpty {
      frame.put(
        cite, at: Position(line.row, line.right - frame.widths.columns(of: cite)),
        style: Style(.cite))
    }
    frame.hit(line, id: Region.offer.id(index))
    for more in lines.dropFirst() {
      let below = body.takeTop(1)
      frame.put(
        String(more), at: Position(below.row, below.column + 3),
        style: Style(offer.isAllowed ? .text : .dim), maxWidth: below.columns - 3)
      frame.hit(below, id: Region.offer.id(index))
    }
  }

  /// The columns that an action has beside its number and its article.
  private func room(of offer: ActionOffer, _ widths: WidthRule, _ columns: Int) -> Int {
    let cite = offer.cites.first ?? ""
    return columns - 3 - (cite.isEmpty ? 0 : widths.columns(of: cite) + 1)
  }

  /// The rows of an action's name.
  private func label(of index: Int, _ widths: WidthRule, _ columns: Int) -> [Substring] {
    let offer = offers[index]
    return widths.wrap(
      offer.label[circumstances.language], to: max(8, room(of: offer, widths, columns)))
  }

  /// Why it cannot be done, under it; what has no room is cut off on the last of its rows.
  private func draw(
    _ reason: [Substring], _ most: Int, of index: Int, into frame: inout Frame,
    _ body: inout Rect
  ) {
    for (row, text) in reason.prefix(most).enumerated() where body.rows > 1 {
      let below = body.takeTop(1)
      let isCut = row == most - 1 && reason.count > most
      frame.put(
        isCut
          ? reason[row...].joined(separator: circumstances.language == .zh ? "" : " ")
          : String(text),
        at: Position(below.row, below.column + 3),
        style: Style(offers[index].refusals.isEmpty ? .dim : .refusal),
        maxWidth: below.columns - 3)
      frame.hit(below, id: Region.offer.id(index))
    }
  }

  /// The most rows that a reason takes where not all have room; the dialog of the action has it
  /// whole.
  private static let leastReasonRows = 2

  /// The rows of a reason under its action.
  private func reason(of index: Int, _ widths: WidthRule, _ columns: Int) -> [Substring] {
    guard !isSharedWithNext(index) else { return [] }
    let wording = circumstances.wording(under: folder.pack)
    let refusal = offers[index].refusals.first.map { wording.message(for: $0) }
    guard let remark = refusal ?? wording.agreements(of: offers[index]) else { return [] }
    return widths.wrap(remark, to: columns - 3)
  }

  /// Whether the next action is refused for the same reason, which then stands once, below both.
  private func isSharedWithNext(_ index: Int) -> Bool {
    index + 1 < offers.count && !offers[index + 1].isAllowed
      && offers[index + 1].refusals.first == offers[index].refusals.first
  }

  private func isStaying(_ offer: ActionOffer) -> Bool {
    guard let proceeding = offer.proceeding.flatMap(folder.state.proceeding) else { return false }
    return proceeding.stage == offer.to
  }
}
