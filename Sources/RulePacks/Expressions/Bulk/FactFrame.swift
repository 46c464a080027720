/// The facts of the case that is looked at, each where the expressions look for it.
///
/// Made once for many cases; nothing is cleared between two, each place says for which case it was
/// filled last. Not to be shared between threads.
package final class FactFrame {
  /// Where the facts lie, for as long as the frame is there.
  let places: FactPlaces

  /// A frame for rows in which paths have the given numbers, none of them negative.
  package init(_ rules: FlatRules, paths: [(number: Int64, path: FactPath)]) {
    places = FactPlaces(rules, paths: paths)
  }

  deinit { places.deallocate() }

  /// Forgets the case before.
  package func begin() { places.begin() }

  /// Forgets the case before and puts a row of facts in; its bytes have to stay where they are until
  /// the case was tested.
  package func fill(_ row: UnsafeRawBufferPointer) {
    places.begin()
    var facts = FactRow(row)
    facts?.fill(places)
  }

  /// Puts a fact in; absent ones as an absent cell.
  package func put(_ cell: Cell, _ number: Int64) { places.put(cell, places.binding(number)) }
}
