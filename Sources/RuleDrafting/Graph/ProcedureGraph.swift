package import Quantities
package import RulePacks

/// A procedure as a drawing: stages, actions between them, owners and articles.
package struct ProcedureGraph: Hashable, Sendable {
  /// What a stage is in the drawing.
  package enum Mark: Hashable, Sendable {
    case start
    case stage
    case roster
    case end
  }

  /// A stage.
  package struct Vertex: Hashable, Sendable {
    /// The stage's id.
    package var id: String
    /// What it is called.
    package var label: String
    /// What it is.
    package var mark: Mark
    /// How a case ends there; nil for stages that are no end.
    package var ends: EndKind?
    /// What its owner is called; nil for ends.
    package var owner: String?
    /// The articles.
    package var cites: [Citation]
    /// Whether it lies on the ordinary way.
    package var isOnSpine: Bool
    /// The actions, in the order of the pack.
    package var edges: [Edge]
  }

  /// An action.
  package struct Edge: Hashable, Sendable {
    /// The action's id.
    package var id: String
    /// What it is called.
    package var label: String
    /// The stage that it leads to; the same stage for records that move nothing.
    package var to: String
    /// The articles.
    package var cites: [Citation]
    /// Whether it sends back for correction.
    package var isReturn: Bool
    /// The stage of the main procedure that it moves the case to.
    package var movesMainTo: String?
    /// What the bodies are called that all have to agree; empty where one decision is enough.
    package var agreedBy: [String]
    /// Whether it records that nobody answered in time.
    package var isSilence: Bool
    /// Both of these in words, for a label.
    package var notes: [String]
  }

  /// The language of its labels.
  let language: Language
  /// The procedure's id.
  package let id: String
  /// What it is called.
  package let label: String
  /// The articles.
  package let cites: [Citation]
  /// The stages of the ordinary way in its order, then the others in the order of the pack.
  package let vertices: [Vertex]
  /// What the stages of the main procedure are called, by id.
  let mainLabels: [String: String]

  /// Draws a procedure of a pack in one language.
  package init(_ procedure: Procedure, of pack: RulePack, in language: Language) {
    self.language = language
    id = procedure.id
    label = procedure.label[language]
    cites = procedure.cites
    mainLabels = Dictionary(
      (pack.mainProcedure?.stages ?? []).map { ($0.id, $0.label[language]) }
    ) { first, _ in first }
    let branches = procedure.stages.map(\.id).filter { !procedure.spine.contains($0) }
    vertices = (procedure.spine + branches).compactMap { id in
      guard let stage = procedure.stage(id) else { return nil }
      return Vertex(
        id: id, label: stage.label[language],
        mark: stage.ends != nil
          ? .end : stage.isRoster ? .roster : id == procedure.start ? .start : .stage,
        ends: stage.ends, owner: stage.owner.map { pack.owner($0)?.label[language] ?? $0 },
        cites: stage.cites,
        isOnSpine: procedure.spine.contains(id),
        edges: stage.actions.map { Self.edge($0, of: pack, in: language) })
    }
  }

  private static func edge(_ action: Action, of pack: RulePack, in language: Language) -> Edge {
    let bodies = (action.terms?.agreedBy ?? []).map { pack.owner($0)?.label[language] ?? $0 }
    let isSilence = action.terms?.isSilence == true
    var notes: [String] = []
    if !bodies.isEmpty {
      let all = Bilingual(
        zh: bodies.joined(separator: "、") + "一致", en: "by " + bodies.joined(separator: " and "))
      notes.append(all[language])
    }
    if isSilence { notes.append(Bilingual(zh: "逾期视为同意", en: "by silence")[language]) }
    return Edge(
      id: action.id, label: action.label[language], to: action.to, cites: action.cites,
      isReturn: action.isReturn, movesMainTo: action.movesMainTo, agreedBy: bodies,
      isSilence: isSilence, notes: notes)
  }

  /// What a stage is called.
  package func label(of stage: String) -> String {
    vertices.first { $0.id == stage }?.label ?? stage
  }
}
