package import Quantities
package import RulePacks

/// Cases pass from one pack to another: what is wrong with the map, and what becomes of a case.
///
/// Pure, and for one case at a time; whoever carries it out asks for all cases before the first one is
/// changed.
package struct PackPassing: Sendable {
  /// Where the cases stand afterwards.
  package let map: StateMap
  /// The new pack.
  package let new: RulePack

  /// A passing.
  package init(_ map: StateMap, to new: RulePack) {
    self.map = map
    self.new = new
  }

  /// What is wrong with the map, whatever cases there are.
  ///
  /// - Parameter old: the old pack, in one of the forms that cases are pinned to.
  package func faults(from old: RulePack) -> [Problem] {
    var problems: [Problem] = []
    func complain(_ name: String, at place: Problem.Place, _ arguments: [String: String]) {
      problems.append(Problem("migration." + name, at: place, arguments))
    }
    if map.basis.zh.isEmpty || map.basis.en.isEmpty {
      complain("basis_missing", at: map.place, [:])
    }
    for (id, stages) in map.procedures.sorted(by: { $0.key < $1.key }) {
      guard let before = old.procedure(id) else {
        complain(
          "procedure_unknown", at: stages.place,
          ["procedure": id, "pack": old.id, "known": ids(old.procedures.map(\.id))])
        continue
      }
      guard let after = new.procedure(stages.procedure) else {
        complain(
          "procedure_missing", at: stages.place,
          ["procedure": stages.procedure, "pack": new.id, "known": ids(new.procedures.map(\.id))])
        continue
      }
      if before.isMain != after.isMain {
        complain("procedure_kind", at: stages.place, ["from": id, "to": after.id])
      }
      for (stage, target) in stages.targets.sorted(by: { $0.key < $1.key }) {
        guard let source = before.stage(stage) else {
          complain(
            "stage_unknown", at: target.place,
            ["stage": stage, "pack": old.id, "known": ids(before.stages.map(\.id))])
          continue
        }
        guard let there = after.stage(target.stage) else {
          complain(
            "stage_missing", at: target.place,
            ["stage": target.stage, "pack": new.id, "known": ids(after.stages.map(\.id))])
          continue
        }
        if (source.ends == nil) != (there.ends == nil) {
          complain("ends", at: target.place, ["from": stage, "to": target.stage])
        }
      }
    }
    return problems
  }

  /// What becomes of a case.
  ///
  /// - Parameter context: what a decision on the case under the new pack would depend on.
  /// - Returns: the event, or everything that stands in the way.
  package func decide(
    on state: CaseState, in context: DecisionContext
  ) -> Result<Migrated, Problems> {
    let table = DecisionTable(state, context)
    var problems: [Problem] = []
    var places: [ProceedingID: Migrated.Place] = [:]
    for proceeding in state.proceedings {
      do throws(Problems) {
        if let place = try place(of: proceeding, table) { places[proceeding.id] = place }
      } catch {
        problems += error.list
      }
    }
    guard problems.isEmpty else { return .failure(Problems(problems)) }
    return .success(
      Migrated(
        from: state.pack, fromLaw: state.law, to: new.id, toLaw: new.lawHash, places: places,
        basis: map.basis, note: map.note))
  }

  /// Where a proceeding stands afterwards; nil for one that has ended and of which the map says
  /// nothing.
  private func place(
    of proceeding: Proceeding, _ table: DecisionTable
  ) throws(Problems) -> Migrated.Place? {
    let names = ["procedure": proceeding.procedure, "stage": proceeding.stage]
    let section = map.procedures[proceeding.procedure]?.place ?? map.place
    func refuse(
      _ name: String, at place: Problem.Place, _ arguments: [String: String] = [:]
    ) -> Problems {
      Problems([
        Problem("migration." + name, at: place, names.merging(arguments) { _, new in new })
      ])
    }
    guard let id = map.procedure(proceeding.procedure),
      let target = map.target(of: proceeding.stage, in: proceeding.procedure)
    else {
      if proceeding.isEnded { return nil }
      throw refuse("stage_unmapped", at: section)
    }
    guard let procedure = new.procedure(id), let stage = procedure.stage(target.stage) else {
      if proceeding.isEnded { return nil }
      throw refuse(
        "stage_missing", at: target.place,
        [
          "stage": target.stage, "pack": new.id,
          "known": ids(new.procedure(id)?.stages.map(\.id) ?? []),
        ])
    }
    guard procedure.isMain == proceeding.isMain else {
      throw refuse("procedure_kind", at: section, ["from": proceeding.procedure, "to": id])
    }
    let stages = renamed(proceeding, in: procedure)
    if proceeding.isEnded {
      var entry = proceeding.entry
      entry.stage = stage.id
      return Migrated.Place(
        procedure: id, left: proceeding.stage, entry: entry, stages: stages)
    }
    guard stage.ends == nil else {
      throw refuse("ends", at: target.place, ["from": proceeding.stage, "to": stage.id])
    }
    try checkInputs(of: proceeding, under: procedure, table, at: section)
    let entry = try entry(
      of: proceeding, at: stage, under: procedure, target.deadline ?? map.deadlines, table,
      at: target.place)
    return Migrated.Place(procedure: id, left: proceeding.stage, entry: entry, stages: stages)
  }

  /// What the stages that a proceeding has seen are called from now on.
  private func renamed(
    _ proceeding: Proceeding, in procedure: Procedure
  ) -> [String: String] {
    var names: [String: String] = [:]
    for old in Set(proceeding.visited + proceeding.paused.keys) {
      guard let target = map.target(of: old, in: proceeding.procedure),
        procedure.stage(target.stage) != nil, target.stage != old
      else { continue }
      names[old] = target.stage
    }
    return names
  }

  /// Owner, clock and due date under the new pack.
  private func entry(
    of proceeding: Proceeding, at stage: Stage, under procedure: Procedure,
    _ choice: StateMap.DeadlineChoice, _ table: DecisionTable, at place: Problem.Place
  ) throws(Problems) -> StageEntry {
    var entry = table.entry(
      to: stage, of: procedure, action: nil, paused: nil, inputs: proceeding.inputs,
      facts: table.sheet)
    guard choice != .carried else {
      entry.deadline = proceeding.entry.deadline
      return entry
    }
    guard let rule = stage.due else { return entry }
    if case .practice(let item) = rule.measure, !map.takesSuggestions,
      table.context.practice.items[item]?.since == nil
    {
      throw Problems([
        Problem(
          "migration.practice", at: place,
          [
            "item": item, "pack": new.id, "stage": stage.id,
            "on": "\(table.context.on)",
          ])
      ])
    }
    if choice == .fromEntry {
      let scope = table.scope(inputs: proceeding.inputs, entered: proceeding.enteredOn)
      entry.deadline = table.counter.deadline(
        of: rule, enteredOn: proceeding.enteredOn, in: scope)
    }
    guard entry.deadline != nil else {
      throw Problems([
        Problem(
          "migration.deadline_unknown", at: place,
          ["stage": stage.id, "pack": new.id, "cites": rule.cites])
      ])
    }
    return entry
  }

  /// What the expressions of the new procedure read of the proceeding has to be there, of its type.
  private func checkInputs(
    of proceeding: Proceeding, under procedure: Procedure, _ table: DecisionTable,
    at place: Problem.Place
  ) throws(Problems) {
    let given = proceeding.inputs.filter { new.input($0.key) != nil }
    let refusals = table.inputRefusals(
      needs: procedure.opening?.needs ?? [], mayHave: new.inputs.map(\.id), given: given,
      cites: [], isProbing: false)
    guard refusals.isEmpty else {
      throw Problems(
        refusals.map { refusal in
          Problem(
            "migration.input", at: place,
            [
              "procedure": procedure.id, "pack": new.id,
              "input": refusal.arguments["input"] ?? "",
            ])
        })
    }
  }

  private func ids(_ list: [String]) -> String { list.joined(separator: ", ") }
}
