import Casework
import CaseStore
import Quantities
package import RulePacks
package import TerminalUI

/// The dialog that every decision passes through: it says what will happen before it happens, and
/// why what cannot, cannot.
///
/// It carries the heads that it was opened on; where they moved it says what changed, and by whom.
/// The same dialog serves one case and several.
package struct DecisionPane: DraftedPane {
  /// What the store says the decision would come to.
  enum Forecast: Sendable {
    case none
    case done(Performed)
    case trouble(DeskTrouble)
    /// Several cases: a result a row.
    case several(BulkRun)
  }

  let plan: DecisionPlan
  var subjects: [DecisionSubject]
  let pack: RulePack?
  var fields: FieldSet
  var forecast = Forecast.none
  var button = 0
  /// Whether the question about what cannot be undone was asked.
  var isAsking = false
  /// Whether it was carried out on several cases, so that their results show.
  var isDone = false
  /// What happened to the case while the dialog was open.
  var moved: [Event] = []
  var isResumed = false
  var ticket = 0
  private let user: String
  private var opened: [String: String]

  /// A dialog about one case or several.
  package init(
    _ plan: DecisionPlan, about subjects: [DecisionSubject], pack: RulePack?,
    in circumstances: Circumstances
  ) {
    self.plan = plan
    self.subjects = subjects
    self.pack = pack
    fields = FieldSet(plan.fields(in: circumstances))
    user = circumstances.user?.name ?? circumstances.session.login
    opened = fields.texts
  }

  package var contexts: [KeyContext] { [DeskKeymap.dialog, DeskKeymap.everywhere] }
  package var isOverlay: Bool { true }

  // MARK: Drafts

  package var draftKey: String {
    let stream = subjects.count == 1 ? subjects[0].stream.text : "several"
    return stream + "/" + plan.id
  }

  package var draft: Draft? {
    let texts = fields.texts
    guard !isDone, texts != opened else { return nil }
    return Draft(
      key: draftKey, user: user, stream: subjects.count == 1 ? subjects[0].stream.text : nil,
      title: subjects.first.map(\.title) ?? "", values: texts, moment: 0)
  }

  package mutating func resume(_ draft: Draft) {
    fields.fill(draft.values)
    isResumed = fields.texts != opened
  }

  // MARK: Asking

  package mutating func appear(in circumstances: Circumstances) -> [DeskStep] {
    if fields.fields.isEmpty { fields.focus = 0 }
    return ask()
  }

  /// What the fields come to, for each case, or for the first ones.
  private func errands(_ most: Int = .max) -> [DeskEffect.Errand] {
    let command = plan.command(from: fields)
    var on: CalendarDate?
    if case .date(let date) = fields[DecisionPlan.dateField]?.value { on = date }
    return subjects.prefix(most).map {
      DeskEffect.Errand(stream: $0.stream, command: command, seen: $0.seen, on: on)
    }
  }

  /// Asks what the decision would come to as the fields stand.
  mutating func ask() -> [DeskStep] {
    ticket += 1
    guard !plan.waitsForChoice(in: fields) else {
      forecast = .none
      return []
    }
    let errands = errands(BulkRun.lookedAt)
    if errands.count > 1 { return begin(errands, isDryRun: true) }
    return errands.map { .effect(.forecast($0, ticket: ticket)) }
  }

  /// What has to be given and is not, as the fields are called.
  var unanswered: [String] {
    guard plan.waitsForChoice(in: fields) else { return [] }
    return fields.fields.filter { $0.spec.isRequired && $0.isEmpty }.map(\.spec.label)
  }

  /// Whether it can be carried out as it stands, for one case at least.
  var isPossible: Bool {
    switch forecast {
    case .done: true
    case .several(let run): run.isDryRun && run.able > 0
    case .none, .trouble: false
    }
  }

  /// Carries it out, once what cannot be undone was asked for twice.
  mutating func confirm(_ circumstances: Circumstances) -> [DeskStep] {
    if isDone { return [.pop] }
    for index in fields.fields.indices { fields.fields[index].isTouched = true }
    if let lacking = fields.firstLacking {
      fields.focus = lacking
      return [.effect(.bell)] + ask() + [
        .toast(lackingText(lacking, circumstances), isDanger: false)
      ]
    }
    // What stood in the way, such as a full disk, may be gone.
    guard isPossible else { return [.effect(.bell)] + ask() }
    if plan.isPublic, !isAsking {
      isAsking = true
      fields.focus = fields.fields.count
      return []
    }
    ticket += 1
    let errands = errands()
    guard errands.count > 1 else {
      return errands.map { .effect(.perform($0, ticket: ticket)) }
    }
    return begin(errands, isDryRun: false)
  }

  private func lackingText(_ index: Int, _ circumstances: Circumstances) -> String {
    let label = fields.fields[index].spec.label
    return circumstances.say(zh: "请填写：\(label)", en: "Please give: \(label)")
  }

  // MARK: Answers

  package mutating func receive(
    _ answer: DeskAnswer, in circumstances: Circumstances
  ) -> [DeskStep] {
    switch answer {
    case .forecast(let result, ticket):
      switch result {
      case .success(let performed): forecast = .done(performed)
      case .failure(.moved(let moved)): return take(moved)
      case .failure(let trouble): forecast = .trouble(trouble)
      }
    case .performed(let result, ticket):
      switch result {
      case .success(let performed): return finish(performed, circumstances)
      case .failure(.moved(let moved)): return take(moved)
      case .failure(let trouble):
        forecast = .trouble(trouble)
        isAsking = false
        return [.effect(.bell)]
      }
    case .bulk(let results, ticket): return take(results)
    case .edited(let text, let place):
      guard let text, fields.fields.indices.contains(place) else { return [] }
      fields.fields[place].text = text
      return ask()
    case .storeChanged:
      relabel(circumstances)
      return subjects.count == 1 && !isDone ? ask() : []
    default: return [.quiet]
    }
    return []
  }

  /// Takes the labels of the language that is spoken now; what was typed stays.
  private mutating func relabel(_ circumstances: Circumstances) {
    var fresh = FieldSet(plan.fields(in: circumstances))
    guard fresh.fields.map(\.spec) != fields.fields.map(\.spec) else { return }
    fresh.fill(fields.texts)
    (fresh.focus, fresh.columns) = (fields.focus, fields.columns)
    fields = fresh
  }

  /// The case moved: says so and decides on what is true now.
  private mutating func take(_ moved: CaseMoved) -> [DeskStep] {
    self.moved = moved.since
    isAsking = false
    if subjects.count == 1 { subjects[0].seen = .heads(moved.state.heads) }
    return ask()
  }

  private func finish(
    _ performed: Performed, _ circumstances: Circumstances
  ) -> [DeskStep] {
    let wording = circumstances.wording(under: pack)
    let what = plan.deed(fields, wording)
    let number = performed.after.number ?? subjects.first?.title ?? ""
    let canUndo = !plan.isPublic && plan != .undo
    let hint =
      canUndo
      ? circumstances.say(zh: "（u 撤回，n 下一件）", en: " (u undoes, n next case)")
      : circumstances.say(zh: "（n 下一件）", en: " (n next case)")
    return [
      .pop, .drop(draftKey), .changed,
      .toast(
        circumstances.say(zh: "\(number) 已办理，\(what)", en: "Done, \(number). \(what)") + hint,
        isDanger: false),
    ]
  }
}
