import CaseStore
import Casework
import Quantities
import RulePacks
package import TerminalUI
import Wording

/// Puts a document on the file of a case: its kind, the file or the paper alone, seal and receipt.
package struct AttachPane: DraftedPane {
  private let folder: CaseFolder
  private let kind: String?
  private var fields = FieldSet([])
  private var trouble: [String] = []
  private var refused: [Citation] = []
  private var completions: [String] = []
  private var author = ""
  private var isBusy = false
  private var waiting: Draft?

  /// The pane of a case, with a kind chosen beforehand.
  init(_ folder: CaseFolder, kind: String? = nil) {
    self.folder = folder
    self.kind = kind
  }

  package var contexts: [KeyContext] { fields.boxContexts }
  package var isOverlay: Bool { true }
  package var draftKey: String { "attach:" + folder.state.id.text }
  package mutating func resume(_ draft: Draft) { waiting = draft }

  package var draft: Draft? {
    guard fields.fields.contains(where: \.isTouched) else { return nil }
    return Draft(
      key: draftKey, user: author, stream: folder.state.id.text,
      title: folder.state.number ?? folder.state.id.text, values: fields.texts, moment: 0)
  }

  package mutating func appear(in circumstances: Circumstances) -> [DeskStep] {
    author = circumstances.user?.name ?? ""
    let say = circumstances.say
    let onFile = Set(folder.state.materials.map(\.kind))
    var options: [FieldSpec.Option] = []
    var firstMissing: String?
    for asked in folder.pack.materials where !options.contains(where: { $0.id == asked.kind }) {
      let isMissing = asked.isRequired && !onFile.contains(asked.kind)
      if isMissing, firstMissing == nil { firstMissing = asked.kind }
      let mark = isMissing ? say("（缺）", " (missing)") : ""
      options.append(
        FieldSpec.Option(
          id: asked.kind, label: asked.label[circumstances.language] + mark))
    }
    let specs = [
      FieldSpec(
        id: "kind", label: say("材料种类", "Kind"), type: .choice(options.map(\.id)),
        options: options),
      FieldSpec(
        id: "file", label: say("文件", "File"), type: .text, isRequired: false,
        hint: say("路径，→ 补全；只有纸质材料则不填", "a path, → completes; leave out for paper alone")),
      FieldSpec(
        id: "title", label: say("名称", "Title"), type: .text, isRequired: false,
        hint: say("不填则用文件名", "the file's name where left out")),
      FieldSpec(
        id: "year", label: say("所属年度", "Year"), type: .year, isRequired: false, hint: "2025"),
      FieldSpec(id: "sealed", label: say("已盖章", "Sealed"), type: .boolean),
      FieldSpec(id: "received", label: say("收到日期", "Received"), type: .date),
    ]
    fields = FieldSet(specs.map { FieldEditor($0, in: circumstances) })
    fields.fill([
      "received": "\(circumstances.today)", "sealed": "no", "kind": kind ?? firstMissing ?? "",
    ])
    if let waiting { fields.fill(waiting.values) }
    return []
  }

  package mutating func take(
    _ input: DeskInput, in circumstances: Circumstances
  ) -> [DeskStep]? {
    if fields.current?.spec.id == "file", case .key(.right) = input,
      let path = fields["file"]?.text,
      !path.isEmpty
    {
      return [.effect(.errand(ListFolderErrand(path)))]
    }
    switch fields.take(input) {
    case .confirmed: return confirm(circumstances)
    case .left:
      guard let draft else { return [.drop(draftKey), .pop] }
      return [.keep(draft), .pop]
    case .edited:
      completions = []
      return []
    case .ignored:
      guard input == .action(.article), !refused.isEmpty else { return nil }
      return [.push(LawPane(refused, of: folder.pack))]
    }
  }

  private mutating func confirm(_ circumstances: Circumstances) -> [DeskStep] {
    guard !isBusy else { return [.quiet] }
    if let lacking = fields.firstLacking {
      fields.focus = lacking
      fields.fields[lacking].isTouched = true
      trouble = [
        circumstances.say(zh: "请填写：", en: "Please fill in: ") + fields.fields[lacking].spec.label
      ]
      return [.effect(.bell)]
    }
    let path = fields["file"]?.text.trimmedOrNil
    let name = path?.split(separator: "/").last.map(String.init)
    guard let title = fields["title"]?.text.trimmedOrNil ?? name else {
      trouble = [
        circumstances.say(zh: "没有文件时请填写名称", en: "Without a file a title is needed")
      ]
      return [.effect(.bell)]
    }
    let values = fields.values
    var year: Int?
    if case .count(let number, _)? = values["year"] { year = Int(number) }
    var received: CalendarDate?
    if case .date(let date)? = values["received"] { received = date }
    isBusy = true
    return [
      .effect(
        .errand(
          AttachErrand(
            stream: folder.state.id, path: path,
            material: Material(
              kind: fields["kind"]?.text ?? "", title: title, year: year,
              isSealed: values["sealed"] == .boolean(true), received: received))))
    ]
  }

  package mutating func receive(
    _ answer: DeskAnswer, in circumstances: Circumstances
  ) -> [DeskStep] {
    guard case .errand(_, let value) = answer else { return [.quiet] }
    if let listing = value as? ListFolderErrand.Listing {
      var picker = PathPicker(listing.path)
      picker.take(listing)
      if picker.complete() { fields.fill(["file": picker.path]) }
      completions = picker.path == listing.path ? listing.names : []
      return []
    }
    guard let result = value as? AttachErrand.Answer else { return [.quiet] }
    isBusy = false
    switch result {
    case .failure(let failure):
      let wording = circumstances.wording(under: folder.pack)
      if case .refused(let refusals) = failure {
        trouble = refusals.list.map(wording.line)
        refused = refusals.list.flatMap(\.cites)
      } else {
        trouble = [Speech.line(for: failure, in: circumstances)]
      }
      return [.effect(.bell)]
    case .success:
      return [
        .drop(draftKey), .pop, .changed,
        .toast(circumstances.say(zh: "材料已归档", en: "The document is on file"), isDanger: false),
      ]
    }
  }

  package func draw(
    into frame: inout Frame, _ area: Rect, in circumstances: Circumstances
  ) {
    let number = folder.state.number ?? folder.state.id.text
    FormBox(
      title: circumstances.say(zh: "材料归档  \(number)", en: "Put a document on file  \(number)"),
      lines: completions.isEmpty
        ? [] : [StyledText(completions.prefix(12).joined(separator: "  "), .dim)],
      trouble: trouble,
      buttons: (
        circumstances.say(zh: "归档 F2", en: "File it F2"),
        circumstances.say(zh: "取消 Esc", en: "Cancel Esc")
      )
    ).draw(fields, into: &frame, area, in: circumstances)
  }
}

/// Copies a file into the store and puts it on the file of a case; or records the paper alone.
struct AttachErrand: DeskErrand {
  /// What it came to.
  typealias Answer = Result<Performed, DeskTrouble>

  let stream: StreamID
  let path: String?
  let material: Material
  var name: String { "attach" }

  func run(with tools: DeskTools) -> any Sendable {
    do {
      guard let path else {
        guard let store = tools.store else { return Answer.failure(.other("")) }
        return Answer.success(
          try store.perform(
            .attach(material), on: .stream(stream), by: tools.session, expecting: nil))
      }
      guard let store = tools.store as? CaseStore else { return Answer.failure(.other("")) }
      return Answer.success(
        try store.attach(
          fileAt: SmallFile.expanded(path), as: material, on: .stream(stream),
          by: tools.session))
    } catch {
      return Answer.failure(DeskTrouble(error))
    }
  }
}
