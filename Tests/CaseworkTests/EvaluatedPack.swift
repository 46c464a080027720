import RulePacks

/// The small pack with a yearly check beside the main procedure, and an approval that can be taken
/// back: conditions are tested at the application and once more in each check.
enum EvaluatedPack {
  static let yearlyCheck = """
    label: { zh: 年度评价, en: Yearly check }
    cites: "3"
    start: looking
    spine: [looking, looked]
    opening:
      label: { zh: 启动年度评价, en: Open a yearly check }
      roles: [officer]
      during: [building, roster]
      needs: [year]
      cites: "3"
      key: year
    stages:
      looking:
        label: { zh: 评价, en: Looking }
        owner: bureau
        cites: "3"
        actions:
          conclude: { label: { zh: 合格, en: Pass }, to: looked, cites: "3", passes: [evaluation] }
      looked: { label: { zh: 已评价, en: Looked at }, ends: completed, cites: "3" }
    """

  private static let upkeep = """

      - id: upkeep
        cites: "1.3"
        label: { zh: 保持能力, en: Upkeep }
        force: mandatory
        tested_at: evaluation
        judged_by: { owner: bureau, stage: building }
    """

  /// What the action that takes the approval back clears.
  static let cleared = "clears: [approved_on, \"reports[2026].received_on\"]"

  private static let roster = """
      roster:
        label: { zh: 在册, en: Roster }
        owner: host
        roster: true
        cites: "2"
        actions:
          revert:
            label: { zh: 撤回批准, en: Take the approval back }
            to: building
            by: [officer]
            cites: "2"
            CLEARED
      declined:
    """

  /// The pack, with what `revert` clears or sets.
  static func load(reverting: String = cleared) throws -> RulePack {
    var files = SmallPack.files
    files["procedures/yearly_check.yaml"] = yearlyCheck
    files["conditions.yaml"] =
      SmallPack.conditions.replacing(
        "force: mandatory\n    tested_at: application\n    requires",
        with: "force: mandatory\n    tested_at: [application, evaluation]\n    requires"
      ).replacing(
        "force: default\n    tested_at: application",
        with: "force: default\n    tested_at: [application, evaluation]") + upkeep
    files["procedures/establishment.yaml"] = SmallPack.establishment.replacing(
      "  roster: { label: { zh: 在册, en: Roster }, owner: host, roster: true, cites: \"2\" }\n  declined:",
      with: roster.replacing("CLEARED", with: reverting))
    return try SmallPack.load(files)
  }
}
