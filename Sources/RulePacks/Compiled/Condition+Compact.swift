extension Condition: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    applies = try map.optional("applies")
    cites = try map.value("cites")
    exceptions = try map.value("exceptions")
    force = try map.value("force")
    hint = try map.optional("hint")
    id = try map.value("id")
    judgedBy = try map.optional("judgedBy")
    label = try map.value("label")
    requires = try map.optional("requires")
    shows = try map.optional("shows")
    testedAt = try map.value("testedAt")
    waivableBy = try map.optional("waivableBy")
    waivableWhen = try map.optional("waivableWhen")
  }
}

extension Condition.Judge: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    owner = try map.value("owner")
    stage = try map.value("stage")
  }
}

extension Condition.Exception: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    applies = try map.value("applies")
    cites = try map.value("cites")
    effect = try map.value("effect")
  }
}

extension Ground: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    alerts = try map.optional("alerts")
    alsoCites = try map.optional("alsoCites")
    cites = try map.value("cites")
    id = try map.value("id")
    label = try map.value("label")
    weighs = try map.optional("weighs")
  }
}

extension Moment: CompactReadable {}
extension Force: CompactReadable {}
extension Condition.Exception.Effect: CompactReadable {}
