package import CaseStore
import Casework
package import Quantities
package import RulePacks

/// Brings files into a store: one transaction a file, all of it or nothing.
package struct Importer: Sendable {
  /// What is asked of an import.
  package struct Options: Hashable, Sendable {
    /// Whether the files are rosters of centres that exist already.
    package var isRoster = false
    /// Whether to find out what would happen, and record nothing.
    package var isDryRun = false
    /// Whether what is on file already is left out with a warning, instead of an error.
    package var skipsKnown = false
    /// The columns of tables.
    package var columns: ColumnMap?
    /// The batch for applications that name none.
    package var batch: String?
    /// The pack for files that name none; else the office's own.
    package var pack: String?
    /// The form of the files, where their endings do not tell.
    package var form: ImportSource.Form?

    /// An ordinary import.
    package init() {}
  }

  private let store: CaseStore
  private let vocabulary: Vocabulary
  private let departments: [Department]

  /// An importer into a store.
  package init(store: CaseStore, vocabulary: Vocabulary, departments: [Department]) {
    self.store = store
    self.vocabulary = vocabulary
    self.departments = departments
  }

  /// Brings files in, one after the other; a bad one does not keep the others out.
  ///
  /// - Throws: what the store throws; problems of the files are in the report.
  package func run(
    files: [String], options: Options = Options(), by session: Session
  ) throws -> ImportReport {
    try run(files, options, session) { path throws(Problem) in
      try ImportSource(readingFrom: path)
    }
  }

  /// Brings in what somebody else has read.
  package func run(
    sources: [ImportSource], options: Options = Options(), by session: Session
  ) throws -> ImportReport {
    try run(sources, options, session) { source throws(Problem) in source }
  }

  /// What files are read against, for previews.
  package func context(for options: Options, today: CalendarDate) throws -> ImportContext {
    var context = ImportContext(
      office: try store.office(), vocabulary: vocabulary, packs: try store.packs(),
      departments: departments, today: today)
    if let pack = options.pack { context.defaultPack = pack }
    return context
  }

  /// Reads one file, without looking at the store's cases.
  package static func read(
    _ source: ImportSource, options: Options, in context: ImportContext
  ) -> ReadFile {
    let decoded: TextDecoding.Decoded
    do {
      decoded = try TextDecoding.decode(source.bytes, file: source.path)
    } catch {
      return ReadFile(problems: [error])
    }
    let asked = ApplicationFile.Options(isRoster: options.isRoster, batch: options.batch)
    let form = options.form ?? ImportSource.form(of: source.path, decoded.text)
    guard form == .table else {
      return ApplicationFile.read(
        decoded, form: form, path: source.path, in: context, options: asked)
    }
    return TableFile.read(
      decoded, path: source.path, map: options.columns, in: context, options: asked)
  }

  private func run<Item>(
    _ items: [Item], _ options: Options, _ session: Session,
    _ open: (Item) throws(Problem) -> ImportSource
  ) throws -> ImportReport {
    let context = try context(for: options, today: session.today)
    var report = ImportReport()
    report.isDryRun = options.isDryRun
    var known = KnownCentres(store: store)
    for item in items {
      let source: ImportSource
      do throws(Problem) {
        source = try open(item)
      } catch {
        report.problems.append(error)
        continue
      }
      var file = Self.read(source, options: options, in: context)
      try known.compare(&file, skipsKnown: options.skipsKnown)
      if !file.hasErrors, !file.arriving.isEmpty {
        try admit(&file, source.path, options, session, &report)
      }
      report.problems += file.problems.inFileOrder
    }
    return report
  }

  private func admit(
    _ file: inout ReadFile, _ path: String, _ options: Options, _ session: Session,
    _ report: inout ImportReport
  ) throws {
    let admissions = try store.admit(
      file.arriving.map(\.arrival), by: session, isDryRun: options.isDryRun,
      refusingKnown: !options.skipsKnown)
    var imported: [ImportReport.Imported] = []
    for (arriving, admission) in zip(file.arriving, admissions) {
      switch admission {
      case .admitted(let performed):
        imported.append(
          ImportReport.Imported(
            number: performed.after.number ?? performed.after.id.text, name: arriving.name,
            pack: performed.after.pack, stage: performed.after.main?.stage ?? "", file: path))
      case .duplicate(let state):
        file.problems.append(
          Problem(
            "import.duplicate", severity: options.skipsKnown ? .warning : .error,
            at: arriving.place,
            ["case": state.number ?? state.id.text, "name": state.text("name") ?? ""]))
      case .refused(let refusals):
        report.refusals += refusals.list
        file.problems += refusals.list.map { refusal in
          var arguments = refusal.arguments
          arguments["refusal"] = refusal.code
          arguments["cites"] = refusal.cites.joined(separator: ", ")
          return Problem("import.refused", at: arriving.place, arguments)
        }
      }
    }
    if !file.hasErrors { report.imported += imported }
  }
}

extension Arriving {
  /// What the store takes.
  fileprivate var arrival: Arrival {
    switch content {
    case .application(let application): .application(application, pack: pack)
    case .rosterEntry(let entry): .rosterEntry(entry, pack: pack)
    }
  }

  /// The facts.
  var facts: Facts {
    switch content {
    case .application(let application): application.facts
    case .rosterEntry(let entry): entry.facts
    }
  }
}
