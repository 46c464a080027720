package import Quantities

/// Where the parts of a pack stand in its files, by the path of the part.
///
/// Paths are `articles.8.1`, `conditions.rd-total`, `grounds.no-reports`, `practice.publicity`,
/// `inputs.score`, `procedures.establishment.preliminary.recommend.window` and the like.
package struct PackPlaces: Hashable, Sendable {
  private var places: [String: Problem.Place] = [:]

  /// No places: problems then name the part alone.
  package init() {}

  /// The place of a part; its path stands in as the field.
  package subscript(_ path: String) -> Problem.Place {
    var place = places[path] ?? Problem.Place()
    place.field = path
    return place
  }

  /// Notes where a part stands.
  package mutating func note(_ path: String, at place: Problem.Place) { places[path] = place }
}
