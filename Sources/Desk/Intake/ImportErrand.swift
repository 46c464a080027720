import CaseStore
import Exchange
import Quantities
import RuleDrafting
import RulePacks

/// Reads a file of applications or centres; brings it in, or finds out what would come of it.
struct ImportErrand: DeskErrand {
  /// What it came to.
  struct Answer: Sendable {
    /// Whether nothing was recorded on purpose.
    let isDryRun: Bool
    /// What came of it.
    let result: Result<ImportReport, DeskTrouble>
    /// For tables: how the first rows are read, by path.
    let rows: [[String]]
    /// The headers of columns that nobody knows.
    let unmatched: [String]
    /// The pack that the file goes by; nil where none could be made out.
    var pack: RulePack?
  }

  /// The name under which the answer comes back.
  static let answerName = "import"

  /// How a file is to be read.
  struct Reading: Hashable, Sendable {
    /// Whether it is a roster of centres that exist already.
    var isRoster = false
    /// The pack for what names none; nil for the office's own.
    var pack: String?
    /// The path of a column map; nil where headers speak for themselves.
    var columns: String?
  }

  private let path: String
  private let reading: Reading
  private let isDryRun: Bool
  var name: String { Self.answerName }

  init(_ path: String, _ reading: Reading, isDryRun: Bool) {
    self.path = path
    self.reading = reading
    self.isDryRun = isDryRun
  }

  func run(with tools: DeskTools) -> any Sendable {
    do {
      guard let store = tools.store as? CaseStore, let vocabulary = tools.options.vocabulary()
      else { throw Problem("file.missing", at: .init(file: "vocabulary.yaml")) }
      let departments = tools.options.dataFolder.map { DataShelf($0).departments() } ?? []
      let importer = Importer(store: store, vocabulary: vocabulary, departments: departments)
      var options = Importer.Options()
      options.isRoster = reading.isRoster
      options.isDryRun = isDryRun
      options.pack = reading.pack
      options.columns = try columnMap()
      let source = try ImportSource(readingFrom: SmallFile.expanded(path))
      let context = try importer.context(for: options, today: tools.session.today)
      let (rows, unmatched) = preview(source, context, options)
      let read = Importer.read(source, options: options, in: context)
      let pack = read.arriving.first?.pack ?? context.defaultPack
      let report = try importer.run(sources: [source], options: options, by: tools.session)
      return Answer(
        isDryRun: isDryRun, result: .success(report), rows: rows, unmatched: unmatched,
        pack: pack.flatMap { context.packs[$0] })
    } catch {
      return Answer(
        isDryRun: isDryRun, result: .failure(DeskTrouble(error)), rows: [], unmatched: [])
    }
  }

  private func columnMap() throws -> ColumnMap? {
    guard let path = reading.columns else { return nil }
    guard let bytes = SmallFile.bytes(of: SmallFile.expanded(path)) else {
      throw Problem("file.missing", at: .init(file: path))
    }
    return try ColumnMap.load(SourceFile(path: path, bytes: bytes))
  }

  private func preview(
    _ source: ImportSource, _ context: ImportContext, _ options: Importer.Options
  ) -> ([[String]], [String]) {
    let ending = path.split(separator: ".").last?.lowercased() ?? ""
    guard isDryRun, ["csv", "tsv", "txt"].contains(ending),
      let decoded = try? TextDecoding.decode(source.bytes, file: source.path)
    else { return ([], []) }
    let preview = TableFile.preview(
      decoded, path: source.path, map: options.columns, in: context,
      options: ApplicationFile.Options(isRoster: options.isRoster), rows: 3)
    return (preview.rows.map { $0.map { "\($0.path) = \($0.value)" } }, preview.unmatched)
  }
}
