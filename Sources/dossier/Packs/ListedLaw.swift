import CaseStore
import Casework
import Quantities
import RuleDrafting
import RulePacks

/// A pack or a notice as the list of them shows it.
struct ListedLaw {
  /// How the store stands to it.
  enum Standing {
    /// It has not adopted it, or there is no store.
    case unknown
    /// It has adopted it as it is.
    case adopted
    /// It has adopted an earlier form.
    case adoptedEarlier
    /// It has opened the campaign of the notice.
    case opened
    /// It has opened it by an earlier form.
    case openedEarlier
  }

  let id: String
  /// What it is called; nil where it cannot be read.
  var title: Bilingual?
  /// The number of the document.
  var number: String?
  /// The hash of its law.
  var law: String?
  /// The hash of the law that the store has.
  var adopted: String?
  var standing = Standing.unknown
  /// The dates of a pack; nil for notices.
  var validity: Validity?
  /// What the office has said of its being in force.
  var verification: InForceVerification?
  /// What speaks against relying on it today.
  var warnings: [Problem] = []
  /// The pack that a notice extends.
  var extends: String?
  /// Why the form of the data folder cannot be read.
  var problems: [Problem] = []
  let isNotice: Bool
}

extension ListedLaw {
  /// The packs of the data folder and those that a store has adopted, then the notices.
  ///
  /// - Throws: `usage.no_data` where there is nothing to list; what reading the store throws.
  static func all(_ errand: Errand, _ store: CaseStore?) throws -> [ListedLaw] {
    let adopted = try store?.packs() ?? []
    let office = try store?.office()
    let today = try store.map { try errand.today(in: $0) } ?? errand.officeDay
    var names: [String] = []
    var notices: [String] = []
    do {
      names = try errand.packNames()
      notices = try errand.campaignNames()
    } catch let problem as Problem
      where problem.code == "usage.no_data" && errand.shared.data == nil && !adopted.isEmpty
    {
      // A store has its packs in itself.
    }
    return Set(names).union(adopted.map(\.id)).sorted().map { name in
      pack(
        name, own: adopted.first { $0.id == name }, isInFolder: names.contains(name),
        office?.verifications[name], on: today, errand)
    } + notices.map { notice($0, office, store, errand) }
  }

  private static func pack(
    _ name: String, own: RulePack?, isInFolder: Bool, _ verification: InForceVerification?,
    on today: CalendarDate, _ errand: Errand
  ) -> ListedLaw {
    var entry = ListedLaw(id: name, isNotice: false)
    var found: RulePack?
    if isInFolder { found = entry.reading { try errand.loadPack(name).pack } }
    entry.adopted = own?.lawHash
    if let own {
      entry.standing = found?.statesSameLaw(as: own) == false ? .adoptedEarlier : .adopted
    }
    guard let pack = found ?? own else { return entry }
    entry.title = pack.title
    entry.number = pack.number
    entry.law = pack.lawHash
    entry.validity = pack.validity
    entry.verification = verification
    entry.warnings = pack.validity.warnings(on: today, verification: verification)
    return entry
  }

  private static func notice(
    _ name: String, _ office: OfficeState?, _ store: CaseStore?, _ errand: Errand
  ) -> ListedLaw {
    var entry = ListedLaw(id: name, isNotice: true)
    let found = entry.reading { try errand.loadCampaign(name, in: store).notice }
    entry.title = found?.title
    entry.number = found?.documentNumber
    entry.law = found?.lawHash
    entry.extends = found?.pack
    entry.adopted = office?.campaigns[name]?.content?.lawHash
    if let adopted = entry.adopted {
      entry.standing = found.map { $0.lawHash != adopted } == true ? .openedEarlier : .opened
    }
    return entry
  }

  /// Reads something; what is wrong with it is kept, so that one that cannot be read hides no other.
  private mutating func reading<Found>(_ read: () throws -> Found) -> Found? {
    do {
      return try read()
    } catch let found as Problems {
      problems = found.list
    } catch let problem as Problem {
      problems = [problem]
    } catch {
      problems = [Problem("failed", ["detail": "\(error)"])]
    }
    return nil
  }
}
