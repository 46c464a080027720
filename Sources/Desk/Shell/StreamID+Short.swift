import Casework

extension StreamID {
  /// The first digits, by which a case without a number is known.
  var short: String { String(text.prefix(8)) }
}
