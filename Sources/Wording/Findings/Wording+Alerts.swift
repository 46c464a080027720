package import Casework
import Quantities
import RulePacks

extension Wording {
  /// A ground that raises an alert; it says that only a person opens a proceeding.
  package func line(for alert: GroundAlert) -> String {
    let ground = alert.ground
    let weighs =
      ground.weighs.map { text(zh: "，尚须认定：\($0.zh)", en: "; to be weighed: \($0[.en])") } ?? ""
    return text(zh: "可能须撤销：", en: "Revocation may be due: ") + ground.label[language] + weighs
      + citation([ground.cites])
  }

  /// What follows from an alert: nothing by itself.
  package var alertRemedy: String {
    text(zh: "仅作提示，是否启动撤销由人决定", en: "A hint only: a person decides whether to open a proceeding")
  }
}
