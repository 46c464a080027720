extension CampaignNotice: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    articles = try map.value("articles")
    cohort = try map.optional("cohort")
    completion = try map.optional("completion")
    conditions = try map.value("conditions")
    documentNumber = try map.optional("documentNumber")
    gates = try map.value("gates")
    id = try map.value("id")
    inputs = try map.value("inputs")
    issuer = try map.optional("issuer")
    lawHash = try map.value("lawHash")
    materials = try map.value("materials")
    number = try map.value("number")
    outcomes = try map.value("outcomes")
    outline = try map.value("outline")
    pack = try map.value("pack")
    procedure = try map.value("procedure")
    published = try map.optional("published")
    quotas = try map.value("quotas")
    subjects = try map.value("subjects")
    tables = try map.value("tables")
    title = try map.value("title")
    windows = try map.value("windows")
    year = try map.value("year")
  }
}

extension CampaignCompletion: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    cites = try map.value("cites")
    complete = try map.value("complete")
    incomplete = try map.value("incomplete")
    steps = try map.value("steps")
  }
}

extension CampaignCompletion.Step: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    doneOn = try map.value("doneOn")
    isWithin = try map.value("isWithin")
    window = try map.value("window")
  }
}

extension CampaignSubject: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    cites = try map.value("cites")
    label = try map.value("label")
  }
}

extension OutlineSection: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    cites = try map.value("cites")
    id = try map.value("id")
    label = try map.value("label")
    points = try map.value("points")
  }
}

extension OutlineSection.Point: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    conditions = try map.value("conditions")
    label = try map.value("label")
  }
}

extension CampaignTable: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    cites = try map.value("cites")
    columns = try map.value("columns")
    id = try map.value("id")
    rows = try map.value("rows")
    title = try map.value("title")
    when = try map.optional("when")
  }
}

extension CampaignTable.Column: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    content = try map.value("content")
    label = try map.value("label")
  }
}

extension CampaignWindow: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    beside = try map.value("beside")
    cites = try map.value("cites")
    follows = try map.optional("follows")
    from = try map.optional("from")
    hint = try map.optional("hint")
    id = try map.value("id")
    label = try map.value("label")
    owner = try map.optional("owner")
    sharesDay = try map.value("sharesDay")
    stage = try map.optional("stage")
    to = try map.value("to")
  }
}

extension CampaignOutcome: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    cites = try map.value("cites")
    completion = try map.optional("completion")
    id = try map.value("id")
    label = try map.value("label")
    options = try map.value("options")
    says = try map.value("says")
    when = try map.optional("when")
  }
}

extension CampaignOutcome.Option: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    action = try map.optional("action")
    label = try map.value("label")
    opens = try map.optional("opens")
    when = try map.optional("when")
  }
}

extension CampaignGate: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    action = try map.value("action")
    conditions = try map.value("conditions")
    stage = try map.value("stage")
  }
}

extension Cohort: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    cites = try map.value("cites")
    members = try map.value("members")
    otherwise = try map.value("otherwise")
    outside = try map.value("outside")
  }
}

extension Cohort.Rule: CompactMapped {
  init(_ map: inout CompactMap) throws(CompactDamage) {
    cites = try map.value("cites")
    id = try map.value("id")
    label = try map.value("label")
    when = try map.value("when")
  }
}

extension CampaignTable.Rows: CompactReadable {}
