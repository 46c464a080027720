extension Action: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    cites = try map.value("cites")
    due = try map.optional("due")
    guards = try map.value("guards")
    id = try map.value("id")
    isDeciding = try map.value("isDeciding")
    isPublic = try map.value("isPublic")
    isReturn = try map.value("isReturn")
    label = try map.value("label")
    mayHave = try map.value("mayHave")
    movesMainTo = try map.optional("movesMainTo")
    needs = try map.value("needs")
    opens = try map.value("opens")
    passes = try map.value("passes")
    roles = try map.value("roles")
    separateFrom = try map.value("separateFrom")
    sets = try map.value("sets")
    terms = try map.optional("terms")
    to = try map.value("to")
  }
}

extension Guard: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    cites = try map.optional("cites")
    id = try map.value("id")
    label = try map.value("label")
    requires = try map.value("requires")
    until = try map.optional("until")
  }
}

extension FactSetting: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    path = try map.value("path")
    value = try map.value("value")
  }
}

extension OpeningEffect: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    inputs = try map.value("inputs")
    procedure = try map.value("procedure")
    when = try map.optional("when")
  }
}

extension ActionTerms: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    after = try map.optional("after") ?? []
    afterAny = try map.optional("afterAny") ?? []
    agreedBy = try map.optional("agreedBy") ?? []
    atMost = try map.optional("atMost")
    barredWhile = try map.optional("barredWhile") ?? []
    checks = try map.optional("checks") ?? []
    clears = try map.optional("clears") ?? []
    closes = try map.optional("closes") ?? []
    isSilence = try map.optional("isSilence") ?? false
    restores = try map.optional("restores") ?? false
    separationUnless = try map.optional("separationUnless")
  }
}

extension DeadlineRule: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    anchor = try map.optional("anchor")
    cites = try map.value("cites")
    countsFirstDay = try map.value("countsFirstDay")
    measure = try map.value("measure")
    rolls = try map.value("rolls")
  }
}

extension EndedRun: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    procedure = try map.value("procedure")
    stages = try map.value("stages")
  }
}

extension OpeningTerms: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    about = try map.optional("about")
    barredWhile = try map.optional("barredWhile") ?? []
    isByAction = try map.optional("isByAction") ?? false
    reopensAfter = try map.optional("reopensAfter") ?? []
  }
}

extension Procedure: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    cites = try map.value("cites")
    id = try map.value("id")
    isMain = try map.value("isMain")
    label = try map.value("label")
    opening = try map.optional("opening")
    spine = try map.value("spine")
    stages = try map.value("stages")
    start = try map.value("start")
    takeOverStages = try map.value("takeOverStages")
    view = try map.optional("view")
  }
}

extension Procedure.Opening: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    cites = try map.value("cites")
    during = try map.value("during")
    guards = try map.value("guards")
    isRepeatable = try map.value("isRepeatable")
    key = try map.optional("key")
    label = try map.value("label")
    mayHave = try map.value("mayHave")
    needs = try map.value("needs")
    roles = try map.value("roles")
    sets = try map.value("sets")
    terms = try map.optional("terms")
  }
}

extension Stage: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    actions = try map.value("actions")
    cites = try map.value("cites")
    due = try map.optional("due")
    ends = try map.optional("ends")
    id = try map.value("id")
    isRoster = try map.value("isRoster")
    label = try map.value("label")
    owner = try map.optional("owner")
    resumption = try map.value("resumption")
    view = try map.optional("view")
  }
}

extension Stage.Resumption: CompactReadable {}
extension EndKind: CompactReadable {}
