/// What the mouse did.
package struct MouseEvent: Sendable, Hashable {
  /// The kinds of things a mouse does.
  package enum Action: Sendable, Hashable {
    /// A button went down, came up, or went down twice at one place.
    case press, release, doubleClick
    /// The wheel turned by one notch.
    case wheelUp, wheelDown
  }

  /// What it did.
  package var action: Action
  /// 1 left, 2 middle, 3 right; 0 for the wheel.
  package var button: Int
  /// Where it was.
  package var position: Position
  /// What was held with it.
  package var modifiers: Key.Modifiers

  /// Makes an event.
  package init(
    _ action: Action, button: Int = 1, at position: Position, modifiers: Key.Modifiers = []
  ) {
    self.action = action
    self.button = button
    self.position = position
    self.modifiers = modifiers
  }
}

/// What came from the terminal.
package enum InputEvent: Sendable, Hashable {
  /// A key.
  case key(Key)
  /// The mouse.
  case mouse(MouseEvent)
  /// A pasted text, in one piece; its line ends are `\n`.
  case paste(String)
  /// The terminal's window got or lost the focus.
  case focus(Bool)
  /// The screen has a new size.
  case resize(Size)
  /// The connection was lost (SIGHUP): save the draft and leave without drawing.
  case hangup
  /// Somebody asked the program to end (SIGTERM): save the draft and leave.
  case terminate
  /// Another thread called ``CursesTerminal/wake()``.
  case woken
}
