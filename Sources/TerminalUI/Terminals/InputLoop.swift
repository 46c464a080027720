/// Reads events in bursts and draws once after each: the loop of a program in Elm's way.
///
///     var loop = InputLoop()
///     while !state.isDone {
///       loop.step(terminal, waiting: state.timer) { event in … return true when it must be drawn }
///       draw: { terminal.show(view(state), theme: theme) }
///     }
package struct InputLoop {
  /// The most events taken before something is drawn.
  package var burst: Int
  private var needsDrawing = true

  /// Makes a loop; the first step draws.
  package init(burst: Int = 64) { self.burst = burst }

  /// Asks for a drawing although no event came.
  package mutating func invalidate() { needsDrawing = true }

  /// Draws if something changed, waits for an event, and takes all that came with it.
  ///
  /// - Parameters:
  ///   - milliseconds: how long it waits; nil for ever.
  ///   - take: handles one event and says whether the picture changed.
  ///   - draw: shows the picture.
  /// - Returns: how many events were taken; 0 when the time ran out.
  @discardableResult
  package mutating func step(
    _ terminal: any Terminal, waiting milliseconds: Int?, take: (InputEvent) -> Bool,
    draw: () -> Void
  ) -> Int {
    if needsDrawing {
      needsDrawing = false
      draw()
    }
    var taken = 0
    var wait = milliseconds
    while taken < burst, let event = terminal.next(waiting: wait) {
      taken += 1
      wait = 0
      if case .resize = event { needsDrawing = true }
      if take(event) { needsDrawing = true }
      // After the end of the session there is nothing more to wait for.
      if event == .hangup || event == .terminate { break }
    }
    return taken
  }

  /// Stops the program as Ctrl-Z does and draws when it is continued.
  package mutating func suspend(_ terminal: any Terminal) {
    terminal.suspend()
    needsDrawing = true
  }

  /// Hands the terminal to another program, such as an editor, and draws afterwards.
  package mutating func handOff(_ terminal: any Terminal, to command: [String]) -> Int32 {
    needsDrawing = true
    return terminal.handOff(to: command)
  }
}
