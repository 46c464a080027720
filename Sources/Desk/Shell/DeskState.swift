package import TerminalUI

/// The desk as it is: panes, message, drafts.
///
/// A value; ``Desk/update(_:_:)`` alone changes it.
package struct DeskState: Sendable {
  /// What every pane may know.
  package var circumstances: Circumstances
  /// The panes, the queue at the bottom.
  package internal(set) var panes: [any DeskPane]
  /// The message that shows, and until when.
  package internal(set) var toast: ShownToast?
  /// What was typed and not used, by key.
  package internal(set) var drafts: [String: Draft] = [:]
  /// When drafts are to be written next.
  var draftsDueAt: Int64?
  /// Whether the program ends.
  package internal(set) var isDone = false
  /// Whether drafts that cannot be kept hold the person back who is about to leave.
  var staysForDrafts = false
  /// Whether the person has asked to leave before, and knows what that costs.
  var hasLeft = false
  /// Whether the picture has to be drawn again; the runner resets it.
  package var needsDrawing = true

  /// A desk with its first pane.
  package init(_ circumstances: Circumstances, first pane: any DeskPane = QueuePane()) {
    self.circumstances = circumstances
    panes = [pane]
  }

  /// The pane on top.
  package var top: (any DeskPane)? { panes.last }

  /// The key contexts in force, the innermost first.
  package var contexts: [KeyContext] { top?.contexts ?? [DeskKeymap.everywhere] }

  /// How long the runner may wait for input, in milliseconds; nil for ever.
  package func patience(at now: Int64) -> Int? {
    let moments = panes.compactMap(\.wakesAt) + [toast?.until, draftsDueAt].compactMap { $0 }
    return moments.min().map { Int(max(0, $0 - now)) }
  }
}

/// A message over the screen, and when it goes.
package struct ShownToast: Sendable, Hashable {
  /// The message.
  package var toast: Toast
  /// When it goes, in milliseconds since 1970-01-01 UTC.
  package var until: Int64

  /// How long a message stays, in milliseconds.
  static let duration: Int64 = 6_000
}
