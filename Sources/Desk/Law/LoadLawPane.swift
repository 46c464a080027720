import Casework
import Exchange
import Quantities
import RulePacks
package import TerminalUI

/// Loads the official text of a regulation or of a notice: which, from which file, what would come
/// of it, and then it.
package struct LoadLawPane: DeskPane {
  /// The field for the file.
  private(set) var picker = PathPicker()
  /// What a text can be loaded for.
  private(set) var laws: [ListLawsErrand.Line] = []
  /// Which of them is meant.
  private(set) var selected = 0
  /// What would come of it.
  private(set) var answer: LoadLawErrand.Answer?
  /// The first line of the answer that shows.
  private(set) var top = 0
  private let wanted: String?
  private var isBusy = false

  /// The pane, for the law of an id; without one for the first that has no text.
  package init(_ law: String? = nil) { wanted = law }

  /// Opens the pane, from anywhere.
  package static let action = DeskAction.other("load-law")
  /// Goes to the next regulation or notice.
  static let nextLaw = DeskAction.other("load-law-next")
  /// Loads a text though its title or its articles differ.
  static let insist = DeskAction.other("load-law-anyway")

  /// The keys of the pane.
  package static let context: KeyContext = "load-law"

  package var contexts: [KeyContext] { [Self.context, DeskKeymap.everywhere] }
  package var isOverlay: Bool { false }

  /// What a text is to be loaded for; nil where the office has adopted nothing.
  var line: ListLawsErrand.Line? { laws.indices.contains(selected) ? laws[selected] : nil }

  /// What was read of the file, where it is a text at all.
  var report: LawTextReport? { answer.flatMap { try? $0.result.get() } }

  package mutating func appear(in circumstances: Circumstances) -> [DeskStep] {
    [.effect(.errand(ListLawsErrand()))] + look()
  }

  private func look() -> [DeskStep] { [.effect(.errand(ListFolderErrand(picker.path)))] }

  // MARK: Input

  package mutating func take(
    _ input: DeskInput, in circumstances: Circumstances
  ) -> [DeskStep]? {
    switch input {
    case .action(.cancel):
      guard answer != nil else { return [.pop] }
      answer = nil
      return look()
    case .action(Self.nextLaw):
      guard !laws.isEmpty else { return [.quiet] }
      selected = (selected + 1) % laws.count
      return answer == nil ? [] : read()
    case .action(Self.insist):
      guard report?.isDoubtful == true else { return [.quiet] }
      return load(circumstances)
    case .action(.nextField):
      guard answer == nil else { return [.quiet] }
      return picker.complete() ? look() : [.quiet]
    case .action(.open), .action(.confirm):
      guard let answer else { return choose() }
      guard case .success(let report) = answer.result, !report.isDoubtful, !report.isSame else {
        self.answer = nil
        return look()
      }
      return load(circumstances)
    case .action: return nil
    case .key(let key): return answer == nil ? type(.key(key)) : scroll(key)
    case .paste(let text): return answer == nil ? type(.paste(text)) : [.quiet]
    case .mouse(let mouse, let region): return point(mouse, region)
    }
  }

  private mutating func type(_ event: InputEvent) -> [DeskStep]? {
    picker.update(event).map { $0 ? look() : [] }
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

  private mutating func point(_ mouse: MouseEvent, _ region: Int?) -> [DeskStep] {
    switch (mouse.action, Region.read(region)) {
    case (.wheelUp, _): return scroll(.up) ?? []
    case (.wheelDown, _): return scroll(.down) ?? []
    case (.press, (.row, let index)?) where answer == nil:
      picker.choose(index)
      return picker.path.hasSuffix("/") ? look() : read()
    default: return [.quiet]
    }
  }

  private mutating func choose() -> [DeskStep] {
    if picker.chosen != nil { _ = picker.complete() }
    guard !picker.path.isEmpty, !picker.path.hasSuffix("/") else { return look() }
    return read()
  }

  private mutating func read() -> [DeskStep] {
    guard let line else { return [.quiet] }
    top = 0
    return [.effect(.errand(LoadLawErrand(picker.path, for: line.law, isDryRun: true)))]
  }

  private mutating func load(_ circumstances: Circumstances) -> [DeskStep] {
    guard let line, !isBusy, circumstances.isAdministrator else { return [.quiet] }
    isBusy = true
    return [.effect(.errand(LoadLawErrand(picker.path, for: line.law, isDryRun: false)))]
  }

  // MARK: Answers

  package mutating func receive(
    _ answer: DeskAnswer, in circumstances: Circumstances
  ) -> [DeskStep] {
    guard case .errand(_, let value) = answer else { return [.quiet] }
    switch value {
    case let listing as ListFolderErrand.Listing:
      picker.take(listing)
      return []
    case .failure(let trouble) as ListLawsErrand.Answer:
      return [.toast(Speech.line(for: trouble, in: circumstances), isDanger: true)]
    case .success(let laws) as ListLawsErrand.Answer:
      self.laws = laws
      selected =
        laws.firstIndex { $0.law.id == wanted } ?? laws.firstIndex { $0.loaded == nil } ?? 0
      return []
    case let answer as LoadLawErrand.Answer:
      isBusy = false
      guard !answer.isDryRun, case .success(let report) = answer.result else {
        self.answer = answer
        return []
      }
      return [
        .pop, .changed,
        .toast(
          circumstances.say(
            zh: "已载入 \(report.file.name)：所列 \(report.law.articles.count) 条中 "
              + "\(report.matched) 条有原文",
            en: "\(report.file.name) is loaded: \(report.matched) of the "
              + "\(report.law.articles.count) articles listed have their text"),
          isDanger: false),
      ]
    default: return [.quiet]
    }
  }

  /// The footer: what can be done with the file as it was read.
  package func hints(of keymap: [Hint], in circumstances: Circumstances) -> [Hint] {
    var idle: Set<DeskAction> = []
    if answer != nil {
      idle.insert(.nextField)
      if report.map({ $0.isDoubtful || $0.isSame }) ?? true || !circumstances.isAdministrator {
        idle.insert(.open)
      }
    }
    if report?.isDoubtful != true || !circumstances.isAdministrator { idle.insert(Self.insist) }
    if laws.count < 2 { idle.insert(Self.nextLaw) }
    return keymap.filter { !idle.contains($0.action) }
  }
}
