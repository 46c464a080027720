package import Quantities

/// What may be done at a stage.
package struct Action: Hashable, Sendable, Codable {
  /// The id, unique in its stage.
  package var id: String
  /// What it is called.
  package var label: Bilingual
  /// The stage that it leads to; the same stage for records that move nothing.
  package var to: String
  /// The program roles that may take it; empty for those of the stage's owner.
  package var roles: [Role]
  /// The articles.
  package var cites: [Citation]
  /// The inputs that it needs.
  package var needs: [String]
  /// The inputs that it may have.
  package var mayHave: [String]
  /// The moments whose conditions must pass (`passes(application)`).
  package var passes: [Moment]
  /// Whether this action decides finally, so that a requested waiver blocks until it is answered.
  package var isDeciding: Bool
  /// What else must hold.
  package var guards: [Guard]
  /// The facts that it sets.
  package var sets: [FactSetting]
  /// Proceedings that it opens beside this one.
  package var opens: [OpeningEffect]
  /// Where it moves the case's main proceeding, for actions of other procedures.
  package var movesMainTo: String?
  /// Whether it sends the case back for correction: a list of defects, a round, a due date, and
  /// the clock of the stage it leaves is paused.
  package var isReturn: Bool
  /// Whether a person's later step can never take it back (published, served, numbered).
  package var isPublic: Bool
  /// Steps whose actor may not take this one.
  ///
  /// An action of the same proceeding, `open` for its opening, or `procedure.action` for an action
  /// of another procedure in the same case.
  package var separateFrom: [String]
  /// A due date that takes the place of the target stage's own.
  package var due: DeadlineRule?
  /// Further terms on which it may be taken; nil where there are none.
  package var terms: ActionTerms?

  /// An action.
  package init(
    id: String, label: Bilingual, to: String, roles: [Role], cites: [Citation], needs: [String],
    mayHave: [String], passes: [Moment], isDeciding: Bool, guards: [Guard], sets: [FactSetting],
    opens: [OpeningEffect], movesMainTo: String?, isReturn: Bool, isPublic: Bool,
    separateFrom: [String], due: DeadlineRule?, terms: ActionTerms? = nil
  ) {
    self.id = id
    self.label = label
    self.to = to
    self.roles = roles
    self.cites = cites
    self.needs = needs
    self.mayHave = mayHave
    self.passes = passes
    self.isDeciding = isDeciding
    self.guards = guards
    self.sets = sets
    self.opens = opens
    self.movesMainTo = movesMainTo
    self.isReturn = isReturn
    self.isPublic = isPublic
    self.separateFrom = separateFrom
    self.due = due
    self.terms = terms
  }
}

/// Something that must hold before an action can be taken, with what to say where it does not.
package struct Guard: Hashable, Sendable, Codable {
  /// The id, unique in its action; part of the refusal's code.
  package var id: String
  /// The article; nil where practice asks for it.
  package var cites: Citation?
  /// What must hold, as a sentence: it is shown in the refusal.
  package var label: Bilingual
  /// The test, of type boolean.
  package var requires: Expression
  /// The first day on which it will hold, of type date, for the refusal to name; nil where it
  /// names none.
  package var until: Expression?

  /// A guard.
  package init(
    id: String, cites: Citation?, label: Bilingual, requires: Expression,
    until: Expression? = nil
  ) {
    self.id = id
    self.cites = cites
    self.label = label
    self.requires = requires
    self.until = until
  }
}

/// A fact that an action sets, computed from its inputs and the date.
package struct FactSetting: Hashable, Sendable, Codable {
  /// The fact; a row key may be an input, `reports[{input.year}].received_on`, or the next free row
  /// of a list, `warnings[next].issued_on`.
  package var path: FactPath
  /// The value.
  package var value: Expression

  /// A setting.
  package init(path: FactPath, value: Expression) {
    self.path = path
    self.value = value
  }
}

/// A proceeding that an action opens beside its own.
package struct OpeningEffect: Hashable, Sendable, Codable {
  /// The procedure.
  package var procedure: String
  /// The inputs given to its opening, by input id.
  package var inputs: [String: Expression]
  /// When it is opened; nil for always.
  package var when: Expression?

  /// An opening.
  package init(procedure: String, inputs: [String: Expression], when: Expression?) {
    self.procedure = procedure
    self.inputs = inputs
    self.when = when
  }
}
