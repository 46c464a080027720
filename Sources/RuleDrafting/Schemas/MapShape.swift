/// What may stand in a map of a pack's files: its keys, and what each of them takes.
///
/// The loader checks keys against shapes, and the schemas for editors are written from them: what
/// the one refuses, the other marks.
package struct MapShape: Hashable, Sendable {
  /// One key of a map.
  package struct Key: Hashable, Sendable {
    /// The key as files write it.
    package let name: String
    /// What it takes.
    package let value: ValueShape
    /// Whether the map is incomplete without it.
    package let isRequired: Bool
  }

  /// What the map describes, such as `condition`; names the shape in schemas.
  package let name: String
  /// The keys, in the order in which packs write them.
  package let keys: [Key]

  /// A map with keys of its own, those that it needs and those that it may have.
  package init(_ name: String, _ keys: [Key]) {
    self.name = name
    self.keys = keys
  }

  /// The keys that it may have.
  var names: [String] { keys.map(\.name) }
  /// The keys that it cannot do without.
  var required: [String] { keys.filter(\.isRequired).map(\.name) }
}

/// What stands under a key.
package indirect enum ValueShape: Hashable, Sendable {
  /// Any text; what YAML takes for a number or a truth is text too.
  case text
  /// Letters, digits, `-` and `_`.
  case identifier
  /// A text in Chinese and English.
  case bilingual
  /// `true` or `false`.
  case flag
  /// A whole number.
  case integer
  /// A day, written `2026-03-02`.
  case date
  /// An expression.
  case expression
  /// A name or a citation key.
  case name
  /// Several names: one text in which they are joined by `, `, or a list.
  case names
  /// One of some words.
  case option([String])
  /// Several of some words, in one text or a list.
  case options([String])
  /// A map with known keys.
  case map(MapShape)
  /// A list of things of one kind.
  case list(ValueShape)
  /// A map whose keys are names of the pack's own.
  case table(ValueShape)
  /// One of several kinds.
  case either([ValueShape])
  /// Facts: the keys are the vocabulary's.
  case facts
}

extension MapShape.Key {
  /// A key that the map needs.
  static func needs(_ name: String, _ value: ValueShape) -> MapShape.Key {
    MapShape.Key(name: name, value: value, isRequired: true)
  }

  /// A key that the map may have.
  static func may(_ name: String, _ value: ValueShape) -> MapShape.Key {
    MapShape.Key(name: name, value: value, isRequired: false)
  }
}

extension ValueShape {
  /// One of the raw values of an enumeration.
  static func option<Option: RawRepresentable & CaseIterable>(of type: Option.Type) -> ValueShape
  where Option.RawValue == String { .option(type.allCases.map(\.rawValue)) }

  /// Several raw values of an enumeration.
  static func options<Option: RawRepresentable & CaseIterable>(of type: Option.Type) -> ValueShape
  where Option.RawValue == String { .options(type.allCases.map(\.rawValue)) }

  /// The name of a type of values, `money` or `count person`.
  static var type: ValueShape { .option(YAMLReader.typeNames) }
}

extension YAMLReader {
  /// A map of a shape: none but its keys, and those that it cannot do without.
  mutating func map(_ node: YAMLNode, _ shape: MapShape) -> YAMLMap? {
    map(node, keys: shape.names, required: shape.required)
  }
}
