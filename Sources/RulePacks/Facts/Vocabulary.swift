package import Quantities

/// The facts that packs share: names, types, labels (`data/vocabulary.yaml`).
package struct Vocabulary: Hashable, Sendable, Codable {
  /// One fact, or one column of a table.
  package struct Field: Hashable, Sendable, Codable {
    /// The name within its group or table; the first part of a path for top-level facts.
    package var name: String
    /// Its type.
    package var type: ValueType
    /// What it is called.
    package var label: Bilingual
    /// The names of the options of a choice.
    package var options: [String: Bilingual]
    /// A line that helps the person who fills it in.
    package var hint: Bilingual?
    /// Whether it names a person or a way to reach one, so that it can be redacted.
    package var isPersonal: Bool

    /// A field.
    package init(
      name: String, type: ValueType, label: Bilingual, options: [String: Bilingual] = [:],
      hint: Bilingual? = nil, isPersonal: Bool = false
    ) {
      self.name = name
      self.type = type
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
  package var groups: [Group]

  /// A vocabulary.
  package init(groups: [Group]) { self.groups = groups }

  /// A group by its name.
  package func group(_ name: String) -> Group? { groups.first { $0.name == name } }

  /// The group and field that a path addresses; row keys and indices are not checked here.
  package func field(at path: FactPath) -> (group: Group, field: Field)? {
    let bracket = path.firstIndex(of: "[")
    let dot = path.lastIndex(of: ".")
    let groupName: Substring
    let fieldName: Substring
    if let bracket, let dot, bracket < dot {
      groupName = path[..<bracket]
      fieldName = path[path.index(after: dot)...]
    } else if let dot, bracket == nil {
      groupName = path[..<dot]
      fieldName = path[path.index(after: dot)...]
    } else {
      groupName = ""
      fieldName = Substring(path)
    }
    guard let group = groups.first(where: { $0.name == groupName }),
      let field = group.fields.first(where: { $0.name == fieldName })
    else { return nil }
    return (group, field)
  }
}
