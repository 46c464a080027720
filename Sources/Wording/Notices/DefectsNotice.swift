package import Casework
package import Quantities
package import RulePacks

/// What a notice of correction (退回补正通知) says, as values.
package struct DefectsNotice: Hashable, Sendable {
  /// The case's number.
  package var number: String
  /// The centre's name.
  package var centre: String
  /// The host, to whom it is addressed.
  package var host: String
  /// The office that sends it.
  package var office: Bilingual
  /// The stage that sent the case back.
  package var stage: String
  /// The procedure of that stage.
  package var procedure: String
  /// The round of correction, from 1.
  package var round: Int
  /// The defects, one an item.
  package var defects: [String]
  /// The day of the notice.
  package var issuedOn: CalendarDate
  /// By when to correct; nil where nothing is due.
  package var deadline: Deadline?
  /// The articles.
  package var cites: [Citation]
  /// Who may be asked: name and telephone.
  package var contact: String?

  /// A notice from its parts.
  package init(
    number: String, centre: String, host: String, office: Bilingual, stage: String,
    procedure: String, round: Int, defects: [String], issuedOn: CalendarDate,
    deadline: Deadline?, cites: [Citation], contact: String?
  ) {
    self.number = number
    self.centre = centre
    self.host = host
    self.office = office
    self.stage = stage
    self.procedure = procedure
    self.round = round
    self.defects = defects
    self.issuedOn = issuedOn
    self.deadline = deadline
    self.cites = cites
    self.contact = contact
  }
}
