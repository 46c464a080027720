import CaseStore
import Casework
import Quantities
import RuleDrafting
package import RulePacks
package import TerminalUI
import Wording

/// The articles that something rests on: the official text, and the pack's gist beside it.
///
/// Several articles are tabs. Where no text is loaded the gist stands alone, and the pane offers an
/// administrator the key that loads one.
package struct LawPane: DeskPane {
  let keys: [Citation]
  let pack: RulePack
  var selected: Int
  private(set) var isRead = false
  var pane = FoundText()
  private var kept: [String: KeptLawText] = [:]
  /// What notices are called, by id.
  private(set) var titles: [String: Bilingual] = [:]

  /// The articles of a pack and of notices that stand on it, one of them open.
  package init(_ keys: [Citation], selected: Int = 0, of pack: RulePack) {
    var seen: Set<Citation> = []
    self.keys = keys.filter { seen.insert($0).inserted }
    self.selected = selected
    self.pack = pack
  }

  /// The law that a citation is of: a notice's id, or the pack's.
  func law(of citation: Citation) -> String { CitedPlace(citation).notice ?? pack.id }

  /// The law that the open article is of.
  var openLaw: String { keys.indices.contains(selected) ? law(of: keys[selected]) : pack.id }

  /// Whether the open article's law is known to have no text, and the person may load one.
  func lacksText(_ circumstances: Circumstances) -> Bool {
    isRead && keys.indices.contains(selected) && kept(of: keys[selected]) == nil
      && circumstances.isAdministrator
  }

  /// The official text that a citation is of, as it was loaded; nil where none is.
  func kept(of citation: Citation) -> KeptLawText? { kept[law(of: citation)] }

  private var reading: DeskStep { .effect(.errand(LawErrand(laws: Set(keys.map(law))))) }

  /// The keys of the pane.
  package static let context: KeyContext = "law"

  package var contexts: [KeyContext] {
    pane.finder.contexts(before: [Self.context, DeskKeymap.reading, DeskKeymap.everywhere])
  }
  package var isOverlay: Bool { true }

  package mutating func appear(in circumstances: Circumstances) -> [DeskStep] {
    lay(circumstances)
    return keys.isEmpty ? [] : [reading]
  }

  package mutating func receive(
    _ answer: DeskAnswer, in circumstances: Circumstances
  ) -> [DeskStep] {
    switch answer {
    case .errand(_, let answer as LawErrand.Answer) where answer.laws == Set(keys.map(law)):
      isRead = true
      kept = answer.kept
      titles = answer.titles
      lay(circumstances)
      return answer.trouble.map {
        [.toast(Speech.line(for: $0, in: circumstances), isDanger: true)]
      } ?? []
    case .storeChanged:
      return keys.isEmpty ? [.quiet] : [reading, .quiet]
    default: return [.quiet]
    }
  }

  package mutating func take(
    _ input: DeskInput, in circumstances: Circumstances
  ) -> [DeskStep]? {
    if case .action(let action) = input, let steps = searchOn(action, circumstances) {
      return steps
    }
    if pane.finder.field == nil, case .key(let key) = input {
      switch key {
      case .tab, .right, .character("l"), .character("n"): return turn(by: 1, circumstances)
      case .backtab, .left, .character("h"), .character("p"): return turn(by: -1, circumstances)
      default: break
      }
    }
    if pane.take(input, rows: textRows(circumstances)) {
      // What the open article does not have is looked for in the others.
      if pane.finder.field != nil, !pane.finder.text.isEmpty, pane.finder.ordinal == nil {
        _ = searchOn(.searchNext, circumstances)
      }
      return []
    }
    switch input {
    case .action(.nextTab): return turn(by: 1, circumstances)
    case .action(.previousTab): return turn(by: -1, circumstances)
    case .action(.article): return [.pop]
    case .action(LoadLawPane.action): return [.push(LoadLawPane(openLaw))]
    case .mouse(let mouse, let region): return take(mouse, region, circumstances)
    default: return nil
    }
  }

  private mutating func take(
    _ mouse: MouseEvent, _ region: Int?, _ circumstances: Circumstances
  ) -> [DeskStep]? {
    if mouse.action == .press || mouse.action == .doubleClick,
      let (kind, index) = Region.read(region), kind == .tab, keys.indices.contains(index)
    {
      selected = index
      lay(circumstances)
      return []
    }
    return pane.take(mouse, rows: textRows(circumstances))
  }

  /// Goes on with a search in the next article that has the text, once this one has no more.
  private mutating func searchOn(
    _ action: DeskAction, _ circumstances: Circumstances
  ) -> [DeskStep]? {
    let distance = action == .searchNext ? 1 : action == .searchPrevious ? -1 : 0
    guard distance != 0, pane.finder.isActive, pane.isAtEnd(distance) else { return nil }
    let start = selected
    for step in 1..<max(2, keys.count) {
      selected = (start + distance * step + keys.count * step) % keys.count
      lay(circumstances, atEnd: distance < 0)
      if pane.finder.ordinal != nil { return [] }
    }
    selected = start
    lay(circumstances, atEnd: distance < 0)
    return []
  }

  private mutating func turn(by distance: Int, _ circumstances: Circumstances) -> [DeskStep] {
    guard keys.count > 1 else { return [.quiet] }
    selected = (selected + distance + keys.count) % keys.count
    lay(circumstances)
    return []
  }

  package func hints(of keymap: [Hint], in circumstances: Circumstances) -> [Hint] {
    if pane.finder.isActive { return keymap }
    let say = circumstances.say
    var hints: [Hint] = []
    if keys.count > 1 {
      hints.append(
        Hint(
          key: circumstances.isPlain ? "<- ->" : "← →",
          text: say("换条款", "Other article"), action: .nextTab))
    }
    hints.append(
      Hint(
        key: circumstances.isPlain ? "Up Down" : "↑ ↓", text: say("滚动", "Scroll"),
        action: .down))
    hints.append(Hint(key: "/", text: say("查找", "Find"), action: Finder.begin))
    if lacksText(circumstances) {
      hints += circumstances.hints(of: [Self.context])
    }
    hints.append(Hint(key: "Esc", text: say("返回", "Back"), action: .back))
    return hints
  }
}
