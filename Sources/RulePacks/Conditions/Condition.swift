package import Quantities

/// When a condition is tested.
package enum Moment: String, CaseIterable, Hashable, Sendable, Codable {
  case application
  case construction
  case evaluation
  case change
}

/// How binding a condition is.
package enum Force: String, CaseIterable, Hashable, Sendable, Codable {
  /// 须, 应当, 不少于: blocks.
  case mandatory
  /// 一般, 原则上: may be departed from with a reason.
  case `default`
  /// 鼓励, 优先: ranks, never blocks.
  case preference
}

/// A test over the facts of a centre, or a question put to a named body.
package struct Condition: Hashable, Sendable, Codable {
  /// Who answers a condition that no computation can, and at which stage the answer is owed.
  package struct Judge: Hashable, Sendable, Codable {
    /// The owner whose judgement it is.
    package var owner: String
    /// The stage of the main procedure that owes it.
    package var stage: String
    /// A judge.
    package init(owner: String, stage: String) {
      self.owner = owner
      self.stage = stage
    }
  }

  /// A rule of its own that takes a case out of the condition.
  package struct Exception: Hashable, Sendable, Codable {
    /// The article of the exception.
    package var cites: Citation
    /// When it holds; the finding is then *not applicable*, or softened.
    package var applies: Expression
    /// What it does.
    package var effect: Effect
    /// What an exception does.
    package enum Effect: String, CaseIterable, Hashable, Sendable, Codable {
      /// The question does not arise.
      case exempts
      /// The condition becomes a default, to be departed from with a reason.
      case softens
    }
    /// An exception.
    package init(cites: Citation, applies: Expression, effect: Effect) {
      self.cites = cites
      self.applies = applies
      self.effect = effect
    }
  }

  /// The id, unique in the pack.
  package var id: String
  /// The articles that it rests on; the first leads.
  package var cites: [Citation]
  /// What is tested.
  package var label: Bilingual
  /// How binding it is.
  package var force: Force
  /// When it is tested.
  package var testedAt: [Moment]
  /// When the question arises at all; nil for always.
  ///
  /// Unknown makes the finding unknown.
  package var applies: Expression?
  /// The test, of type boolean; nil where a person judges.
  package var requires: Expression?
  /// What is shown as the declared value, where it is not the left side of the test.
  package var shows: Expression?
  /// Who judges.
  package var judgedBy: Judge?
  /// The article under which it may be waived.
  package var waivableBy: Citation?
  /// When it may be waived, of type boolean; nil for whenever the article is cited.
  package var waivableWhen: Expression?
  /// Exceptions with articles of their own.
  package var exceptions: [Exception]
  /// What helps the person who judges or fills in.
  package var hint: Bilingual?

  /// A condition.
  package init(
    id: String, cites: [Citation], label: Bilingual, force: Force, testedAt: [Moment],
    applies: Expression?, requires: Expression?, shows: Expression?, judgedBy: Judge?,
    waivableBy: Citation?, waivableWhen: Expression? = nil, exceptions: [Exception],
    hint: Bilingual?
  ) {
    self.id = id
    self.cites = cites
    self.label = label
    self.force = force
    self.testedAt = testedAt
    self.applies = applies
    self.requires = requires
    self.shows = shows
    self.judgedBy = judgedBy
    self.waivableBy = waivableBy
    self.waivableWhen = waivableWhen
    self.exceptions = exceptions
    self.hint = hint
  }
}
