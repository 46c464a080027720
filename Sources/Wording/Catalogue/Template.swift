/// A sentence with named slots: `{name}`, or `{name:form}` for a slot put into words.
///
/// A part in ⟨ ⟩ is left out where one of its slots has no value.
struct Template: Hashable, Sendable {
  /// A part of a template.
  enum Part: Hashable, Sendable {
    case plain(String)
    case slot(name: String, form: SlotForm?)
    case optional([Part])
  }

  /// The parts, in order.
  let parts: [Part]

  /// Reads a template.
  init(_ source: String) {
    var rest = Substring(source)
    parts = Self.parts(&rest, isInner: false)
  }

  /// The text with its slots filled; nil where a slot has no value.
  func filled(_ value: (String, SlotForm?) -> String?) -> String {
    Self.filled(parts, value, lacking: "…") ?? ""
  }

  /// The names of all slots, with whether they may lack a value.
  var slots: [String] { Self.slots(parts) }

  private static func parts(_ rest: inout Substring, isInner: Bool) -> [Part] {
    var parts: [Part] = []
    var plain = ""
    func flush() {
      if !plain.isEmpty { parts.append(.plain(plain)) }
      plain = ""
    }
    while let character = rest.popFirst() {
      switch character {
      case "{":
        let body = rest.prefix { $0 != "}" }
        rest = rest.dropFirst(body.count + 1)
        let pieces = body.split(separator: ":", maxSplits: 1)
        flush()
        parts.append(
          .slot(
            name: String(pieces.first ?? ""),
            form: pieces.count > 1 ? SlotForm(rawValue: String(pieces[1])) : nil))
      case "⟨":
        flush()
        parts.append(.optional(self.parts(&rest, isInner: true)))
      case "⟩" where isInner:
        flush()
        return parts
      default: plain.append(character)
      }
    }
    flush()
    return parts
  }

  private static func filled(
    _ parts: [Part], _ value: (String, SlotForm?) -> String?, lacking: String?
  ) -> String? {
    var out = ""
    for part in parts {
      switch part {
      case .plain(let text): out += text
      case .slot(let name, let form):
        guard let text = value(name, form) ?? lacking else { return nil }
        out += text
      case .optional(let inner): out += filled(inner, value, lacking: nil) ?? ""
      }
    }
    return out
  }

  private static func slots(_ parts: [Part]) -> [String] {
    parts.flatMap { part -> [String] in
      switch part {
      case .plain: []
      case .slot(let name, _): [name]
      case .optional(let inner): slots(inner)
      }
    }
  }
}

/// How the value of a slot is put into words.
enum SlotForm: String, CaseIterable, Hashable, Sendable {
  case stage
  case stages
  case action
  case actions
  case procedure
  case proceeding
  case proceedings
  case inputs
  case fact
  case facts
  case roles
  case result
  case type
  case value
  case person
  case department
  case owner
  case owners
  case conditions
  case articles
  case material
  case kind
  case id
}
