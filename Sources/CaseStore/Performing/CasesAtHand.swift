import Casework
import GRDB
import Quantities
import RulePacks

/// Answers to what packs ask about other cases, kept at hand while very many cases are made.
///
/// They are those of `OtherCases`: it starts from the cases on file, and each new case is added when
/// its last step is taken. An answer costs the same whatever the number of cases.
struct CasesAtHand: Sendable {
  /// What a question compares.
  struct Trait: Hashable, Sendable {
    let pack: String
    let question: String
    let same: [IndexedValue]
    let beginnings: [IndexedValue]
  }

  /// One question as one case puts it.
  struct Enquiry: Sendable {
    let trait: Trait
    /// The values that have to be greater than those of the other case.
    let bounds: [IndexedValue]
    let question: Question
  }

  /// A case under one of its traits.
  struct Entry: Sendable {
    let trait: Trait
    let share: Share
    /// The day on which the main proceeding entered its stage.
    let entered: Int32
  }

  /// What tells cases of one trait apart.
  struct Share: Hashable, Sendable {
    let pack: String
    let befores: [IndexedValue]
  }

  private struct Sum {
    var count: Int64 = 0
    var latest: Int32 = .min
  }

  /// The questions, with the pack that asks each.
  private let questions: [(pack: String, question: Question)]
  private var sums: [Trait: [Share: Sum]] = [:]

  /// The answers for some packs, from the cases on file.
  init(for packs: [RulePack], _ db: Database) throws {
    questions = packs.flatMap { pack in pack.questions.map { (pack.id, $0) } }
    guard !questions.isEmpty else { return }
    let tables = FactTables(db: db)
    let paths = try tables.paths()
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT q.id, s.key, p.entered, p.visited FROM queue q
        JOIN standings s ON s.id = q.standing
        JOIN proceedings p ON p.id = q.id AND p.place = 0
        """)
    while let row = try rows.next() {
      guard let standing = Standing(key: row[1]) else { continue }
      let visited = (row[3] as String).split(separator: " ").map(String.init)
      add(
        entries(
          of: try tables.facts(of: row[0], paths), standing, entered: row[2], visited: visited))
    }
  }

  // MARK: Asking

  /// A question as a case puts it; nil where it lacks a fact that the question needs.
  static func enquiry(_ question: Question, _ facts: Facts, under pack: String) -> Enquiry? {
    guard let compared = ComparedFacts(question, facts) else { return nil }
    return Enquiry(
      trait: trait(pack, question, compared), bounds: compared.befores, question: question)
  }

  /// How many cases fit, or on which day the latest ended; nil for a day that there is not.
  func answer(to enquiry: Enquiry) -> Int64? {
    var sum = Sum()
    for (share, part) in sums[enquiry.trait] ?? [:] {
      if enquiry.question.isSamePackOnly, share.pack != enquiry.trait.pack { continue }
      guard zip(share.befores, enquiry.bounds).allSatisfy({ $0.isBefore($1) }) else {
        continue
      }
      sum.count += part.count
      sum.latest = max(sum.latest, part.latest)
    }
    switch enquiry.question.subject {
    case .count: return sum.count
    case .latestEnd: return sum.count == 0 ? nil : Int64(sum.latest)
    }
  }

  private static func trait(
    _ pack: String, _ question: Question, _ compared: ComparedFacts
  ) -> Trait {
    Trait(
      pack: pack, question: question.id, same: compared.same, beginnings: compared.beginnings)
  }

  // MARK: Adding cases

  /// What a case adds to the answers.
  func entries(of entry: CaseProjection) -> [Entry] {
    guard !questions.isEmpty, let main = entry.proceedings.first else { return [] }
    return entries(
      of: entry.facts, entry.standing, entered: main.enteredOn.ordinal, visited: main.visited)
  }

  /// Adds a case.
  mutating func add(_ entries: [Entry]) {
    for entry in entries {
      var sum = sums[entry.trait]?[entry.share] ?? Sum()
      sum.count += 1
      sum.latest = max(sum.latest, entry.entered)
      sums[entry.trait, default: [:]][entry.share] = sum
    }
  }

  private func entries(
    of facts: Facts, _ standing: Standing, entered: Int32, visited: [String]
  ) -> [Entry] {
    questions.compactMap { pack, question in
      guard Self.fits(question, standing, visited: visited),
        question.having.allSatisfy({ path, value in
          facts[path].flatMap(IndexedValue.init) == IndexedValue(value)
        }), let compared = ComparedFacts(question, facts)
      else { return nil }
      return Entry(
        trait: Self.trait(pack, question, compared),
        share: Share(pack: standing.pack, befores: compared.befores), entered: entered)
    }
  }

  /// Whether a case stands where a question asks for, and has been where it asks for.
  private static func fits(
    _ question: Question, _ standing: Standing, visited: [String]
  ) -> Bool {
    question.isMet(by: standing)
      && (question.reached.isEmpty || question.reached.contains(where: visited.contains))
  }
}
