import Quantities
import RulePacks

/// The reading of one pack: the names known so far, and all problems.
struct PackReading {
  /// The facts that there are.
  let vocabulary: Vocabulary
  /// Reads nodes and keeps the problems.
  var yaml = YAMLReader(prefix: "pack.yaml")
  /// What the pack declares.
  var names = PackNames()
  /// Where its parts stand.
  var places = PackPlaces()

  /// A reading against a vocabulary.
  init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The pack; nil where `pack.yaml` could not be read.
  mutating func pack(_ files: PackFiles) -> RulePack? {
    guard let identity = files.identity else { return nil }
    gatherNames(files)
    guard var pack = self.identity(identity, folder: files.folder) else { return nil }
    pack.practice = files.practice.map { practice($0) } ?? []
    names.practice = Dictionary(pack.practice.map { ($0.id, $0) }) { first, _ in first }
    readDefinitions(files.conditions, into: &pack)
    readMaterials(identity, into: &pack)
    readTransition(identity, into: &pack)
    if let root = files.conditions { conditions(root, into: &pack) }
    pack.procedures = files.procedures.compactMap { procedure($0.root, id: $0.id) }
    checkMain(pack.procedures, at: identity.place)
    pack.lawHash = LawHash.of(pack)
    return pack
  }

  /// Drops what is reported only because another file could not be read.
  mutating func dropWhatFollowsFromMissingFiles() {
    let consequences = ["pack.procedure.main_missing", "pack.action.moment_without_conditions"]
    yaml.problems.removeAll { problem in
      problem.code.hasPrefix("pack.unknown.") || problem.code.hasPrefix("pack.expression.unknown_")
        || consequences.contains(problem.code)
    }
  }

  // MARK: Names

  private mutating func gatherNames(_ files: PackFiles) {
    let identity = files.identity
    names.articles = Set(identity?["articles"]?.entries?.map(\.key) ?? [])
    names.owners = Set(identity?["owners"]?.items?.compactMap { $0["id"]?.text } ?? [])
    let questions = identity?["questions"]?.items ?? []
    names.questions = Set(questions.compactMap { $0["id"]?.text })
    names.dateQuestions = Set(
      questions.filter { $0["asks"]?.text == Question.Subject.latestEnd.rawValue }
        .compactMap { $0["id"]?.text })
    for (id, root) in files.procedures { names.procedures[id] = PackNames.outline(of: root) }
    for condition in files.conditions?["conditions"]?.items ?? [] {
      names.moments.formUnion(condition["tested_at"].map(PackNames.names) ?? [])
    }
  }

  private mutating func checkMain(_ procedures: [Procedure], at place: Problem.Place) {
    let main = procedures.filter(\.isMain)
    if main.isEmpty {
      yaml.report("pack.procedure.main_missing", at: place)
    }
    for extra in main.dropFirst() {
      yaml.report(
        "pack.procedure.main_several", at: places["procedures.\(extra.id)"],
        ["id": extra.id, "first": main[0].id])
    }
  }

  // MARK: References

  /// A citation that has to be there.
  mutating func citation(_ key: String, of map: YAMLMap) -> Citation {
    let cites = citations(map[key])
    if map.node(key) == nil { yaml.missing(key, of: map.place) }
    if cites.count > 1, let node = map[key] {
      yaml.report("pack.citation.several", at: node.place, ["value": cites.joined(separator: ", ")])
    }
    return cites.first ?? ""
  }

  /// A citation that may be missing.
  mutating func citation(ifPresent key: String, of map: YAMLMap) -> Citation? {
    map[key] == nil ? nil : citation(key, of: map)
  }

  /// The citations of one text or a list, each among the articles.
  mutating func citations(_ node: YAMLNode?) -> [Citation] {
    var keys: [Citation] = []
    for (key, place) in yaml.texts(node) {
      if !names.articles.contains(key) {
        unknown("citation", key, at: place, among: names.articles)
      } else if keys.contains(key) {
        yaml.report("pack.id.duplicate", at: place, ["id": key])
      }
      keys.append(key)
    }
    return keys
  }

  /// Names that each have to be among the declared ones.
  mutating func references(
    _ node: YAMLNode?, to kind: String, among known: some Sequence<String>
  ) -> [String] {
    let known = Set(known)
    var found: [String] = []
    for (name, place) in yaml.texts(node) {
      if !known.contains(name) {
        unknown(kind, name, at: place, among: known)
      } else if found.contains(name) {
        yaml.report("pack.id.duplicate", at: place, ["id": name])
      }
      found.append(name)
    }
    return found
  }

  /// One name that has to be among the declared ones; nil where the key is missing.
  mutating func reference(
    _ node: YAMLNode?, to kind: String, among known: some Sequence<String>
  ) -> String? {
    guard let node, let name = yaml.text(node) else { return nil }
    if !known.contains(name) { unknown(kind, name, at: node.place, among: known) }
    return name
  }

  /// Keeps that a name is not declared: `pack.unknown.stage` and the like.
  mutating func unknown(
    _ kind: String, _ name: String, at place: Problem.Place, among known: some Sequence<String>
  ) {
    var arguments = ["name": name]
    arguments["suggestion"] = Suggestion.nearest(to: name, among: known)
    yaml.report("pack.unknown.\(kind)", at: place, arguments)
  }

  /// Keeps that an id was used before; true where it is new.
  @discardableResult
  mutating func claim(_ id: String, in used: inout Set<String>, at place: Problem.Place) -> Bool {
    guard !id.isEmpty else { return true }
    let isNew = used.insert(id).inserted
    if !isNew { yaml.report("pack.id.duplicate", at: place, ["id": id]) }
    return isNew
  }

  // MARK: Expressions

  /// An expression; nil where it is missing or wrong.
  mutating func expression(
    _ node: YAMLNode?, _ environment: ParsingEnvironment
  ) -> Expression? {
    guard let node, let text = yaml.text(node) else { return nil }
    if case .scalar(_, .folded) = node.content {
      yaml.report("pack.expression.folded", at: node.place)
      return nil
    }
    do throws(Problems) {
      return try ExpressionParser.parse(
        text, vocabulary: vocabulary, environment: environment, at: node.textPlace)
    } catch {
      let own = error.list.filter { problem in
        problem.arguments["definition"].map(names.brokenDefinitions.contains) != true
      }
      yaml.problems += own.map { problem in
        var problem = problem
        problem.place.field = node.place.field
        return problem
      }
      return nil
    }
  }

  /// What expressions outside procedures may use.
  func environment(expecting type: ValueType? = nil) -> ParsingEnvironment {
    ParsingEnvironment(
      practice: names.practice.mapValues(\.type), questions: names.questions,
      dateQuestions: names.dateQuestions, definitions: names.definitions, expected: type)
  }

  /// What expressions of a procedure may use: every input that a run may have been given.
  func environment(
    of procedure: String, allowsPasses: Bool = false, expecting type: ValueType? = nil
  ) -> ParsingEnvironment {
    let given = names.procedures[procedure]?.inputs ?? []
    return ParsingEnvironment(
      inputs: names.inputs.filter { given.contains($0.key) },
      practice: names.practice.mapValues(\.type), questions: names.questions,
      dateQuestions: names.dateQuestions, definitions: names.definitions,
      allowsPasses: allowsPasses, expected: type)
  }
}
