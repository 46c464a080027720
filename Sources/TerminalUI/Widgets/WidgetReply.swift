/// What a widget did with an event.
package enum WidgetReply: Sendable, Hashable {
  /// Nothing: the event is for somebody else.
  case ignored
  /// Something moved, but the value is the same.
  case moved
  /// The value changed.
  case changed
  /// Enter: the value is confirmed.
  case submitted
  /// Escape: the value is given up.
  case cancelled
}
