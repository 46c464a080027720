/// The theme that is shown when none is chosen, so that the first frame reads no file.
extension Theme {
  /// Light text on a dark ground, the same as `themes/dark.yaml`.
  package static let dark = Theme(
    name: "dark", titles: ["zh": "深色", "en": "Dark"],
    looks: Role.allCases.map(darkLook))

  private static func darkLook(of role: Role) -> RoleLook {
    switch role {
    case .text: look((nil, nil), (nil, nil))
    case .dim: look((245, nil), (8, nil), mono: [.dim])
    case .strong: look((nil, nil), (nil, nil), attributes: [.bold], mono: [.bold])
    case .accent: look((80, nil), (14, nil), mono: [.bold])
    case .disabled: look((241, nil), (8, nil), mono: [.dim])
    case .title: look((nil, nil), (nil, nil), attributes: [.bold], mono: [.bold])
    case .header: look((255, 236), (15, nil), mono: [.bold])
    case .footer: look((246, nil), (7, nil))
    case .key: look((80, nil), (14, nil), attributes: [.bold], mono: [.bold])
    case .selection: look((231, 24), (15, 4), mono: [.reverse])
    case .selectionIdle: look((nil, 237), (7, nil), mono: [.underline])
    case .mark: look((222, nil), (11, nil), attributes: [.bold], mono: [.bold])
    case .match: look((16, 222), (0, 3), mono: [.reverse])
    case .ok: look((114, nil), (10, nil))
    case .info: look((110, nil), (12, nil))
    case .warning: look((221, nil), (11, nil), mono: [.bold])
    case .danger: look((210, nil), (9, nil), attributes: [.bold], mono: [.bold, .underline])
    case .paused: look((146, nil), (7, nil), mono: [.dim])
    case .judgement: look((183, nil), (13, nil), mono: [.bold])
    case .cite: look((109, nil), (6, nil))
    case .statute: look((187, nil), (7, nil))
    case .refusal: look((216, nil), (9, nil), mono: [.bold])
    case .practice: look((180, nil), (3, nil), attributes: [.italic], mono: [.underline])
    case .border: look((240, nil), (8, nil), mono: [.dim])
    case .borderFocused: look((80, nil), (14, nil), mono: [.bold])
    case .tab: look((246, nil), (7, nil))
    case .tabActive: look((231, 24), (15, 4), attributes: [.bold], mono: [.reverse])
    case .label: look((246, nil), (7, nil))
    case .field: look((nil, 236), (15, nil), mono: [.underline])
    case .fieldFocused: look((231, 238), (15, 4), mono: [.underline, .bold])
    case .placeholder: look((243, 236), (8, nil), mono: [.dim])
    case .button: look((252, 238), (7, nil))
    case .buttonFocused: look((16, 80), (0, 6), attributes: [.bold], mono: [.reverse])
    case .badge: look((109, nil), (6, nil))
    case .dialog: look((nil, 235), (15, 0))
    case .dialogTitle: look((231, 235), (15, 0), attributes: [.bold], mono: [.bold])
    case .menu: look((252, 237), (15, 0))
    case .toast: look((16, 114), (0, 2), mono: [.reverse])
    case .toastDanger: look((231, 124), (15, 1), attributes: [.bold], mono: [.reverse, .bold])
    case .scrollbar: look((238, nil), (8, nil), mono: [.dim])
    case .scrollThumb: look((246, nil), (7, nil), mono: [.bold])
    case .progress: look((238, nil), (8, nil), mono: [.dim])
    case .progressDone: look((80, nil), (14, nil), mono: [.bold])
    case .stepDone: look((114, nil), (10, nil))
    case .stepCurrent: look((231, 24), (15, 4), attributes: [.bold], mono: [.reverse])
    case .stepAhead: look((243, nil), (8, nil), mono: [.dim])
    }
  }

  private static func look(
    _ full: (UInt8?, UInt8?), _ basic: (UInt8?, UInt8?), attributes: Attributes = [],
    mono: Attributes = []
  ) -> RoleLook {
    RoleLook(
      full: Look(foreground: full.0, background: full.1, attributes: attributes),
      basic: Look(foreground: basic.0, background: basic.1, attributes: attributes), mono: mono)
  }
}
