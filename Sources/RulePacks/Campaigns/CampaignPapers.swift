package import Quantities

/// One subject that is looked at.
package struct CampaignSubject: Hashable, Sendable, Codable {
  /// The parts of the notice that name it.
  package var cites: [Citation]
  /// The subject, in our own words.
  package var label: Bilingual

  /// A subject.
  package init(cites: [Citation], label: Bilingual) {
    self.cites = cites
    self.label = label
  }
}

/// A section of the outline of a report.
package struct OutlineSection: Hashable, Sendable, Codable {
  /// One point of a section.
  package struct Point: Hashable, Sendable, Codable {
    /// What it asks for, in our own words.
    package var label: Bilingual
    /// The conditions of the pack whose figures it repeats.
    package var conditions: [String]

    /// A point.
    package init(label: Bilingual, conditions: [String]) {
      self.label = label
      self.conditions = conditions
    }
  }

  /// The id, unique in the outline.
  package var id: String
  /// The parts of the notice that ask for it.
  package var cites: [Citation]
  /// The heading that the report bears.
  package var label: Bilingual
  /// Its points, in order.
  package var points: [Point]

  /// A section.
  package init(id: String, cites: [Citation], label: Bilingual, points: [Point]) {
    self.id = id
    self.cites = cites
    self.label = label
    self.points = points
  }
}

/// A list that departments hand in.
package struct CampaignTable: Hashable, Sendable, Codable {
  /// What a row stands for.
  package enum Rows: String, CaseIterable, Hashable, Sendable, Codable {
    /// A case of the campaign.
    case cases
    /// A department that has cases in it.
    case departments
  }

  /// A column.
  package struct Column: Hashable, Sendable, Codable {
    /// The heading that the form bears.
    package var label: Bilingual
    /// What stands in it.
    package var content: Content

    /// What a column shows.
    package enum Content: Hashable, Sendable, Codable {
      /// The number of the row.
      case ordinal
      /// A fact of the case.
      case fact(FactPath)
      /// The supervising department.
      case department
      /// The clerk of the department.
      case clerk
      /// Nothing: it is filled in by hand.
      case blank
    }

    /// A column.
    package init(label: Bilingual, content: Content) {
      self.label = label
      self.content = content
    }
  }

  /// The id, such as `annex2`.
  package var id: String
  /// The parts of the notice that ask for it.
  package var cites: [Citation]
  /// The title that the form itself bears.
  package var title: Bilingual
  /// What a row stands for.
  package var rows: Rows
  /// Which cases are listed; nil for all that take part.
  package var when: Expression?
  /// The columns, from left to right.
  package var columns: [Column]

  /// A list.
  package init(
    id: String, cites: [Citation], title: Bilingual, rows: Rows, when: Expression?,
    columns: [Column]
  ) {
    self.id = id
    self.cites = cites
    self.title = title
    self.rows = rows
    self.when = when
    self.columns = columns
  }
}
