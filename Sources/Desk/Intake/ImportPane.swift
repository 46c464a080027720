import Exchange
import Quantities
import RulePacks
package import TerminalUI
import Wording

/// Brings a file of applications or a roster in: the file, how it is to be read, what would come of
/// it, and then it.
package struct ImportPane: DeskPane {
  /// The field for the file.
  private(set) var picker = PathPicker()
  /// The field for the column map, while one is chosen.
  private(set) var columnsPicker: PathPicker?
  /// How the file is to be read.
  private(set) var reading = ImportErrand.Reading()
  /// The packs that the office has adopted, for files that name none.
  private(set) var packs: [RulePack] = []
  /// What would come of it.
  private(set) var answer: ImportErrand.Answer?
  /// The first line of the answer that shows.
  private(set) var top = 0
  private var isBusy = false

  /// The pane, with nothing chosen.
  package init() {}

  /// The keys of the pane.
  package static let context: KeyContext = "import"

  package var contexts: [KeyContext] { [Self.context, DeskKeymap.everywhere] }
  package var isOverlay: Bool { false }

  static let roster = DeskAction.other("roster")
  static let nextPack = DeskAction.other("import-pack")
  static let columns = DeskAction.other("import-columns")

  package mutating func appear(in circumstances: Circumstances) -> [DeskStep] {
    (circumstances.vocabulary == nil ? [.effect(.vocabulary)] : [])
      + [.effect(.errand(AdoptedPacksErrand()))] + list()
  }

  private func list() -> [DeskStep] {
    [.effect(.errand(ListFolderErrand((columnsPicker ?? picker).path)))]
  }

  // MARK: Input

  package mutating func take(
    _ input: DeskInput, in circumstances: Circumstances
  ) -> [DeskStep]? {
    switch input {
    case .action(.cancel): return cancel()
    case .action(Self.roster):
      reading.isRoster.toggle()
      return again()
    case .action(Self.nextPack):
      let ids: [String?] = [nil] + packs.map(\.id)
      let place = ids.firstIndex(of: reading.pack) ?? 0
      reading.pack = ids[(place + 1) % ids.count]
      return again()
    case .action(Self.columns): return chooseColumns()
    case .action(.nextField):
      guard answer == nil || columnsPicker != nil else { return [.quiet] }
      return complete() ? list() : [.quiet]
    case .action(.open), .action(.confirm):
      return columnsPicker == nil ? confirm() : confirmColumns()
    case .action: return nil
    case .key(let key):
      guard isPicking else { return scroll(key) }
      return type(.key(key))
    case .paste(let text): return isPicking ? type(.paste(text)) : [.quiet]
    case .mouse(let mouse, let region):
      switch (mouse.action, Region.read(region)) {
      case (.wheelUp, _): return scroll(.up)
      case (.wheelDown, _): return scroll(.down)
      case (.press, (.row, let index)?) where columnsPicker != nil:
        columnsPicker?.choose(index)
        return confirmColumns()
      case (.press, (.row, let index)?) where answer == nil:
        picker.choose(index)
        return picker.path.hasSuffix("/") ? list() : read()
      default: return [.quiet]
      }
    }
  }

  private mutating func type(_ event: InputEvent) -> [DeskStep]? {
    let isChanged: Bool?
    if columnsPicker == nil {
      isChanged = picker.update(event)
    } else {
      isChanged = columnsPicker?.update(event)
    }
    guard let isChanged else { return nil }
    return isChanged ? list() : []
  }

  /// Whether a path is being typed.
  var isPicking: Bool { answer == nil || columnsPicker != nil }

  private mutating func complete() -> Bool {
    columnsPicker == nil ? picker.complete() : columnsPicker?.complete() == true
  }

  private mutating func cancel() -> [DeskStep] {
    if columnsPicker != nil {
      columnsPicker = nil
    } else if answer != nil {
      answer = nil
    } else {
      return [.pop]
    }
    return list()
  }

  /// The answer is for what was asked before: it is asked anew.
  private mutating func again() -> [DeskStep] { answer == nil ? [] : read() }

  private mutating func chooseColumns() -> [DeskStep] {
    guard columnsPicker == nil else { return [.quiet] }
    guard reading.columns == nil else {
      reading.columns = nil
      return again()
    }
    columnsPicker = PathPicker(PathPicker.folder(of: picker.path))
    return list()
  }

  private mutating func confirmColumns() -> [DeskStep] {
    guard let chosen = columnsPicker else { return [.quiet] }
    if chosen.chosen != nil { _ = columnsPicker?.complete() }
    guard let path = columnsPicker?.path, !path.isEmpty, !path.hasSuffix("/") else { return list() }
    reading.columns = path
    columnsPicker = nil
    return answer == nil ? list() : read()
  }

  private mutating func scroll(_ key: Key) -> [DeskStep]? {
    switch key {
    case .down: top += 1
    case .up: top = max(0, top - 1)
    case .pageDown: top += 10
    case .pageUp: top = max(0, top - 10)
    default: return nil
    }
    return []
  }

  private mutating func confirm() -> [DeskStep] {
    guard !isBusy else { return [.quiet] }
    if let answer {
      guard case .success(let report) = answer.result, !report.imported.isEmpty else {
        self.answer = nil
        return []
      }
      isBusy = true
      return [.effect(.errand(ImportErrand(picker.path, reading, isDryRun: false)))]
    }
    if picker.chosen != nil {
      _ = picker.complete()
      if picker.path.hasSuffix("/") { return list() }
    }
    guard !picker.path.isEmpty, !picker.path.hasSuffix("/") else { return list() }
    return read()
  }

  private mutating func read() -> [DeskStep] {
    top = 0
    return [.effect(.errand(ImportErrand(picker.path, reading, isDryRun: true)))]
  }

  // MARK: Answers

  package mutating func receive(
    _ answer: DeskAnswer, in circumstances: Circumstances
  ) -> [DeskStep] {
    guard case .errand(_, let value) = answer else { return [.quiet] }
    if let listing = value as? ListFolderErrand.Listing {
      picker.take(listing)
      columnsPicker?.take(listing)
      return []
    }
    if let grounds = value as? [FactsGround] {
      packs = grounds.map(\.pack)
      return []
    }
    guard let answer = value as? ImportErrand.Answer else { return [.quiet] }
    isBusy = false
    guard !answer.isDryRun, case .success(let report) = answer.result, !report.hasErrors else {
      self.answer = answer
      return []
    }
    let count = report.imported.count
    let numbers = report.imported.compactMap(\.number)
    var which = numbers.first.map { circumstances.say(zh: "：", en: ": ") + $0 } ?? ""
    if let last = numbers.last, numbers.count > 1 {
      which += circumstances.say(zh: " 至 ", en: " to ") + last
    }
    return [
      .pop, .changed,
      .toast(
        circumstances.say(
          zh: "已导入 \(count) 件" + which,
          en: (count == 1 ? "1 case imported" : "\(count) cases imported") + which),
        isDanger: false),
    ]
  }
}
