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
    var rest = Substring(source).unicodeScalars
    parts = Self.parts(&rest, isInner: false)
  }

  /// The text with its slots filled; nil where a slot has no value.
  func filled(_ value: (String, SlotForm?) -> String?) -> String {
    Self.filled(parts, value, lacking: "…") ?? ""
  }

  /// The names of all slots, with whether they may lack a value.
  var slots: [String] { Self.slots(parts) }

  private static func parts(_ rest: inout Substring.UnicodeScalarView, isInner: Bool) -> [Part] {
    var parts: [Part] = []
    func add(_ plain: Substring.UnicodeScalarView.SubSequence) {
      if !plain.isEmpty { parts.append(.plain(String(plain))) }
    }
    while let next = rest.firstIndex(where: { $0 == "{" || $0 == "⟨" || (isInner && $0 == "⟩") }) {
      let mark = rest[next]
      add(rest[..<next])
      rest = rest[rest.index(after: next)...]
      switch mark {
      case "{":
        let body = rest.prefix { $0 != "}" }
        rest = rest[body.endIndex...].dropFirst()
        let pieces = body.split(separator: ":", maxSplits: 1)
        parts.append(
          .slot(
            name: pieces.first.map { String($0) } ?? "",
            form: pieces.count > 1 ? SlotForm(rawValue: String(pieces[1])) : nil))
      case "⟨": parts.append(.optional(self.parts(&rest, isInner: true)))
      default: return parts
      }
    }
    add(rest)
    rest = rest[rest.endIndex...]
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
