extension RulePack: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    articles = try map.value("articles")
    caseNumberPrefix = try map.value("caseNumberPrefix")
    city = try map.value("city")
    conditions = try map.value("conditions")
    definitions = try map.optional("definitions")
    grounds = try map.value("grounds")
    id = try map.value("id")
    inputs = try map.value("inputs")
    issuer = try map.value("issuer")
    language = try map.value("language")
    lawHash = try map.value("lawHash")
    materials = try map.value("materials")
    naming = try map.optional("naming")
    number = try map.optional("number")
    owners = try map.value("owners")
    practice = try map.value("practice")
    procedures = try map.value("procedures")
    questions = try map.value("questions")
    title = try map.value("title")
    transition = try map.optional("transition")
    validity = try map.value("validity")
  }
}

extension Definition: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    id = try map.value("id")
    label = try map.value("label")
    source = try map.value("source")
  }
}

extension Validity: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    from = try map.optional("from")
    isHistorical = try map.value("isHistorical")
    isInterim = try map.value("isInterim")
    published = try map.optional("published")
    registration = try map.optional("registration")
    reliedOn = try map.optional("reliedOn")
    to = try map.optional("to")
    verifiedOn = try map.optional("verifiedOn")
  }
}

extension Validity.Reliance: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    by = try map.value("by")
    date = try map.value("date")
  }
}

extension Article: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    gist = try map.value("gist")
    isJudgement = try map.value("isJudgement")
    key = try map.value("key")
    kind = try map.value("kind")
  }
}

extension Naming: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    cites = try map.value("cites")
    englishPrefix = try map.optional("englishPrefix")
    prefix = try map.value("prefix")
    provisionalSuffix = try map.optional("provisionalSuffix")
    suffix = try map.value("suffix")
  }
}

extension Owner: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    id = try map.value("id")
    isOutside = try map.value("isOutside")
    label = try map.value("label")
    roles = try map.value("roles")
  }
}

extension Question: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    before = try map.optional("before") ?? []
    ended = try map.optional("ended") ?? []
    having = try map.value("having")
    id = try map.value("id")
    isLiveOnly = try map.value("isLiveOnly")
    isSamePackOnly = try map.value("isSamePackOnly")
    reached = try map.value("reached")
    same = try map.value("same")
    samePrefix = try map.value("samePrefix")
    standing = try map.optional("standing") ?? []
    subject = try map.optional("subject") ?? .count
  }
}

extension Transition: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    clauses = try map.value("clauses")
    concerns = try map.value("concerns")
  }
}

extension Transition.Clause: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    cites = try map.value("cites")
    covers = try map.value("covers")
    label = try map.value("label")
  }
}

extension MaterialRequirement: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    applies = try map.optional("applies")
    cites = try map.optional("cites")
    isRequired = try map.value("isRequired")
    isSealed = try map.value("isSealed")
    kind = try map.value("kind")
    label = try map.value("label")
    moment = try map.value("moment")
  }
}

extension Input: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    id = try map.value("id")
    label = try map.value("label")
    maximum = try map.optional("maximum")
    minimum = try map.optional("minimum")
    options = try map.value("options")
    type = try map.value("type")
  }
}

extension PracticeItem: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    cites = try map.value("cites")
    countsFirstDay = try map.value("countsFirstDay")
    id = try map.value("id")
    label = try map.value("label")
    note = try map.optional("note")
    options = try map.value("options")
    suggested = try map.value("suggested")
    type = try map.value("type")
  }
}

extension Article.Kind: CompactReadable {}
extension Question.Subject: CompactReadable {}
extension Role: CompactReadable {}
