import CaseStore
import Casework

/// The cases that were chosen in a list, whether they are loaded or not.
struct Selection: Hashable, Sendable {
  /// Cases that stand alike: what can be done with one can mostly be done with all.
  struct Kind: Hashable, Sendable {
    private let law: String
    private let places: [[String]]

    /// How a case stands.
    init(_ standing: Standing) {
      law = standing.law
      places = ([standing.main] + standing.beside).map { [$0.procedure, $0.stage] }
    }
  }

  private var marks: [StreamID: QueueMark] = [:]

  /// Whether none was chosen.
  var isEmpty: Bool { marks.isEmpty }
  /// How many were chosen.
  var count: Int { marks.count }

  /// Whether a case was chosen.
  func contains(_ stream: StreamID) -> Bool { marks[stream] != nil }

  /// Chooses a case, or no longer.
  mutating func toggle(_ mark: QueueMark) {
    if marks.removeValue(forKey: mark.stream) == nil { marks[mark.stream] = mark }
  }

  /// Chooses cases besides those chosen.
  mutating func insert(_ more: [QueueMark]) {
    marks.reserveCapacity(marks.count + more.count)
    for mark in more { marks[mark.stream] = mark }
  }

  /// The cases.
  var streams: Set<StreamID> { Set(marks.keys) }

  /// Keeps the chosen cases as they are now; those that are no longer there are chosen no longer.
  mutating func replace(by now: [QueueMark]) {
    let chosen = marks
    marks = [:]
    insert(now.filter { chosen[$0.stream] != nil })
  }

  /// Chooses some cases no longer.
  mutating func remove(_ streams: [StreamID]) {
    for stream in streams { marks[stream] = nil }
  }

  /// The cases by their numbers.
  var inOrder: [QueueMark] {
    marks.values.sorted {
      ($0.number ?? "~", $0.stream) < ($1.number ?? "~", $1.stream)
    }
  }

  /// Some of the cases, all where they are no more than so many; each way of standing is among them.
  func sample(_ most: Int) -> [StreamID] {
    let all = inOrder
    guard all.count > most else { return all.map(\.stream) }
    var groups: [Kind: [StreamID]] = [:]
    for mark in all { groups[Kind(mark.standing), default: []].append(mark.stream) }
    let each = max(1, most / groups.count)
    return groups.values.flatMap { $0.prefix(each) }.sorted()
  }
}

/// Reads which cases a whole list has, loaded or not.
struct ChooseAllErrand: DeskErrand {
  /// The cases; or why they cannot be read.
  typealias Answer = Result<[QueueMark], DeskTrouble>

  /// The list.
  let query: QueueQuery
  /// Who looks.
  let viewer: QueueViewer
  var name: String { "choose-all" }

  func run(with tools: DeskTools) -> any Sendable {
    do {
      return Answer.success(try tools.store?.marks(of: query, for: viewer) ?? [])
    } catch {
      return Answer.failure(DeskTrouble(error))
    }
  }
}

/// Reads chosen cases again, so that what is offered for them and decided on them is what they are.
struct LookAgainErrand: DeskErrand {
  /// The cases as they are; or why they cannot be read.
  struct Answer: Sendable {
    /// The cases.
    let marks: Result<[QueueMark], DeskTrouble>
    /// For which asking.
    let ticket: Int
  }

  /// The chosen cases.
  let streams: Set<StreamID>
  /// For which asking.
  let ticket: Int
  var name: String { "look-again" }

  func run(with tools: DeskTools) -> any Sendable {
    do {
      return Answer(marks: .success(try tools.store?.marks(of: streams) ?? []), ticket: ticket)
    } catch {
      return Answer(marks: .failure(DeskTrouble(error)), ticket: ticket)
    }
  }
}

/// Says to whom it concerns with which cases something was done.
struct DoneWithErrand: DeskErrand {
  /// The cases.
  struct Answer: Sendable {
    /// The cases.
    let streams: [StreamID]
  }

  /// The cases.
  let streams: [StreamID]
  var name: String { "done-with" }

  func run(with tools: DeskTools) -> any Sendable { Answer(streams: streams) }
}
