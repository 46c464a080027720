package import TerminalUI

/// The queue.
package struct QueuePane: DeskPane {
  /// The queue as it opens.
  package init() {}

  package var contexts: [KeyContext] {
    [DeskKeymap.queue, DeskKeymap.list, DeskKeymap.screen, DeskKeymap.everywhere]
  }
  package var isOverlay: Bool { false }

  package mutating func take(
    _ input: DeskInput, in circumstances: Circumstances
  ) -> [DeskStep]? { nil }

  package func draw(
    into frame: inout Frame, _ area: Rect, in circumstances: Circumstances
  ) {}
}
