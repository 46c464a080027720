import Casework
import CaseStore
import Quantities
import TerminalUI

/// Runs a desk on a terminal: input in, effects out, one frame for each burst of input.
package final class DeskRunner {
  /// How often the store is asked whether others have changed it, in milliseconds.
  static let pollInterval = 2_000

  /// The desk.
  package private(set) var state: DeskState
  private let tools: DeskTools
  private var loop = InputLoop()
  private var frame: Frame?

  /// A desk with its tools.
  package init(_ state: DeskState, tools: DeskTools) {
    self.state = state
    self.tools = tools
    self.state.circumstances.size = tools.terminal.size
  }

  /// Loads what the first frame shows; ``run()`` does so by itself.
  package func start() {
    tellTime()
    carryOut(Desk.start(&state))
    tools.seenChange = try? tools.store?.changeCount()
  }

  /// Runs until the person leaves.
  package func run() {
    start()
    draw()
    readBehindFirstFrame()
    ProgramPages.letGo()
    foresee()
    while !state.isDone { step() }
  }

  /// Reads what the first frame did without.
  private func readBehindFirstFrame() {
    send(.answer(.departments(tools.options.departments())))
    readLook()
    if state.needsDrawing { draw() }
  }

  /// Reads once what the next key is likely to ask for: pages and packs that were read before are at
  /// hand then.
  private func foresee() {
    if let vocabulary = tools.options.vocabulary() { send(.answer(.vocabulary(vocabulary))) }
    for effect in state.top?.foreseen ?? [] {
      _ = tools.carryOut(effect, state.circumstances)
    }
  }

  /// Takes the built-in look as the themes' folder has it.
  private func readLook() {
    guard state.circumstances.theme == Theme.dark.name else { return }
    let shown = tools.theme
    carryOut([.theme(Theme.dark.name)])
    if tools.theme != shown { state.needsDrawing = true }
  }

  /// Draws if need be, waits for a burst of input and takes it.
  package func step() {
    let now = tools.options.clock()
    let patience = min(state.patience(at: now) ?? Self.pollInterval, Self.pollInterval)
    let taken = loop.step(
      tools.terminal, waiting: patience,
      take: { event in
        take(event)
        return state.needsDrawing
      }, draw: draw)
    if taken == 0 {
      tellTime()
      lookForChanges()
    }
    if state.needsDrawing { loop.invalidate() }
  }

  /// Sends a message and carries out everything that follows from it.
  package func send(_ message: DeskMessage) {
    carryOut(Desk.update(&state, message))
  }

  /// Puts a pane on top, as an action of the one below would.
  package func push(_ pane: some DeskPane) {
    carryOut(Desk.carryOut([.push(pane)], from: state.panes.count - 1, &state))
  }

  /// Shows the picture of the state.
  package func draw() {
    let picture = Desk.view(state, after: frame)
    state.needsDrawing = false
    tools.terminal.show(picture, theme: tools.theme)
    frame = picture
  }

  private func take(_ event: InputEvent) {
    tellTime()
    if case .mouse(let mouse) = event {
      send(.mouse(mouse, region: frame?.hit(at: mouse.position)))
    } else {
      send(.input(event))
    }
  }

  private func tellTime() {
    let now = tools.options.clock()
    let today =
      tools.options.isTodayFixed
      ? state.circumstances.today
      : Session.day(of: now, utcOffsetMinutes: state.circumstances.utcOffset)
    send(.time(now, today: today))
    tools.session = state.circumstances.session
  }

  /// What others wrote is read before the next frame.
  private func lookForChanges() {
    guard let count = try? tools.store?.changeCount(), count != tools.seenChange else { return }
    tools.seenChange = count
    send(.answer(.storeChanged))
  }

  private func carryOut(_ effects: [DeskEffect]) {
    for effect in effects {
      if let answer = tools.carryOut(effect, state.circumstances) {
        send(.answer(answer))
      }
      // What we wrote ourselves is read by the panes that asked for it.
      if effect.writes { tools.seenChange = try? tools.store?.changeCount() }
    }
  }
}

extension DeskEffect {
  fileprivate var writes: Bool {
    switch self {
    case .perform, .bulk, .errand: true
    default: false
    }
  }
}
