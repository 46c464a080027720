import Quantities
import RulePacks

/// The names that a pack declares, gathered before anything that refers to them is read.
struct PackNames {
  /// A procedure as far as others refer to it.
  struct ProcedureOutline {
    var isMain = false
    var stages: Set<String> = []
    /// The stages at which a run ends.
    var ends: Set<String> = []
    var actions: Set<String> = []
    /// The inputs of the opening and of all actions: what a run has been given so far.
    var inputs: Set<String> = []
    var openingNeeds: [String] = []
    var openingInputs: Set<String> = []
    /// Whether only actions open it.
    var isByAction = false
  }

  /// The citation keys of the articles.
  var articles: Set<String> = []
  /// The owners.
  var owners: Set<String> = []
  /// The inputs with their types.
  var inputs: [String: ValueType] = [:]
  /// The practice items with their types.
  var practice: [String: PracticeItem] = [:]
  /// The questions about other cases.
  var questions: Set<String> = []
  /// Those among them that a date answers.
  var dateQuestions: Set<String> = []
  /// The definitions.
  var definitions: [String: Definition] = [:]
  /// Those among them that are wrong themselves; their uses are not reported again.
  var brokenDefinitions: Set<String> = []
  /// The procedures.
  var procedures: [String: ProcedureOutline] = [:]
  /// The moments that have conditions.
  var moments: Set<String> = []

  /// The stages of the main procedure.
  var mainStages: Set<String> { procedures.values.first { $0.isMain }?.stages ?? [] }

  /// The outline of a procedure's file, as far as it can be made out.
  static func outline(of root: YAMLNode) -> ProcedureOutline {
    var outline = ProcedureOutline()
    outline.isMain = root["main"]?.text == "true"
    if let opening = root["opening"] {
      outline.openingNeeds = opening["needs"].map(names) ?? []
      outline.openingInputs = Set(outline.openingNeeds + (opening["may"].map(names) ?? []))
      outline.inputs.formUnion(outline.openingInputs)
      outline.isByAction = opening["by_action"]?.text == "true"
    }
    for stage in root["stages"]?.entries ?? [] {
      outline.stages.insert(stage.key)
      if stage.value["ends"] != nil { outline.ends.insert(stage.key) }
      for action in stage.value["actions"]?.entries ?? [] {
        outline.actions.insert(action.key)
        outline.inputs.formUnion(action.value["needs"].map(names) ?? [])
        outline.inputs.formUnion(action.value["may"].map(names) ?? [])
      }
    }
    return outline
  }

  /// The names in one text or a list.
  static func names(_ node: YAMLNode) -> [String] {
    if let items = node.items { return items.compactMap(\.text) }
    return (node.text ?? "").split(separator: ",").map { TextFolding.trimmed(String($0)) }
  }
}

extension YAMLNode {
  /// The value of a key, where the node is a map that has it.
  subscript(_ key: String) -> YAMLNode? { entries?.first { $0.key == key }?.value }
}
