import CaseStore
import Quantities
import RuleDrafting
import RulePacks

/// Reads a draft of a pack and tries it on the open cases; writes nothing.
struct SimulateErrand: DeskErrand {
  /// What it came to.
  enum Answer: Sendable {
    /// What would change, and the pack under which the cases stand.
    case done(Simulation, present: RulePack)
    /// The draft cannot be loaded.
    case faulty([Problem])
    /// It could not be tried.
    case trouble(DeskTrouble)
  }

  /// The name under which the answer comes back.
  static let answerName = "simulate"

  private let folder: String
  private let viewer: QueueViewer
  var name: String { Self.answerName }

  init(_ folder: String, for viewer: QueueViewer) {
    self.folder = folder
    self.viewer = viewer
  }

  func run(with tools: DeskTools) -> any Sendable {
    do {
      guard let store = tools.store as? CaseStore, let vocabulary = tools.options.vocabulary()
      else { throw Problem("file.missing", at: .init(file: "vocabulary.yaml")) }
      var path = SmallFile.expanded(folder)
      while path.count > 1, path.hasSuffix("/") { path.removeLast() }
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let sources = DataShelf.files(in: path, showing: name)
      let draft = try PackLoader.load(sources, vocabulary: vocabulary, isDraft: true)
      let simulation = try store.simulate(draft, for: viewer)
      return Answer.done(simulation, present: try store.pack(simulation.pack))
    } catch let problems as Problems {
      return Answer.faulty(problems.list)
    } catch {
      return Answer.trouble(DeskTrouble(error))
    }
  }
}
