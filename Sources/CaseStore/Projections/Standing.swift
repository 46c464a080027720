package import Casework
package import Quantities
package import RulePacks

/// Where a case stands: everything that tabs and most filters ask about.
///
/// Few combinations occur, whatever the number of cases.
package struct Standing: Hashable, Sendable {
  /// Where one proceeding stands.
  package struct Place: Hashable, Sendable {
    /// The procedure.
    package var procedure: String
    /// The stage.
    package var stage: String
    /// The owner's id; nil for ends.
    package var owner: String?
    /// Whose time runs.
    package var clock: ClockState
    /// The end, where it has ended.
    package var ends: EndKind?

    /// A place.
    package init(
      procedure: String, stage: String, owner: String? = nil, clock: ClockState,
      ends: EndKind? = nil
    ) {
      self.procedure = procedure
      self.stage = stage
      self.owner = owner
      self.clock = clock
      self.ends = ends
    }
  }

  /// The supervising department.
  package var department: String?
  /// The pack.
  package var pack: String
  /// The hash of the law that the case is pinned to.
  package var law: String
  /// The main proceeding.
  package var main: Place
  /// The open proceedings beside it, in the order of opening.
  package var beside: [Place]
  /// Which place has to be looked at first: 0 for the main one, from 1 those beside it.
  package var foremost: Int
  /// The person who has the case.
  package var assignee: String?
  /// Who stands in.
  package var deputy: String?
  /// The last day of the deputy.
  package var deputyUntil: CalendarDate?
  /// Whether the office waits for somebody, as the log of contacts says.
  package var isWaiting: Bool

  /// A standing.
  package init(
    department: String? = nil, pack: String, law: String, main: Place, beside: [Place],
    foremost: Int, assignee: String? = nil, deputy: String? = nil, deputyUntil: CalendarDate? = nil,
    isWaiting: Bool
  ) {
    self.department = department
    self.pack = pack
    self.law = law
    self.main = main
    self.beside = beside
    self.foremost = foremost
    self.assignee = assignee
    self.deputy = deputy
    self.deputyUntil = deputyUntil
    self.isWaiting = isWaiting
  }

  /// The main place and those beside it that are open.
  package var places: [Place] { [main] + beside }

  /// The place that has to be looked at first.
  package var first: Place { foremost == 0 ? main : beside[foremost - 1] }
}

extension Standing {
  private static let field: Character = "\u{1F}"
  private static let part: Character = "\u{1E}"

  /// The text by which equal standings are found, and from which they are read.
  var key: String {
    var fields = [
      department ?? "", pack, law, "\(foremost)", assignee ?? "", deputy ?? "",
      deputyUntil?.description ?? "", isWaiting ? "1" : "",
    ]
    for place in places {
      fields.append(
        [
          place.procedure, place.stage, place.owner ?? "", place.clock.rawValue,
          place.ends?.rawValue ?? "",
        ].joined(separator: String(Self.part)))
    }
    return fields.joined(separator: String(Self.field))
  }

  /// Reads a key; nil where it is none.
  ///
  /// Split by bytes: every screen begins with all standings, and characters cost ten times as much.
  init?(key: String) {
    let fields = key.utf8.split(separator: 0x1F, omittingEmptySubsequences: false)
    guard fields.count >= 9, let foremost = Int(Substring(fields[3])) else { return nil }
    var places: [Place] = []
    places.reserveCapacity(fields.count - 8)
    for text in fields[8...] {
      let parts = text.split(separator: 0x1E, omittingEmptySubsequences: false)
      guard parts.count == 5, let clock = ClockState(rawValue: Self.whole(parts[3])) else {
        return nil
      }
      places.append(
        Place(
          procedure: Self.whole(parts[0]), stage: Self.whole(parts[1]), owner: Self.text(parts[2]),
          clock: clock, ends: Self.text(parts[4]).flatMap(EndKind.init)))
    }
    guard (0..<places.count).contains(foremost) else { return nil }
    self.init(
      department: Self.text(fields[0]), pack: Self.whole(fields[1]), law: Self.whole(fields[2]),
      main: places[0], beside: Array(places.dropFirst()), foremost: foremost,
      assignee: Self.text(fields[4]), deputy: Self.text(fields[5]),
      deputyUntil: Self.text(fields[6]).flatMap { CalendarDate(parsing: $0) },
      isWaiting: fields[7].elementsEqual("1".utf8))
  }

  private static func whole(_ field: Substring.UTF8View) -> String { String(Substring(field)) }

  private static func text(_ field: Substring.UTF8View) -> String? {
    field.isEmpty ? nil : whole(field)
  }
}
