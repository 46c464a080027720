/// A terminal in memory: it keeps the frames and plays the events that it is given.
package final class MemoryTerminal: Terminal {
  /// Rows and columns; set them to play a resize.
  package var size: Size
  /// Number of colours.
  package let depth: ColourDepth
  /// How text is measured.
  package private(set) var widths: WidthRule
  /// How long a lone Escape was last told to wait, in milliseconds.
  package private(set) var escapeDelay: Int?
  /// Every frame that was shown.
  package private(set) var frames: [Frame] = []
  /// Cells that each frame changed against the one before.
  package private(set) var changes: [Int] = []
  /// Events still to come.
  package var events: [InputEvent]
  /// What was copied, run, and how often the terminal was left and rung.
  package private(set) var copied: [String] = []
  /// The commands that were handed the terminal.
  package private(set) var commands: [[String]] = []
  /// How often the program was suspended.
  package private(set) var suspensions = 0
  /// How often it rang.
  package private(set) var bells = 0
  /// Whether it was stopped.
  package private(set) var stopped = false
  private var drawn = FrameDifference()

  /// Makes a terminal of a size, with events to play.
  package init(
    size: Size = Size(rows: 24, columns: 80), depth: ColourDepth = .full256,
    widths: WidthRule = .narrow, events: [InputEvent] = []
  ) {
    self.size = size
    self.depth = depth
    self.widths = widths
    self.events = events
  }

  package func adopt(_ widths: WidthRule, escapeDelay milliseconds: Int) {
    self.widths = widths
    escapeDelay = milliseconds
  }

  package func show(_ frame: Frame, theme: Theme) {
    var changed = 0
    drawn.update(to: frame) { _, _, cells in changed += cells.count }
    changes.append(changed)
    frames.append(frame)
  }

  package func repaint() { drawn = FrameDifference() }

  package func next(waiting milliseconds: Int?) -> InputEvent? {
    guard !events.isEmpty else { return nil }
    let event = events.removeFirst()
    if case .resize(let size) = event { self.size = size }
    return event
  }

  package func suspend() { suspensions += 1 }

  package func handOff(to command: [String]) -> Int32 {
    commands.append(command)
    return 0
  }

  package func copy(_ text: String) { copied.append(text) }
  package func bell() { bells += 1 }
  package func stop() { stopped = true }

  /// The last frame as text; nil before the first.
  package var screen: FrameText? { frames.last.map(FrameText.init) }
}
