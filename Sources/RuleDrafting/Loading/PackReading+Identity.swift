import Quantities
import RulePacks

/// `pack.yaml`: who issued what and when, its articles, and the names that the other files use.
extension PackReading {
  /// The pack with what `pack.yaml` says; the other parts are still empty.
  mutating func identity(_ root: YAMLNode, folder: String?) -> RulePack? {
    guard let map = yaml.map(root, .pack) else { return nil }
    let id = yaml.identifier("id", of: map)
    if let folder, folder != id, let node = map["id"] {
      yaml.report("pack.id.folder", at: node.place, ["id": id, "folder": folder])
    }
    let language = yaml.integer(map["language"]).map { Int(clamping: $0) } ?? 0
    if let node = map["language"], language != 1 {
      yaml.report("pack.language.unknown", at: node.place, ["language": "\(language)"])
    }
    let articles = articles(map["articles"])
    let owners = owners(map["owners"])
    let inputs = inputs(map["inputs"])
    names.inputs = Dictionary(inputs.map { ($0.id, $0.type) }) { first, _ in first }
    return RulePack(
      id: id, language: language, title: yaml.bilingual("title", of: map),
      number: yaml.text(map["number"]), issuer: yaml.bilingual("issuer", of: map),
      city: city(map), caseNumberPrefix: caseNumberPrefix(map), validity: validity(map["in_force"]),
      articles: articles, naming: naming(map["naming"]), owners: owners, inputs: inputs,
      conditions: [], grounds: [], procedures: [], practice: [],
      questions: questions(map["questions"]), materials: [], lawHash: "")
  }

  private mutating func city(_ map: YAMLMap) -> String {
    let city = yaml.text("city", of: map)
    let isCode = city.utf8.count == 6 && city.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if let node = map["city"], !isCode {
      yaml.report("pack.city.form", at: node.place, ["value": city])
    }
    return city
  }

  private mutating func caseNumberPrefix(_ map: YAMLMap) -> String {
    let prefix = yaml.text("case_number_prefix", of: map)
    let isPlain =
      (1...6).contains(prefix.utf8.count)
      && prefix.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    if let node = map["case_number_prefix"], !isPlain {
      yaml.report("pack.case_number_prefix.form", at: node.place, ["value": prefix])
    }
    return prefix
  }

  private mutating func validity(_ node: YAMLNode?) -> Validity {
    let blank = Validity(
      published: nil, from: nil, to: nil, isInterim: false, isHistorical: false, reliedOn: nil)
    guard let node, let map = yaml.map(node, .validity) else { return blank }
    places.note("in_force", at: node.place)
    let from = yaml.date(map["from"])
    let to = yaml.date(map["to"])
    if let from, let to, to < from, let node = map["to"] {
      yaml.report("pack.in_force.order", at: node.place, ["from": "\(from)", "to": "\(to)"])
    }
    return Validity(
      published: yaml.date(map["published"]), from: from, to: to,
      isInterim: yaml.flag("interim", of: map, default: false),
      isHistorical: yaml.flag("historical", of: map, default: false),
      reliedOn: reliance(map["relied_on"]), registration: yaml.text(map["registration"]),
      verifiedOn: yaml.date(map["verified_on"]))
  }

  private mutating func reliance(_ node: YAMLNode?) -> Validity.Reliance? {
    guard let node, let map = yaml.map(node, .reliance) else { return nil }
    let by = yaml.bilingual("by", of: map)
    return yaml.date(map["date"]).map { Validity.Reliance(date: $0, by: by) }
  }

  private mutating func naming(_ node: YAMLNode?) -> Naming? {
    guard let node, let map = yaml.map(node, .naming) else { return nil }
    return Naming(
      cites: citation("cites", of: map), prefix: yaml.text("prefix", of: map),
      suffix: yaml.text("suffix", of: map), englishPrefix: yaml.text(map["english_prefix"]),
      provisionalSuffix: yaml.text(map["provisional_suffix"]))
  }

  // MARK: Articles, owners, inputs

  private mutating func articles(_ node: YAMLNode?) -> [Article] {
    var articles: [Article] = []
    for entry in yaml.entries(node) {
      places.note("articles.\(entry.key)", at: entry.place)
      guard let map = yaml.map(entry.value, .article) else { continue }
      articles.append(
        Article(
          key: entry.key, gist: yaml.bilingual("gist", of: map),
          kind: yaml.option(map["kind"], of: Article.Kind.self) ?? .information,
          isJudgement: yaml.flag("judgement", of: map, default: false)))
    }
    return articles
  }

  private mutating func owners(_ node: YAMLNode?) -> [Owner] {
    var owners: [Owner] = []
    var used: Set<String> = []
    for item in yaml.items(node) {
      guard let map = yaml.map(item, .owner) else { continue }
      let id = yaml.identifier("id", of: map)
      claim(id, in: &used, at: map["id"]?.place ?? item.place)
      places.note("owners.\(id)", at: item.place)
      owners.append(
        Owner(
          id: id, label: yaml.bilingual("label", of: map),
          roles: yaml.options(map["roles"], of: Role.self),
          isOutside: yaml.flag("outside", of: map, default: false)))
    }
    return owners
  }

  private mutating func inputs(_ node: YAMLNode?) -> [Input] {
    var inputs: [Input] = []
    for entry in yaml.entries(node) {
      yaml.checkIdentifier(entry.key, at: entry.place)
      places.note("inputs.\(entry.key)", at: entry.place)
      guard let map = yaml.map(entry.value, .input) else { continue }
      let label = yaml.bilingual("label", of: map)
      guard let (type, options) = yaml.valueType(of: map) else { continue }
      let minimum = bound(map["minimum"], of: type)
      let maximum = bound(map["maximum"], of: type)
      if let minimum, let maximum, maximum < minimum, let node = map["maximum"] {
        yaml.report("pack.input.bounds", at: node.place)
      }
      inputs.append(
        Input(
          id: entry.key, label: label, type: type, options: options, minimum: minimum,
          maximum: maximum))
    }
    return inputs
  }

  /// A bound of a number as the type keeps it: scores in hundredths.
  private mutating func bound(_ node: YAMLNode?, of type: ValueType) -> Int64? {
    guard case .count(let unit) = type, unit == .point else { return yaml.integer(node) }
    guard case .count(let number, _)? = yaml.value(node, as: type) else { return nil }
    return number
  }

  // MARK: Questions

  private mutating func questions(_ node: YAMLNode?) -> [Question] {
    var questions: [Question] = []
    var used: Set<String> = []
    for item in yaml.items(node) {
      guard let map = yaml.map(item, .question) else { continue }
      let id = yaml.identifier("id", of: map)
      claim(id, in: &used, at: map["id"]?.place ?? item.place)
      places.note("questions.\(id)", at: item.place)
      let same = yaml.texts(map["same"]).filter { fact($0.text, at: $0.place) != nil }.map(\.text)
      questions.append(
        Question(
          id: id, subject: yaml.option(map["asks"], of: Question.Subject.self) ?? .count,
          same: same, samePrefix: prefixes(map["same_prefix"]),
          having: having(map["having"]), before: orderedFacts(map["before"]),
          reached: references(map["reached"], to: "stage", among: names.mainStages),
          standing: references(map["standing"], to: "stage", among: names.mainStages),
          ended: yaml.options(map["ended"], of: EndKind.self),
          isLiveOnly: yaml.flag("live_only", of: map, default: false),
          isSamePackOnly: yaml.flag("same_pack_only", of: map, default: true)))
    }
    return questions
  }

  /// Facts that stand in an order: dates and counts.
  private mutating func orderedFacts(_ node: YAMLNode?) -> [FactPath] {
    yaml.texts(node).compactMap { path, place in
      guard let field = fact(path, at: place) else { return nil }
      switch field.type {
      case .date, .count, .year: return path
      default:
        yaml.report(
          "pack.question.order", at: place, ["name": path, "type": field.type.name])
        return nil
      }
    }
  }

  private mutating func prefixes(_ node: YAMLNode?) -> [FactPath: Int] {
    var prefixes: [FactPath: Int] = [:]
    for entry in yaml.entries(node) {
      guard fact(entry.key, at: entry.place) != nil,
        let length = yaml.integer(entry.value).flatMap({ Int(exactly: $0) })
      else { continue }
      if length < 1 { yaml.report("pack.question.prefix", at: entry.value.place) }
      prefixes[entry.key] = length
    }
    return prefixes
  }

  private mutating func having(_ node: YAMLNode?) -> [FactPath: Value] {
    var having: [FactPath: Value] = [:]
    for entry in yaml.entries(node) {
      guard let field = fact(entry.key, at: entry.place) else { continue }
      having[entry.key] = yaml.value(entry.value, as: field.type)
    }
    return having
  }

  /// The field of a fact of a record; nil, with a problem, where there is none.
  mutating func fact(_ path: FactPath, at place: Problem.Place) -> Vocabulary.Field? {
    if let (group, field) = vocabulary.field(at: path), group.shape == .record { return field }
    unknown("fact", path, at: place, among: vocabulary.recordPaths)
    return nil
  }
}

extension Vocabulary {
  /// The paths of all facts that stand in records.
  var recordPaths: [FactPath] {
    groups.filter { $0.shape == .record }.flatMap { group in
      group.fields.map { group.name.isEmpty ? $0.name : "\(group.name).\($0.name)" }
    }
  }
}
