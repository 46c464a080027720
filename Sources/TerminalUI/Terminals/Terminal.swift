/// What the desk draws on and listens to: curses, or memory in tests.
package protocol Terminal: AnyObject {
  /// Rows and columns now.
  var size: Size { get }
  /// How many colours it has.
  var depth: ColourDepth { get }
  /// How it measures text.
  var widths: WidthRule { get }

  /// Measures text, and waits after a lone Escape, in another way from now on.
  func adopt(_ widths: WidthRule, escapeDelay milliseconds: Int)
  /// Shows a frame; only what changed since the last one is sent.
  func show(_ frame: Frame, theme: Theme)
  /// Sends every cell with the next frame (Ctrl-L, a new theme, after another program wrote).
  func repaint()
  /// The next event, waiting at most so many milliseconds (nil: for ever; 0: not at all).
  func next(waiting milliseconds: Int?) -> InputEvent?

  /// Leaves the screen, stops the program as Ctrl-Z does, and comes back when it is continued.
  func suspend()
  /// Leaves the screen, runs a program on the terminal, comes back: its exit status, or 127.
  func handOff(to command: [String]) -> Int32
  /// Puts a text into the clipboard of the terminal (OSC 52).
  func copy(_ text: String)
  /// Rings.
  func bell()
  /// Leaves the screen for good. Call it before anything is written to standard error.
  func stop()
}
