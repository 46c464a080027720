import Quantities
import RulePacks

/// The reading of one notice: what it declares so far, and all problems.
struct CampaignReading {
  /// Reads what packs and notices have in common.
  var reading: PackReading
  /// The pack that the notice extends.
  let pack: RulePack
  /// The ids of the departments; none leaves them unchecked.
  let departments: [String]
  /// The procedure that is run.
  var procedure: Procedure?

  /// What is wrong, and the nodes.
  var yaml: YAMLReader {
    get { reading.yaml }
    set { reading.yaml = newValue }
  }
  /// Where the parts stand.
  var places: PackPlaces { reading.places }

  init(pack: RulePack, vocabulary: Vocabulary, departments: [String]) {
    self.pack = pack
    self.departments = departments
    reading = PackReading(vocabulary: vocabulary)
    reading.yaml = YAMLReader(prefix: "campaign.yaml")
    reading.names.owners = Set(pack.owners.map(\.id))
    reading.names.practice = Dictionary(pack.practice.map { ($0.id, $0) }) { first, _ in first }
    reading.names.questions = Set(pack.questions.map(\.id))
    let definitions = pack.definitions ?? []
    reading.names.definitions = Dictionary(definitions.map { ($0.id, $0) }) { first, _ in first }
    for procedure in pack.procedures {
      var outline = PackNames.ProcedureOutline()
      outline.isMain = procedure.isMain
      outline.stages = Set(procedure.stages.map(\.id))
      outline.actions = Set(procedure.stages.flatMap(\.actions).map(\.id))
      reading.names.procedures[procedure.id] = outline
    }
  }

  /// The notice; nil where its file could not be read.
  mutating func notice(_ sources: [SourceFile]) -> CampaignNotice? {
    var main: YAMLNode?
    var beside: [String: YAMLNode] = [:]
    var folder: String?
    for source in sources.sorted(by: { $0.path < $1.path }) {
      let parts = source.components
      if parts.contains("tests") { continue }
      guard let root = yaml.document(source) else { return nil }
      switch parts.last {
      case "conditions.yaml", "outline.yaml", "tables.yaml": beside[source.stem] = root
      case "campaign.yaml":
        folder = parts.dropLast().last
        main = root
      default:
        if main == nil { main = root } else { yaml.report("campaign.file.unknown", at: root.place) }
      }
    }
    guard let main else {
      yaml.report(
        "campaign.file.missing", at: Problem.Place(file: "campaign.yaml"),
        ["file": "campaign.yaml"])
      return nil
    }
    guard var notice = identity(main, folder: folder) else { return nil }
    let map = YAMLMap(place: main.place, entries: main.entries ?? [])
    notice.inputs = inputs(map["inputs"])
    notice.cohort = map["cohort"].flatMap { cohort($0) }
    notice.windows = windows(of: map)
    notice.completion = map["completion"].flatMap { completion($0, notice.windows) }
    readConditions(beside["conditions"], map, into: &notice)
    notice.gates = gates(map["gates"], notice.conditions)
    notice.outcomes = outcomes(map["outcomes"])
    notice.subjects = subjects(map["subjects"])
    notice.outline = beside["outline"].map { outline($0) } ?? []
    notice.tables = beside["tables"].map { tables($0) } ?? []
    notice.quotas = quotas(map["quotas"])
    notice.lawHash = CampaignLaw.hash(of: notice)
    return notice
  }

  // MARK: Identity

  private mutating func identity(_ root: YAMLNode, folder: String?) -> CampaignNotice? {
    guard let map = yaml.map(root, .campaign) else { return nil }
    let id = yaml.text("id", of: map)
    if let folder, folder != id, folder != ".", let node = map["id"] {
      yaml.report("pack.id.folder", at: node.place, ["id": id, "folder": folder])
    }
    if let node = map["language"], yaml.integer(node) != 1 {
      yaml.report("pack.language.unknown", at: node.place, ["language": node.text ?? ""])
    }
    if let node = map["extends"] ?? map["pack"], let name = yaml.text(node), name != pack.id {
      yaml.wrongOption(name, at: node.place, among: [pack.id])
    }
    let articles = articles(map["articles"])
    reading.names.articles = Set(articles.map(\.key))
    let named = map["procedure"].flatMap { yaml.text($0) } ?? pack.mainProcedure?.id ?? ""
    procedure = pack.procedure(named)
    if procedure == nil {
      yaml.wrongOption(
        named, at: map["procedure"]?.place ?? root.place, among: pack.procedures.map(\.id))
    }
    var notice = CampaignNotice(
      id: id, title: yaml.bilingual("title", of: map), pack: pack.id, procedure: named,
      year: yaml.integer(map["year"]).map { Int(clamping: $0) } ?? 0,
      number: map["number"] == nil ? 1 : yaml.integer(map["number"]).map { Int(clamping: $0) } ?? 1)
    notice.issuer = yaml.bilingual(ifPresent: "issuer", of: map)
    notice.documentNumber = yaml.text(map["document_number"])
    notice.published = yaml.date(map["published"])
    notice.articles = articles
    if map["cohort"] != nil, procedure?.isMain == true {
      yaml.report("campaign.cohort.main", at: map["cohort"]?.place ?? root.place, ["id": named])
    }
    return notice
  }

  private mutating func articles(_ node: YAMLNode?) -> [Article] {
    var articles: [Article] = []
    for entry in yaml.entries(node) {
      reading.places.note("articles.\(entry.key)", at: entry.place)
      guard let map = yaml.map(entry.value, .article) else { continue }
      articles.append(
        Article(
          key: entry.key, gist: yaml.bilingual("gist", of: map),
          kind: yaml.option(map["kind"], of: Article.Kind.self) ?? .information,
          isJudgement: yaml.flag("judgement", of: map, default: false)))
    }
    return articles
  }

  private mutating func inputs(_ node: YAMLNode?) -> [String: Value] {
    let opening = procedure?.opening
    var values: [String: Value] = [:]
    for entry in yaml.entries(node) {
      guard let input = pack.input(entry.key),
        opening.map({ ($0.needs + $0.mayHave).contains(entry.key) }) ?? false
      else {
        reading.unknown(
          "input", entry.key, at: entry.place, among: (opening?.needs ?? []))
        continue
      }
      values[entry.key] = yaml.value(entry.value, as: input.type)
    }
    return values
  }

  private mutating func quotas(_ node: YAMLNode?) -> [String: Int] {
    var quotas: [String: Int] = [:]
    for entry in yaml.entries(node) {
      checkDepartment(entry.key, at: entry.place)
      quotas[entry.key] = yaml.integer(entry.value).map { Int(clamping: $0) }
      if let quota = quotas[entry.key], quota < 0 {
        yaml.report("campaign.quota", at: entry.value.place, ["found": "\(quota)"])
      }
    }
    return quotas
  }

  private mutating func checkDepartment(_ id: String, at place: Problem.Place) {
    if !departments.isEmpty, !departments.contains(id) {
      yaml.wrongOption(id, at: place, among: departments)
    }
  }

  // MARK: Helpers of the other parts

  /// The citations of one text or a list; a notice without articles cites none.
  mutating func citations(_ node: YAMLNode?) -> [Citation] { reading.citations(node) }

  /// The citations of a key; it has to be there where the notice lists articles.
  mutating func citations(_ key: String, of map: YAMLMap) -> [Citation] {
    if map.node(key) == nil, !reading.names.articles.isEmpty { yaml.missing(key, of: map.place) }
    return citations(map[key])
  }

  /// An expression over facts, practice and dates.
  mutating func expression(_ node: YAMLNode?, as type: ValueType = .boolean) -> Expression? {
    reading.expression(node, reading.environment(expecting: type))
  }
}
