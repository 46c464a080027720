package import Quantities
package import RulePacks
package import TerminalUI

/// What reaches a pane from the person in front of it.
package enum DeskInput: Sendable, Hashable {
  /// What the keymap, the palette or a click on a hint means.
  case action(DeskAction)
  /// A key that means nothing in the pane's contexts: text for fields.
  case key(Key)
  /// Pasted text.
  case paste(String)
  /// The mouse, with the region that it is over.
  case mouse(MouseEvent, region: Int?)
}

/// What a pane asks for in answer to something.
package enum DeskStep: Sendable {
  /// Something to be done outside; the answer comes to ``DeskPane/receive(_:in:)``.
  case effect(DeskEffect)
  /// Another pane on top of this one.
  case push(any DeskPane)
  /// This pane is done.
  case pop
  /// This pane gives its place to another.
  case replace(any DeskPane)
  /// A message that passes.
  case toast(String, isDanger: Bool)
  /// Keep what was typed.
  case keep(Draft)
  /// What was typed under a key has been used or given up.
  case drop(String)
  /// An action for the pane below, after this one has gone.
  case passDown(DeskAction)
  /// The store changed: every pane reads again what it shows.
  case changed
  /// Nothing was changed in the picture; without it the picture is drawn again.
  case quiet
}

/// One screen or one box over it: a value that takes input, takes answers and draws itself.
///
/// Pure: what a pane needs from outside it asks for by an effect.
package protocol DeskPane: Sendable {
  /// The key contexts, the innermost first.
  var contexts: [KeyContext] { get }
  /// Whether the pane below shows around this one.
  var isOverlay: Bool { get }
  /// Begins: asks for what it needs to be drawn.
  mutating func appear(in circumstances: Circumstances) -> [DeskStep]
  /// Takes input; nil where it means nothing here.
  mutating func take(_ input: DeskInput, in circumstances: Circumstances) -> [DeskStep]?
  /// Takes an answer that some pane has asked for.
  mutating func receive(_ answer: DeskAnswer, in circumstances: Circumstances) -> [DeskStep]
  /// Time went by; nil where nothing came of it.
  mutating func pass(time now: Int64, in circumstances: Circumstances) -> [DeskStep]?
  /// What the next key is likely to ask for, given where the pane stands.
  var foreseen: [DeskEffect] { get }
  /// When the pane wishes to be told the time next, in milliseconds since 1970; nil for never.
  var wakesAt: Int64? { get }
  /// Draws itself into a part of the frame.
  func draw(into frame: inout Frame, _ area: Rect, in circumstances: Circumstances)
  /// The keys that the footer names: those of the keymap in the pane's contexts, unless the pane
  /// says otherwise.
  func hints(of keymap: [Hint], in circumstances: Circumstances) -> [Hint]
  /// What the palette offers besides the keymap.
  func offers(in circumstances: Circumstances) -> [PaletteOffer]
  /// What was typed and is not used yet.
  var draft: Draft? { get }
}

/// A key named in the footer, and what it does.
package struct Hint: Hashable, Sendable {
  /// The key's symbol.
  package var key: String
  /// What it does.
  package var text: String
  /// The action, for a click.
  package var action: DeskAction

  /// A hint.
  package init(key: String, text: String, action: DeskAction) {
    self.key = key
    self.text = text
    self.action = action
  }
}

/// A line of the palette that is no key of its own.
package struct PaletteOffer: Hashable, Sendable {
  /// What it does, in both languages, so that either finds it.
  package var title: Bilingual
  /// A short note, such as a key or why it cannot be done.
  package var note: String
  /// What is done.
  package var action: DeskAction
  /// Whether it can be done now.
  package var isEnabled: Bool
  /// The words by which it is typed after `:`, such as `sort due`; empty for none.
  package var words = ""
  /// Whether something has to follow the words; the action then begins with its own name and a
  /// colon, and is `.other`.
  package var takesArgument = false
  /// What has to follow the words, such as the path of a file.
  package var wants: Bilingual?
  /// What is done where nothing follows the words, such as opening a field for it; nil to ask.
  package var bare: DeskAction?
  /// The articles that it rests on, and of what stands in its way.
  package var cites: [Citation] = []

  /// An offer.
  package init(
    title: Bilingual, note: String = "", action: DeskAction, isEnabled: Bool = true,
    words: String = ""
  ) {
    self.title = title
    self.note = note
    self.action = action
    self.isEnabled = isEnabled
    self.words = words
  }

  /// An offer that wants something typed after its words.
  package init(
    title: Bilingual, words: String, taking name: String, wants: Bilingual? = nil
  ) {
    self.init(title: title, action: .other(name + ":"), words: words)
    takesArgument = true
    self.wants = wants
  }
}

extension DeskPane {
  /// Nothing to begin with.
  package mutating func appear(in circumstances: Circumstances) -> [DeskStep] { [] }
  /// No answer concerns it.
  package mutating func receive(
    _ answer: DeskAnswer, in circumstances: Circumstances
  ) -> [DeskStep] { [.quiet] }
  /// Time means nothing.
  package mutating func pass(time now: Int64, in circumstances: Circumstances) -> [DeskStep]? {
    nil
  }
  /// Nothing.
  package var foreseen: [DeskEffect] { [] }
  /// Never woken.
  package var wakesAt: Int64? { nil }
  /// The footer of the keymap.
  package func hints(of keymap: [Hint], in circumstances: Circumstances) -> [Hint] { keymap }
  /// Nothing of its own.
  package func offers(in circumstances: Circumstances) -> [PaletteOffer] { [] }
  /// Nothing typed.
  package var draft: Draft? { nil }
}
