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
    let wording = circumstances.wording(under: folder.pack)
    var body = rect
    let able = offers.count { $0.isAllowed }
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
      draw(offer, index, into: &frame, &body, wording)
    }
  }

  private func heading(_ text: String, into frame: inout Frame, _ body: inout Rect) {
    let line = body.takeTop(1)
    guard !line.isEmpty else { return }
    frame.put(text, at: line.origin, style: Style(.title), maxWidth: line.columns)
  }

  private func draw(
    _ offer: ActionOffer, _ index: Int, into frame: inout Frame, _ body: inout Rect,
    _ wording: Wording
  ) {
    let line = body.takeTop(1)
    guard !line.isEmpty else { return }
    let language = circumstances.language
    frame.put(
      index < 9 ? "\(index + 1)" : "·", at: Position(line.row, line.column + 1),
      style: Style(offer.isAllowed ? .key : .disabled))
    let cite = offer.cites.first ?? ""
    let room = line.columns - 3 - (cite.isEmpty ? 0 : frame.widths.columns(of: cite) + 1)
    var text = offer.label[language]
    let target = (circumstances.isPlain ? " -> " : " → ") + offer.toLabel[language]
    if offer.isAllowed, !isStaying(offer), frame.widths.columns(of: text + target) <= room {
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
    guard !isSharedWithNext(index) else { return }
    let refusal = offer.refusals.first.map { wording.message(for: $0) }
    guard let remark = refusal ?? wording.agreements(of: offer) else { return }
    let why = frame.widths.wrap(remark, to: line.columns - 3)
    for (row, text) in why.prefix(Self.reasonRows).enumerated() where body.rows > 1 {
      let below = body.takeTop(1)
      let isCut = row == Self.reasonRows - 1 && why.count > Self.reasonRows
      frame.put(
        isCut
          ? why[row...].joined(separator: circumstances.language == .zh ? "" : " ") : String(text),
        at: Position(below.row, below.column + 3), style: Style(refusal == nil ? .dim : .refusal),
        maxWidth: below.columns - 3)
      frame.hit(below, id: Region.offer.id(index))
    }
  }

  /// The most rows that a reason takes; the dialog of the action has it whole.
  private static let reasonRows = 2

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
