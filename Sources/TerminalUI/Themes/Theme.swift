/// How many colours the terminal has.
package enum ColourDepth: Sendable, Hashable {
  case mono, basic8, basic16, full256

  /// The depth for a number of colours; `NO_COLOR` in the environment (even if empty) means mono.
  package init(colours: Int, noColour: Bool) {
    if noColour || colours < 8 {
      self = .mono
    } else if colours < 16 {
      self = .basic8
    } else {
      self = colours < 256 ? .basic16 : .full256
    }
  }
}

/// Colours and attributes of a cell, ready for the terminal.
package struct Look: Sendable, Hashable {
  /// Number of the text's colour; nil is the terminal's own.
  package var foreground: UInt8?
  /// Number of the ground's colour; nil is the terminal's own.
  package var background: UInt8?
  /// Attributes.
  package var attributes: Attributes

  /// Makes a look.
  package init(
    foreground: UInt8? = nil, background: UInt8? = nil, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

/// How one role looks at each depth.
package struct RoleLook: Sendable, Hashable {
  /// With 256 colours.
  package var full = Look()
  /// With 16 colours (0–15); terminals with 8 show 8–15 bold.
  package var basic = Look()
  /// Without colours.
  package var mono: Attributes = []
}

/// The looks of all roles.
package struct Theme: Sendable, Hashable {
  /// The name, which is also that of the file.
  package let name: String
  /// Title by language code (`zh`, `en`).
  package let titles: [String: String]
  /// One look a role, by the role's raw value.
  let looks: [RoleLook]

  /// The look of a role at all depths.
  package subscript(role: Role) -> RoleLook { looks[Int(role.rawValue)] }

  /// The look of a style: the role's text on the ground asked for, and all attributes together.
  package func look(of style: Style, depth: ColourDepth) -> Look {
    var look = look(of: style.role, depth: depth)
    if let ground = style.ground {
      let below = self.look(of: ground, depth: depth)
      look.background = below.background
      // A colour that cannot be read on that ground gives way to the one that belongs there.
      if !Self.isLegible(look) { look.foreground = below.foreground }
      look.attributes.formUnion(below.attributes)
    }
    look.attributes.formUnion(style.attributes)
    return look
  }

  private static func isLegible(_ look: Look) -> Bool {
    guard let ground = look.background else { return true }
    return look.foreground.map { Contrast.ratio($0, ground) >= Contrast.least } ?? false
  }

  private func look(of role: Role, depth: ColourDepth) -> Look {
    let looks = self[role]
    switch depth {
    case .full256: return looks.full
    case .basic16: return looks.basic
    case .mono: return Look(attributes: looks.mono)
    case .basic8:
      var look = looks.basic
      if let bright = look.foreground, bright >= 8 {
        look.foreground = bright - 8
        if look.background != bright - 8 { look.attributes.insert(.bold) }
      }
      look.background = look.background.map { $0 & 7 }
      return look
    }
  }
}
