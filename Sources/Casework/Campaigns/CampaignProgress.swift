package import Quantities
package import RulePacks

/// How far a campaign has got on a day.
package struct CampaignProgress: Sendable {
  /// One case that takes part.
  package struct Entry: Sendable {
    /// The case.
    package var id: StreamID
    /// Its number.
    package var number: String
    /// What the centre is called.
    package var name: String
    /// Its host.
    package var host: String
    /// Its supervising department.
    package var department: String?
    /// The run.
    package var proceeding: ProceedingID
    /// The stage of the run.
    package var stage: String
    /// What the stage is called.
    package var stageLabel: Bilingual
    /// Whether the run has ended.
    package var isEnded: Bool
    /// What the handing in has come to.
    package var standing: CompletionStanding?
    /// What the run has come to; nil for nothing yet.
    package var outcome: CampaignOutcome?
    /// What a person may decide.
    package var options: [CampaignOutcome.Option]
    /// The facts, for lists.
    package var facts: Facts

    /// A case of which nothing is worked out yet.
    package init(
      id: StreamID, number: String, name: String, host: String, department: String?,
      proceeding: ProceedingID, stage: String, stageLabel: Bilingual, isEnded: Bool,
      options: [CampaignOutcome.Option] = [], facts: Facts
    ) {
      self.id = id
      self.number = number
      self.name = name
      self.host = host
      self.department = department
      self.proceeding = proceeding
      self.stage = stage
      self.stageLabel = stageLabel
      self.isEnded = isEnded
      self.options = options
      self.facts = facts
    }
  }

  /// What the cases of one department add up to.
  package struct Sum: Hashable, Sendable {
    /// The department; nil for cases without one, or for all.
    package var department: String?
    /// How many take part.
    package var total = 0
    /// How many handed everything in, in time.
    package var complete = 0
    /// How many did not, and the time is over.
    package var incomplete = 0
    /// How many still have time.
    package var open = 0
    /// How many have ended their run.
    package var ended = 0
    /// By window: how many took its step, in time or late.
    package var done: [String: Int] = [:]
    /// By owner: whose delays there were.
    package var delays: [String: Int] = [:]
    /// By outcome: how many came to it.
    package var outcomes: [String: Int] = [:]

    mutating func add(_ entry: Entry) {
      total += 1
      switch entry.standing?.result {
      case .complete: complete += 1
      case .incomplete: incomplete += 1
      case .open: open += 1
      case nil: break
      }
      if entry.isEnded { ended += 1 }
      for step in entry.standing?.steps ?? [] where step.on != nil {
        done[step.window.id, default: 0] += 1
      }
      for owner in Set(entry.standing?.delays ?? []) { delays[owner, default: 0] += 1 }
      if let outcome = entry.outcome { outcomes[outcome.id, default: 0] += 1 }
    }
  }

  /// The campaign.
  package var campaign: CampaignInForce
  /// The day.
  package var today: CalendarDate
  /// The cases, by number.
  package var entries: [Entry]

  /// How far a campaign has got.
  package init(campaign: CampaignInForce, today: CalendarDate, entries: [Entry]) {
    self.campaign = campaign
    self.today = today
    self.entries = entries
  }

  /// The notice.
  package var notice: CampaignNotice { campaign.notice }

  /// All cases together.
  package var whole: Sum {
    entries.reduce(into: Sum(department: nil)) { $0.add($1) }
  }

  /// The cases by department, by its id.
  package var byDepartment: [Sum] {
    Dictionary(grouping: entries, by: \.department)
      .map { department, entries in
        entries.reduce(into: Sum(department: department)) { $0.add($1) }
      }
      .sorted { ($0.department ?? "~") < ($1.department ?? "~") }
  }
}

extension CampaignProgress.Entry {
  /// A case that takes part, as its facts and its run have it.
  ///
  /// - Returns: nil where no run of the case belongs to the campaign.
  package init?(
    _ state: CaseState, in campaign: CampaignInForce, practice: [String: Value],
    procedure: Procedure?, today: CalendarDate
  ) {
    guard let run = state.proceedings.last(where: { $0.campaign == campaign.notice.id }) else {
      return nil
    }
    self.init(
      id: state.id, number: state.number ?? state.id.text, name: state.text("name") ?? "",
      host: state.text("host.name") ?? "", department: state.text("department"),
      proceeding: run.id, stage: run.stage,
      stageLabel: Self.label(of: run.stage, in: procedure), isEnded: run.isEnded,
      facts: state.facts)
    look(at: campaign.notice, inputs: run.inputs, practice: practice, today: today)
  }

  /// What the stage of a run is called.
  package static func label(of stage: String, in procedure: Procedure?) -> Bilingual {
    procedure?.stage(stage)?.label ?? Bilingual(zh: stage, en: stage)
  }

  /// Works out what the handing in and the run have come to, from the facts.
  package mutating func look(
    at notice: CampaignNotice, inputs: [String: Value], practice: [String: Value],
    today: CalendarDate
  ) {
    let scope = Scope(
      facts: FactSheet(facts), inputs: inputs, practice: practice, on: today, today: today)
    standing = notice.standing(in: scope, on: today)
    outcome = notice.outcome(in: scope, on: today)
    options = outcome.map { notice.options(of: $0, in: scope) } ?? []
  }
}

extension CampaignNotice {
  /// Whether what a run has come to depends on what it was given.
  package var readsInputs: Bool {
    let expressions =
      (completion?.steps.map(\.doneOn) ?? [])
      + outcomes.flatMap { [$0.when] + $0.options.map(\.when) }.compactMap { $0 }
    return expressions.contains { $0.source.contains("input.") }
  }
}

/// One list that departments hand in, with its rows.
package struct CampaignListing: Hashable, Sendable {
  /// The list.
  package var table: CampaignTable
  /// The rows, by columns; a cell that stands for a department holds its id.
  package var rows: [[String]]
}

extension CampaignProgress {
  /// A list with its rows.
  ///
  /// - Parameters:
  ///   - clerks: the names of clerks, by department.
  ///   - words: how a fact is written; dates and texts as they are.
  package func listing(
    _ table: CampaignTable, clerks: [String: String], departments: [String: String],
    words: (FactPath, Value) -> String
  ) -> CampaignListing {
    var rows: [[String]] = []
    func cells(_ ordinal: Int, _ department: String?, _ facts: Facts) -> [String] {
      table.columns.map { column in
        switch column.content {
        case .ordinal: return "\(ordinal)"
        case .department: return department.map { departments[$0] ?? $0 } ?? ""
        case .clerk: return department.flatMap { clerks[$0] } ?? ""
        case .blank: return ""
        case .fact(let path):
          if case .value(let value) = facts[path] { return words(path, value) }
          return ""
        }
      }
    }
    switch table.rows {
    case .cases:
      for entry in entries {
        let scope = Scope(facts: FactSheet(entry.facts), on: today, today: today)
        if let when = table.when, when.evaluate(in: scope).truth != true { continue }
        rows.append(cells(rows.count + 1, entry.department, entry.facts))
      }
    case .departments:
      for sum in byDepartment {
        rows.append(cells(rows.count + 1, sum.department, [:]))
      }
    }
    return CampaignListing(table: table, rows: rows)
  }
}
