import RulePacks

/// Which facts of the vocabulary a pack reads, asks other cases about, or sets.
struct UsedFacts {
  /// Paths and groups, rows left out.
  private var used: Set<FactPath> = []

  /// Looks at every expression of a pack.
  init(of pack: RulePack) {
    read(pack.conditions.flatMap(\.expressions))
    read(pack.grounds.map(\.alerts))
    read(pack.materials.map(\.applies))
    read([pack.transition?.concerns])
    read((pack.transition?.clauses ?? []).map(\.covers))
    for question in pack.questions {
      used.formUnion(question.same)
      used.formUnion(question.samePrefix.keys)
      used.formUnion(question.having.keys)
      used.formUnion(question.before)
    }
    for procedure in pack.procedures {
      read(procedure.opening?.expressions ?? [])
      set(procedure.opening?.sets ?? [])
      for stage in procedure.stages {
        read(stage.due?.expressions ?? [])
        for action in stage.actions {
          read(action.expressions)
          set(action.sets)
        }
      }
    }
  }

  /// The fields of a vocabulary that are not among them.
  func unused(in vocabulary: Vocabulary) -> [FactPath] {
    vocabulary.groups.flatMap { group in
      group.fields.map { group.name.isEmpty ? $0.name : "\(group.name).\($0.name)" }
    }.filter { !used.contains($0) }
  }

  private mutating func read(_ expressions: [Expression?]) {
    for expression in expressions { used.formUnion(expression?.facts ?? []) }
  }

  private mutating func set(_ settings: [FactSetting]) {
    used.formUnion(settings.map { Self.withoutRow($0.path) })
  }

  private static func withoutRow(_ path: FactPath) -> FactPath {
    guard let open = path.firstIndex(of: "["), let close = path.firstIndex(of: "]"), open < close
    else { return path }
    return String(path[..<open] + path[path.index(after: close)...])
  }
}
