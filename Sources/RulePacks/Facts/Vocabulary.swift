package import Quantities

/// The facts that packs share: names, types, labels (`data/vocabulary.yaml`).
package struct Vocabulary: Hashable, Sendable, Codable {
  /// A form that texts of a fact must have beyond being texts.
  package enum Format: String, CaseIterable, Hashable, Sendable, Codable {
    /// A unified social credit code (GB 32100-2015), kept in its normal form.
    case creditCode = "credit_code"
  }

  /// One fact, or one column of a table.
  package struct Field: Hashable, Sendable, Codable {
    /// The name within its group or table; the first part of a path for top-level facts.
    package var name: String
    /// Its type.
    package var type: ValueType
    /// What it is called.
    package var label: Bilingual
    /// The form of its texts; nil where any text will do.
    package var format: Format?
    /// The names of the options of a choice.
    package var options: [String: Bilingual]
    /// A line that helps the person who fills it in.
    package var hint: Bilingual?
    /// Whether it names a person or a way to reach one, so that it can be redacted.
    package var isPersonal: Bool

    /// A field.
    package init(
      name: String, type: ValueType, format: Format? = nil, label: Bilingual,
      options: [String: Bilingual] = [:], hint: Bilingual? = nil, isPersonal: Bool = false
    ) {
      self.name = name
      self.type = type
      self.format = format
      self.label = label
      self.options = options
      self.hint = hint
      self.isPersonal = isPersonal
    }
  }

  /// Facts that belong together: a record (`host`), a keyed table (`finance`) or a list (`partners`).
  package struct Group: Hashable, Sendable, Codable {
    /// What shape a group has.
    package enum Shape: Hashable, Sendable, Codable {
      /// One value a field; paths are `host.name`.
      ///
      /// The group named "" holds the top level (`name`).
      case record
      /// Rows under a unique key, which is one of the fields; paths are `finance[2024].rd`.
      case table(key: String)
      /// Rows in order; paths are `partners[0].name`.
      case list
    }

    /// The name; empty for the top level.
    package var name: String
    /// What it is called.
    package var label: Bilingual
    /// Its shape.
    package var shape: Shape
    /// Its fields, in the order of forms.
    package var fields: [Field]

    /// A group.
    package init(name: String, label: Bilingual, shape: Shape, fields: [Field]) {
      self.name = name
      self.label = label
      self.shape = shape
      self.fields = fields
    }
  }

  /// The groups, in the order of forms.
  package var groups: [Group] { didSet { index = VocabularyIndex(groups) } }
  private var index: VocabularyIndex

  /// A vocabulary.
  package init(groups: [Group]) {
    self.groups = groups
    index = VocabularyIndex(groups)
  }

  /// A group by its name.
  package func group(_ name: String) -> Group? { index.groups[name].map { groups[$0] } }

  /// The group and field that a path addresses; row keys and indices are not checked here.
  ///
  /// Columns are found with a row (`finance[2024].rd`) and without (`finance.rd`).
  package func field(at path: FactPath) -> (group: Group, field: Field)? {
    let column: String
    if let address = RowAddress(path) {
      guard let field = address.field else { return nil }
      column = address.group + "." + field
    } else {
      column = path
    }
    return index.fields[column].map { (groups[$0.group], groups[$0.group].fields[$0.field]) }
  }

  /// The name that was probably meant by one that is not known.
  package func suggestion(for name: String) -> String? {
    Suggestion.nearest(
      to: name, among: Array(index.fields.keys) + index.groups.keys.filter { !$0.isEmpty })
  }

  /// Two vocabularies with the same groups are the same.
  package static func == (left: Vocabulary, right: Vocabulary) -> Bool {
    left.groups == right.groups
  }

  /// Hashes the groups.
  package func hash(into hasher: inout Hasher) { hasher.combine(groups) }

  private enum CodingKeys: CodingKey {
    case groups
  }

  /// Decodes the groups.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(groups: try container.decode([Group].self, forKey: .groups))
  }

  /// Encodes the groups.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(groups, forKey: .groups)
  }
}

/// Where the groups and fields of a vocabulary stand, by name.
struct VocabularyIndex: Sendable {
  /// The place of each group.
  let groups: [String: Int]
  /// The places of each field, by its path without a row.
  let fields: [String: (group: Int, field: Int)]

  init(_ groups: [Vocabulary.Group]) {
    var places: [String: Int] = [:]
    var fields: [String: (group: Int, field: Int)] = [:]
    for (groupIndex, group) in groups.enumerated() where places[group.name] == nil {
      places[group.name] = groupIndex
      for (fieldIndex, field) in group.fields.enumerated() {
        let path = group.name.isEmpty ? field.name : group.name + "." + field.name
        if fields[path] == nil { fields[path] = (groupIndex, fieldIndex) }
      }
    }
    self.groups = places
    self.fields = fields
  }
}
