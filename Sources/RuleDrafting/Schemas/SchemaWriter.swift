/// Writes the JSON Schema of a kind of file from the shapes that the loader checks.
struct SchemaWriter {
  private let root: MapShape
  private let fileName: String
  private let descriptions: [String: String]

  init(root: MapShape, fileName: String, describing: (String) -> String?) {
    self.root = root
    self.fileName = fileName
    var descriptions: [String: String] = [:]
    for shape in Self.shapes(in: root) {
      for key in shape.qualifiedKeys { descriptions[key] = describing(key) }
    }
    self.descriptions = descriptions
  }

  /// The schema's text, ending in a line break.
  var text: String {
    var definitions: [(String, SchemaText)] = []
    for shape in Self.shapes(in: root).dropFirst() {
      definitions.append((shape.name, schema(of: shape)))
    }
    definitions.append(("bilingual", Self.bilingual))
    var fields: [(String, SchemaText)] = [
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("$id", .text(fileName)), ("title", .text(root.name)),
    ]
    fields += schema(of: root).fields
    fields.append(("$defs", .object(definitions)))
    return SchemaText.object(fields).written + "\n"
  }

  /// A map's shape and all within it, each once, itself first.
  static func shapes(in root: MapShape) -> [MapShape] {
    var found: [MapShape] = []
    var open = [ValueShape.map(root)]
    while !open.isEmpty {
      switch open.removeFirst() {
      case .map(let shape):
        guard !found.contains(shape) else { continue }
        found.append(shape)
        open += shape.keys.map(\.value)
      case .list(let item), .table(let item): open.append(item)
      case .either(let kinds): open += kinds
      default: break
      }
    }
    return found
  }

  private func schema(of shape: MapShape) -> SchemaText {
    let properties = shape.keys.map { key -> (String, SchemaText) in
      var value = schema(of: key.value)
      if let description = descriptions["\(shape.name).\(key.name)"] {
        value = .object(value.fields + [("description", .text(description))])
      }
      return (key.name, value)
    }
    var fields: [(String, SchemaText)] = [
      ("type", .text("object")), ("properties", .object(properties)),
    ]
    if !shape.required.isEmpty {
      fields.append(("required", .list(shape.required.map(SchemaText.text))))
    }
    return .object(fields + [("additionalProperties", .flag(false))])
  }

  private func schema(of value: ValueShape) -> SchemaText {
    switch value {
    case .text, .name: Self.scalar
    case .identifier: .object([("type", .text("string")), ("pattern", .text("^[A-Za-z0-9_-]+$"))])
    case .bilingual: .reference("bilingual")
    case .flag: .object([("enum", .list([.flag(true), .flag(false)]))])
    case .integer: .object([("type", .text("integer"))])
    case .date: .object([("type", .text("string")), ("pattern", .text("^\\d{4}-\\d{2}-\\d{2}$"))])
    case .expression: Self.scalar
    case .names: .any([Self.scalar, .array(of: Self.scalar)])
    case .option(let words): .words(words)
    case .options(let words): Self.options(words)
    case .map(let shape): .reference(shape.name)
    case .list(let item): .array(of: schema(of: item))
    case .table(let item):
      .object([("type", .text("object")), ("additionalProperties", schema(of: item))])
    case .either(let kinds): .any(kinds.map { schema(of: $0) })
    case .facts: .object([("type", .text("object"))])
    }
  }

  /// One word, several joined by commas, or a list.
  private static func options(_ words: [String]) -> SchemaText {
    let one = words.joined(separator: "|")
    return .any([
      .words(words),
      .object([
        ("type", .text("string")), ("pattern", .text("^(\(one))(\\s*,\\s*(\(one)))*$")),
      ]),
      .array(of: .words(words)),
    ])
  }

  /// What YAML may take a text for.
  private static let scalar = SchemaText.object([
    ("type", .list([.text("string"), .text("number"), .text("boolean")])),
    ("minLength", .number(1)),
  ])

  private static let bilingual = SchemaText.object([
    ("type", .text("object")),
    ("properties", .object([("zh", scalar), ("en", scalar)])),
    ("required", .list([.text("zh"), .text("en")])), ("additionalProperties", .flag(false)),
  ])
}
