extension Catalogue {
  /// Terms of actions and openings: what they refuse, and what packs may get wrong about them.
  static let terms: [String: Sentence] = [
    "proceeding.under_way": Sentence(
      "{proceeding:proceeding}尚未办结（现处{stage:stage}），其间不能办理此项",
      "{proceeding:proceeding} is under way, at {stage:stage}; until it ends this cannot be done",
      remedy: ("先办结 {proceeding}", "Bring {proceeding} to its end first")),
    "pack.action.barred_always": Sentence(
      "barred_while 中的 {procedure} 总在办理，此项将永远不能办理",
      "barred_while names {procedure}, which is always under way here: nobody could ever do this"),
    "pack.procedure.reopens_without_key": Sentence(
      "reopens_after 只用于有 key 的程序", "reopens_after is for procedures with a key"),
  ]
}
