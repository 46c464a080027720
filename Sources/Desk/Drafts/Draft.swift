import Casework

/// What somebody typed into a dialog and did not confirm.
package struct Draft: Hashable, Sendable, Codable {
  /// What the dialog is about: the case and the step, or another name.
  package var key: String
  /// The user.
  package var user: String
  /// The case, where it is about one.
  package var stream: String?
  /// What the person knows the dialog by.
  package var title: String
  /// The texts of the fields by id.
  package var values: [String: String]
  /// When it was typed, in milliseconds since 1970-01-01 UTC.
  package var moment: Int64

  /// A draft.
  package init(
    key: String, user: String, stream: String?, title: String, values: [String: String],
    moment: Int64
  ) {
    self.key = key
    self.user = user
    self.stream = stream
    self.title = title
    self.values = values
    self.moment = moment
  }
}
