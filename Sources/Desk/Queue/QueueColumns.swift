import CaseStore
import Casework
import Quantities
import RulePacks
import TerminalUI
import Wording

/// Where a case has to be looked at first; what the column of stages says depends on nothing else.
struct StageSight: Hashable, Sendable {
  let pack, procedure, stage: String
  /// Whether it is a proceeding beside the main one.
  let isBeside: Bool
  let clock: ClockState

  /// Where a row of the list stands.
  init(of row: QueueRow) {
    let place = row.standing.first
    pack = row.standing.pack
    procedure = place.procedure
    stage = place.stage
    isBeside = row.standing.foremost > 0
    clock = place.clock
  }
}

/// What the columns of the queue are laid out for.
struct QueueColumnsBasis: Equatable, Sendable {
  /// What all of the desk's texts rest on.
  let texts: Kept<Circumstances.TextBasis>
  /// The area of the list, and whether rows are hidden above or below it.
  let area: Rect
  let isLonger: Bool
  /// As given to ``QueueColumns``.
  let sights: Set<StageSight>
  let extra, number: Int
}

/// What stands in the columns of the queue.
struct QueueColumns: Sendable {
  /// The columns.
  let columns: [ListColumn]
  private let width: Int
  private let circumstances: Circumstances
  private let wording: Wording
  /// What the places that occur are called in the columns that they have; few places occur.
  private var places: [StageSight: StyledText] = [:]

  /// Lays the columns of a list out in an area.
  ///
  /// - Parameters:
  ///   - sights: the places that occur in the list.
  ///   - extra: columns that the name takes more than it would.
  ///   - number: columns that the longest number takes.
  init(
    of list: ListView, in area: Rect, sights: Set<StageSight>, extra: Int = 0,
    number: Int = 12, _ circumstances: Circumstances
  ) {
    width = area.columns
    self.circumstances = circumstances
    wording = circumstances.wording
    for sight in sights { places[sight] = Self.stage(sight, circumstances) }
    columns = Self.columns(
      width, circumstances, extra: extra, number: number,
      stage: places.values.map { $0.columns(circumstances.widths) }.max() ?? 0)
    let room = Self.stageRoom(in: columns, of: list, in: area)
    for (sight, whole) in places where whole.columns(circumstances.widths) > room {
      places[sight] = shortened(whole, of: sight, to: room)
    }
  }

  /// From how many columns on the host and who has the case have columns of their own.
  private static let wide = 108

  /// The columns of a list so wide.
  ///
  /// The name takes so many more than it would, the number on narrow screens just what it needs, and
  /// the stage what it needs as far as others can spare it.
  private static func columns(
    _ width: Int, _ circumstances: Circumstances, extra: Int = 0, number: Int = 12, stage: Int = 16
  ) -> [ListColumn] {
    let say = circumstances.say
    let isWide = width >= wide
    let due = circumstances.language == .zh ? (isWide ? 17 : 15) : (isWide ? 21 : 11)
    let number = ListColumn(say("编号", "Number"), minimum: width >= wide ? 12 : number)
    // English names of stages are longer than Chinese ones.
    let most = circumstances.language == .zh ? (wide: 26, narrow: 26) : (wide: 32, narrow: 36)
    let room = min(max(16, stage), width >= wide ? most.wide : most.narrow)
    let stage = ListColumn(
      say("环节", "Stage"), minimum: width >= wide ? room : max(6, room - extra),
      weight: width >= wide ? 2 : 0)
    let dates = ListColumn(say("期限", "Due"), minimum: due)
    guard width >= wide else {
      return [number, ListColumn(say("中心名称", "Centre"), minimum: 16, weight: 1), stage, dates]
    }
    return [
      number, ListColumn(say("中心名称", "Centre"), minimum: max(10, 22 + extra), weight: 4),
      ListColumn(say("牵头单位", "Host"), minimum: 14, weight: 3), stage, dates,
      ListColumn(say("承办", "With"), minimum: 12, weight: 1),
    ]
  }

  /// A place in so many columns: where procedure and stage do not both fit, the procedure is cut.
  private func shortened(
    _ whole: StyledText, of sight: StageSight, to columns: Int
  ) -> StyledText {
    guard sight.isBeside, let label = circumstances.labels[sight.pack, sight.procedure, sight.stage]
    else { return whole }
    let widths = circumstances.widths
    let language = circumstances.language
    let stage = (language == .zh ? "·" : ": ") + label.stageLabel[language]
    let room = columns - 2 - widths.columns(of: stage)
    guard room >= 4 else { return whole }
    return StyledText([
      whole.spans[0],
      StyledText.Span(widths.clip(label.procedureLabel[language], to: room) + stage, .text),
    ])
  }

  /// The columns that a list drawn into an area has for the place of a case.
  private static func stageRoom(
    in columns: [ListColumn], of list: ListView, in area: Rect
  ) -> Int {
    let bar = list.count > list.capacity(rows: area.rows) ? 1 : 0
    let lengths = Share.split(
      max(0, area.columns - 2 - bar), among: columns.map(\.share), gap: 1)
    let place = area.columns >= wide ? 3 : 2
    return lengths.indices.contains(place) ? lengths[place] : 0
  }

  /// The row of a case.
  func row(_ row: QueueRow, isMarked: Bool) -> ListRow {
    let sight = StageSight(of: row)
    let standing = DueText.standing(of: row, circumstances)
    let number = StyledText(row.number ?? row.stream.short)
    var cells: [StyledText] = [number, StyledText(row.name)]
    if width >= Self.wide { cells.append(StyledText(row.host, .dim)) }
    cells.append(places[sight] ?? Self.stage(sight, circumstances))
    cells.append(
      StyledText(
        wording.text(of: standing, isShort: width < Self.wide), DueText.role(of: standing)))
    if width >= Self.wide { cells.append(StyledText(Self.holder(of: row, circumstances), .dim)) }
    return ListRow(cells, marked: isMarked)
  }

  /// The place that has to be looked at first, with a sign for its clock.
  static func stage(_ sight: StageSight, _ circumstances: Circumstances) -> StyledText {
    let label = circumstances.labels[sight.pack, sight.procedure, sight.stage]
    var name = label?.stageLabel[circumstances.language] ?? sight.stage
    if sight.isBeside, let procedure = label?.procedureLabel[circumstances.language] {
      name = procedure + (circumstances.language == .zh ? "·" : ": ") + name
    }
    return StyledText([
      StyledText.Span(sign(of: sight.clock, circumstances) + " ", style(of: sight.clock)),
      StyledText.Span(name, .text),
    ])
  }

  private static func sign(of clock: ClockState, _ circumstances: Circumstances) -> String {
    switch clock {
    case .running: circumstances.isPlain ? "*" : "●"
    case .host: circumstances.isPlain ? "~" : "◐"
    case .none: circumstances.isPlain ? "-" : "○"
    case .ended: circumstances.isPlain ? "." : "·"
    }
  }

  private static func style(of clock: ClockState) -> Style {
    switch clock {
    case .running: Style(.accent)
    case .host: Style(.paused)
    case .none, .ended: Style(.dim)
    }
  }

  /// Who has the case: a person, or the body that owns the stage.
  static func holder(of row: QueueRow, _ circumstances: Circumstances) -> String {
    if let assignee = row.assignee { return circumstances.person(assignee) }
    let place = row.standing.first
    return circumstances.labels[row.standing.pack, place.procedure, place.stage]?
      .ownerLabel[circumstances.language] ?? ""
  }

  /// A name without the parts that all names under a pack share, for narrow places.
  static func shortName(_ name: String, under pack: RulePack?) -> String {
    guard let naming = pack?.naming else { return name }
    var short = Substring(name)
    if short.hasPrefix(naming.prefix) { short = short.dropFirst(naming.prefix.count) }
    for suffix in [naming.provisionalSuffix, naming.suffix].compactMap({ $0 })
    where short.hasSuffix(suffix) && short.count > suffix.count {
      short = short.dropLast(suffix.count)
    }
    return short.isEmpty ? name : String(short)
  }
}

/// Due dates as lists show them.
enum DueText {
  static func standing(of row: QueueRow, _ circumstances: Circumstances) -> DueStanding {
    DueStanding(
      due: row.due, clock: row.standing.first.clock, today: circumstances.today,
      calendar: circumstances.calendar)
  }

  static func role(of standing: DueStanding) -> TerminalUI.Role {
    switch standing {
    case .overdue: .danger
    case .today: .warning
    case .left(let days): days <= 3 ? .warning : .text
    case .until, .past: .text
    case .paused: .paused
    case .none, .ended: .dim
    }
  }
}
