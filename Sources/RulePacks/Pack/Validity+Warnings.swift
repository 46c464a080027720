package import Quantities

/// That an office has verified a regulation to be in force.
package struct InForceVerification: Hashable, Sendable, Codable {
  /// The pack's id.
  package var pack: String
  /// The day as of which it was verified.
  package var on: CalendarDate
  /// By what: a reply of the issuing body, a search of the registry.
  package var by: String

  /// A verification.
  package init(pack: String, on: CalendarDate, by: String) {
    self.pack = pack
    self.on = on
    self.by = by
  }
}

extension Validity {
  /// What a person should know before relying on the regulation: warnings, and nothing that stops.
  ///
  /// Codes: `pack.validity.interim` (interim, and no end stated), `ended`, `not_yet`, `unverified`
  /// (with what relied on it), `unregistered`.
  ///
  /// - Parameters:
  ///   - today: the day on which it is looked at; nil where dates are not compared.
  ///   - verification: what the office has recorded; the pack's own stands in.
  ///   - place: where the pack states its dates.
  package func warnings(
    on today: CalendarDate?, verification: InForceVerification? = nil,
    at place: Problem.Place = Problem.Place()
  ) -> [Problem] {
    var warnings: [Problem] = []
    func warn(_ code: String, _ arguments: [String: String] = [:]) {
      warnings.append(Problem(code, severity: .warning, at: place, arguments))
    }
    let verified = [verification?.on, verifiedOn].compactMap(\.self).max()
    if let today, let to, to < today { warn("pack.validity.ended", ["to": "\(to)"]) }
    if let today, let from, from > today { warn("pack.validity.not_yet", ["from": "\(from)"]) }
    guard !isHistorical else { return warnings }
    if isInterim, to == nil {
      warn("pack.validity.interim", from.map { ["from": "\($0)"] } ?? [:])
    }
    if verified == nil {
      if let reliedOn {
        warn("pack.validity.relied_on", ["date": "\(reliedOn.date)"])
      } else {
        warn("pack.validity.unverified")
      }
    }
    if registration == nil { warn("pack.validity.unregistered") }
    return warnings
  }
}
