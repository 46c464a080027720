import Quantities
import RulePacks

/// One case in one context: what every kind of decision about it needs.
struct DecisionTable {
  /// The case.
  let state: CaseState
  /// The context.
  let context: DecisionContext
  /// The facts, arranged once.
  let sheet: FactSheet

  init(_ state: CaseState, _ context: DecisionContext) {
    self.state = state
    self.context = context
    sheet = FactSheet(state.facts)
  }

  var pack: RulePack { context.pack }
  var counter: DeadlineCounter {
    DeadlineCounter(calendar: context.calendar, practice: context.practice)
  }

  func scope(
    inputs: [String: Value] = [:], entered: CalendarDate? = nil, due: CalendarDate? = nil,
    facts: FactSheet? = nil
  ) -> Scope {
    Scope(
      facts: facts ?? sheet, inputs: inputs, practice: context.practice.values,
      others: context.others, on: context.on, today: context.today, entered: entered,
      due: due, calendar: context.calendar)
  }

  /// The role in which the actor may do what some roles may; nil where none.
  func role(among allowed: [Role]) -> Role? {
    let held = allowed.filter(context.actor.roles.contains)
    if let preferred = context.actor.preferredRole, held.contains(preferred) { return preferred }
    return held.first
  }

  /// What stands in the way of the actor's role or department.
  func roleRefusal(allowed: [Role], cites: [Citation]) -> Refusal? {
    if let preferred = context.actor.preferredRole, !context.actor.roles.contains(preferred) {
      return Refusal(
        .role, "role.not_held", cites: cites,
        arguments: ["actor": context.actor.name, "roles": preferred.rawValue])
    }
    guard let role = role(among: allowed) else {
      var arguments = [
        "roles": allowed.map(\.rawValue).joined(separator: ", "), "actor": context.actor.name,
      ]
      let held = context.actor.roles
      if held.contains(.administrator),
        let wanted = allowed.contains(.officer) ? .officer : allowed.first
      {
        // Who looks after the store alone may take the role as well.
        arguments["grant"] = (held + [wanted]).map(\.rawValue).joined(separator: " ")
      }
      return Refusal(.role, "role", cites: cites, arguments: arguments)
    }
    if role == .clerk, let own = context.actor.department,
      let department = state.text("department"), own != department
    {
      return Refusal(
        .role, "department", cites: cites,
        arguments: ["department": department, "own": own, "actor": context.actor.name])
    }
    return nil
  }

  /// What is wrong with the official date.
  func dateRefusal(notBefore entered: CalendarDate?) -> Refusal? {
    if context.on > context.today {
      return Refusal(
        .input, "date.future",
        arguments: ["on": "\(context.on)", "today": "\(context.today)"])
    }
    if let entered, context.on < entered {
      return Refusal(
        .input, "date.before_stage",
        arguments: ["on": "\(context.on)", "entered": "\(entered)"])
    }
    return nil
  }

  /// Enters a stage: owner, clock and due date.
  func entry(
    to stage: Stage, of procedure: Procedure, action: Action?, paused: PausedClock?,
    inputs: [String: Value], facts: FactSheet
  ) -> StageEntry {
    let scope = scope(inputs: inputs, entered: context.on, facts: facts)
    let rule = action?.due ?? stage.due
    var deadline = windowDeadline(of: stage, procedure, inputs)
    if deadline != nil {
      // The days of a notice hold for everybody alike.
    } else if let paused, stage.resumption == .extends, action?.due == nil {
      let cites = rule?.cites ?? stage.cites.first ?? ""
      deadline = counter.resumed(paused, on: context.on, cites: cites)
    } else if let rule {
      deadline = counter.deadline(of: rule, enteredOn: context.on, in: scope)
    }
    return StageEntry(
      stage: stage.id, owner: stage.owner, deadline: deadline, clock: clock(of: stage),
      ends: stage.ends)
  }

  private func clock(of stage: Stage) -> ClockState {
    if stage.ends != nil { return .ended }
    if stage.isRoster { return .none }
    guard let owner = stage.owner.flatMap(pack.owner) else { return .none }
    return owner.isOutside ? .host : .running
  }

  /// The facts that some settings come to; the path's `{input.year}` slots are filled in.
  ///
  /// A setting whose value is unknown sets nothing; `not_applicable` says that there is none.
  func facts(
    set settings: [FactSetting], inputs: [String: Value], at entry: StageEntry? = nil
  ) -> Facts {
    let scope = scope(inputs: inputs, due: entry?.deadline?.due)
    var out: Facts = [:]
    for setting in settings {
      switch setting.value.evaluate(in: scope) {
      case .value(let value):
        out[numbered(Self.filled(setting.path, with: inputs))] = .value(value)
      case .notApplicable: out[numbered(Self.filled(setting.path, with: inputs))] = .absent
      case .unknown, .absent: continue
      }
    }
    return out
  }

  /// A path whose row is `next` with the number of the next free row of its list.
  private func numbered(_ path: FactPath) -> FactPath {
    guard path.mentions("[next]"), let slot = path.firstRange(of: "[next]") else { return path }
    let group = String(path[..<slot.lowerBound])
    let next = (sheet.rows(of: group)?.last?.key ?? -1) + 1
    return String(path[..<slot.lowerBound]) + "[\(next)]" + path[slot.upperBound...]
  }

  static func filled(_ path: FactPath, with inputs: [String: Value]) -> FactPath {
    guard let open = path.firstIndex(of: "{"), let close = path.firstIndex(of: "}"), open < close
    else { return path }
    let slot = path[path.index(after: open)..<close]
    let name = String(slot.hasPrefix("input.") ? slot.dropFirst("input.".count) : slot)
    return path[..<open] + (inputs[name].map(plain) ?? "") + path[path.index(after: close)...]
  }

  /// A value as a row key.
  static func plain(_ value: Value) -> String {
    switch value {
    case .count(let number, _): String(number)
    case .text(let text), .choice(let text): text
    case .date(let date): date.description
    default: value.canonical
    }
  }

  /// The practice items that some expressions and rules mention.
  func practiceUsed(sources: [String], rules: [DeadlineRule]) -> [String: Value] {
    var names: Set<String> = []
    for source in sources { PracticeMentions.collect(from: source, into: &names) }
    for rule in rules {
      if case .practice(let item) = rule.measure { names.insert(item) }
    }
    var used: [String: Value] = [:]
    for name in names { used[name] = context.practice.items[name]?.value }
    return used
  }
}

/// The names after `practice.` in the texts of expressions.
enum PracticeMentions {
  private static let prefix = Array("practice.".utf8)

  /// Collects the names in one text, byte by byte: a decision looks through every condition.
  static func collect(from source: String, into names: inout Set<String>) {
    var source = source
    source.withUTF8 { bytes in
      var position = 0
      while position + prefix.count < bytes.count {
        guard bytes[position] == prefix[0],
          prefix.indices.allSatisfy({ bytes[position + $0] == prefix[$0] })
        else {
          position += 1
          continue
        }
        let start = position + prefix.count
        var end = start
        while end < bytes.count, isNamePart(bytes[end]) { end += 1 }
        names.insert(String(decoding: bytes[start..<end], as: UTF8.self))
        position = max(end, position + 1)
      }
    }
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    default: false
    }
  }
}
