package import Casework
package import Quantities
package import RulePacks

/// What files are read against: the facts that there are, the packs, departments and batches.
package struct ImportContext: Sendable {
  /// The vocabulary as a tree.
  package let tree: FactTree
  /// The packs by id.
  package let packs: [String: RulePack]
  /// The pack of a file that names none.
  package var defaultPack: String?
  /// The supervising departments; empty where any id is taken.
  package let departments: [Department]
  /// The office's campaigns, open and closed.
  package let campaigns: [Campaign]
  /// The values of the practice in force, by pack.
  let practice: [String: [String: Value]]
  /// Today, in the office's calendar.
  package let today: CalendarDate

  /// A context.
  ///
  /// - Parameters:
  ///   - defaultPack: nil for the only pack, where there is one alone.
  ///   - practice: by pack; what a pack suggests stands for what is not given.
  package init(
    vocabulary: Vocabulary, packs: [RulePack], defaultPack: String? = nil,
    departments: [Department] = [], campaigns: [Campaign] = [],
    practice: [String: PracticeInForce] = [:], today: CalendarDate
  ) {
    tree = FactTree(vocabulary)
    self.packs = Dictionary(packs.map { ($0.id, $0) }) { first, _ in first }
    self.defaultPack = defaultPack ?? (packs.count == 1 ? packs.first?.id : nil)
    self.departments = departments
    self.campaigns = campaigns
    self.practice = self.packs.mapValues { pack in
      practice[pack.id]?.values
        ?? Dictionary(pack.practice.map { ($0.id, $0.suggested) }) { first, _ in first }
    }
    self.today = today
  }

  /// The context of an office as it stands.
  package init(
    office: OfficeState, vocabulary: Vocabulary, packs: [RulePack], departments: [Department],
    today: CalendarDate
  ) {
    self.init(
      vocabulary: vocabulary, packs: packs, defaultPack: office.settings?.defaultPack,
      departments: departments, campaigns: Array(office.campaigns.values),
      practice: Dictionary(
        packs.map { ($0.id, office.practice(under: $0, on: today)) }
      ) { first, _ in first },
      today: today)
  }

  /// The vocabulary.
  package var vocabulary: Vocabulary { tree.vocabulary }
}
