package import Quantities

/// One regulation as data: what it says, and nothing of any case.
///
/// A pack is read from YAML (`PackLoader`), checked, and kept by the store in this compiled form,
/// so that a store opens without its source files.
package struct RulePack: Hashable, Sendable, Codable {
  /// The pack's id, such as `qingdao-2024`; the folder's name.
  package var id: String
  /// The version of the expression language that the pack is written in.
  package var language: Int
  /// The regulation's title.
  package var title: Bilingual
  /// The document number, such as 青科字〔2024〕24号.
  package var number: String?
  /// The issuing body.
  package var issuer: Bilingual
  /// The division code of the city (GB/T 2260), a text of six digits.
  package var city: String
  /// The prefix of case numbers allotted under the pack, such as `QD`.
  package var caseNumberPrefix: String
  /// When it was published, entered into force, ends, and who relied on it.
  package var validity: Validity
  /// Every article and item, by citation key.
  package var articles: [Article]
  /// How centres are named.
  package var naming: Naming?
  /// The bodies that own stages, and which program roles act for them.
  package var owners: [Owner]
  /// What actions and openings ask for.
  package var inputs: [Input]
  /// The conditions, in the order of the articles.
  package var conditions: [Condition]
  /// The grounds on which a revocation may be due.
  package var grounds: [Ground]
  /// The procedures; exactly one is the main one.
  package var procedures: [Procedure]
  /// What the text leaves open, with suggested values.
  package var practice: [PracticeItem]
  /// What is asked about other cases.
  package var questions: [Question]
  /// The materials that an application or a report is made of.
  package var materials: [MaterialRequirement]
  /// What becomes of cases from before the regulation; nil where the pack says nothing of it.
  package var transition: Transition?
  /// The expressions that the pack says once; nil in packs that a program from before them kept.
  package var definitions: [Definition]?
  /// SHA-256 (hexadecimal) over the parsed law: articles, conditions, grounds, procedures; neither
  /// texts for people, practice, tests nor papers.
  package var lawHash: String

  /// A condition by its id.
  package func condition(_ id: String) -> Condition? { conditions.first { $0.id == id } }
  /// A procedure by its id.
  package func procedure(_ id: String) -> Procedure? { procedures.first { $0.id == id } }
  /// The procedure that a case has exactly one run of.
  package var mainProcedure: Procedure? { procedures.first { $0.isMain } }
  /// A ground by its id.
  package func ground(_ id: String) -> Ground? { grounds.first { $0.id == id } }
  /// An input by its id.
  package func input(_ id: String) -> Input? { inputs.first { $0.id == id } }
  /// An owner by its id.
  package func owner(_ id: String) -> Owner? { owners.first { $0.id == id } }
  /// A practice item by its id.
  package func practiceItem(_ id: String) -> PracticeItem? { practice.first { $0.id == id } }

  /// A definition by its name.
  package func definition(_ id: String) -> Definition? { definitions?.first { $0.id == id } }

  /// A pack with all its parts.
  package init(
    id: String, language: Int, title: Bilingual, number: String?, issuer: Bilingual, city: String,
    caseNumberPrefix: String, validity: Validity, articles: [Article], naming: Naming?,
    owners: [Owner], inputs: [Input], conditions: [Condition], grounds: [Ground],
    procedures: [Procedure], practice: [PracticeItem], questions: [Question],
    materials: [MaterialRequirement], transition: Transition? = nil, lawHash: String
  ) {
    self.transition = transition
    self.id = id
    self.language = language
    self.title = title
    self.number = number
    self.issuer = issuer
    self.city = city
    self.caseNumberPrefix = caseNumberPrefix
    self.validity = validity
    self.articles = articles
    self.naming = naming
    self.owners = owners
    self.inputs = inputs
    self.conditions = conditions
    self.grounds = grounds
    self.procedures = procedures
    self.practice = practice
    self.questions = questions
    self.materials = materials
    self.lawHash = lawHash
  }
}
