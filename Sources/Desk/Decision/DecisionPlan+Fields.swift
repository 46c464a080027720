import Casework
import Quantities
import RulePacks
import Wording

extension DecisionPlan {
  /// The field of the official date.
  static let dateField = "on"
  /// The field of a free note.
  static let noteField = "remark"

  /// What the dialog asks for, with what stands in the fields at first.
  func fields(in circumstances: Circumstances) -> [FieldEditor] {
    var fields = ownFields(in: circumstances)
    switch self {
    case .note, .contact, .assign, .undo: break
    default:
      let date = FieldSpec(
        id: Self.dateField, label: circumstances.say(zh: "办理日期", en: "Date"), type: .date,
        isRequired: false)
      fields.append(
        FieldEditor(date, text: "\(circumstances.today)", in: circumstances))
    }
    return fields
  }

  private func ownFields(in circumstances: Circumstances) -> [FieldEditor] {
    let say = circumstances.say
    func field(
      _ id: String, _ label: String, _ type: ValueType = .text, isRequired: Bool = true,
      hint: String = "", text: String = "", options: [FieldSpec.Option] = []
    ) -> FieldEditor {
      FieldEditor(
        FieldSpec(
          id: id, label: label, type: type, options: options, isRequired: isRequired, hint: hint),
        text: text, in: circumstances)
    }
    func choice(
      _ id: String, _ label: String, _ options: [FieldSpec.Option], isRequired: Bool = true,
      text: String = ""
    ) -> FieldEditor {
      field(
        id, label, .choice(options.map(\.id)), isRequired: isRequired, text: text,
        options: options)
    }
    func option(_ id: String, _ zh: String, _ en: String) -> FieldSpec.Option {
      FieldSpec.Option(id: id, label: circumstances.say(zh: zh, en: en))
    }
    let reason = say("理由", "Reason")
    let basis = say("依据文件", "Basis")
    switch self {
    case .act(let offer): return actFields(offer, in: circumstances)
    case .judge:
      return [
        choice(
          "answer", say("判断", "Judgement"),
          [
            option("yes", "符合", "met"), option("no", "不符合", "not met"),
            option("supplement", "须补充材料", "to be supplemented"),
          ]), field("note", say("说明", "Note")),
      ]
    case .waive(let finding):
      let isAnswer = finding.result == .waiverRequested
      let steps =
        isAnswer
        ? [option("granted", "同意放宽", "grant"), option("refused", "不予放宽", "refuse")]
        : [option("requested", "申请放宽", "request")]
      return [
        choice("step", say("放宽", "Waiver"), steps, text: isAnswer ? "" : "requested"),
        field("reason", reason), field("basis", basis, isRequired: !isAnswer),
      ]
    case .depart: return [field("reason", reason)]
    case .note: return [field("text", say("备注", "Note"), .lines)]
    case .contact:
      let channels = ["phone", "message", "letter", "visit", "email", "meeting"].map {
        FieldSpec.Option(id: $0, label: circumstances.wording.channel($0))
      }
      return [
        field("with", say("联系对象", "With")),
        choice("channel", say("方式", "How"), channels, text: "phone"),
        field("text", say("内容", "What was said"), .lines),
        field("waitingFor", say("等待谁", "Waiting for"), isRequired: false),
        field("until", say("何时再问", "Ask again on"), .date, isRequired: false),
      ]
    case .assign(let current, let department):
      let people = circumstances.users.values.filter { $0.mayHold(caseOf: department) }
        .sorted { $0.name < $1.name }
        .map { FieldSpec.Option(id: $0.name, label: $0.display) }
      let nobody = option("-", "无", "nobody")
      return [
        choice("assignee", say("承办人", "Assignee"), people + [nobody], text: current ?? ""),
        choice("deputy", say("代办人", "Deputy"), people + [nobody], isRequired: false),
        field("until", say("代办至", "Deputy until"), .date, isRequired: false),
        field("note", say("交接说明", "To be known"), isRequired: false),
      ]
    case .undo: return [field("reason", reason, isRequired: false)]
    case .reopen(let proceedings):
      let options = proceedings.map {
        FieldSpec.Option(id: $0, label: circumstances.wording.proceeding($0))
      }
      return [
        choice(
          "proceeding", say("事项", "Proceeding"), options,
          text: proceedings.count == 1 ? proceedings[0] : ""),
        field("reason", reason), field("basis", basis, isRequired: false),
      ]
    }
  }

  private func actFields(
    _ offer: ActionOffer, in circumstances: Circumstances
  ) -> [FieldEditor] {
    var specs = offer.needs.map { FieldSpec($0, isRequired: true, in: circumstances) }
    specs += offer.mayHave.map { FieldSpec($0, isRequired: false, in: circumstances) }
    let hasText = specs.contains { $0.type == .text || $0.type == .lines }
    if !hasText {
      specs.append(
        FieldSpec(
          id: Self.noteField, label: circumstances.say(zh: "说明", en: "Note"), type: .text,
          isRequired: false))
    }
    return specs.map { spec in
      // A date of something that happens now is today until somebody says otherwise.
      let text = spec.type == .date && spec.isRequired ? "\(circumstances.today)" : ""
      return FieldEditor(spec, text: text, in: circumstances)
    }
  }

  /// Whether what is to be done is still open: a judgement or a waiver of which nobody has said yet
  /// which way it goes.
  func waitsForChoice(in fields: FieldSet) -> Bool {
    switch self {
    case .judge: fields["answer"]?.isEmpty == true
    case .waive: fields["step"]?.isEmpty == true
    default: false
    }
  }

  /// The command that the fields come to.
  func command(from fields: FieldSet) -> Command {
    func text(_ id: String) -> String {
      fields[id]?.isEmpty == false ? fields[id]?.text ?? "" : ""
    }
    func optional(_ id: String) -> String? {
      let text = text(id)
      return text.isEmpty || text == "-" ? nil : text
    }
    func date(_ id: String) -> CalendarDate? {
      if case .date(let date) = fields[id]?.value { return date }
      return nil
    }
    switch self {
    case .act(let offer):
      var inputs = fields.values
      inputs[Self.dateField] = offer.asks(for: Self.dateField) ? inputs[Self.dateField] : nil
      let note = optional(Self.noteField)
      inputs[Self.noteField] = nil
      guard offer.proceeding == nil, let procedure = ActionID(offer.id).opens else {
        return .act(action: offer.id, proceeding: offer.proceeding, inputs: inputs, note: note)
      }
      return .open(procedure: procedure, inputs: inputs, note: note)
    case .judge(let finding):
      let answer: Bool? =
        switch text("answer") {
        case "yes": true
        case "no": false
        default: nil
        }
      return .judge(condition: finding.id, answer: answer, note: text("note"))
    case .waive(let finding):
      return .waive(
        condition: finding.id, step: WaiverStep.Step(rawValue: text("step")) ?? .requested,
        reason: text("reason"), basis: optional("basis"))
    case .depart(let finding): return .depart(condition: finding.id, reason: text("reason"))
    case .note: return .note(text("text"))
    case .contact:
      return .contact(
        Contact(
          with: text("with"), channel: text("channel"), text: text("text"),
          waitingFor: optional("waitingFor"), until: date("until")))
    case .assign:
      return .assign(
        Assigned(
          proceeding: nil, assignee: optional("assignee"), deputy: optional("deputy"),
          until: date("until"), note: optional("note")))
    case .undo: return .undo(proceeding: nil, reason: optional("reason"))
    case .reopen:
      return .reopen(
        proceeding: text("proceeding"), reason: text("reason"), basis: optional("basis"))
    }
  }
}

extension ActionOffer {
  fileprivate func asks(for input: String) -> Bool {
    (needs + mayHave).contains { $0.id == input }
  }
}
