import CNcurses

extension CursesTerminal {
  /// The event in our words; nil for what means nothing to us.
  func translated(_ event: cn_event) -> InputEvent? {
    switch event.kind {
    case CN_CHARACTER: return Self.key(scalar: event.code, event.modifiers).map(InputEvent.key)
    case CN_KEY: return Self.key(named: event).map(InputEvent.key)
    case CN_MOUSE: return Self.mouse(event)
    case CN_RESIZE: return .resize(size)
    case CN_PASTE_BEGIN: return .paste(pasted())
    case CN_FOCUS_IN: return .focus(true)
    case CN_FOCUS_OUT: return .focus(false)
    case CN_WOKEN: return .woken
    default: return nil
    }
  }

  static func key(scalar: UInt32, _ modifiers: UInt32) -> Key? {
    let held = Key.Modifiers(rawValue: UInt8(truncatingIfNeeded: modifiers))
    switch scalar {
    case 9: return Key(.tab, held)
    case 10, 13: return Key(.enter, held)
    case 27: return Key(.escape, held)
    case 8, 127: return Key(.backspace, held)
    case 0: return Key(.character(" "), held.union(.control))
    case 1...26:
      return Unicode.Scalar(scalar + 96).map {
        Key(.character(Character($0)), held.union(.control))
      }
    case 28...31:
      return Unicode.Scalar(scalar + 64).map {
        Key(.character(Character($0)), held.union(.control))
      }
    default: return Unicode.Scalar(scalar).map { Key(.character(Character($0)), held) }
    }
  }

  private static let named: [UInt32: Key.Code] = [
    CN_UP.rawValue: .up, CN_DOWN.rawValue: .down, CN_LEFT.rawValue: .left,
    CN_RIGHT.rawValue: .right, CN_HOME.rawValue: .home, CN_END.rawValue: .end,
    CN_PAGE_UP.rawValue: .pageUp, CN_PAGE_DOWN.rawValue: .pageDown,
    CN_INSERT.rawValue: .insert, CN_DELETE.rawValue: .delete,
    CN_BACKSPACE.rawValue: .backspace, CN_ENTER.rawValue: .enter,
  ]

  private static func key(named event: cn_event) -> Key? {
    let held = Key.Modifiers(rawValue: UInt8(truncatingIfNeeded: event.modifiers))
    if event.code == CN_BACKTAB.rawValue { return Key(.tab, held.union(.shift)) }
    if event.code > CN_F0.rawValue {
      return Key(.function(Int(event.code - CN_F0.rawValue)), held)
    }
    return named[event.code].map { Key($0, held) }
  }

  private static func mouse(_ event: cn_event) -> InputEvent? {
    let action: MouseEvent.Action
    switch event.action {
    case CN_PRESS: action = .press
    case CN_RELEASE: action = .release
    case CN_DOUBLE: action = .doubleClick
    case CN_WHEEL_UP: action = .wheelUp
    case CN_WHEEL_DOWN: action = .wheelDown
    default: return nil
    }
    return .mouse(
      MouseEvent(
        action, button: Int(event.button), at: Position(Int(event.row), Int(event.column)),
        modifiers: Key.Modifiers(rawValue: UInt8(truncatingIfNeeded: event.modifiers))))
  }

  /// Everything up to the end of the paste; a terminal that forgets the end is not waited for.
  private func pasted() -> String {
    var text = String.UnicodeScalarView()
    var afterReturn = false
    while true {
      let event = cn_next(500)
      switch event.kind {
      case CN_CHARACTER:
        guard let scalar = Unicode.Scalar(event.code) else { continue }
        if scalar != "\n" || !afterReturn { text.append(scalar == "\r" ? "\n" : scalar) }
        afterReturn = scalar == "\r"
      case CN_NONE, CN_PASTE_END: return String(text)
      default: continue
      }
    }
  }
}
